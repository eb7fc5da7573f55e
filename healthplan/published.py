"""Where the current database is, and how a finished draft becomes it: a new file name, then one atomic
pointer."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

import duckdb

from healthplan.model.complaint import Complaint

RELEASES_KEPT = 3
_stopped = [""]
# A reader gets the facts and nothing else: no files, no network, no endless query.
READER_CONFIG = {
    **dict.fromkeys(
        ("enable_external_access", "allow_community_extensions", "autoload_known_extensions",
         "autoinstall_known_extensions", "allow_persistent_secrets", "python_enable_replacements"), "false"),
    "memory_limit": "512MB", "threads": "2",
    "temp_directory": "",
    "max_execution_time": "2000",
    "lock_configuration": "true",
}


def data_folder() -> Path:
    """The folder with the curated facts; ROADMAP72_DATA names another one."""
    return Path(os.environ.get("ROADMAP72_DATA") or Path(__file__).parents[1] / "data")


def folder() -> Path:
    """The folder of releases; built, not in git."""
    return data_folder() / "published"


def current() -> Path | None:
    """The database that readers should open, or None before the first release."""
    with suppress(OSError, ValueError):
        path = folder() / (folder() / "CURRENT").read_text(encoding="utf-8").strip()
        return path if path.is_file() else None
    return None


def kept() -> dict[str, Path]:
    """The releases on this machine by name, the oldest first: "release-2026-11-24-32d47ee50a20"."""
    return {path.stem: path for path in sorted(folder().glob("release-*.duckdb"))}


def open_release(path: Path) -> duckdb.DuckDBPyConnection:
    """A locked, read-only connection. Open one a release; take a cursor for each question."""
    return duckdb.connect(path, read_only=True, config=READER_CONFIG)


def opens(path: Path) -> bool:
    """Whether a release can be opened and asked; tried once for as long as the file is the same."""
    try:
        there = path.stat()
        return _asked(path, there.st_ino, there.st_mtime_ns, there.st_size)
    except (OSError, duckdb.Error):
        return False


@lru_cache(maxsize=RELEASES_KEPT)
def _asked(path: Path, *_state: int) -> bool:
    with open_release(path) as db:
        return db.execute("FROM release").fetchone() is not None


@contextmanager
def publishing() -> Iterator[Path]:
    """Holds the one lock of the release folder, yields a draft path there, and removes what is left of the
    draft."""
    folder().mkdir(parents=True, exist_ok=True)
    with (folder() / "LOCK").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        draft = folder() / "draft.duckdb"
        _remove_draft(draft)
        try:
            yield draft
        finally:
            _remove_draft(draft)


def publish(draft: Path, name: str) -> Path:
    """Gives a checked draft its name and points CURRENT to it. A kill at any moment leaves the old or the
    new release."""
    release = folder() / name
    _sync(draft)
    os.replace(draft, release)
    _sync(folder())
    point_to(release)
    forget_refusal()
    _prune(release)
    return release


def point_to(release: Path) -> None:
    """Makes a release the current one, in one atomic step, and the newest, so that it stays."""
    os.utime(release)
    _write("CURRENT", release.name + "\n")


def remember_refusal(complaints: list[Complaint]) -> None:
    """Leaves the complaints where a screen without a release can find them."""
    folder().mkdir(parents=True, exist_ok=True)
    rows = [asdict(complaint) for complaint in complaints]
    _write("REFUSED.json", json.dumps(rows, ensure_ascii=False))


def forget_refusal() -> None:
    """Forgets the last refusal, once a build went well."""
    remember_stop("")
    (folder() / "REFUSED.json").unlink(missing_ok=True)


def remember_stop(sentence: str) -> None:
    """Keeps the sentence about a full disk or a closed folder in memory, where alone it can be kept."""
    _stopped[:] = [sentence]


def stop() -> str:
    """The sentence that says why this program could not build; "" when nothing stopped it."""
    return _stopped[0]


def refusal() -> list[Complaint]:
    """Why the last build was refused; empty when it was not, or when nobody can read why."""
    with suppress(OSError, ValueError, TypeError):
        rows = json.loads((folder() / "REFUSED.json").read_text(encoding="utf-8"))
        return [Complaint(**row) for row in rows]
    return []


def _remove_draft(draft: Path) -> None:
    for path in (draft, draft.with_suffix(".duckdb.wal")):
        path.unlink(missing_ok=True)


def _write(name: str, told: str) -> None:
    """A small file beside the releases, whole or not at all."""
    draft = folder() / f"{name}.tmp"
    draft.write_text(told, encoding="utf-8")
    _sync(draft)
    os.replace(draft, folder() / name)
    _sync(folder())


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _prune(release: Path) -> None:
    """Keeps the newest releases. A reader that still has an older one open keeps it until it closes."""
    old = sorted(folder().glob("release-*.duckdb"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in old[RELEASES_KEPT:]:
        if path != release:
            path.unlink(missing_ok=True)

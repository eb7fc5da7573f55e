"""Where the current database is, and how a finished draft becomes it: a new file name, then one atomic
pointer. Only a release that is whole is ever handed out."""

import json
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from healthplan.model.complaint import Complaint
from healthplan.release import archive, connections, integrity
from healthplan.release.connections import connection, open_release
from healthplan.release.files import read_small, sync, write_whole
from healthplan.release.locking import Busy, held_lock
from healthplan.release.records import ARCHIVE, ENDING, NAME, all_names, make_newest, names_in, record_of, record_path

__all__ = ["Busy", "connection", "open_release"]

RELEASES_KEPT = 3  # as they are; all others packed, in the archive
POINTER_MOST = 100  # bytes
_stopped: list[tuple[str, dict[str, str]]] = [("", {})]


class Unusable(Exception):
    """Something of another kind lies where a file or folder of ours should be. `entry` names it, below the
    data folder."""

    def __init__(self, entry: str) -> None:
        self.entry = f"{folder().name}/{entry}".rstrip("/")
        super().__init__(self.entry)


class ReleaseDamaged(Exception):
    """The release at `path` was damaged while it was being read; served() names another one."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class QuestionTooLong(Exception):
    """The computer was too busy to answer in time, or in the room that there is."""


class ReleaseTooOld(Exception):
    """The release does not hold what is asked for; it was made by an older program."""


@dataclass(frozen=True, slots=True)
class ServedRelease:
    """The release that readers get. `instead_of` is what they should have got, "" when it is that one."""

    path: Path
    instead_of: str = ""


def data_folder() -> Path:
    """The folder with the curated facts; ROADMAP72_DATA names another one."""
    return Path(os.environ.get("ROADMAP72_DATA") or Path(__file__).parents[2] / "data")


def folder() -> Path:
    """The folder of releases; built, not in git."""
    return data_folder() / "published"


def served_release() -> ServedRelease | None:
    """The current release, else the newest one that is whole; None when there is none."""
    named = pointed_name()
    path = release_file(named)
    if path is not None and path.parent == folder():
        return ServedRelease(path)
    for name in reversed(release_names()):
        if (path := release_file(name)) is not None:
            return ServedRelease(path, named or "CURRENT")
    return None


def current_path() -> Path | None:
    """The release that readers get, always one that is whole; None when there is none, and when nothing says
    which is the current one."""
    found, name = served_release(), pointed_name()
    known = name and (_kind(name + ENDING) or record_path(folder(), name).exists())
    return found.path if found and known else None


def health() -> tuple[Path | None, str]:
    """The release that readers get, and the sentence that says what is wrong; "" when nothing is."""
    found = served_release()
    if found is None:
        return None, "no_release_damaged" if release_names() else "asked_no_release"
    return found.path, "release_instead" if found.instead_of else ""


def release_file(name: str) -> Path | None:
    """A whole file of a release by its name, unpacked from the archive where need be; None when there is
    none. A name is looked at before it becomes a path."""
    if not NAME.fullmatch(name):
        return None
    path = folder() / f"{name}{ENDING}"
    return path if integrity.is_intact(path, record_of(folder(), name)) else archive.unpacked_file(folder(), name)


def release_names() -> list[str]:
    """The names of all releases, here or in the archive, the oldest first; not all need be whole:
    "release-2026-11-24-32d47ee50a20"."""
    return all_names(folder())


def content_hash(path: Path) -> str:
    """The hash of a release's bytes as its record says; "" without a record."""
    record = record_of(folder(), path.stem)
    return record.sha256 if record else ""


def published_at(name: str) -> str:
    """When a release was published (UTC, ISO 8601); "" without a record."""
    record = record_of(folder(), name)
    return record.published_at if record else ""


def recheck(path: Path) -> None:
    """Has a release opened and looked at anew: this process, or a worker, could not read it."""
    connections.close_connection(path)
    integrity.forget(path)


@contextmanager
def damage_guard(path: Path) -> Iterator[None]:
    """Work on a release that is open. Raises ReleaseDamaged when DuckDB cannot go on because the file is no
    longer what was checked."""
    try:
        yield
    except Exception as error:
        if isinstance(error, duckdb.Error) or isinstance(error.__cause__, duckdb.Error):
            recheck(path)
            if not integrity.is_intact(path, record_of(folder(), path.stem)):
                raise ReleaseDamaged(path) from error
        raise


@contextmanager
def release_cursor(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor for one question. Raises ReleaseDamaged, ReleaseTooOld, QuestionTooLong and duckdb.Error."""
    try:
        with damage_guard(path), connection(path).cursor() as cursor:
            yield cursor
    except (duckdb.InterruptException, duckdb.OutOfMemoryException) as error:
        raise QuestionTooLong from error
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        raise ReleaseTooOld from error


@contextmanager
def draft_slot() -> Iterator[Path]:
    """Holds the one lock of the release folder, yields a draft path there, and removes what is left of the
    draft. Raises Unusable, Busy and OSError."""
    try:
        folder().mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise Unusable("") from error
    for entry in ("CURRENT", "REFUSED.json", "draft.duckdb", "draft.duckdb.wal"):
        if stat.S_ISDIR(_kind(entry)):
            raise Unusable(entry)
    if _kind(ARCHIVE) and not (folder() / ARCHIVE).is_dir():
        raise Unusable(ARCHIVE)
    if _kind("LOCK") and not stat.S_ISREG(_kind("LOCK")):
        raise Unusable("LOCK")
    with held_lock(folder() / "LOCK"):
        draft = folder() / "draft.duckdb"
        _remove(draft)
        try:
            yield draft
        finally:
            _remove(draft)


def publish(draft: Path, name: str) -> Path:
    """Packs a checked draft for good, gives it its name and points CURRENT to it. A kill at any moment leaves
    the old or the new release."""
    sync(draft)
    archive.archive_release(folder(), draft, Path(name).stem)
    return _point_to(_put(draft, name))


def publish_again(draft: Path, name: str) -> Path | None:
    """Makes a release current that is here already, from its packed copy where its file is gone or damaged;
    None when no whole copy is left."""
    stem = Path(name).stem
    found = release_file(stem)
    if found is None:
        return None
    if found.parent != folder():
        shutil.copyfile(found, draft)
        found = _put(draft, name)
    if not archive.is_archived(folder(), stem):
        archive.archive_release(folder(), found, stem)
    return _point_to(found)


def remember_refusal(complaints: list[Complaint]) -> None:
    """Leaves the complaints where a screen without a release can find them."""
    folder().mkdir(parents=True, exist_ok=True)
    rows = [asdict(complaint) for complaint in complaints]
    write_whole(folder() / "REFUSED.json", json.dumps(rows, ensure_ascii=False).encode())


def forget_refusal() -> None:
    """Forgets the last refusal, once a build went well."""
    remember_stop("")
    (folder() / "REFUSED.json").unlink(missing_ok=True)


def remember_stop(sentence: str, facts: dict[str, str] | None = None) -> None:
    """Keeps the sentence about a full disk or a closed folder in memory, where alone it can be kept."""
    _stopped[:] = [(sentence, facts or {})]


def last_stop() -> tuple[str, dict[str, str]]:
    """The sentence that says why this program could not build, and what fills it; "" when nothing stopped
    it."""
    return _stopped[0]


def last_refusal() -> list[Complaint]:
    """Why the last build was refused; empty when it was not, or when nobody can read why."""
    with suppress(OSError, ValueError, TypeError, RecursionError):
        rows = json.loads(read_small(folder() / "REFUSED.json", 100_000_000))
        return [Complaint(**row) for row in rows]
    return []


def pointed_name() -> str:
    """The name in CURRENT; "" when it holds anything but the name of a release."""
    with suppress(OSError, ValueError):
        told = read_small(folder() / "CURRENT", POINTER_MOST).decode().strip()
        name = told.removesuffix(ENDING)
        return name if told != name and NAME.fullmatch(name) else ""
    return ""


def _kind(entry: str) -> int:
    """The kind of an entry of the folder, as lstat tells it; 0 when there is none."""
    with suppress(FileNotFoundError):
        return (folder() / entry).lstat().st_mode
    return 0


def _put(draft: Path, name: str) -> Path:
    """Gives a draft its name. What lies there and is no file is moved aside, not removed."""
    release = folder() / name
    sync(draft)
    if stat.S_ISDIR(_kind(name)):
        os.replace(release, _free(f"moved-{name}"))
    release.with_name(release.name + ".wal").unlink(missing_ok=True)
    os.replace(draft, release)
    sync(folder())
    return release


def _free(name: str) -> Path:
    """A path of the folder that nothing has."""
    paths = (folder() / f"{name}-{at}" for at in range(1, 1000))
    return next(path for path in paths if not path.exists())


def _point_to(release: Path) -> Path:
    """Makes a release the current one, in one atomic step."""
    make_newest(folder(), release.stem)
    write_whole(folder() / "CURRENT", release.name.encode() + b"\n")
    forget_refusal()
    _prune(release)
    return release


def _remove(draft: Path) -> None:
    for path in (draft, draft.with_suffix(".duckdb.wal")):
        path.unlink(missing_ok=True)


def _prune(release: Path) -> None:
    """Leaves the newest releases as they are and the older ones packed only; one of which no packed copy can
    be made stays. A reader that still has an older one open keeps it until it closes."""
    here = names_in(folder(), ENDING)
    for name in [name for name in release_names() if name in here][:-RELEASES_KEPT]:
        path = folder() / f"{name}{ENDING}"
        if path == release:
            continue
        held = archive.is_archived(folder(), name)
        if not held and integrity.is_intact(path, record_of(folder(), name)):
            archive.archive_release(folder(), path, name)
            held = archive.is_archived(folder(), name)
        if held:
            path.unlink()

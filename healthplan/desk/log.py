"""The log of the desk: one line an act, each with the hash of the line before, none ever changed.

An act and the files that it writes are one: the new files are laid beside the old, then the line is written, then
they take their places; whoever holds the lock next finishes that for an act whose program was stopped.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from healthplan.desk.folder import desk_folder, desk_lock
from healthplan.release.files import open_file, sha256_of, sync
from healthplan.release.records import now

NAME = "log.jsonl"
WAITING = 16  # files at once, until the disk has them
TAIL = 65_536  # bytes that are looked at first for the last line


@dataclass(frozen=True, slots=True)
class LogFault:
    """The first line that is not as it was written, or the file that is not as the log has it (`line` 0)."""

    line: int
    file: str = ""


@contextmanager
def open_log() -> Iterator[None]:
    """The lock of the desk, with the last act finished. Raises Busy and OSError."""
    with desk_lock():
        _finish_last_act()
        yield


def write_act(act: str, subject: str, name: str, writes: Mapping[str, bytes], **facts: str) -> None:
    """Inside open_log(): writes files of the desk (path below it -> bytes) and the line that tells of them: all of it
    or nothing. Raises OSError."""
    hashes = {path: hashlib.sha256(content).hexdigest() for path, content in writes.items()}
    places = {desk_folder() / path: content for path, content in writes.items()}
    _lay(places)
    last = _last_line()
    line: dict[str, Any] = {"at": now(), "act": act, "by": subject, "name": name, **facts, "files": hashes}
    line["before"] = _hash(last) if last else ""
    _append(json.dumps(line, ensure_ascii=False).encode())
    _take_places(places)


def log_lines() -> list[dict[str, Any]]:
    """Every act, the oldest first."""
    return [json.loads(line) for line in _lines()]


def verify_log() -> LogFault | None:
    """The first fault of the log or of the files that it tells of; None when all is as it was written. Raises Busy and
    OSError."""
    with open_log():
        return _first_fault()


def _first_fault() -> LogFault | None:
    before, latest = "", dict[str, str]()
    for number, line in enumerate(_lines(), start=1):
        try:
            told = json.loads(line)
            whole = told["before"] == before
        except (ValueError, TypeError, KeyError):
            whole = False
        if not whole:
            return LogFault(number)
        before = _hash(line)
        latest |= told["files"]
    for path, digest in latest.items():
        if not (desk_folder() / path).is_file() or sha256_of(desk_folder() / path) != digest:
            return LogFault(0, path)
    known = {f"changes/{path.parent.name}/change.json" for path in desk_folder().glob("changes/*/change.json")}
    return next((LogFault(0, path) for path in sorted(known - set(latest))), None)


def _lines() -> list[bytes]:
    path = desk_folder() / NAME
    return path.read_bytes().split(b"\n")[:-1] if path.exists() else []


def _finish_last_act() -> None:
    """Whatever still lies beside its place, whole, takes it."""
    last = _last_line()
    told = {desk_folder() / path: digest for path, digest in json.loads(last)["files"].items()} if last else {}
    _take_places([path for path, digest in told.items() if _laid(path).exists() and sha256_of(_laid(path)) == digest])


def _take_places(paths: Iterable[Path]) -> None:
    """The files that lie beside their places take them."""
    folders = set()
    for path in paths:
        os.replace(_laid(path), path)
        folders.add(path.parent)
    for folder in folders:
        sync(folder)


def _lay(places: Mapping[Path, bytes]) -> None:
    """Lays files beside their places and waits until the disk has all: to wait after each would take a disk's time
    for every one of the thousands that communes send."""
    for folder in {path.parent for path in places}:
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in places.items():
        _laid(path).write_bytes(content)
    with ThreadPoolExecutor(WAITING) as threads:
        for _ in threads.map(sync, map(_laid, places)):
            pass


def _append(line: bytes) -> None:
    """Adds a line behind the last whole one: what a stop left of another was no act."""
    path = desk_folder() / NAME
    with path.open("ab") as file:
        size = file.tell()
        torn = _torn_bytes(path)
        file.truncate(size - torn)
        try:
            file.write(line + b"\n")
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            os.truncate(path, size - torn)
            raise
    sync(path.parent)


def _last_line() -> bytes:
    """The last line that is whole; empty when there is none."""
    path, tail = desk_folder() / NAME, TAIL
    if not path.exists():
        return b""
    with open_file(path) as file:
        size = file.seek(0, os.SEEK_END)
        while True:
            file.seek(max(size - tail, 0))
            ends = file.read().split(b"\n")
            if len(ends) > 2 or tail >= size:
                return ends[-2] if len(ends) > 1 else b""
            tail *= 8


def _torn_bytes(path: Path) -> int:
    content = path.read_bytes()[-TAIL:]
    return 0 if content.endswith(b"\n") else len(content.rpartition(b"\n")[2])


def _hash(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()


def _laid(path: Path) -> Path:
    return path.with_name(f"{path.name}.next")

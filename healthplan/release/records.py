"""The record of a release, written once it is checked: which bytes it is, and its place among the others.

One small file a release, kept for good in published/archive, so that one damaged record harms one release.
The order of releases is a number in it and no time of a clock or of a file.
"""

import json
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from healthplan.release.files import read_small, write_whole

NAME = re.compile(r"release-[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{12}")
ENDING, ARCHIVE = ".duckdb", "archive"
BYTES_MOST = 2_000  # of a record


@dataclass(frozen=True, slots=True)
class Record:
    """A release. `sequence` grows with each publication, also of a release that comes back; `published_at` is
    what the clock said then (UTC, ISO 8601) and decides nothing."""

    name: str
    sequence: int
    published_at: str
    size: int
    sha256: str


def record_path(folder: Path, name: str) -> Path:
    """Where the record of a release lies."""
    return folder / ARCHIVE / f"{name}.json"


def record_of(folder: Path, name: str) -> Record | None:
    """The record of a release; None when there is none that can be read."""
    with suppress(OSError, ValueError, TypeError, RecursionError):
        told = Record(**json.loads(read_small(record_path(folder, name), BYTES_MOST)))
        kinds = (str, int, str, int, str)
        fits = all(type(value) is kind for value, kind in zip(asdict(told).values(), kinds, strict=True))
        return told if fits and told.name == name else None
    return None


def write_record(folder: Path, record: Record) -> None:
    """Records a release, whole or not at all. Raises OSError."""
    path = record_path(folder, record.name)
    path.parent.mkdir(exist_ok=True)
    write_whole(path, json.dumps(asdict(record)).encode())


def now() -> str:
    """What the clock says, for people to read."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def next_sequence(folder: Path) -> int:
    """The number of a release that is to be the newest."""
    return max((record.sequence for record in all_records(folder)), default=0) + 1


def all_records(folder: Path) -> list[Record]:
    """Every record that can be read, the first published first."""
    found = (record_of(folder, name) for name in names_in(folder / ARCHIVE, ".json"))
    return sorted((record for record in found if record), key=lambda record: (record.sequence, record.name))


def names_in(folder: Path, ending: str) -> list[str]:
    """The names of releases that a folder has a file of; none where it cannot be listed."""
    with suppress(OSError):
        names = [path.name.removesuffix(ending) for path in folder.glob(f"release-*{ending}")]
        return [name for name in names if NAME.fullmatch(name)]
    return []

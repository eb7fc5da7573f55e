"""What is known of releases beside their files: the record of each one's bytes, and their order.

Both lie in published/archive for good. A record is one small file a release, so that a damaged one harms one
release. The order is a list of names; no time of a clock or of a file decides it.
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
ORDER_MOST = 10_000_000  # bytes


@dataclass(frozen=True, slots=True)
class ReleaseRecord:
    """A release. `published_at` is what the clock said (UTC, ISO 8601), for people to read."""

    name: str
    published_at: str
    size: int
    sha256: str


def record_path(folder: Path, name: str) -> Path:
    """Where the record of a release lies."""
    return folder / ARCHIVE / f"{name}.json"


def record_of(folder: Path, name: str) -> ReleaseRecord | None:
    """The record of a release; None when there is none that can be read."""
    with suppress(OSError, ValueError, TypeError, RecursionError):
        told = ReleaseRecord(**json.loads(read_small(record_path(folder, name), BYTES_MOST)))
        kinds = (str, str, int, str)
        fits = all(type(value) is kind for value, kind in zip(asdict(told).values(), kinds, strict=True))
        return told if fits and told.name == name else None
    return None


def write_record(folder: Path, record: ReleaseRecord) -> None:
    """Records a release, whole or not at all. Raises OSError."""
    path = record_path(folder, record.name)
    path.parent.mkdir(exist_ok=True)
    write_whole(path, json.dumps(asdict(record)).encode())


def now() -> str:
    """What the clock says, for people to read."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def all_names(folder: Path) -> list[str]:
    """The names of all releases, here or packed, the first published first. A release comes before those that
    the order lists when it lacks it: published before orders were kept, or the order was damaged."""
    found = {
        *names_in(folder, ENDING),
        *names_in(folder / ARCHIVE, f"{ENDING}.zst"),
        *names_in(folder / ARCHIVE, ".json"),
    }
    listed = [name for name in _order(folder) if name in found]
    return [*sorted(found.difference(listed)), *listed]


def make_newest(folder: Path, name: str) -> None:
    """Puts a release at the end of the order, also one that comes back. Raises OSError."""
    names = all_names(folder)
    if _order(folder)[-1:] != [name]:
        told = [*(one for one in names if one != name), name]
        write_whole(folder / ARCHIVE / "ORDER", "".join(f"{one}\n" for one in told).encode())


def _order(folder: Path) -> list[str]:
    """The names in the order, each once; none when it cannot be read."""
    with suppress(OSError, ValueError):
        told = read_small(folder / ARCHIVE / "ORDER", ORDER_MOST).decode().split("\n")
        return list(dict.fromkeys(name for name in told if NAME.fullmatch(name)))
    return []


def names_in(folder: Path, ending: str) -> list[str]:
    """The names of releases that a folder has a file of; none where it cannot be listed."""
    with suppress(OSError):
        names = [path.name.removesuffix(ending) for path in folder.glob(f"release-*{ending}")]
        return [name for name in names if NAME.fullmatch(name)]
    return []

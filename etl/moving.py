"""Files that move into data/ all together with their release, or not at all, whenever the computer stops.

A journal beside the releases says what moves, before anything does. CURRENT decides: when it names the journal's
release the files stay, else each old file comes back by its second name, which needs no room on the disk.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from healthplan.release import publication
from healthplan.release.files import read_small, sync, write_whole

JOURNAL_MOST = 10_000_000  # bytes


@contextmanager
def files_moved_in(files: Mapping[str, bytes | None], release: str) -> Iterator[None]:
    """Under the lock of the releases: inside, the files (path below data/ -> bytes, None: taken away) lie in data/ and
    the release of that name is made the current one. If it is not, data/ is as before. Raises OSError."""
    root = publication.data_folder()
    moving = {path: (root / path).exists() for path in files}
    write_whole(_journal(), json.dumps({"release": release, "files": moving}).encode())
    try:
        for path, raw in files.items():  # what needs room comes first
            if raw is not None:
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                _new(root / path).write_bytes(raw)
                sync(_new(root / path))
        for path, raw in files.items():
            _exchange(root / path, raw is not None, moving[path])
        yield
    finally:
        settle()


def settle() -> None:
    """Under the lock of the releases: ends what a stop left in the middle. Raises OSError."""
    try:
        told = json.loads(read_small(_journal(), JOURNAL_MOST))
    except FileNotFoundError:
        return
    done = publication.pointed_name() == Path(told["release"]).stem
    for path, was_there in told["files"].items():
        target = publication.data_folder() / path
        if not done:
            _put_back(target, was_there)
        for rest in (_new(target), _before(target)):
            rest.unlink(missing_ok=True)
        _remove_empty_folders(target.parent)
    _journal().unlink()
    sync(publication.folder())


def _exchange(target: Path, stays: bool, was_there: bool) -> None:
    """Gives a file of data/ its new bytes; the old ones get a second name."""
    if was_there:
        try:
            os.link(target, _before(target))
        except OSError:  # a disk without second names
            write_whole(_before(target), target.read_bytes())
    if stays:
        os.replace(_new(target), target)
    else:
        target.unlink()
    sync(target.parent)


def _put_back(target: Path, was_there: bool) -> None:
    if was_there and _before(target).exists():
        os.replace(_before(target), target)  # nothing, where both names are still of one file
    elif not was_there:
        target.unlink(missing_ok=True)
    if target.parent.exists():
        sync(target.parent)


def _remove_empty_folders(folder: Path) -> None:
    """A folder that a file left behind, or that was made for one."""
    while folder != publication.data_folder():
        with suppress(FileNotFoundError):
            if any(folder.iterdir()):
                return
            folder.rmdir()
        folder = folder.parent


def _journal() -> Path:
    return publication.folder() / "MOVING.json"


def _new(target: Path) -> Path:
    return target.with_name(f".new~{target.name}")


def _before(target: Path) -> Path:
    return target.with_name(f".before~{target.name}")

"""Files of the folder of releases: read without ever waiting, written whole or not at all."""

import errno
import hashlib
import os
import stat
from contextlib import suppress
from io import BufferedReader
from pathlib import Path

Mark = tuple[int, ...]


def open_file(path: Path) -> BufferedReader:
    """A regular file for reading. Raises OSError for anything else: a pipe
    would be waited for without end."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return os.fdopen(handle, "rb")


def read_small(path: Path, most: int) -> bytes:
    """The bytes of a file that holds at most that many. Raises OSError."""
    with open_file(path) as file:
        found = file.read(most + 1)
    if len(found) > most:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return found


def sha256_of(path: Path) -> str:
    """The hash of a file's bytes. Raises OSError."""
    with open_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def mark_of(path: Path) -> Mark:
    """What changes when a file is written, replaced or made another kind of thing. Raises OSError."""
    there = path.stat()
    return there.st_dev, there.st_ino, there.st_mode, there.st_size, there.st_mtime_ns, there.st_ctime_ns


def write_whole(path: Path, content: bytes) -> None:
    """A file beside the releases, whole or not at all. Raises OSError."""
    draft = path.with_name(path.name + ".tmp")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    sync(path.parent)


def sync(path: Path) -> None:
    """Waits until the disk has a file or the names in a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""One holder at a time: a lock file that goes with its process, waited for a while and never without end."""

import errno
import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

LOCK_SECONDS = 30.0  # that a second holder waits for the first; ROADMAP72_LOCK_SECONDS


class Busy(Exception):
    """Another holds the lock, for longer than one waits."""


@contextmanager
def held_lock(path: Path) -> Iterator[None]:
    """Raises Busy, and OSError when the path is no file."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
    try:
        until = monotonic() + _lock_seconds()
        while not _taken(handle):
            if monotonic() >= until:
                raise Busy
            sleep(0.05)
        yield
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EINTR):
            return False
        raise
    return True


def _lock_seconds() -> float:
    told = os.environ.get("ROADMAP72_LOCK_SECONDS", "")
    return float(told) if re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,3})?", told) else LOCK_SECONDS

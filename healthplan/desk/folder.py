"""Where the desk keeps its papers, and its one lock."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from healthplan.release import publication
from healthplan.release.locking import held_lock


class ActRefused(Exception):
    """An act that may not be done. `sentence` says why, filled by `facts`."""

    def __init__(self, sentence: str, **facts: str) -> None:
        super().__init__(sentence, facts)
        self.sentence, self.facts = sentence, facts


def desk_folder() -> Path:
    """The folder of the desk, beside data/; ROADMAP72_DESK names another one."""
    return Path(os.environ.get("ROADMAP72_DESK") or publication.data_folder().parent / "desk")


@contextmanager
def desk_lock() -> Iterator[None]:
    """One act at a time. Whoever holds the lock of the releases, too, took that one first. Raises Busy, OSError."""
    desk_folder().mkdir(parents=True, exist_ok=True)
    with held_lock(desk_folder() / "LOCK"):
        yield


def pending_file() -> Path:
    """What will be true once the publication under way has come true."""
    return desk_folder() / "PUBLISHING.json"

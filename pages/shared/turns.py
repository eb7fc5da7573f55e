"""Turns of the screens at the one interpreter: with more runs at a time everybody waits longer, first pages too."""

from contextlib import nullcontext
from threading import Semaphore

AT_ONCE = 2
_TURNS = Semaphore(AT_ONCE)


def turn(*, at_work: bool) -> Semaphore | nullcontext[None]:
    """A turn for as long as a screen is drawn. A place to work takes none: it may wait for a build or a file."""
    return nullcontext() if at_work else _TURNS

"""Answers that were made lately: a program that reads a file in ranges asks for the same bytes many times."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

ROOM = 64 * 2**20  # bytes, all answers together
LARGEST = ROOM // 4


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of an answer, how many rows there are on all pages, and the query of the next page."""

    body: bytes
    total: int
    next_page: str


class Kept:
    """The answers used last, up to ROOM bytes."""

    def __init__(self) -> None:
        self._lock, self._made = Lock(), OrderedDict[str, Made]()
        self._room = ROOM

    def forget(self) -> None:
        """Empties it."""
        with self._lock:
            self._made.clear()
            self._room = ROOM

    def get(self, tag: str) -> Made | None:
        """The answer of a tag, if it is still here."""
        with self._lock:
            if tag in self._made:
                self._made.move_to_end(tag)
            return self._made.get(tag)

    def put(self, tag: str, made: Made) -> None:
        """Keeps an answer; the ones not used for longest make room."""
        if len(made.body) > LARGEST:
            return
        with self._lock:
            self._room += len(self._made[tag].body) if tag in self._made else 0
            self._made[tag] = made
            self._made.move_to_end(tag)
            self._room -= len(made.body)
            while self._room < 0:
                self._room += len(self._made.popitem(last=False)[1].body)

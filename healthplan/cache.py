"""What was made lately and is dear to make: one store for the whole process, bounded by bytes.

A key has a fixed part, which only our data and closed lists of choices decide, and a free part, which a
reader may choose at will: words, titles, the host of the address. Only the fixed part finds an entry, and an
entry serves only the free part that it was made for. So nobody fills the store by typing.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock
from typing import Any

from cachetools import LRUCache

ROOM = 64 * 2**20  # bytes, everything together
LARGEST = ROOM // 4  # bytes of one entry


@dataclass(frozen=True, slots=True)
class Key:
    """`fixed` and `free` are hashes; `free` is "" where a reader chose nothing at will."""

    fixed: str
    free: str = ""


def key_of(*fixed: str, free: Iterable[str] = ()) -> Key:
    """The key of what depends on these words."""
    told = tuple(free)
    return Key(_hash(fixed), _hash(told) if any(told) else "")


def _hash(words: tuple[str, ...]) -> str:
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class _Entry:
    free: str
    value: Any
    size: int


class Cache:
    """The entries used last, up to ROOM bytes."""

    def __init__(self, room: int = ROOM, largest: int = LARGEST) -> None:
        self._lock, self._largest = Lock(), largest
        self._entries: LRUCache[tuple[str, bool], _Entry] = LRUCache(room, lambda entry: entry.size)

    def get(self, key: Key) -> Any | None:
        """What was kept under a key, if it is still here."""
        with self._lock:
            entry = self._entries.get((key.fixed, bool(key.free)))
        return entry.value if entry and entry.free == key.free else None

    def put(self, key: Key, value: Any, size: int) -> None:
        """Keeps a value of `size` bytes unless that is too much for one entry; those not used for longest
        make room."""
        if size <= self._largest:
            with self._lock:
                self._entries[key.fixed, bool(key.free)] = _Entry(key.free, value, size)

    def forget(self) -> None:
        """Empties it."""
        with self._lock:
            self._entries.clear()

    @property
    def size(self) -> int:
        """The bytes of all entries."""
        return int(self._entries.currsize)

    def __len__(self) -> int:
        return len(self._entries)


CACHE = Cache()

"""A file that was made for a reader: its bytes, and the same bytes packed for the wire."""

import gzip
from dataclasses import dataclass

PACKED_FROM = 1000  # bytes
LEVEL = 5


@dataclass(frozen=True, slots=True)
class File:
    """`packed` is empty for what is too small for it, or packed in itself."""

    body: bytes
    packed: bytes = b""


def pack(body: bytes) -> bytes:
    """The bytes packed with gzip, the same for the same; nothing when that is not worth it."""
    return gzip.compress(body, LEVEL, mtime=0) if len(body) >= PACKED_FROM else b""

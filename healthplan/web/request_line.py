"""Which request lines are answered at all: one plain path of this server, and the methods that HTTP knows."""

import re
from urllib.parse import quote, unquote_to_bytes

from starlette.types import Scope

LONGEST = 2000  # bytes of a path as it is sent; the longest of ours has a tenth of that
METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
VERSIONS = frozenset({"1.0", "1.1", "2", "3"})
MOST = 65536  # bytes of all headers together
CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
BROKEN = re.compile(rb"%(?![0-9A-Fa-f]{2})")
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\\]")


def raw_path(scope: Scope) -> bytes:
    """The path as it was sent, without the question; a test that sends none has it made from the path."""
    told: bytes | None = scope.get("raw_path")
    return quote(scope["path"]).encode() if told is None else told.partition(b"?")[0]


def is_sound(scope: Scope) -> bool:
    """Whether version and headers are such as HTTP knows; uvicorn lets control characters through."""
    pairs = scope["headers"]
    return (
        scope.get("http_version", "1.1") in VERSIONS
        and sum(len(name) + len(value) for name, value in pairs) <= MOST
        and not any(CONTROL.search(value) for _, value in pairs)
    )


def is_plain(raw: bytes) -> bool:
    """Whether a path as it was sent names one thing below this server, and can be read in one way only."""
    if not raw.startswith(b"/") or raw.startswith(b"//") or len(raw) > LONGEST or BROKEN.search(raw):
        return False
    try:
        path = unquote_to_bytes(raw).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not (path.startswith("//") or UNSEEN.search(path) or {"..", "."} & set(path.split("/")))

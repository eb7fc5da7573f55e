"""Bytes as HTTP sends them: tags, "not modified", ranges, compression."""

import gzip
import hashlib
import re
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from healthplan.web.encoding import preferred

ROOM = Path(__file__).parents[1]
PACKED_FROM = 1000  # bytes
LEVEL = 5
RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


@lru_cache(maxsize=1)
def version() -> str:
    """A hash of the code that writes answers: a new program never confirms what an older one wrote."""
    digest = hashlib.sha256()
    for path in sorted(ROOM.rglob("*")):
        if path.suffix in {".py", ".toml", ".html"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()


def tag_of(*parts: str) -> str:
    """The entity tag of an answer, from all that its bytes depend on."""
    return hashlib.sha256("\0".join((version(), *parts)).encode()).hexdigest()[:32]


def is_known(request: Request, tag: str) -> bool:
    """Whether the reader has these bytes already, packed or not."""
    told = request.headers.get("if-none-match", "")
    return told.strip() == "*" or tag in re.findall(r'"([0-9a-f]+)(?:-gzip)?"', told)


def unchanged(tag: str, headers: dict[str, str]) -> Response:
    """What a reader is told who has the answer."""
    return Response(status_code=304, headers=headers | {"ETag": f'"{tag}"'})


def send(
    request: Request, body: bytes, tag: str, media_type: str, headers: dict[str, str], packs: bool = False
) -> Response:
    """The whole body, packed when both sides like it, or the range that is asked for."""
    headers = headers | {"ETag": f'"{tag}"', "Accept-Ranges": "bytes"}
    if packs:
        headers["Vary"] = "Accept-Encoding"
    wanted = _range(request, tag, len(body))
    if wanted is not None:
        start, end = wanted
        if start >= end:
            return Response(status_code=416, headers=headers | {"Content-Range": f"bytes */{len(body)}"})
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(body)}"
        return Response(body[start:end], 206, headers, media_type)
    accepted = ",".join(request.headers.getlist("accept-encoding"))
    if packs and len(body) >= PACKED_FROM and preferred(accepted, ["gzip"]):
        packed = {"Content-Encoding": "gzip", "ETag": f'"{tag}-gzip"', "Accept-Ranges": "none"}
        return Response(gzip.compress(body, LEVEL, mtime=0), 200, headers | packed, media_type)
    return Response(body, 200, headers, media_type)


def _range(request: Request, tag: str, size: int) -> tuple[int, int] | None:
    """The first byte and the one after the last; None for the whole. Several ranges at once, or a range of
    other
    bytes than these, are answered with the whole, as HTTP allows."""
    found = RANGE.fullmatch(request.headers.get("range", "").replace(" ", ""))
    since = request.headers.get("if-range", f'"{tag}"')
    if request.method != "GET" or not found or not any(found.groups()) or since != f'"{tag}"':
        return None
    first, last = found.groups()
    if not first:
        return max(size - int(last), 0), size if int(last) else 0
    if last and int(last) < int(first):
        return None
    return int(first), min(int(last) + 1, size) if last else size

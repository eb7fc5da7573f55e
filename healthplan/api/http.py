"""Bytes as HTTP sends them: tags, "not modified", ranges, compression."""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from healthplan.cache import Key
from healthplan.formats.file import pack
from healthplan.web.encoding import preferred

ROOMS = (Path(__file__).parents[1], Path(__file__).parents[2] / "pages")
WRITERS = {".py", ".toml", ".html", ".css", ".js", ".typ", ".ttf", ".pptx"}  # endings of what writes answers
PIECE = 2**16  # bytes
RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


class Pieces(Response):
    """A body that goes out piece by piece, each when the one before has been taken: a reader who takes
    nothing holds one piece in memory, not the whole."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        for at in range(0, len(self.body), PIECE):
            piece = bytes(self.body[at : at + PIECE])
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


@lru_cache(maxsize=1)
def code_version() -> str:
    """A hash of the code and the templates that write answers: a new program never confirms what an older
    one wrote."""
    digest = hashlib.sha256()
    for path in sorted(path for room in ROOMS for path in room.rglob("*") if path.suffix in WRITERS):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def tag_of(*parts: str) -> str:
    """The entity tag of an answer, from all that its bytes depend on."""
    return hashlib.sha256("\0".join((code_version(), *parts)).encode()).hexdigest()[:32]


def key_tag(key: Key) -> str:
    """The entity tag of what is kept under a key."""
    return tag_of(key.fixed, key.free)


def is_known(request: Request, tag: str) -> bool:
    """Whether the reader has these bytes already, packed or not."""
    told = request.headers.get("if-none-match", "")
    return told.strip() == "*" or tag in re.findall(r'"([0-9a-f]+)(?:-gzip)?"', told)


def not_modified(tag: str, headers: dict[str, str]) -> Response:
    """What a reader is told who has the answer."""
    return Response(status_code=304, headers=headers | {"ETag": f'"{tag}"'})


def send(
    request: Request,
    body: bytes,
    tag: str,
    media_type: str,
    headers: dict[str, str],
    packs: bool = False,
    packed: bytes = b"",
) -> Response:
    """The whole body, packed when both sides like it, or the range that is asked for. `packed` is the body
    packed already; with `packs` it is packed now."""
    headers = headers | {"ETag": f'"{tag}"', "Accept-Ranges": "bytes"}
    if packs or packed:
        headers["Vary"] = "Accept-Encoding"
    wanted = _range(request, tag, len(body))
    if wanted is not None:
        start, end = wanted
        if start >= end:
            return Response(status_code=416, headers=headers | {"Content-Range": f"bytes */{len(body)}"})
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(body)}"
        return Pieces(body[start:end], 206, headers, media_type)
    accepted = ",".join(request.headers.getlist("accept-encoding"))
    if (packs or packed) and preferred(accepted, ["gzip"]):
        packed = packed or pack(body)
        if packed:
            about = {"Content-Encoding": "gzip", "ETag": f'"{tag}-gzip"', "Accept-Ranges": "none"}
            return Pieces(packed, 200, headers | about, media_type)
    return Pieces(body, 200, headers, media_type)


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

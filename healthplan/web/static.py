"""Serves Streamlit's and our own static files from memory: compressed ahead, kept by the browser for a
year."""

import hashlib
import mimetypes
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import brotli
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from healthplan.web.compress import ASSETS, STREAMLIT_STATIC, compressed_folder
from healthplan.web.encoding import preferred
from healthplan.web.style import style_sheet

# Streamlit's pickers compare what is typed with their options letter by letter, accents and all. The one file that
# does so is sent with both sides folded, each letter for one letter, as the order of what fits is reckoned by their
# places.
PICKERS = re.compile(r"js/useSyncComboBoxEnterTargetFocus\.[\w-]+\.js")
COMPARED = re.compile(r"(?:\b(\w)=|\w\?(\w):)(?P<text>\w)\.toLowerCase\(\)")
FOLD = (
    "function foldedText(text){return text.toLowerCase().replace(/[^\\x00-\\x7f]/g,"
    'letter=>letter==="\\u0111"?"d":letter.normalize("NFD")[0])}'
)
LONGEST = 240  # bytes; a file name may have 255
FOR_EVER = "public, max-age=31536000, immutable"
ENDINGS = {"br": ".br", "gzip": ".gz"}


@dataclass(frozen=True, slots=True)
class StaticFile:
    """The bytes to send, how they are packed ("" for not at all) and what they are."""

    body: bytes
    encoding: str
    media_type: str


class StaticFiles:
    """ASGI middleware: answers /static/* (Streamlit's, when compressed) and /assets/* (ours), passes on the
    rest."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, or passes it on."""
        path = scope.get("path", "")
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            found = static_file(path, ",".join(Headers(scope=scope).getlist("accept-encoding")))
            if found:
                headers = {"Cache-Control": FOR_EVER, "Vary": "Accept-Encoding"}
                if found.encoding:
                    headers["Content-Encoding"] = found.encoding
                await Response(found.body, media_type=found.media_type, headers=headers)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def static_file(path: str, accepted: str) -> StaticFile | None:
    """The file of a request path, packed as the browser accepts it; None when it is not ours to serve."""
    if len(path.encode("utf-8", "replace")) > LONGEST:  # the file system would not even look
        return None
    if ".." in path or "//" in path or "\\" in path:  # "/assets//etc/passwd" would be a path from the root
        return None
    name = path.removeprefix("/static/")
    encodings = preferred(accepted, tuple(ENDINGS))
    if path.startswith("/assets/"):
        return _asset(path.removeprefix("/assets/"), "br" in encodings)
    if PICKERS.fullmatch(name):
        return _pickers(name, "br" in encodings)
    if path.startswith("/static/"):
        return next((found for one in encodings if (found := _packed_file(name, one))), None)
    return None


def asset_address(name: str) -> str:
    """The address of one of our files, with its hash: a changed file has a new address."""
    digest = hashlib.sha256(_raw(name)).hexdigest()[:10]
    return f"assets/{name}?{digest}"


def _packed_file(name: str, encoding: str) -> StaticFile | None:
    path = compressed_folder() / (name + ENDINGS[encoding])
    return _static_file(path, encoding, _media_type(Path(name))) if path.is_file() else None


@lru_cache(maxsize=1024)
def _static_file(path: Path, encoding: str, media_type: str) -> StaticFile:
    """Only what is there is kept: a file that is absent now may be compressed a second later."""
    return StaticFile(path.read_bytes(), encoding, media_type)


def _asset(name: str, pack: bool) -> StaticFile | None:
    path = ASSETS / name
    return _kept_asset(name, pack and path.suffix in {".css", ".svg"}) if path.is_file() else None


@lru_cache(maxsize=64)
def _kept_asset(name: str, pack: bool) -> StaticFile:
    body = brotli.compress(_raw(name)) if pack else _raw(name)
    return StaticFile(body, "br" if pack else "", _media_type(Path(name)))


@lru_cache(maxsize=2)
def _pickers(name: str, pack: bool) -> StaticFile | None:
    """Streamlit's file with its comparison folded; None where there is no such file."""
    path = STREAMLIT_STATIC / name
    if not path.is_file():
        return None
    body = (FOLD + COMPARED.sub(_folded, path.read_text(encoding="utf-8"))).encode()
    return StaticFile(brotli.compress(body) if pack else body, "br" if pack else "", _media_type(path))


def _folded(compared: re.Match[str]) -> str:
    same = compared["text"] in compared.groups()[:2]
    return (
        compared[0].replace(f"{compared['text']}.toLowerCase()", f"foldedText({compared['text']})")
        if same
        else compared[0]
    )


def _raw(name: str) -> bytes:
    return style_sheet() if name == "look.css" else (ASSETS / name).read_bytes()


def _media_type(path: Path) -> str:
    return (
        {".js": "text/javascript", ".woff2": "font/woff2"}.get(path.suffix)
        or mimetypes.guess_type(path.name)[0]
        or "text/plain"
    )

"""Addresses at which there is nothing: a page with the way to every screen for people, a line
for programs."""

import os
import re
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from healthplan.text import Lang, say
from healthplan.text.templates import template_environment
from healthplan.web.compress import STREAMLIT_STATIC
from healthplan.web.edge import only_reading, refusal_text
from healthplan.web.first_page import PATHS, query_language, up
from healthplan.web.static import asset_address

NAME_SHOWN = 40  # letters of an address that the page repeats
# What lies behind: our API and the page of the search, and of Streamlit what its page needs. What a later Streamlit
# adds stays closed.
BEHIND = re.compile(
    r"/api/.*|/find|/_stcore/(?:health|host-config|stream|upload_file/.+|bidi-components/.+)|/(?:media|component)/.+"
    r"|/auth/(?:login|logout)|/oauth2callback",
    re.DOTALL,
)
TEMPLATES = template_environment(Path(__file__).parent / "templates")


class NotFound:
    """ASGI middleware: passes on what lies behind and answers 404 for all else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, or passes it on."""
        if scope["type"] == "lifespan" or _is_behind(scope["path"]):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            await _answer(scope)(scope, receive, send)


def _is_behind(path: str) -> bool:
    if path.startswith("/static/"):  # Streamlit would answer a file that it has not with its page
        return os.path.isfile(STREAMLIT_STATIC / path.removeprefix("/static/"))  # False for a name too long
    return BEHIND.fullmatch(path) is not None


def _answer(scope: Scope) -> Response:
    if scope["method"] not in ("GET", "HEAD"):
        return only_reading()
    if "text/html" not in Headers(scope=scope).get("accept", ""):
        return refusal_text(404, "edge_not_here")
    first = query_language(scope.get("query_string", b"").decode("latin-1"))
    return HTMLResponse(_page(scope, first), 404, {"Cache-Control": "no-store"})


def _page(scope: Scope, first: Lang) -> str:
    """Only letters, digits, dashes and strokes of the address are repeated, so that nobody can plant a
    link."""
    told = scope["path"].strip("/")[:NAME_SHOWN]
    name = "".join(letter for letter in told if letter.isalnum() or letter in " -_/")
    return TEMPLATES.get_template("not_here.html").render(
        langs=[first, *(lang for lang in Lang if lang is not first)],
        say=say,
        name=name,
        up=up(scope),
        screens=PATHS,
        mark=asset_address("mark.svg"),
        styles=[asset_address("look.css"), asset_address("docs.css")],
    )

"""The outermost step of the front door: which requests are read at all, and how their readers reach us."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from healthplan.text import Lang, say
from healthplan.web.encoding import preferred
from healthplan.web.forwarding import Misled, forwarded_scope, is_believed, is_same_origin
from healthplan.web.request_line import METHODS, is_plain, is_sound, raw_path

READING = ("GET", "HEAD")
ENCODINGS = ("br", "gzip")


class Edge:
    """ASGI middleware: refuses what is no request to this server, and tells what lies behind how readers
    reach us: without the path in front of ours, and with an Accept-Encoding that any code can read."""

    def __init__(self, app: ASGIApp, prefix: str = "", tls: bool = False, listens: str = "") -> None:
        self.app, self.prefix, self.tls, self.listens = app, prefix, tls, listens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, or passes it on."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        refused = _fault(scope)
        if refused is None:
            try:
                scope = forwarded_scope(scope, self.prefix, self.tls)
                refused = _stranger(scope, self.listens)
            except Misled:
                refused = refusal_text(400, "edge_request")
        if scope["type"] == "websocket":
            await self._socket(refused, scope, receive, send)
        elif refused is None and not scope["path"]:  # the root without its slash: no relative link would fit
            await _with_slash(scope)(scope, receive, send)
        else:
            await (refused or self.app)(_readable(scope), receive, send)

    async def _socket(self, refused: Response | None, scope: Scope, receive: Receive, send: Send) -> None:
        if refused is None:
            await self.app(_as_one_site(scope), receive, send)
            return
        await receive()
        if "websocket.http.response" in scope.get("extensions", {}):
            await send(
                {"type": "websocket.http.response.start", "status": refused.status_code, "headers": refused.raw_headers}
            )
            await send({"type": "websocket.http.response.body", "body": refused.body})
        else:
            await send({"type": "websocket.close", "code": 1008})


def refusal_text(status: int, sentence: str, **headers: str) -> Response:
    """A refusal in both languages, as text: nothing of the request stands in it."""
    told = "\n".join(say(lang, sentence) for lang in Lang)
    return PlainTextResponse(f"{told}\n", status, {"Cache-Control": "no-store"} | headers)


def only_reading() -> Response:
    """What a request is told that wants to change something where nothing can be changed."""
    return refusal_text(405, "edge_method", Allow=", ".join(READING))


def _fault(scope: Scope) -> Response | None:
    if not is_sound(scope):
        return refusal_text(400, "edge_request")
    if not is_plain(raw_path(scope)):
        return refusal_text(400, "edge_target")
    if scope["type"] == "http" and scope["method"] not in METHODS:
        return only_reading()
    return None


def _stranger(scope: Scope, listens: str) -> Response | None:
    if not is_believed(scope, listens):
        return refusal_text(400, "edge_host")
    if scope["type"] == "websocket" and not is_same_origin(scope):
        return refusal_text(403, "edge_origin")
    return None


def _with_slash(scope: Scope) -> Response:
    query = scope.get("query_string", b"").decode("latin-1")
    name = scope["app_root_path"].rpartition("/")[2]
    return RedirectResponse(f"{name}/" + (f"?{query}" if query else ""), 307)


def _readable(scope: Scope) -> Scope:
    """What the reader's program can unpack, in the words that Streamlit's substring test reads rightly."""
    told = Headers(scope=scope).getlist("accept-encoding")
    if not told:
        return scope
    headers = MutableHeaders(raw=list(scope["headers"]))
    del headers["accept-encoding"]
    headers["accept-encoding"] = ", ".join(preferred(",".join(told), ENCODINGS))
    return {**scope, "headers": headers.raw}


def _as_one_site(scope: Scope) -> Scope:
    """The origin was found to be ours; Streamlit compares it with the host, which a proxy may have
    changed."""
    headers = MutableHeaders(raw=list(scope["headers"]))
    if "origin" in headers:
        headers["host"] = headers["origin"].partition("://")[2]
    return {**scope, "headers": headers.raw}

"""After signing in or out one is back at the screen that one came from: Streamlit itself leads to the root."""

from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from healthplan.web.first_page import PATHS

AWAY, HOME = ("/auth/login", "/auth/logout"), ("/oauth2callback", "/auth/logout")
COOKIE = "back"
SECONDS = 900  # that somebody may take at the provider's
LONGEST = 1000


class ReturnFromSignIn:
    """ASGI middleware: keeps the address of the screen that leads to the provider, and leads back to it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on; of an answer that leads to the root it changes the way."""
        if scope["type"] != "http" or scope["path"] not in (*AWAY, *HOME):
            await self.app(scope, receive, send)
            return

        async def send_with_way(message: Message) -> None:
            if message["type"] == "http.response.start":
                _lead(scope, MutableHeaders(scope=message))
            await send(message)

        await self.app(scope, receive, send_with_way)


def _lead(scope: Scope, headers: MutableHeaders) -> None:
    told = Headers(scope=scope)
    came_from = _screen_address(told.get("referer", ""), scope) if scope["path"] in AWAY else ""
    if came_from:
        headers.append("Set-Cookie", f"{COOKIE}={quote(came_from)}; Path=/; Max-Age={SECONDS}; HttpOnly; SameSite=Lax")
    if scope["path"] in HOME and headers.get("location") == "/":
        kept = came_from or _screen_path(unquote(cookie_parser(told.get("cookie", "")).get(COOKIE, "")))
        headers["location"] = f"{scope.get('app_root_path', '')}/{kept.lstrip('/')}"


def _screen_address(referer: str, scope: Scope) -> str:
    """Path and question of the screen that a request came from. The host is not looked at: only ours is led to."""
    parts = urlsplit(referer)
    path = parts.path.removeprefix(scope.get("app_root_path", ""))
    return _screen_path(path + (f"?{parts.query}" if parts.query else ""))


def _screen_path(address: str) -> str:
    """The address if it names a screen of ours, else ""."""
    return address if len(address) < LONGEST and address.partition("?")[0] in PATHS else ""

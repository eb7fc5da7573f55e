"""The files that crawlers, browsers and monitors look for at the root: robots.txt, sitemap.xml, favicon.ico,
security.txt, and whether this server can answer."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from urllib.parse import urljoin
from xml.sax.saxutils import escape, quoteattr

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from healthplan.parameters.address import link
from healthplan.parameters.shared import known_place
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang, say
from healthplan.theme import THEMES
from healthplan.web import settings
from healthplan.web.compress import ASSETS
from healthplan.web.edge import READING, only_reading
from healthplan.web.settings import origin_of
from pages.registry import SCREENS

DAY = "public, max-age=86400"
CONTACT_HOLDS = timedelta(days=180)


class RootFiles:
    """ASGI middleware: answers the addresses of FILES, passes on the rest."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, or passes it on."""
        make = FILES.get(scope["path"]) if scope["type"] == "http" else None
        if make is not None and scope["method"] not in READING:
            await only_reading()(scope, receive, send)
            return
        answer = None if make is None else await run_in_threadpool(make, Request(scope))
        await (answer or self.app)(scope, receive, send)


def _robots(request: Request) -> Response:
    told = f"User-agent: *\nAllow: /\n\nSitemap: {origin_of(request)}sitemap.xml\n"
    return PlainTextResponse(told, headers={"Cache-Control": DAY})


def _sitemap(request: Request) -> Response:
    """Every screen, and those about a place for each place, in both languages, each with the other beside it."""
    origin = origin_of(request)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for screen, state in _views():
        page = {lang: urljoin(origin, link(screen, lang, **state)) for lang in Lang}
        beside = "".join(
            f'<xhtml:link rel="alternate" hreflang="{lang}" href={quoteattr(address)}/>'
            for lang, address in page.items()
        )
        lines += [f"<url><loc>{escape(address)}</loc>{beside}</url>" for address in page.values()]
    body = "\n".join([*lines, "</urlset>", ""])
    return Response(body, media_type="application/xml", headers={"Cache-Control": DAY})


def _views() -> list[tuple[str, dict[str, str]]]:
    """The screens that a search engine should know of, by name and state: as they open, and, where one is about a
    place, for each province and each other place whose plan is held."""
    views: list[tuple[str, dict[str, str]]] = [(screen, {}) for screen in SCREENS]
    served = publication.served_release()
    if served is None:
        return views
    view = View(Lang.VI, THEMES["light"], served.path)
    for name, screen in SCREENS.items():
        about = next((one for one in screen.parameters(view, {}) if one.name == "place"), None)
        if about is None or screen.unopened:
            continue
        options = about.options(view, {})
        views += [
            (name, {"place": place}) for place in options if place in view.planned or known_place(view, place) == place
        ]
    return views


def _favicon(_request: Request) -> Response:
    return Response(_mark(), media_type="image/x-icon", headers={"Cache-Control": DAY})


def _security(request: Request) -> Response | None:
    """RFC 9116; nothing where the steward names no contact."""
    contact = settings.contact()
    if not contact:
        return None
    until = (datetime.now(UTC) + CONTACT_HOLDS).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {contact}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: vi, en",
        f"Canonical: {origin_of(request)}.well-known/security.txt",
    ]
    return PlainTextResponse("\n".join(lines) + "\n", headers={"Cache-Control": DAY})


def _ready(_request: Request) -> Response:
    """The name of the release that readers get; 503 with a sentence when none opens."""
    headers, (path, _) = {"Cache-Control": "no-store"}, publication.health()
    if path is not None:
        return JSONResponse({"status": "ok", "release": path.stem}, headers=headers)
    told = {lang.value: say(lang, "edge_not_ready") for lang in Lang}
    return JSONResponse({"status": "unavailable"} | told, 503, headers | {"Retry-After": "5"})


@lru_cache(maxsize=1)
def _mark() -> bytes:
    return (ASSETS / "favicon.ico").read_bytes()


FILES: dict[str, Callable[[Request], Response | None]] = {
    "/robots.txt": _robots,
    "/sitemap.xml": _sitemap,
    "/favicon.ico": _favicon,
    "/.well-known/security.txt": _security,
    "/healthz": _ready,
    "/readyz": _ready,
}

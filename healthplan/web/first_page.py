"""The first HTML page of a screen: drawn by the server, it is read at once; Streamlit is fetched once it has been seen
and takes its place. Pages are kept, packed, in the cache of the process."""

import gzip
import hashlib
import json
import logging
import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qs, urljoin

import brotli
from markupsafe import Markup, escape
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from healthplan.cache import CACHE, Key, key_of
from healthplan.model.place_code import NAMES, current_value
from healthplan.parameters.address import link, query
from healthplan.parameters.parameter import FRAME, ParameterKind, day_of, unknown_words
from healthplan.parameters.shared import known_place
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import SENTENCES, Lang, say
from healthplan.text.templates import template_environment
from healthplan.theme import THEMES
from healthplan.web.compress import STREAMLIT_STATIC
from healthplan.web.edge import only_reading
from healthplan.web.encoding import preferred
from healthplan.web.request_line import raw_path
from healthplan.web.settings import origin_of
from healthplan.web.static import asset_address
from healthplan.web.style import first_style
from pages.blocks import ReaderContext
from pages.drawn.screen import DrawnView, drawn_screen, drawn_view
from pages.registry import SCREENS, shared_view

PATHS = {screen.path: screen.name for screen in SCREENS.values()}
OVERVIEW = {"communes", "indicator", "year"}  # what the overview was asked by when it stood at the root
# What our scripts say: in the window of the search, and instead of the English of Streamlit's widgets.
WORDS = (
    "skip",
    *(f"search_{name}" for name in ("title", "label", "hint", "what", "all", "how", "close", "failed")),
    *(key for key in SENTENCES if key.startswith("widget_")),
)
SHELL = STREAMLIT_STATIC.parent / "index.html"
SEVERAL = (ParameterKind.MANY, ParameterKind.ORDERED)
FONTS = [
    f"assets/fonts/be-vietnam-pro-{part}-{weight}-normal.woff2"
    for weight in (400, 600)
    for part in ("latin", "vietnamese")
]
ENCODINGS = ("br", "gzip")
BROTLI_QUALITY = 7  # of 11: a page is packed while its first reader waits
LOG = logging.getLogger(__name__)
TEMPLATES = template_environment(Path(__file__).parent / "templates")


@dataclass(frozen=True, slots=True)
class PackedPage:
    """The bytes of a page as they are sent, and their ETag."""

    body: bytes
    etag: str


class FirstPage:
    """ASGI middleware: answers the addresses of the screens; every other request goes on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, or passes it on."""
        found = await run_in_threadpool(_answer, scope) if scope["type"] == "http" and _is_screen(scope) else None
        await (found or self.app)(scope, receive, send)


def _is_screen(scope: Scope) -> bool:
    return (scope["path"].rstrip("/") or "/") in PATHS


def _answer(scope: Scope) -> Response:
    """A screen's first page with what is told of its address, or the way to a screen."""
    path, query = scope["path"], scope.get("query_string", b"").decode("latin-1")
    bare, asked = path.rstrip("/") or "/", parse_qs(query)
    if scope["method"] not in ("GET", "HEAD"):
        return only_reading()
    if (
        bare == "/" and "place" not in asked and OVERVIEW & asked.keys()
    ):  # an address from before there was a front page
        return RedirectResponse(f"{up(scope)}overview?{query}", 307)
    if path == bare:
        return _screen_page(Request(scope), PATHS[path], query)
    return RedirectResponse(f"{up(scope)}{bare[1:]}" + (f"?{query}" if query else ""), 307)


def _screen_page(request: Request, screen: str, asked: str) -> Response:
    """The page of a screen, or 304 where the reader has it. A list of ticked boxes in an address becomes one value."""
    encoding = next(iter(preferred(request.headers.get("accept-encoding", ""), ENCODINGS)), "")
    try:
        drawn = _drawn_view(request, screen, asked)
        if drawn and (way := _joined_address(drawn, asked)) is not None:
            return RedirectResponse(way or "?", 307)
        page = _kept_page(drawn, encoding, lettered="letters" in request.cookies) if drawn else None
    except Exception:  # the page opens undrawn, and its screen says what is wrong
        LOG.exception("the first page of %s could not be drawn", screen)
        page = None
    if page is None:
        page = _packed(first_page(query_language(asked), screen), encoding)
    headers = {"Cache-Control": "no-cache", "ETag": page.etag, "Vary": "Accept-Encoding, Cookie, User-Agent"}
    if page.etag in re.findall(r'"[^"]*"', request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    return HTMLResponse(page.body, headers=headers | ({"Content-Encoding": encoding} if encoding else {}))


def _drawn_view(request: Request, screen: str, asked: str) -> DrawnView | None:
    """The view that an address, and what this browser remembers, ask for; None where there is no release."""
    served = publication.served_release()
    if served is None:
        return None
    values = {name: told[-1] for name, told in parse_qs(asked).items()}
    embedded = values.pop("embed", "") == "true"
    lang, notes = query_language(asked), []
    pinned = publication.release_file(values.get("release", ""))
    if values.get("release") and pinned is None:
        known = values["release"] in publication.release_names()
        notes.append(
            say(lang, "release_damaged", value=values["release"]) if known else unknown_words(lang, [values["release"]])
        )
    if values.get("lang", lang) not in list(Lang):
        notes.append(unknown_words(lang, [values["lang"]]))
    view = View(lang, THEMES["light"], pinned or served.path, phone=_is_phone(request), pinned=pinned is not None)
    if served.instead_of and pinned is None:
        notes.append(view.say("release_instead", edition=view.edition))
    for name in NAMES:
        if name in values:
            values[name] = current_value(values[name], view.old_codes)
    kept = known_place(view, request.cookies.get("place", ""))
    view = replace(view, mine=known_place(view, values.get("place", "")) or kept)
    today = day_of(request.cookies.get("today", "")) or date.today()
    reader = ReaderContext(origin_of(request), today, kept)
    return replace(drawn_view(screen, view, values, reader, notes), embedded=embedded)


def _is_phone(request: Request) -> bool:
    """What the browser has said of its window, else what it says of itself."""
    told = request.cookies.get("room", "")
    return told == "phone" if told else "Mobi" in request.headers.get("user-agent", "")


def _joined_address(drawn: DrawnView, asked: str) -> str | None:
    """The address in which the ticked boxes of a form are one value; None where nothing is to be joined."""
    told = parse_qs(asked)
    several = {one.name for one in SCREENS[drawn.screen].parameters(drawn.view, drawn.address) if one.kind in SEVERAL}
    if not any(len(values) > 1 and name in several for name, values in told.items()):
        return None
    return query({name: ",".join(values) if name in several else values[-1] for name, values in told.items()})


def _page_key(drawn: DrawnView, *form: str) -> Key:
    """All that the page depends on. What a reader can choose at will finds no entry of its own."""
    view, screen = drawn.view, SCREENS[drawn.screen]
    known = {one.name for one in screen.parameters(view, drawn.address) if not one.free} - set(FRAME)
    closed = [f"{name}={value}" for name, value in sorted(drawn.address.items()) if name in known]
    free = [f"{name}={value}" for name, value in sorted(drawn.address.items()) if name not in known]
    fixed = (view.path.stem, str(view.pinned), drawn.screen, view.lang, str(view.phone), view.mine, drawn.reader.kept)
    return key_of(
        "first page",
        *fixed,
        str(drawn.found.kept),
        str(drawn.embedded),
        *form,
        *closed,
        free=(drawn.reader.base, str(drawn.reader.today), *drawn.notes, *drawn.found.unknown, *free),
    )


def _kept_page(drawn: DrawnView, encoding: str, *, lettered: bool) -> PackedPage:
    key = _page_key(drawn, encoding, "lettered" if lettered else "")
    kept: PackedPage | None = CACHE.get(key)
    if kept is None:
        view = drawn.view
        head = shared_head(view.lang, drawn.screen, query(dict(drawn.address)).removeprefix("?"), drawn.reader.base)
        kept = _packed(first_page(view.lang, drawn.screen, head, drawn_screen(drawn), lettered=lettered), encoding)
        CACHE.put(key, kept, len(kept.body))
    return kept


def _packed(page: str, encoding: str) -> PackedPage:
    raw = page.encode()
    etag = f'"{hashlib.sha256(raw).hexdigest()[:20]}{encoding}"'
    match encoding:
        case "br":
            return PackedPage(brotli.compress(raw, quality=BROTLI_QUALITY, lgwin=20), etag)
        case "gzip":
            return PackedPage(gzip.compress(raw, 6, mtime=0), etag)
    return PackedPage(raw, etag)


def query_language(query: str) -> Lang:
    """The language that a query names last; Vietnamese when it names none that we speak."""
    return Lang.EN if parse_qs(query).get("lang", [""])[-1] == Lang.EN else Lang.VI


def up(scope: Scope) -> str:
    """From the path of a request up to our root: with dots, so that the way stays on this host and below the
    path that a proxy gives us."""
    return "../" * (raw_path(scope).count(b"/") - 1) or "./"


def first_page(lang: Lang, screen: str, head: str = "", drawn: str = "", *, lettered: bool = False) -> str:
    """The page of one screen in one language around what is drawn of it; `head` are further lines of its head.
    `lettered`: the browser has our letters from an earlier page."""
    return TEMPLATES.get_template("first_page.html").render(
        lang=lang.value,
        title=f"{say(lang, f'menu_{screen}')} · {say(lang, 'product')}",
        about=say(lang, "product_line"),
        head=Markup(head),
        drawn=Markup(drawn),
        style=Markup(first_style()),
        words=json.dumps({key: SENTENCES[key][lang] for key in WORDS}, ensure_ascii=False),
        streamlit=json.dumps(_streamlit_files() | {"modules": _modules(screen)}),
        fonts=FONTS if lettered else (),
        lettered=lettered,
        scripts=[asset_address(name) for name in ("page.js", "first.js", "find.js")],
        mark=asset_address("mark.svg"),
        feed="api/v1/changes.atom" + query({"lang": lang.value} if lang is not Lang.VI else {}),
        say=lambda key: say(lang, key),
        other=lang is not Lang.VI,
    )


@lru_cache(maxsize=1)
def _streamlit_files() -> dict[str, list[str]]:
    """The scripts and style sheets of Streamlit's own page."""
    shell = SHELL.read_text(encoding="utf-8")
    scripts = re.findall(r'<script type="module"[^>]*src="\./([^"]+)"', shell)
    styles = re.findall(r'<link rel="stylesheet"[^>]*href="\./([^"]+)"', shell)
    return {"scripts": scripts, "styles": styles}


@lru_cache(maxsize=32)
def _modules(screen: str) -> list[str]:
    """The modules that Streamlit's script needs at once, and those of a chart where the screen draws one."""
    told = re.findall(r'<link rel="modulepreload"[^>]*href="\./([^"]+)"', SHELL.read_text(encoding="utf-8"))
    return [*told, *(_chart_chunks() if SCREENS[screen].draws else [])]


def shared_head(lang: Lang, screen: str, asked: str, origin: str) -> str:
    """The lines for those who send an address on, and the address that search engines keep; "" where no
    release can tell."""
    try:
        served = publication.served_release()
        return _shared_head(lang, screen, asked, origin, served.path, date.today()) if served else ""
    except Exception:  # the page opens without these lines, and its screen says what is wrong
        LOG.exception("the head of a page failed")
        return ""


@lru_cache(maxsize=256)
def _shared_head(lang: Lang, screen: str, asked: str, origin: str, path: Path, day: date) -> str:
    values = {name: told[-1] for name, told in parse_qs(asked).items() if name not in FRAME}
    shared = shared_view(View(lang, THEMES["light"], path), screen, values, day)
    about = " ".join(one.sentence for one in shared.answers[:2]) or say(lang, "product_line")
    here = urljoin(origin, link(screen, lang, **shared.state))
    card = urljoin(origin, "api/v1/share.png" + query({"screen": screen, **shared.state, "lang": lang.value}))
    told = {
        "og:type": "website",
        "og:site_name": say(lang, "product"),
        "og:title": shared.title,
        "og:description": about,
        "og:url": here,
        "og:image": card,
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": shared.title,
        "og:locale": {"vi": "vi_VN", "en": "en_GB"}[lang],
    }
    lines = [f'<meta property="{name}" content="{escape(value)}">' for name, value in told.items()]
    return "\n".join([*lines, f'<link rel="canonical" href="{escape(here)}">'])


@lru_cache(maxsize=1)
def _chart_chunks() -> list[str]:
    """Streamlit's Plotly chunk and the chunks it imports; else the browser learns of its 1 MB after the first run."""
    chunk = next((STREAMLIT_STATIC / "js").glob("PlotlyChart.*.js"))
    imported = re.findall(r'from"\./([^"]+\.js)"', chunk.read_text(encoding="utf-8"))
    return [f"static/js/{name}" for name in (chunk.name, *dict.fromkeys(imported))]

"""The first HTML page: Streamlit's own shell with our language, name, font and style, and what to fetch at
once."""

import html
import json
import logging
import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qs, urljoin

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from healthplan.parameters.address import link, query
from healthplan.parameters.parameter import FRAME
from healthplan.release.publication import served_release
from healthplan.release.view import View
from healthplan.text import SENTENCES, Lang, say
from healthplan.theme import THEMES
from healthplan.web.compress import STREAMLIT_STATIC
from healthplan.web.edge import only_reading
from healthplan.web.request_line import raw_path
from healthplan.web.settings import origin_of
from healthplan.web.static import asset_address
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
        lang, screen = query_language(query), PATHS[path]
        told = shared_head(lang, screen, query, origin_of(Request(scope)))
        page = first_page(lang, screen).replace("</title>", f"</title>\n{told}", 1)
        return HTMLResponse(page, headers={"Cache-Control": "no-cache"})
    return RedirectResponse(f"{up(scope)}{bare[1:]}" + (f"?{query}" if query else ""), 307)


def query_language(query: str) -> Lang:
    """The language that a query names last; Vietnamese when it names none that we speak."""
    return Lang.EN if parse_qs(query).get("lang", [""])[-1] == Lang.EN else Lang.VI


def up(scope: Scope) -> str:
    """From the path of a request up to our root: with dots, so that the way stays on this host and below the
    path that a proxy gives us."""
    return "../" * (raw_path(scope).count(b"/") - 1) or "./"


@lru_cache(maxsize=32)
def first_page(lang: Lang, screen: str) -> str:
    """The shell for one screen in one language."""
    shell = SHELL.read_text(encoding="utf-8")
    shell = re.sub(
        r"<link[^>]*(?:preload\"|service-desc)[^>]*SourceSans[^>]*/>|<link rel=\"service-desc\"[^>]*/>", "", shell
    )
    shell = re.sub(r"<link\s+rel=\"preload\"\s[^>]*?/>", "", shell)
    shell = re.sub(r"<noscript>.*?</noscript>", _without_script(lang), shell, flags=re.S)
    shell = re.sub(r"<script>\s*window\.prerenderReady = false\s*</script>", "", shell)
    shell = shell.replace('<html lang="en">', f'<html lang="{lang}">')
    shell = re.sub(r"<link rel=\"shortcut icon\"[^>]*/>", "", shell)
    title = f"{say(lang, f'menu_{screen}')} · {say(lang, 'product')}"
    return shell.replace("<title>Streamlit</title>", f"<title>{html.escape(title)}</title>\n{_head(lang, screen)}")


def _without_script(lang: Lang) -> str:
    """That the screens need a script, and the search, which does not."""
    asked = f'<input type="hidden" name="lang" value="{lang}">' if lang is not Lang.VI else ""
    label, hint = (html.escape(say(lang, f"search_{name}")) for name in ("label", "hint"))
    return (
        f'<noscript><p>{html.escape(say(lang, "no_script"))}</p><form action="find" role="search">{asked}'
        f'<input name="q" aria-label="{label}" placeholder="{hint}"> <button>{label}</button></form></noscript>'
    )


def _head(lang: Lang, screen: str) -> str:
    fonts = [
        f"fonts/be-vietnam-pro-{part}-{weight}-normal.woff2"
        for part in ("latin", "vietnamese")
        for weight in (400, 600)
    ]
    lines = [f'<meta name="description" content="{html.escape(say(lang, "product_line"))}">']
    lines += [f'<meta name="words" content="{html.escape(json.dumps({key: SENTENCES[key][lang] for key in WORDS}))}">']
    lines += [f'<script src="{asset_address(script)}"></script>' for script in ("page.js", "find.js")]
    lines += [f'<link rel="icon" href="{asset_address("mark.svg")}" type="image/svg+xml">']
    lines += [f'<link rel="preload" href="assets/{font}" as="font" type="font/woff2" crossorigin>' for font in fonts]
    feed = "api/v1/changes.atom" + query({"lang": lang.value} if lang is not Lang.VI else {})
    about = f'title="{html.escape(say(lang, "feed_title"))}" href="{feed}"'
    lines += [f'<link rel="alternate" type="application/atom+xml" {about}>']
    lines += [f'<link rel="stylesheet" href="{asset_address("look.css")}">']
    if SCREENS[screen].draws:  # else the browser learns of the chart's 1 MB only after the first answer
        lines += [f'<link rel="modulepreload" crossorigin href="static/js/{name}">' for name in _chart_chunks()]
    return "\n".join(lines)


def shared_head(lang: Lang, screen: str, asked: str, origin: str) -> str:
    """The lines for those who send an address on, and the address that search engines keep; "" where no
    release can tell."""
    try:
        served = served_release()
        return _shared_head(lang, screen, asked, origin, served.path, date.today()) if served else ""
    except Exception:  # the page opens without these lines, and its screen says what is wrong
        logging.getLogger(__name__).exception("the head of a page failed")
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
    lines = [f'<meta property="{name}" content="{html.escape(value)}">' for name, value in told.items()]
    return "\n".join([*lines, f'<link rel="canonical" href="{html.escape(here)}">'])


@lru_cache(maxsize=1)
def _chart_chunks() -> list[str]:
    """Streamlit's Plotly chunk and the chunks it imports."""
    chunk = next((STREAMLIT_STATIC / "js").glob("PlotlyChart.*.js"))
    imported = re.findall(r'from"\./([^"]+\.js)"', chunk.read_text(encoding="utf-8"))
    return [chunk.name, *dict.fromkeys(imported)]

"""The first page and the headers: the right language, our own files only, and no script of its own."""

import html
import re
from itertools import product
from urllib.parse import quote, urljoin, urlsplit

import pytest

from healthplan.parameters.address import path_of
from healthplan.text import Lang, say
from healthplan.web.compress import ASSETS, STREAMLIT_STATIC
from healthplan.web.first_page import PATHS, FirstPage, first_page
from healthplan.web.headers import HEADERS, POLICY, SecurityHeaders
from healthplan.web.static import asset_address
from tests.web.asgi import answer, streamlit_instead

PAGES = list(product(Lang, PATHS.values()))
# Styles stand in the page itself; a browser asks for favicon.ico by itself.
OURS = {path.name for path in ASSETS.iterdir() if path.is_file() and path.suffix != ".css"} - {"favicon.ico"}
EVERY_PAGE = pytest.mark.parametrize(("lang", "screen"), PAGES)
APP = FirstPage(streamlit_instead)
ASKED = (
    ("", "vi"),
    ("lang=vi", "vi"),
    ("lang=en", "en"),
    ("lang=fr", "vi"),
    ("place=11&lang=en", "en"),
    ("lang=", "vi"),
    ("lang=en&lang=vi", "vi"),
    ("lang=vi&lang=en", "en"),
    ("lang=%22%3E%3Cscript%3E", "vi"),
)
WAYS = (  # path, query, where it leads
    ("/trajectories/", "", "../trajectories"),
    ("/place/", "place=11&lang=en", "../place?place=11&lang=en"),
    ("/compare//", "a=%2F", "../../compare?a=%2F"),
    ("/data/", "", "../data"),
    ("/sources///", "", "../../../sources"),
    ("/", "indicator=stunting_under5&year=2026", "./overview?indicator=stunting_under5&year=2026"),
    ("/", "communes=yes&lang=en", "./overview?communes=yes&lang=en"),
)


@EVERY_PAGE
def test_the_page_says_its_language_and_its_name(lang: Lang, screen: str) -> None:
    page = first_page(lang, screen)
    assert re.findall(r'<html lang="([^"]+)">', page) == [lang.value]
    assert f"<title>{say(lang, f'menu_{screen}')} · {say(lang, 'product')}</title>" in page
    assert f'<noscript><p>{say(lang, "no_script")}</p><form action="find"' in page  # the search needs no script
    assert "<title>Streamlit" not in page and "You need to enable JavaScript" not in page


@EVERY_PAGE
def test_every_script_is_a_file_of_this_server(lang: Lang, screen: str) -> None:
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", first_page(lang, screen), re.S)
    assert scripts
    assert [(attributes, body) for attributes, body in scripts if "src=" not in attributes or body.strip()] == []


@EVERY_PAGE
def test_nothing_is_loaded_from_another_host(lang: Lang, screen: str) -> None:
    loaded = re.findall(r'(?:src|href)="([^"]+)"', first_page(lang, screen))
    assert loaded
    assert [address for address in loaded if re.match(r"(?:[a-z]+:)?//", address)] == []


@EVERY_PAGE
def test_every_file_that_the_page_names_is_there(lang: Lang, screen: str) -> None:
    page = html.unescape(first_page(lang, screen))
    ours = re.findall(r'"assets/([^"?]+)(?:\?[^"]*)?"', page)
    theirs = re.findall(r'"(?:\./)?static/([^"]+)"', page)
    assert set(ours) >= OURS and theirs
    assert [name for name in ours if not (ASSETS / name).is_file()] == []
    assert [name for name in theirs if not (STREAMLIT_STATIC / name).is_file()] == []
    for name in OURS:
        assert f'"{asset_address(name)}"' in page


@EVERY_PAGE
def test_only_screens_with_charts_fetch_the_chart_at_once(lang: Lang, screen: str) -> None:
    fetched = "PlotlyChart." in first_page(lang, screen)
    assert fetched is (screen in ("trajectories", "compare"))


@pytest.mark.parametrize(("query", "lang"), ASKED)
def test_the_address_chooses_the_language_and_vietnamese_is_the_default(query: str, lang: str) -> None:
    got = answer(APP, "/", query=query)
    assert f'<html lang="{lang}">'.encode() in got["body"]
    assert b"<script>" not in got["body"]


@pytest.mark.parametrize("path", list(PATHS))
def test_every_screen_has_a_first_page_that_is_never_kept_unasked(path: str) -> None:
    got = answer(APP, path)
    assert (got["status"], got["headers"]["cache-control"]) == (200, "no-cache")
    assert got["headers"]["content-type"].startswith("text/html")


@pytest.mark.parametrize("path", ["/no-such-screen", "/_stcore/health", "/static/js/index.js", "/overview/deeper"])
def test_other_addresses_go_on_to_streamlit(path: str) -> None:
    assert answer(APP, path)["headers"] == {"x-from": "behind"}


@pytest.mark.parametrize(("path", "query", "way"), WAYS)
def test_a_screen_with_a_stroke_too_many_leads_to_the_screen(path: str, query: str, way: str) -> None:
    got = answer(APP, path, query=query, accept="text/html,*/*")
    assert (got["status"], got["headers"]["location"]) == (307, way)
    arrived = urlsplit(urljoin(f"http://here{quote(path)}", way))
    assert (arrived.netloc, arrived.path in PATHS) == ("here", True)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_a_screen_is_only_read(method: str) -> None:
    got = answer(APP, "/place", method)
    assert (got["status"], got["headers"]["allow"]) == (405, "GET, HEAD")


def test_a_screen_that_can_be_linked_to_has_a_first_page() -> None:
    linked = {"/" + path_of(screen).strip("."): screen for screen in PATHS.values()}
    assert linked == PATHS


def test_every_answer_carries_the_security_headers() -> None:
    got = answer(SecurityHeaders(APP), "/")["headers"]
    assert {name: got[name.lower()] for name in HEADERS} == HEADERS
    behind = answer(SecurityHeaders(streamlit_instead), "/anything")["headers"]
    assert {name: behind[name.lower()] for name in HEADERS} == HEADERS


def test_the_policy_allows_no_other_host_and_no_code_from_text() -> None:
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules["default-src"] == rules["script-src"] == "'self'"
    assert "unsafe-eval" not in POLICY and "*" not in POLICY and "http" not in POLICY
    assert rules["object-src"] == "'none'"
    assert rules["frame-ancestors"] == "'self'"

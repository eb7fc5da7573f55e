"""Below a path: every link of ours fits, whether a proxy takes the path away before us or not."""

import json
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from healthplan.web.first_page import PATHS
from tests.web.asgi import sent
from tests.web.front import HTML, front, is_guarded

HERE = [(b"host", b"localhost:8501")]
PREFIXES = ("rm72", "/rm72/", "a/b", "api", "data", "_stcore", "static", "y-te.vn/72")
# A path that is called as a room of ours cannot be told from it once a proxy has taken it away.
WAYS = [*((prefix, False) for prefix in PREFIXES), ("rm72", True), ("a/b", True), ("y-te.vn/72", True)]
DEEP = ("/static/js/nope", "/api/v1/goals.csv", "/place", "/data", "/nope/deeper", "/api/v1", "/robots.txt")


def get(prefix: str, target: str, *headers: tuple[bytes, bytes], method: str = "GET") -> dict:
    return sent(front(prefix), target.encode(), method, [*HERE, *headers])


@pytest.mark.parametrize(("prefix", "strips"), WAYS)
def test_every_screen_and_file_is_there(real, prefix: str, strips: bool) -> None:
    root = "" if strips else f"/{prefix.strip('/')}"
    for screen in PATHS:
        assert get(prefix, root + screen)["status"] == 200
    for path in ("/assets/look.css", "/api/v1", "/api/v1/docs", "/api/v1/goals", "/robots.txt", "/healthz"):
        assert get(prefix, root + path)["status"] == 200
    assert get(prefix, f"{root}/_stcore/health")["headers"]["x-from"] == "behind"
    assert get(prefix, f"{root}/_stcore/metrics")["status"] == 404


@pytest.mark.parametrize(("prefix", "strips"), WAYS)
def test_what_we_print_names_the_path_once(real, prefix: str, strips: bool) -> None:
    path = prefix.strip("/")
    root, origin = "" if strips else f"/{path}", f"http://localhost:8501/{path}/"
    assert f"Sitemap: {origin}sitemap.xml" in get(prefix, f"{root}/robots.txt")["body"].decode()
    tree = ElementTree.fromstring(get(prefix, f"{root}/sitemap.xml")["body"])
    assert {one.text for one in tree.iter() if one.text and one.text.startswith("http")} >= {origin}
    more = get(prefix, f"{root}/api/v1/goals?limit=3")["headers"]["link"]
    assert more.startswith(f"<{origin}api/v1/goals?limit=3&offset=3&release=")
    told = json.loads(get(prefix, f"{root}/api/v1")["body"])
    assert told["docs"] == f"{origin}api/v1/docs"
    server = json.loads(get(prefix, f"{root}/api/v1/openapi.json")["body"])["servers"]
    assert server == [{"url": origin.rstrip("/")}]
    cited = get(prefix, f"{root}/api/v1/cite?view=place&place=11&lang=en")["body"].decode()
    assert f"{origin}place?place=11" in cited
    calendar = get(prefix, f"{root}/api/v1/calendar.ics")["body"].decode().replace("\r\n ", "")
    assert f"URL:{origin}" in calendar or f"URL;VALUE=URI:{origin}" in calendar


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_root_without_its_slash_leads_to_the_root(prefix: str) -> None:
    path = f"/{prefix.strip('/')}"
    got = get(prefix, f"{path}?lang=en", HTML)
    assert got["status"] == 307 and is_guarded(got)
    way = urlsplit(urljoin(f"http://here{path}", got["headers"]["location"]))
    assert (way.netloc, way.path, way.query) == ("here", f"{path}/", "lang=en")


@pytest.mark.parametrize("path", DEEP)
def test_a_path_that_only_begins_alike_is_another(path: str) -> None:
    assert get("rm72", f"/rm72x{path}", HTML)["status"] == 404
    assert get("rm72", f"/RM72{path}", HTML)["status"] == 404
    assert get("rm72", f"/rm72/rm72{path}", HTML)["status"] == 404


def test_a_screen_with_a_stroke_too_many_stays_below_the_path() -> None:
    got = get("rm72", "/rm72/place/?place=11")
    assert urljoin("http://here/rm72/place/", got["headers"]["location"]) == "http://here/rm72/place?place=11"


def test_the_path_of_the_named_address_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROADMAP72_ADDRESS", "https://health.example/72")
    assert get("", "/72/place")["status"] == get("", "/place")["status"] == 200

"""Addresses that are not here, and the files that machines look for."""

import json
import re
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from healthplan.release import publication
from healthplan.text import Lang, say
from healthplan.web.first_page import PATHS
from tests.web.asgi import sent
from tests.web.front import FRONT, HTML, LOCAL, is_guarded

UNKNOWN = (
    "/nope", "/nơi", "/overview/deeper", "/place/11", "/x//evil.example", "/a&lang=b#c",
    "/app.py",
    "/api", "/apix", "/apples", "/index.html", "/wp-login.php", "/.env", "/.git/config", "/.well-known/nope",
    "/.well-known/security.txt", "/static", "/static/", "/static/no-such.js", "/static/js/no-such.js",
    "/assets/nope.css", "/assets", "/media", "/media/", "/component", "/auth", "/auth/nope", "/healthz/",
    "/readyz/x", "/robots.txt/x",
    "/app/static/x.js", "/_stcore", "/_stcore/", "/_stcore/metrics", "/_stcore/agent",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/interact", "/_stcore/agent/mcp", "/_stcore/script-health-check", "/_stcore/message",
    "/_stcore/metrics/", "/_stcore//metrics", "/_stcore/upload_file", "/_STCORE/metrics", "/Place",
    "/<img src=x>",
    f"/{'a' * 600}", f"/{'ế' * 100}", f"/static/js/{'a' * 300}.js", f"/static/{'ế' * 90}/x.js",
)  # fmt: skip
BEHIND = (
    "/_stcore/health", "/_stcore/host-config", "/_stcore/upload_file/a/b", "/_stcore/bidi-components/a.js",
    "/media/abc.csv", "/component/a/b.js", "/auth/login", "/auth/logout", "/oauth2callback",
    "/_stcore/stream",
)  # fmt: skip
HOSTILE = ('/"><script>alert(1)</script>', "/<img src=x onerror=a>", "/[a](//evil)", "/{{7*7}}")


def get(path: str, *headers: tuple[bytes, bytes], query: str = "", method: str = "GET") -> dict:
    target = quote(path).encode() + (f"?{query}".encode() if query else b"")
    return sent(FRONT, target, method, [*LOCAL, *headers])


@pytest.mark.parametrize("path", UNKNOWN)
def test_a_person_is_shown_the_way_to_every_screen(path: str) -> None:
    got = get(path, HTML)
    page = got["body"].decode()
    assert got["status"] == 404 and is_guarded(got)
    assert got["headers"]["content-type"].startswith("text/html")
    for lang in Lang:
        assert say(lang, "edge_not_here_title") in page
    way = re.findall(r'<a href="([^"]*)"', page)
    arrived = [urlsplit(urljoin(f"http://here{quote(path)}", one)) for one in way]
    assert {(one.netloc, one.path) for one in arrived} == {("here", screen) for screen in PATHS}
    assert sorted({one.query for one in arrived}) == ["", "lang=en"]


@pytest.mark.parametrize("path", UNKNOWN)
def test_a_program_is_told_in_a_line(path: str) -> None:
    for accept in ((), ((b"accept", b"*/*"),), ((b"accept", b"application/json"),)):
        got = get(path, *accept)
        assert got["status"] == 404 and is_guarded(got)
        assert got["body"].decode() == "".join(f"{say(lang, 'edge_not_here')}\n" for lang in Lang)
    assert get(path, method="POST")["status"] == 405


@pytest.mark.parametrize(("query", "first"), [("", "vi"), ("lang=en", "en"), ("lang=fr", "vi")])
def test_the_page_speaks_the_language_of_the_address_first(query: str, first: str) -> None:
    page = get("/nope", HTML, query=query)["body"].decode()
    assert f'<html lang="{first}">' in page
    assert re.findall(r'<section lang="(\w+)">', page)[0] == first
    assert say(Lang(first), "edge_not_here_lead", value="nope") in page


@pytest.mark.parametrize("path", HOSTILE)
def test_nothing_of_the_address_becomes_markup(path: str) -> None:
    page = get(path, HTML)["body"].decode()
    shown = page.partition("“")[2].partition("”")[0]
    assert not set(shown) & set("<>\"'&;{}[]()=")
    assert "<script" not in page and "<img" not in page


@pytest.mark.parametrize("path", BEHIND)
def test_what_streamlit_needs_is_passed_on(path: str) -> None:
    assert get(path, HTML)["headers"]["x-from"] == "behind"


def test_robots_are_welcome_and_told_of_the_map(monkeypatch: pytest.MonkeyPatch) -> None:
    got = get("/robots.txt")
    assert got["headers"]["content-type"].startswith("text/plain")
    lines = got["body"].decode().splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    assert "Sitemap: http://localhost:8501/sitemap.xml" in lines
    monkeypatch.setenv("ROADMAP72_ADDRESS", "https://health.example/72")
    assert "Sitemap: https://health.example/72/sitemap.xml" in get("/robots.txt")["body"].decode()


def test_the_map_names_every_screen_and_the_places_of_each_in_both_languages(
    real: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROADMAP72_ADDRESS", "https://health.example/72/")
    body = get("/sitemap.xml")["body"]
    named = [one.text for one in ElementTree.fromstring(body).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(named) == len(set(named)) and len(body) < 200_000
    assert set(named) >= {f"https://health.example/72/{path[1:]}{lang}" for path in PATHS for lang in ("", "?lang=en")}
    assert set(named) >= {
        f"https://health.example/72/{way}" for way in ("?place=01", "?place=11&lang=en", "place?place=03808")
    }
    assert not [one for one in named if "update?" in one and "place" in one]


def test_the_mark_is_an_icon() -> None:
    got = get("/favicon.ico")
    assert (got["status"], got["headers"]["content-type"]) == (200, "image/x-icon")
    assert got["body"].startswith(b"\x00\x00\x01\x00")


@pytest.mark.parametrize(("told", "contact"), [
    ("security@health.example", "mailto:security@health.example"),
    ("mailto:a@b.vn", "mailto:a@b.vn"), ("https://health.example/report", "https://health.example/report"),
])  # fmt: skip
def test_a_contact_is_told_when_there_is_one(monkeypatch, told: str, contact: str) -> None:
    monkeypatch.setenv("ROADMAP72_CONTACT", told)
    got = get("/.well-known/security.txt")
    assert got["status"] == 200 and f"Contact: {contact}" in got["body"].decode().splitlines()
    assert re.search(r"^Expires: \d{4}-\d\d-\d\dT00:00:00Z$", got["body"].decode(), re.M)


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_monitor_is_told_the_release_or_why_there_is_none(
    real: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    got = get(path)
    assert json.loads(got["body"]) == {"status": "ok", "release": publication.current_path().stem}
    assert (got["status"], got["headers"]["cache-control"]) == (200, "no-store")
    monkeypatch.setenv("ROADMAP72_DATA", str(tmp_path))
    told = get(path)
    assert (told["status"], told["headers"]["retry-after"]) == (503, "5") and is_guarded(told)
    sentences = {lang.value: say(lang, "edge_not_ready") for lang in Lang}
    assert sentences.items() <= json.loads(told["body"]).items()


@pytest.mark.parametrize("damage", [b"", b"no database", b"\x00" * 5000])
def test_a_release_that_does_not_open_is_no_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    monkeypatch.setenv("ROADMAP72_DATA", str(tmp_path))
    folder = tmp_path / "published"
    folder.mkdir()
    name = "release-2026-11-24-0123456789ab.duckdb"
    (folder / name).write_bytes(damage)
    (folder / "CURRENT").write_text(name + "\n")
    assert get("/readyz")["status"] == 503


@pytest.mark.parametrize("path", ["/robots.txt", "/sitemap.xml", "/favicon.ico", "/healthz", "/readyz"])
def test_the_files_are_only_read(path: str) -> None:
    assert get(path, method="POST")["status"] == 405

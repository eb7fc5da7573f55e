"""Addresses, headers and methods made up at random, the same ones each time: every answer is one of ours."""

import os
from collections.abc import Callable
from random import Random
from urllib.parse import quote

import pytest

from healthplan.web.headers import HEADERS
from tests.web.asgi import sent
from tests.web.front import FRONT, front

ROUNDS = int(os.environ.get("FUZZ_ROUNDS", "1"))  # `FUZZ_ROUNDS=50` looks fifty times as long
TRIED = 300
MARK = "<zq onload=1>"
TARGETS = (
    "/", "/place", "/find", "/trajectories", "/data", "/present", "/nope", "/robots.txt", "/sitemap.xml", "/healthz",
    "/favicon.ico", "/.well-known/security.txt", "/assets/look.css", "/assets/page.js", "/static/js/x.js",
    "/_stcore/health", "/_stcore/metrics", "/_stcore/agent/openapi.json", "/media/x", "/component/x/y",
    "/api/v1", "/api/v1/docs", "/api/v1/openapi.json", "/api/v1/goals", "/api/v1/places.csv", "/api/v1/cite",
    "/api/v1/calendar.ics", "/api/v1/indicators.json", "/api/v1/release.duckdb", "/api/v1/decks/deck.json",
    "/api/v1/charts/tasks.csv", "/api/v1/charts/nope.svg", "/api/v1/briefs/99.pdf", "/api", "/rm72/place",
)  # fmt: skip
NAMES = ("lang", "place", "places", "indicator", "release", "row", "q", "limit", "offset", "order",
         "columns", "format", "view", "dataset", "download", "screen", "finding", "title", "ready", "year",
         "x")  # fmt: skip
WORDS = (
    "vi", "en", "11", "12", "ML", "VN", "all", "0", "-1", "99999999999", "health_insurance_coverage", "goals",
    "release-2026-11-24-0123456789ab", "../../etc/passwd", "a,b,,c", "năm", "\u202e", "\u0000", "\r\nX: y",
    MARK, f"'\"/>{MARK}", "{{7*7}}", "${x}", "%", "%zz", "' OR 1=1 --", "🙂", "\ufffe", "http://evil.example",
)  # fmt: skip
NOISE = ("/", "//", "..", ".", "%2e", "%00", "%", "\\", "%c0%af", "%0d%0a", ";", "?", "&", "=", "#", "*", "~",
         "%ff", "%5c", "@", ":", "[", "%F0%9F%99%82", quote(MARK), "a" * 300, "rm72", "..%2f")  # fmt: skip
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "get", "", "G\tT",
           "PROPFIND", "GET /", "\u00e9", "A" * 500)  # fmt: skip
HEADER_NAMES = (
    "host", "accept", "accept-encoding", "accept-language", "range", "if-none-match", "if-range", "cookie",
    "origin", "referer", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-prefix", "x-forwarded-for",
    "content-length", "content-type", "user-agent", "forwarded", "te", "connection", "if-modified-since",
)  # fmt: skip
VALUES = (
    "localhost", "localhost:8501", "evil.example", "", "*/*", "text/html", "gzip;q=0", "gzip, br;q=0.1",
    "*;q=0", "identity;q=0", "bytes=0-10", "bytes=-5", "bytes=9-1", "bytes=0-,5-", "bytes=99999999999999999-",
    "*", '"abc"', 'W/"x"', "https", "/../x", "/rm72", "//evil.example", "http://evil.example", "null",
    "a=b; c=\x7f", "\x00", "\xff\xfe", MARK, "é", "1,2,3", "x" * 5000, "keep-alive, upgrade",
    "for=1.2.3.4;host=evil.example", "Thu, 01 Jan 1970 00:00:00 GMT", "q=0.5;;;,,,", "gzip;q=abc",
)  # fmt: skip
Request = tuple[bytes, str, list[tuple[bytes, bytes]]]


def address(dice: Random) -> bytes:
    """A real target with a few questions, spoilt here and there."""
    path = dice.choice(TARGETS)
    for _ in range(dice.choice((0, 0, 1, 1, 2, 5))):
        at = dice.randint(0, len(path))
        path = path[:at] + dice.choice(NOISE) + path[at:]
    asked = "&".join(f"{dice.choice(NAMES)}={dice.choice((quote, str))(dice.choice(WORDS))}"
                     for _ in range(dice.randint(0, 4)))  # fmt: skip
    whole = f"{path}?{asked}" if asked else path
    return "".join(one if "!" <= one <= "~" else quote(one) for one in whole).encode("ascii")


def some_headers(dice: Random, most: int) -> list[tuple[bytes, bytes]]:
    pairs = [(dice.choice(HEADER_NAMES), dice.choice(VALUES)) for _ in range(dice.randint(0, most))]
    return [(name.encode(), value.encode("latin-1")) for name, value in pairs]


def odd_address(dice: Random) -> Request:
    return address(dice), "GET", [(b"host", b"localhost"), (b"accept", b"text/html")]


def odd_headers(dice: Random) -> Request:
    host = [(b"host", b"localhost")] if dice.random() < 0.8 else []
    return dice.choice(TARGETS).encode(), "GET", [*host, *some_headers(dice, 8)]


def odd_method(dice: Random) -> Request:
    return dice.choice((address(dice), dice.choice(TARGETS).encode())), dice.choice(METHODS), [
        (b"host", b"localhost"), *some_headers(dice, 2)]  # fmt: skip


def faults(got: dict) -> list[str]:
    """What is wrong with an answer."""
    told, kind = [], got["headers"].get("content-type", "")
    body = got["body"].decode("utf-8", "replace")
    if got["status"] >= 500 and not (got["status"] == 503 and '"vi"' in body):
        told.append(f"status {got['status']}")
    told += [f"without {name}" for name in HEADERS if name.lower() not in got["headers"]]
    if MARK in body and ("html" in kind or "xml" in kind or not kind):
        told.append("markup repeated")
    told += [f"broken header {name}" for name, value in got["headers"].items() if set("\r\n\0") & set(value)]
    if "evil.example" in got["headers"].get("location", "") + got["headers"].get("link", ""):
        told.append("a way to another host")
    return told


@pytest.mark.parametrize("make", [odd_address, odd_headers, odd_method], ids=lambda one: one.__name__)
@pytest.mark.parametrize("prefix", ["", "rm72"])
def test_every_answer_is_one_of_ours(real, make: Callable[[Random], Request], prefix: str) -> None:
    dice, app = Random(f"{make.__name__} {prefix}"), front(prefix) if prefix else FRONT
    wrong = {}
    for _ in range(TRIED * ROUNDS):
        target, method, headers = make(dice)
        if found := faults(sent(app, target, method, headers)):
            wrong[f"{method} {target.decode()} {headers}"] = found
    assert wrong == {}

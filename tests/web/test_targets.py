"""Odd request lines get a sentence and the security headers, never another file, never an error of
ours."""

import pytest

from healthplan.text import Lang, say
from tests.web.asgi import sent
from tests.web.front import FRONT, HTML, LOCAL, is_guarded

REFUSED = (
    b"*", b"http://other/", b"http://localhost:8501/place", b"//other/place", b"other:443", b"place", b"",
    b"/\x00", b"/%00", b"/place%00.html", b"/%0d%0aSet-Cookie:a=b", b"/%0A", b"/%7f", b"/%c2%85",
    b"/%", b"/%2", b"/%zz", b"/a%g0", b"/%u0041", b"/place%",
    b"/..", b"/../etc/passwd", b"/%2e%2e/etc/passwd", b"/%2E%2e%2Fapp.py", b"/static/../../app.py", b"/a/..",
    b"/.%2e/app.py", b"/assets/%2e%2e/style.py", b"/./place", b"/place/.",
    b"/%c0%ae%c0%ae/etc", b"/%c0%af", b"/%e0%80%af", b"/%ff", b"/%ed%a0%80", b"/%f5%80%80%80", b"/%e1",
    b"/\\evil.example", b"/%5c%5cserver%5cshare", b"/assets/..%5cstyle.py", b"/a\\..\\b",
    b"/" + b"a" * 8192, b"/" + b"a/" * 4096, b"/" + b"%61" * 2700,
    b"//", b"//evil.example/%2e%2e", b"/%2fevil.example",
)  # fmt: skip
HEADERS = (
    (b"x", b"\x01"),
    (b"x", b"a\x00b"),
    (b"user-agent", b"\x7f"),
    (b"accept", b"a\nb"),
    (b"x", b"\x1b[31m"),
    (b"accept-encoding", b"gzip\x0b"),
    (b"cookie", b"a=\x08"),
    (b"x-forwarded-for", b"\x02"),
    (b"x", b"a" * 70_000),
    (b"referer", b"http://x/\r\nSet-Cookie: a"),
    (b"x", b"\x1f"),
    (b"origin", b"\x00"),
)
METHODS = ("TRACE", "CONNECT", "get", "Get", "PROPFIND", "BREW", "PRI", "M-SEARCH", "G", "A" * 300)
OPEN = (b"/", b"/place", b"/place?x=%zz&y=%00&z=..", b"/api/v1/goals?q=%2e%2e", b"/assets/mark.svg")


@pytest.mark.parametrize("target", REFUSED, ids=lambda one: repr(one[:30]))
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
def test_an_odd_target_is_refused_in_words(target: bytes, method: str) -> None:
    got = sent(FRONT, target, method, [*LOCAL, HTML])
    assert got["status"] == 400 and is_guarded(got)
    assert got["body"].decode() == "".join(f"{say(lang, 'edge_target')}\n" for lang in Lang)


@pytest.mark.parametrize("header", HEADERS, ids=lambda one: repr(one)[:30])
def test_a_header_that_is_none_is_refused(header: tuple[bytes, bytes]) -> None:
    got = sent(FRONT, b"/", headers=[*LOCAL, header])
    assert got["status"] == 400 and is_guarded(got)
    assert sent(FRONT, b"/", headers=LOCAL, http_version="9.9")["status"] == 400


def test_letters_beyond_ascii_in_a_header_harm_nobody() -> None:
    for value in ("Lai Châu".encode(), "é".encode("latin-1"), b"\xff\xfe", b"\ttab\t"):
        assert sent(FRONT, b"/", headers=[*LOCAL, (b"x", value), (b"cookie", value)])["status"] == 200


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("target", [b"/", b"/api/v1/goals", b"/static/js/x.js", b"/nope", b"/_stcore/health"])
def test_an_unknown_method_is_refused(target: bytes, method: str) -> None:
    got = sent(FRONT, target, method, LOCAL)
    assert (got["status"], got["headers"]["allow"]) == (405, "GET, HEAD") and is_guarded(got)


@pytest.mark.parametrize("target", OPEN)
def test_what_a_question_holds_is_for_those_who_are_asked(real, target: bytes) -> None:
    assert sent(FRONT, target, headers=LOCAL)["status"] in (200, 400)
    assert say(Lang.EN, "edge_target").encode() not in sent(FRONT, target, headers=LOCAL)["body"]

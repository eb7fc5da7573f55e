"""Who is believed about the way to us: hosts, proxies that are named, and the pages that open a socket."""

import json
from typing import Any

import pytest
from starlette.applications import Starlette

from healthplan.text import Lang, say
from healthplan.web import settings
from healthplan.web.middleware import steps
from tests.web.asgi import apart, sent
from tests.web.front import FRONT, HTML, is_guarded

LISTED = "health.example, *.health.vn"
OWN = (
    "localhost", "localhost:8501", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:8501", "[::1]", "[::1]:8501",
    "localhost.", "app.localhost:8501",
)  # fmt: skip
FOREIGN = (
    "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "localhost@evil.example",
    "evil.example:8501", "localhost:99999", "localhost:abc", "localhost:", "", " ", "a b", "localhost/..",
    "localhost?x", "localhost#x", "http://localhost", "[::2]", "[::1", "10.0.0.9", "192.0.2.1:8501",
    "2130706433", "0x7f.1", "health.example.evil.example", "xhealth.example", "health.vn", "evilhealth.vn",
    "localhost,evil.example", "-localhost", "<script>", "localhost\\evil",
)  # fmt: skip


def host(told: str, target: bytes = b"/robots.txt", **scope: Any) -> dict[str, Any]:
    return sent(FRONT, target, headers=[(b"host", told.encode()), HTML], **scope)


@pytest.mark.parametrize("told", OWN)
def test_the_names_of_this_machine_are_believed(told: str) -> None:
    got = host(told)
    assert got["status"] == 200 and f"http://{told}/sitemap.xml".lower() in got["body"].decode().lower()


@pytest.mark.parametrize("told", FOREIGN)
@pytest.mark.parametrize("target", [b"/", b"/api/v1/goals", b"/assets/look.css", b"/nope", b"/_stcore/x"])
def test_another_host_is_refused_in_words(monkeypatch, told: str, target: bytes) -> None:
    monkeypatch.setenv("ROADMAP72_HOSTS", LISTED)
    got = host(told, target)
    assert got["status"] == 400 and is_guarded(got)
    assert got["body"].decode() == "".join(f"{say(lang, 'edge_host')}\n" for lang in Lang)


@pytest.mark.parametrize("told", ["health.example", "HEALTH.example.", "a.health.vn:443", "a.b.health.vn"])
def test_a_listed_host_is_believed(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    assert host(told)["status"] == 400
    monkeypatch.setenv("ROADMAP72_HOSTS", LISTED)
    assert host(told)["status"] == 200


def test_the_host_of_the_address_is_believed_and_every_link_names_the_address(
    monkeypatch: pytest.MonkeyPatch, real
) -> None:
    monkeypatch.setenv("ROADMAP72_ADDRESS", "https://plans.example/72")
    for told in ("plans.example", "localhost:8501"):
        got = host(told, b"/api/v1/goals?limit=2")
        more = "<https://plans.example/72/api/v1/goals?limit=2&offset=2&release="
        assert got["headers"]["link"].startswith(more)
        server = json.loads(host(told, b"/api/v1/openapi.json")["body"])["servers"]
        assert server == [{"url": "https://plans.example/72"}]
    assert host("evil.example")["status"] == 400


def test_the_address_that_a_request_came_in_at_is_believed() -> None:
    assert host("192.0.2.1:8501", server=("192.0.2.1", 8501))["status"] == 200
    assert host("192.0.2.1:8501", server=("::ffff:192.0.2.1", 8501))["status"] == 200
    assert host("192.0.2.2", server=("192.0.2.1", 8501))["status"] == 400
    assert host("[2001:db8::1]:8501", server=("2001:db8::1", 8501))["status"] == 200


def test_the_name_that_the_server_listens_at_is_believed() -> None:
    app = Starlette(middleware=steps(listens="Plans.lan"))
    for told, status in (("plans.lan:8501", 200), ("other.lan", 400)):
        assert sent(app, b"/robots.txt", headers=[(b"host", told.encode())])["status"] == status


def test_a_request_names_one_host() -> None:
    for headers in ([], [(b"host", b"localhost"), (b"host", b"localhost")]):
        assert sent(FRONT, b"/", headers=headers)["status"] == 400
    assert sent(FRONT, b"/", headers=[], http_version="1.0")["status"] == 200


def forwarded(**told: str) -> list[tuple[bytes, bytes]]:
    named = [(f"x-forwarded-{name}".encode(), value.encode()) for name, value in told.items()]
    return [(b"host", b"localhost:8501"), *named]


TOLD = forwarded(host="plans.example", proto="https", prefix="/72")
THROUGH = (  # who hands the request over, where it came in, the proxies named, whether its word counts
    (("10.1.2.3", 40000), ("10.0.0.1", 8501), "10.0.0.0/8", True),
    (("10.1.2.3", 40000), ("10.0.0.1", 8501), "10.1.2.3", True),
    (("10.1.2.3", 40000), ("10.0.0.1", 8501), "10.1.2.4", False),
    (("10.1.2.3", 40000), ("10.0.0.1", 8501), "", False),
    (("127.0.0.1", 40000), ("127.0.0.1", 8501), "", False),
    (("127.0.0.1", 40000), ("127.0.0.1", 8501), "127.0.0.1", True),
    (("203.0.113.9", 0), ("127.0.0.1", 8501), "127.0.0.1", True),
     # uvicorn has put the reader's address there
    (("10.1.2.3", 0), ("127.0.0.1", 8501), "10.0.0.0/8", False),
    (("::1", 40000), ("::1", 8501), "::1", True),
    (("::ffff:10.1.2.3", 40000), ("::ffff:10.0.0.1", 8501), "10.0.0.0/8", True),
    (("2001:db8::7", 40000), ("2001:db8::1", 8501), "2001:db8::/64 10.0.0.0/8", True),
    (None, None, "10.0.0.0/8", False),
)  # fmt: skip


@pytest.mark.parametrize(("client", "server", "named", "counts"), THROUGH)
def test_only_a_named_proxy_is_believed(monkeypatch, client, server, named: str, counts: bool) -> None:
    monkeypatch.setenv("ROADMAP72_PROXIES", named)
    got = sent(FRONT, b"/robots.txt", headers=TOLD, client=client, server=server)
    origin = "https://plans.example/72/" if counts else "http://localhost:8501/"
    assert f"Sitemap: {origin}sitemap.xml" in got["body"].decode()


@pytest.mark.parametrize(("told", "origin"), [
    ({"host": "evil.example, plans.example"}, "http://plans.example/"),  # the nearest proxy speaks last
    ({"proto": "http, https"}, "https://localhost:8501/"), ({"proto": "ftp"}, "http://localhost:8501/"),
    ({"prefix": "72/"}, "http://localhost:8501/72/"), ({"prefix": "/a/b"}, "http://localhost:8501/a/b/"),
    ({"prefix": "/"}, "http://localhost:8501/"), ({}, "http://localhost:8501/"),
])  # fmt: skip
def test_what_a_named_proxy_says_is_read_with_care(monkeypatch, told: dict[str, str], origin: str) -> None:
    monkeypatch.setenv("ROADMAP72_PROXIES", "127.0.0.1")
    got = sent(FRONT, b"/robots.txt", headers=forwarded(**told), server=("127.0.0.1", 8501))
    assert f"Sitemap: {origin}sitemap.xml" in got["body"].decode()


@pytest.mark.parametrize("told", [
    {"host": "a b"}, {"host": "evil/x"}, {"host": "<x>"}, {"prefix": "/../.."}, {"prefix": "//evil.example"},
    {"prefix": "/a b"}, {"prefix": "/<script>"}, {"prefix": "/a\\b"}, {"host": "a:b:c"}, {"prefix": "/%2e"},
])  # fmt: skip
def test_a_proxy_that_makes_no_sense_is_refused(monkeypatch, told: dict[str, str]) -> None:
    monkeypatch.setenv("ROADMAP72_PROXIES", "127.0.0.1")
    got = sent(FRONT, b"/robots.txt", headers=forwarded(**told), server=("127.0.0.1", 8501))
    assert got["status"] == 400 and is_guarded(got)


ORIGINS = (  # the host, the page's origin, whether the socket opens
    ("localhost:8501", "http://localhost:8501", True), ("localhost:8501", None, True),
    ("localhost:8501", "http://localhost:3000", False), ("localhost:8501", "http://127.0.0.1:8501", False),
    ("localhost:8501", "http://evil.example", False), ("localhost:8501", "null", False),
    ("localhost:8501", "", False), ("localhost:8501", "file://", False),
    ("localhost:8501", "http://localhost:8501.evil.example", False),
    ("localhost:8501", "http://evil.example:8501", False), ("localhost:8501", "http://[::1", False),
    ("evil.example:8501", "http://evil.example:8501", False), ("evil.example", None, False),
    ("127.0.0.1:8501", "https://health.example", True), ("health.example", "https://health.example", True),
    ("health.example", "https://a.health.vn", True), ("health.example", "https://evil.example", False),
)  # fmt: skip


@pytest.mark.parametrize(("named", "origin", "opens"), ORIGINS)
def test_only_pages_of_ours_open_a_socket(monkeypatch, named: str, origin: str | None, opens: bool) -> None:
    monkeypatch.setenv("ROADMAP72_HOSTS", LISTED)
    headers = [(b"host", named.encode())] + ([(b"origin", origin.encode())] if origin is not None else [])
    assert socket(headers) is opens


def test_a_star_opens_the_host_and_not_the_socket(monkeypatch) -> None:
    monkeypatch.setenv("ROADMAP72_HOSTS", "*")
    assert host("evil.example")["status"] == 200
    assert not socket([(b"host", b"localhost:8501"), (b"origin", b"http://evil.example")])


def socket(headers: list[tuple[bytes, bytes]]) -> bool:
    """Whether a socket gets as far as Streamlit."""
    reached, told = [], []

    async def behind(scope, receive, send) -> None:
        reached.append(dict(scope["headers"]))

    async def receive():
        return {"type": "websocket.connect"}

    async def send(message) -> None:
        told.append(message)

    scope = {"type": "websocket", "path": "/_stcore/stream", "raw_path": b"/_stcore/stream",
             "query_string": b"", "http_version": "1.1", "scheme": "ws", "server": ("127.0.0.1", 8501),
             "client": ("127.0.0.1", 4),
             "headers": headers}  # fmt: skip
    app = behind
    for step in reversed(FRONT.user_middleware):
        app = step.cls(app, *step.args, **step.kwargs)
    apart(app(scope, receive, send))
    assert bool(reached) is not bool(told)
    for seen in reached:  # Streamlit compares the two by itself
        assert b"origin" not in seen or seen[b"origin"].endswith(b"//" + seen[b"host"])
    return bool(reached)


@pytest.mark.parametrize(("name", "value"), [
    ("ADDRESS", "health.example"), ("ADDRESS", "ftp://health.example/"), ("ADDRESS", "https://a b/"),
    ("ADDRESS", "https://health.example/?x=1"), ("ADDRESS", "https://u:p@health.example/"),
    ("ADDRESS", "https://health.example/../x"), ("PROXIES", "nginx"), ("PROXIES", "10.0.0.0/33"),
    ("PROXIES", "127.0.0.1:80"), ("PROXIES", "*"), ("HOSTS", "https://health.example"), ("HOSTS", "a.*.b"),
    ("HOSTS", "health.example:80"), ("HOSTS", "a/b"), ("CONTACT", "nobody"), ("CONTACT", "https://a b"),
    ("CONTACT", "javascript:alert(1)"), ("CONTACT", "mailto:a@b\nContact: c"),
])  # fmt: skip
def test_a_setting_that_cannot_be_read_is_named(monkeypatch, name: str, value: str) -> None:
    assert settings.faults(Lang.EN) == []
    monkeypatch.setenv(f"ROADMAP72_{name}", value)
    for lang in Lang:
        (told,) = settings.faults(lang)
        assert f"ROADMAP72_{name}" in told

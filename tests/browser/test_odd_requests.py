"""Requests as bytes on a socket: whatever is sent, the answer is ours, and the log holds no traceback."""

import socket
from urllib.parse import urlsplit

import pytest

from healthplan.web.headers import HEADERS
from tests.browser.server import serve

LINES = (  # request line
    b"GET * HTTP/1.1", b"OPTIONS * HTTP/1.1", b"GET http://other/ HTTP/1.1",
    b"GET http://localhost/ HTTP/1.1", b"CONNECT other:443 HTTP/1.1", b"CONNECT / HTTP/1.1",
    b"TRACE / HTTP/1.1", b"get / HTTP/1.1", b"BREW / HTTP/1.1", b"GET /\x00 HTTP/1.1", b"GET /%00 HTTP/1.1",
    b"GET /% HTTP/1.1", b"GET /%zz HTTP/1.1", b"GET /../app.py HTTP/1.1",
    b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", b"GET /static/%2e%2e/index.html HTTP/1.1",
    b"GET /%c0%ae%c0%ae/x HTTP/1.1", b"GET /\\..\\x HTTP/1.1", b"GET /" + b"a" * 8192 + b" HTTP/1.1",
    b"GET /\xff HTTP/1.1", b"GET  / HTTP/1.1", b"GET / HTTP/9.9", b"GET /", b"\x16\x03\x01\x02\x00",
    b"nonsense", b"GET //evil.example HTTP/1.1", b"GET /_stcore/../app.py HTTP/1.1",
    b"GET /media/%2e%2e/x HTTP/1.1",
)  # fmt: skip
HOST = b"Host: localhost\r\n"
HEADS = (  # what follows GET / HTTP/1.1
    b"", HOST + b"Host: evil.example\r\n", HOST + HOST, b"Host: evil.example\r\n", b"Host: localhost\x00\r\n",
    HOST + b"X: \x01\r\n", HOST + b"A b: c\r\n", HOST + b": c\r\n", HOST + b"bare\r\n", b"Host: a b\r\n",
    HOST + b"Content-Length: x\r\n", HOST + b"Content-Length: -1\r\n", b"Host:\r\n", b"Host: [::1\r\n",
    HOST + b"Transfer-Encoding: chunked, chunked\r\n", HOST + b"X: " + b"a" * 100_000 + b"\r\n",
)  # fmt: skip
SOCKET = b"".join((
    b"Host: %s\r\nOrigin: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n",
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
))  # fmt: skip


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    return tmp_path_factory.mktemp("log") / "log"


@pytest.fixture(scope="module")
def origin(facts, log):
    with serve(facts, log=log) as one:
        yield one


def told(origin: str, head: bytes) -> tuple[int, str]:
    """Status and whole answer of a head that is sent as it is; of a socket that opens, the head of the
    answer."""
    with socket.create_connection(("127.0.0.1", urlsplit(origin).port), timeout=60) as line:
        line.sendall(head + b"\r\n")
        answer = b""
        while not answer.startswith(b"HTTP/1.1 101") and (part := line.recv(65536)):
            answer += part
    status = answer.split(b" ", 2)[1] if answer.startswith(b"HTTP/1.1 ") else b"0"
    return int(status), answer.decode("utf-8", "replace")


def get(path: str, *headers: str) -> bytes:
    lines = [f"GET {path} HTTP/1.1", "Host: localhost", "Connection: close", *headers, ""]
    return "\r\n".join(lines).encode()


def left_out(answer: str) -> list[str]:
    """The security headers that an answer does not carry."""
    return [name for name in HEADERS if f"\r\n{name.lower()}: " not in answer.lower()]


@pytest.mark.parametrize("line", LINES, ids=lambda one: repr(one[:40]))
def test_an_odd_request_line_is_refused_with_our_headers(origin, log, line: bytes) -> None:
    status, answer = told(origin, line + b"\r\n" + HOST + b"Connection: close\r\n")
    assert status in (400, 404, 405) and left_out(answer) == []
    assert "Traceback" not in log.read_text(errors="replace")


@pytest.mark.parametrize("head", HEADS, ids=lambda one: repr(one[:50]))
def test_an_odd_head_is_refused_with_our_headers(origin, log, head: bytes) -> None:
    status, answer = told(origin, b"GET / HTTP/1.1\r\n" + head + b"Connection: close\r\n")
    assert status == 400 and left_out(answer) == []
    assert "Traceback" not in log.read_text(errors="replace")


@pytest.mark.parametrize(("host", "page", "status"), [
    (b"localhost", b"http://localhost", 101), (b"127.0.0.1", b"http://127.0.0.1", 101),
    (b"evil.example", b"http://evil.example", 400), (b"localhost", b"http://evil.example", 403),
    (b"localhost", b"null", 403), (b"localhost", b"http://localhost:3000", 403),
    (b"a.localhost.evil.example", b"http://a.localhost.evil.example", 400),
])  # fmt: skip
def test_a_socket_opens_for_our_own_page_only(origin, host: bytes, page: bytes, status: int) -> None:
    got, answer = told(origin, b"GET /_stcore/stream HTTP/1.1\r\n" + SOCKET % (host, page))
    assert got == status and (status == 101 or left_out(answer) == [])


@pytest.mark.parametrize("path", [b"/nope", b"/_stcore/agent/mcp", b"/../x", b"/%ff", b"/%00", b"*"])
def test_a_socket_opens_nowhere_else(origin, log, path: bytes) -> None:
    head = b"GET " + path + b" HTTP/1.1\r\n" + SOCKET % (b"localhost", b"http://localhost")
    assert told(origin, head)[0] in (400, 403, 404)
    assert "Traceback" not in log.read_text(errors="replace")


@pytest.mark.parametrize(("path", "status"), [
    ("/", 200), ("/healthz", 200), ("/readyz", 200), ("/robots.txt", 200), ("/favicon.ico", 200),
    ("/sitemap.xml", 200), ("/_stcore/health", 200), ("/_stcore/host-config", 200), ("/api/v1/goals", 200),
    ("/_stcore/metrics", 404), ("/_stcore/agent/openapi.json", 404), ("/nope", 404), ("/static/nope.js", 404),
    ("/media/nope", 404), ("/.well-known/security.txt", 404), ("/api/nope", 404), ("/component/nope", 404),
])  # fmt: skip
def test_what_is_there_and_what_is_closed(origin, path: str, status: int) -> None:
    got, answer = told(origin, get(path))
    assert got == status and left_out(answer) == []


@pytest.mark.parametrize("path", [
    "/", "/_stcore/health", "/_stcore/host-config", "/api/v1/goals", "/api/v1/nope", "/nope", "/sitemap.xml",
    "/assets/look.css", "/api/v1/charts/rug.svg", "/api/v1/openapi.json",
])  # fmt: skip
def test_nothing_is_packed_for_who_cannot_unpack(origin, path: str) -> None:
    head = told(origin, get(path, "Accept-Encoding: gzip;q=0, br;q=0"))[1].partition("\r\n\r\n")[0]
    assert head.startswith("HTTP/1.1 ") and "content-encoding" not in head.lower()

"""Connections that send at once, and are cut when they hold on without getting on: a real server with real sockets."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from healthplan.web import connections

LARGE = b"x" * (32 * 2**20)  # more than the sockets of both sides hold


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers after the whole body with as much as the path says; `/thinking` takes its time first."""
    if scope["type"] != "http":
        return
    while (message := await receive())["type"] == "http.request" and message.get("more_body"):
        pass
    if scope["path"] == "/thinking":
        await asyncio.sleep(2)
    body = LARGE if scope["path"] == "/large" else b"here"
    headers = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[uvicorn.Server]:
    """A server whose patience is short, on a socket that was made as Streamlit makes its own."""
    for name, seconds in (("HEAD", 0.6), ("BODY", 0.6), ("STALL", 0.6), ("LOOK", 0.05)):
        monkeypatch.setattr(connections, name, seconds)
    connections.tend_connections()
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
        thread = threading.Thread(target=asyncio.run, args=(server.serve([listening]),))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield server
        server.should_exit = server.force_exit = True
        thread.join()


@pytest.fixture
def port(server: uvicorn.Server) -> int:
    """Where it listens."""
    return int(server.servers[0].sockets[0].getsockname()[1])


def test_the_body_of_an_answer_does_not_wait_until_its_head_has_come(server: uvicorn.Server, port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert connection.recv(1000)
        (held,) = server.server_state.connections
        line = held.transport.get_extra_info("socket")
        assert line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0


def is_cut(connection: socket.socket, drip: bytes) -> bool:
    """Whether the server hangs up on a client that sends a byte now and then, within ten seconds."""
    connection.settimeout(0.1)
    for at in range(100):
        try:
            connection.sendall(drip[at % len(drip) :][:1] if drip else b"")
            if connection.recv(1000) == b"":
                return True
        except TimeoutError:
            continue
        except OSError:
            return True
    return False


@pytest.mark.parametrize(("start", "drip"), [
    (b"", b""), (b"G", b""), (b"G", b"ET / HTTP/1.1"), (b"GET / HTTP/1.1\r\n", b"a"),
    (b"GET / HTTP/1.1\r\nHost: x\r\n", b"X: y\r\n"), (b"GET / HTTP/1.1\r\nHost: x\r\nX: ", b"y"),
    (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n", b"a"),
    (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n", b""),
    (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
    (b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\n", b"a"),
])  # fmt: skip
def test_a_request_that_does_not_come_to_its_end_is_cut(port: int, start: bytes, drip: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(start)
        assert is_cut(connection, drip)


def test_an_answer_that_nobody_takes_is_cut(port: int) -> None:
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", port))
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
        time.sleep(3)
        connection.settimeout(10)
        got = 0
        while piece := connection.recv(2**20):  # what was on its way still comes
            got += len(piece)
        assert got < len(LARGE)


def test_who_reads_slowly_but_reads_gets_the_whole(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        got = 0
        while piece := connection.recv(2**20):
            got += len(piece)
            time.sleep(0.05)
        assert got > len(LARGE)


def test_an_answer_that_takes_us_long_is_not_cut(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(b"GET /thinking HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        got = b""
        while piece := connection.recv(1000):
            got += piece
        assert got.endswith(b"here")


def test_others_are_answered_while_many_hold_on(port: int) -> None:
    held = [socket.create_connection(("127.0.0.1", port)) for _ in range(200)]
    for one in held:
        one.sendall(b"GET / HTTP/1.1\r\nX: ")
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        assert connection.recv(1000).startswith(b"HTTP/1.1 200")
    assert all(is_cut(one, b"") for one in held)
    for one in held:
        one.close()

"""Three processes behind HAProxy, as `make serve` runs them, while 200 people read: a process is killed, a release is
published, another process is drained. Nobody loses the view."""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from tests.browser.server import ROOT, build, built_copy, free_port, surroundings
from tests.web.asgi import apart

READERS = 200
WORKERS = 3
PLACES = {"11": "Điện Biên", "12": "Lai Châu", "20": "Lạng Sơn", "40": "Nghệ An"}
SECONDS = 120  # for what must come in the end, on a busy machine
HEADING = re.compile("<h1[^>]*>(.*?)</h1>", re.DOTALL)


@dataclass
class Service:
    """`make serve` on ports of its own."""

    port: int
    socket: Path
    data: Path

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def processes(self) -> dict[str, str]:
        """The state of each process by its name, as HAProxy sees it."""
        rows = [line.split(",") for line in self.say("show stat").splitlines()]
        return {row[1]: row[17] for row in rows if row[0] == "processes" and row[1] != "BACKEND"}

    def say(self, command: str) -> str:
        """A command of HAProxy's administrator, and its answer."""
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(self.socket))
            line.sendall(f"{command}\n".encode())
            return b"".join(iter(lambda: line.recv(65_536), b"")).decode()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("serve")
    one = Service(free_port(), folder / "admin", built_copy(folder / "data"))
    told = {"PORT": str(one.port), "WORKERS": str(WORKERS), "ROADMAP72_SOCKET": str(one.socket), "LISTEN": ""}
    with subprocess.Popen([sys.executable, "deploy/serve.py"], cwd=ROOT, env=surroundings(one.data) | told) as running:
        awaited(lambda: one.socket.exists() and list(one.processes().values()) == ["UP"] * WORKERS)
        yield one
        running.terminate()
        assert running.wait(SECONDS) == 0


def awaited(holds) -> None:
    until = monotonic() + SECONDS
    while not holds():
        assert monotonic() < until
        sleep(0.1)


def pid_at(port: int) -> int:
    """The process that listens at a port of this machine."""
    (inode,) = {
        line.split()[9] for line in Path("/proc/net/tcp").read_text().splitlines()[1:]
        if line.split()[1].endswith(f":{port:04X}") and line.split()[3] == "0A"
    }  # fmt: skip
    for handle in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if os.readlink(handle) == f"socket:[{inode}]":
                return int(handle.parts[2])
        except OSError:
            continue
    raise AssertionError(f"nobody listens at {port}")


class Reader:
    """Somebody with a browser: a page, a cookie, and a connection that is opened again when it breaks."""

    def __init__(self, service: Service, place: str) -> None:
        self.service, self.place, self.cookie = service, place, ""
        self.line: ClientConnection | None = None
        self.faults: list[str] = []

    @property
    def process(self) -> str:
        return self.cookie.partition("=")[2]

    def fetch(self) -> None:
        """The first page; the cookie names the process."""
        asked = Request(f"{self.service.origin}/place?place={self.place}", headers={"Cookie": self.cookie})
        with urlopen(asked, timeout=SECONDS) as page:
            self.cookie = (page.headers["Set-Cookie"] or self.cookie).partition(";")[0]
            body = page.read().decode()
        if page.status != 200 or PLACES[self.place] not in body:
            self.faults.append(f"first page: {page.status}")

    async def look(self) -> None:
        """Asks for the view of the address, over the connection or a new one, as a browser does."""
        until = monotonic() + SECONDS
        while True:
            try:
                if self.line is None:
                    await asyncio.to_thread(self.fetch)
                    self.line = await connect(
                        f"{self.service.origin.replace('http', 'ws')}/_stcore/stream", origin=self.service.origin,
                        subprotocols=["streamlit"], max_size=None, additional_headers={"Cookie": self.cookie},
                    )  # fmt: skip
                heading = await self.shown()
                break
            except (WebSocketException, OSError) as broken:
                self.line = None
                if isinstance(broken, HTTPError) or monotonic() > until:
                    self.faults.append(repr(broken))
                    return
        if PLACES[self.place] not in heading:
            self.faults.append(f"{PLACES[self.place]}: {heading}")

    async def shown(self) -> str:
        """The heading of the screen after one run."""
        assert self.line
        asked = BackMsg()
        asked.rerun_script.page_name, asked.rerun_script.query_string = "place", f"place={self.place}"
        await self.line.send(asked.SerializeToString())
        heading = ""
        while True:
            frame = ForwardMsg.FromString(await self.line.recv())
            if frame.WhichOneof("type") == "script_finished":
                return heading
            if found := HEADING.search(frame.delta.new_element.html.body):
                heading = found[1]

    async def leave(self) -> None:
        if self.line:
            await self.line.close()


async def everyone_looks(readers: list[Reader]) -> None:
    await asyncio.gather(*(one.look() for one in readers))
    assert [fault for one in readers for fault in one.faults] == []


def test_nobody_loses_the_view(service: Service) -> None:
    apart(a_morning(service))  # a browser of this worker may have a loop of its own


async def a_morning(service: Service) -> None:
    places = list(PLACES)
    readers = [Reader(service, places[n % len(places)]) for n in range(READERS)]
    await everyone_looks(readers)
    spread = {name: sum(one.process == name for one in readers) for name in service.processes()}
    assert sum(spread.values()) == READERS and min(spread.values()) > READERS / WORKERS / 2

    killed, drained, _ = service.processes()
    os.kill(pid_at(int(killed[1:])), signal.SIGKILL)
    await everyone_looks(readers)

    before = await asyncio.to_thread(released, service)
    task = service.data / "plans" / "dien-bien-2026" / "tasks.csv"
    task.write_text(task.read_text(encoding="utf-8").replace("ongoing", "yearly", 1), encoding="utf-8")
    built = await asyncio.to_thread(build, service.data)
    assert built.returncode == 0, built.stderr
    until = monotonic() + 5
    awaited_names = {name for name in service.processes() if name != killed}
    while {await asyncio.to_thread(released, service, name) for name in awaited_names} & {before}:
        assert monotonic() < until, "a process still shows the old release after 5 seconds"
    await everyone_looks(readers)

    service.say(f"set server processes/{drained} state drain")
    newcomers = [Reader(service, "11") for _ in range(12)]
    await everyone_looks([*readers, *newcomers])
    assert any(one.process == drained for one in readers)  # who reads there reads on
    assert all(one.process != drained for one in newcomers)

    await asyncio.to_thread(awaited, lambda: service.processes()[killed] == "UP")  # it was started again
    for one in (*readers, *newcomers):
        await one.leave()


def released(service: Service, process: str = "") -> str:
    """The release that a process shows, or whichever answers."""
    asked = Request(f"{service.origin}/readyz", headers={"Cookie": f"roadmap72={process}"})
    with urlopen(asked, timeout=SECONDS) as page:
        return page.read().decode()


def raw(service: Service, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", service.port), timeout=SECONDS) as line:
        line.sendall(request)
        return line.recv(65_536)


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: stranger.example\r\n\r\n",
    ],
)
def test_a_request_that_can_be_read_in_two_ways_is_refused(service: Service, request_bytes: bytes) -> None:
    assert raw(service, request_bytes).startswith(b"HTTP/1.1 400 ")


def test_what_a_reader_says_of_the_way_is_not_believed(service: Service) -> None:
    told = {"X-Forwarded-Host": "stranger.example", "X-Forwarded-Prefix": "/stranger", "X-Forwarded-Proto": "https"}
    with urlopen(Request(f"{service.origin}/trajectories", headers=told), timeout=SECONDS) as page:
        body = page.read().decode()
    assert [line for line in body.splitlines() if "stranger" in line] == []
    assert f"{service.origin}/trajectories" in body


def test_two_versions_of_the_protocol_are_spoken(service: Service) -> None:
    """The preface of HTTP/2 (RFC 9113, 3.4) and an empty SETTINGS frame are answered with a SETTINGS frame."""
    answered = raw(service, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(3) + b"\x04" + bytes(5))
    assert answered[3:4] == b"\x04"

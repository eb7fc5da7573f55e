"""The whole server: it starts its workers, answers while one is killed, and leaves none behind."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from signal import SIGKILL, SIGTERM

import pytest

from tests.browser.server import ROOT, surroundings


@pytest.fixture(params=[SIGTERM, SIGKILL])
def server(request: pytest.FixtureRequest, real: Path) -> Iterator[tuple[subprocess.Popen[bytes], str, int]]:
    """The server, its origin, and the signal that will end it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.address",
         "127.0.0.1"], cwd=ROOT, env=surroundings(real), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    yield process, f"http://127.0.0.1:{port}", request.param
    process.kill()
    process.wait()


def workers(server: int) -> set[int]:
    """The processes that the server has started."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        if int(fields[1]) == server and fields[0] != "Z":
            found.add(int(path.parent.name))
    return found


def eventually(true) -> None:
    ends = time.monotonic() + 60
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.05)


def picture(origin: str, query: str) -> bool:
    try:
        with urllib.request.urlopen(f"{origin}/api/v1/charts/map.svg?{query}", timeout=30) as answer:
            return answer.read().startswith(b"<svg")
    except OSError:
        return False


def test_workers_come_and_go_with_the_server(server: tuple[subprocess.Popen[bytes], str, int]) -> None:
    process, origin, signal = server
    eventually(lambda: workers(process.pid) and picture(origin, "lang=vi"))
    before = workers(process.pid)
    for one in before:
        os.kill(one, SIGKILL)
    eventually(lambda: picture(origin, "lang=en"))
    after = workers(process.pid)
    assert after and not after & before
    process.send_signal(signal)
    process.wait(30)
    eventually(lambda: not any(Path(f"/proc/{one}").exists() for one in after))

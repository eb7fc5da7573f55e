"""What readers of the screens notice while others ask for twenty pictures and decks a second, each of them
another one: how long a choice takes beside the same choice without them, what the server and its workers take
in memory, and how long the work goes on after the askers have left.

`python -m tests.bench.besieged <origin> <seconds>` asks alone, from several addresses of this machine.
"""

import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from itertools import count, product
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from urllib.parse import urlsplit

from tests.bench import interaction
from tests.bench.figures import Line
from tests.browser.chromium import chromium

A_SECOND, SECONDS = 20, 20
CLIENTS = 10  # addresses, 127.0.0.2 and on
SLOWER, LARGER, REST = 2, 400, 10  # times, megabytes, seconds
PLACES = ("11", "12", "20", "40", "ML")
WORDS = ("y", "t", "s", "b", "c", "d", "x", "k")
FILES = (
    "charts/tasks.png?words={word}", "charts/rug.png?places={some}", "charts/compare.svg?places={some}",
    "charts/dumbbells.png?places={some}", "decks/deck.pptx?title={n}&places={some}",
    "decks/deck.pdf?title={n}&places={some}", "decks/hall.html?title={n}&places={some}",
    "charts/calendar.png?date=2026-{month:02}-{day:02}", "charts/trajectory.svg?places={some}",
)  # fmt: skip


def lines(origin: str) -> list[Line]:
    """Quiet and besieged in one run, over the same connection and with the same choices."""
    with chromium() as browser:
        frames = interaction.chosen(browser, origin, interaction.next_indicator).frames
    server = listener(origin)
    quiet, before = _choices(origin, frames), memory(server)
    crowd = subprocess.Popen([sys.executable, "-m", "tests.bench.besieged", origin, str(SECONDS)])
    sleep(2)
    peak = [before]
    watch = Thread(target=_watch, args=(server, crowd, peak))
    watch.start()
    besieged = _choices(origin, frames)
    crowd.wait()
    watch.join()
    return [
        Line("A choice while 20 files a second are asked, p95; bare: without", "ms", [_p95(besieged)],
             [_p95(quiet)], SLOWER),
        Line("Memory of server and workers, more than before", "MB", [max(peak) - before], [], LARGER,
             absolute=True),
        Line("Work goes on after those who asked have left", "s", [_rest(server)], [], REST, absolute=True),
    ]  # fmt: skip


def _choices(origin: str, frames: list[bytes]) -> list[float]:
    """Choices one after the other for SECONDS less a little, in milliseconds."""
    took, ends = [], monotonic() + SECONDS - 5
    while monotonic() < ends:
        took += interaction.replayed(origin, frames)
    return took


def _p95(took: list[float]) -> float:
    return sorted(took)[int(len(took) * 0.95)]


def listener(origin: str) -> int:
    """The process that listens at an address."""
    port = f":{urlsplit(origin).port:04X}"
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    socket = next(f"socket:[{row[9]}]" for row in rows if row[1].endswith(port) and row[3] == "0A")
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if str(link.readlink()) == socket:
                return int(link.parts[2])
        except OSError:  # it has just been closed
            continue
    raise RuntimeError(f"nobody listens at {origin}")


def family(server: int) -> Iterator[tuple[int, list[str]]]:
    """The server and its children, each with the fields of /proc/<process>/stat after its name."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if server in (int(path.parent.name), int(fields[1])):
            yield int(path.parent.name), fields


def memory(server: int) -> float:
    """Resident megabytes of the server and its workers."""
    return sum(int(fields[21]) * 4096 for _, fields in family(server)) / 1e6


def _busy(server: int) -> int:
    """Ticks of processor time that the workers have taken."""
    return sum(int(fields[11]) + int(fields[12]) for process, fields in family(server) if process != server)


def _watch(server: int, crowd: subprocess.Popen[bytes], peak: list[float]) -> None:
    while crowd.poll() is None:
        peak.append(memory(server))
        sleep(0.2)


def _rest(server: int) -> float:
    """Seconds until the workers do nothing for two seconds."""
    start = at = monotonic()
    done = _busy(server)
    while monotonic() - at < 2 and at - start < 300:
        sleep(0.1)
        now = _busy(server)
        if now > done + 1:
            done, at = now, monotonic()
    return at - start


def ask_for_ever(origin: str, seconds: float) -> None:
    """A_SECOND requests a second, none of them twice; at the end all hang up at once."""
    host, ends, numbers = urlsplit(origin).netloc, monotonic() + seconds, count()
    some = [",".join(place for place, on in zip(PLACES, chosen, strict=True) if on)
            for chosen in product((True, False), repeat=len(PLACES)) if any(chosen)]  # fmt: skip
    while monotonic() < ends:
        number = next(numbers)
        turn = number // len(FILES)
        path = FILES[number % len(FILES)].format(
            n=number, some=some[turn % len(some)], word=WORDS[turn % len(WORDS)], month=turn % 12 + 1,
            day=turn % 28 + 1)  # fmt: skip
        address = f"127.0.0.{2 + number % CLIENTS}"
        Thread(target=_ask, args=(host, f"/api/v1/{path}", address), daemon=True).start()
        sleep(1 / A_SECOND)


def _ask(host: str, path: str, address: str) -> None:
    connection = HTTPConnection(host, timeout=120, source_address=(address, 0))
    connection.request("GET", path)
    connection.getresponse().read()


if __name__ == "__main__":
    ask_for_ever(sys.argv[1], float(sys.argv[2]))

"""A crowd: a thousand people who open the address within one minute, two hundred who choose something every thirty
seconds, and what sessions leave in memory. The crowd runs on the same machine as the server.

`python -m tests.bench.crowd <origin>` measures a server that runs already, of whatever version.
"""

import asyncio
import random
import sys
from collections.abc import Awaitable, Callable
from time import perf_counter
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.asyncio.client import ClientConnection, connect

from tests.bench.besieged import listener, memory
from tests.bench.figures import Line
from tests.bench.interaction import ends_a_run

PEOPLE, MINUTE = 1000, 60.0
CHOOSERS, PAUSE, CHOOSING = 200, 30.0, 90.0  # people, seconds between two choices, seconds in all
HELD, PASSING = 100, 2000  # sessions open at once, and opened and closed
AT_ONCE = 20  # of those that pass
FRESH = "trajectories?places=11,12"
INDICATORS = ("health_insurance_coverage", "stunting_under5", "doctors_per_station", "ehealth_record")


def lines(origin: str) -> list[Line]:
    """The crowd's lines, one after the other."""
    urlopen(Request(f"{origin}/{FRESH}", headers={"Accept-Encoding": "br"})).read()
    opened, failed = asyncio.run(a_minute(origin))
    chosen = asyncio.run(choices(origin))
    each, rest = asyncio.run(sessions(origin))
    return [
        Line(f"{PEOPLE} people in a minute: first chart, p95", "ms", [p95(opened)], [], 1000, absolute=True),
        Line("of them without an answer", "", [failed], [], 0, absolute=True),
        Line(f"{CHOOSERS} people choose every {PAUSE:g} s: p95", "ms", [p95(chosen)], [], None),
        Line("Memory of one more session", "MB", [each], [], 1, absolute=True),
        Line(f"Memory after {PASSING} sessions, share of before", "", [rest], [], 1.1, absolute=True),
    ]


def p95(took: list[float]) -> float:
    """Milliseconds within which 95 of 100 were answered."""
    return sorted(took)[int(len(took) * 0.95)] * 1000


async def a_minute(origin: str) -> tuple[list[float], int]:
    """Seconds until each had the first chart, and how many had no answer; each opens a session then, as a browser."""
    took, failed = list[float](), 0

    async def visit() -> None:
        nonlocal failed
        await asyncio.sleep(random.uniform(0, MINUTE))
        try:
            took.append(await first_page(origin))
            async with session(origin) as line:
                await asked(line, INDICATORS[0])
        except Exception:  # whatever it was, one reader had no answer
            failed += 1

    await asyncio.gather(*(visit() for _ in range(PEOPLE)))
    return took, failed


async def first_page(origin: str) -> float:
    """Seconds until the whole first page has come, which holds words and chart."""
    host, start = urlsplit(origin), perf_counter()
    there, back = await asyncio.open_connection(host.hostname, host.port)
    asked_for = f"GET /{FRESH} HTTP/1.1\r\nHost: {host.netloc}\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n"
    back.write(asked_for.encode())
    answer = await there.read()
    back.close()
    if not answer.startswith(b"HTTP/1.1 200 "):
        raise RuntimeError(answer[:80])
    return perf_counter() - start


def session(origin: str) -> connect:
    """A connection as a browser opens it."""
    return connect(
        f"{origin.replace('http', 'ws', 1)}/_stcore/stream", origin=origin, subprotocols=["streamlit"], max_size=None,
        open_timeout=60, ping_timeout=None,
    )  # fmt: skip


async def asked(line: ClientConnection, indicator: str) -> float:
    """Seconds until the server has shown an indicator."""
    told, start = BackMsg(), perf_counter()
    told.rerun_script.page_name = "trajectories"
    told.rerun_script.query_string = f"indicator={indicator}&places=11,12"
    await line.send(told.SerializeToString())
    while not ends_a_run(await line.recv()):
        pass
    return perf_counter() - start


async def choices(origin: str) -> list[float]:
    """Seconds that each choice took; the first of everybody, which opens the screen, is not counted."""
    took = list[float]()

    async def read(number: int) -> None:
        await asyncio.sleep(number * PAUSE / CHOOSERS)
        async with session(origin) as line:
            await asked(line, INDICATORS[0])
            ends, turn = perf_counter() + CHOOSING, number
            while perf_counter() < ends:
                await asyncio.sleep(random.uniform(0.5, 1.5) * PAUSE)
                turn += 1
                took.append(await asked(line, INDICATORS[turn % len(INDICATORS)]))

    await asyncio.gather(*(read(number) for number in range(CHOOSERS)))
    return took


async def sessions(origin: str) -> tuple[float, float]:
    """Megabytes of one more open session, and the memory after many were opened and closed beside that before."""
    server = listener(origin)
    await at_once(origin, 1, lambda line: asked(line, INDICATORS[0]))
    before = memory(server)
    held = [await session(origin).__aenter__() for _ in range(HELD)]
    for line in held:
        await asked(line, INDICATORS[0])
    each = (memory(server) - before) / HELD
    for line in held:
        await line.close()
    start = memory(server)
    await at_once(origin, PASSING, lambda line: asked(line, INDICATORS[0]))
    await asyncio.sleep(5)
    return each, memory(server) / start


async def at_once(origin: str, count: int, work: Callable[[ClientConnection], Awaitable[object]]) -> None:
    """Has so many sessions opened, used and closed, some of them at the same time."""
    room = asyncio.Semaphore(AT_ONCE)

    async def one() -> None:
        async with room, session(origin) as line:
            await work(line)

    await asyncio.gather(*(one() for _ in range(count)))


if __name__ == "__main__":
    for told in lines(sys.argv[1]):
        print(told)

"""How long one choice of the reader takes: as the browser sees it on its wire, and for the server alone.

The browser's own work (drawing while the answer still comes in) is part of the first. For the second the
very frames that the browser sent are sent again over a plain connection, with no browser running.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from playwright.sync_api import Browser, Page
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from tests.bench.figures import Line
from tests.browser.chromium import chromium, room

CHOICES = 16
BOUND = 60.0
IDLE = "() => new Promise(resolve => requestIdleCallback(() => requestAnimationFrame(resolve)))"


@dataclass
class Wire:
    """The frames that the browser sent, and each run as (asked, done) in seconds of the browser's clock."""

    frames: list[bytes] = field(default_factory=list)
    asked: float = 0.0
    runs: list[tuple[float, float]] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        network = page.context.new_cdp_session(page)
        network.on("Network.webSocketFrameSent", lambda told: self._ask(told))
        network.on("Network.webSocketFrameReceived", lambda told: self._hear(told))
        network.send("Network.enable")

    def _ask(self, told: dict[str, Any]) -> None:
        self.asked = told["timestamp"]
        self.frames.append(base64.b64decode(told["response"]["payloadData"]))

    def _hear(self, told: dict[str, Any]) -> None:
        if ends_a_run(base64.b64decode(told["response"]["payloadData"])):
            self.runs.append((self.asked, told["timestamp"]))


def ends_a_run(frame: bytes) -> bool:
    return ForwardMsg.FromString(frame).WhichOneof("type") == "script_finished"


def lines(origin: str) -> list[Line]:
    """Another indicator, and another span of years: in the browser, and the server alone."""
    found = []
    for name, choose in (("Another indicator", next_indicator), ("Other years", _other_years)):
        with chromium() as browser:
            wire = chosen(browser, origin, choose)
        seen = [(done - asked) * 1000 for asked, done in wire.runs[1:]]
        alone = replayed(origin, wire.frames)
        found += [
            Line(f"{name}, the server alone", "ms", alone, [], BOUND, absolute=True),
            Line(f"{name}, with the browser at work", "ms", seen, [], BOUND, absolute=True),
        ]
    return found


def chosen(browser: Browser, origin: str, choose: Callable[[Page], None]) -> Wire:
    """Opens the screen and makes CHOICES choices, each when the one before has been drawn."""
    page, wire = room(browser).new_page(), Wire()
    wire.listen(page)
    page.goto(f"{origin}/trajectories")
    page.locator(".js-plotly-plot .point").first.wait_for()
    for made in range(1, CHOICES + 1):
        before = page.locator(".st-key-figure").inner_text()
        choose(page)
        page.wait_for_function("before => document.querySelector('.st-key-figure')?.innerText !== before", arg=before)
        while len(wire.runs) < 1 + made:
            page.evaluate(IDLE)  # lets the events of the wire come in
        page.evaluate(IDLE)
    page.context.close()
    return wire


def replayed(origin: str, frames: list[bytes]) -> list[float]:
    """The same questions again, one after the other; the first opens the screen and is not counted."""
    address = f"{origin.replace('http', 'ws', 1)}/_stcore/stream"
    with connect(address, origin=origin, subprotocols=["streamlit"], max_size=None) as connection:
        return [_answered(connection, frame) for frame in frames][1:]


def _answered(connection: ClientConnection, frame: bytes) -> float:
    start = perf_counter()
    connection.send(frame)
    while not ends_a_run(connection.recv()):
        pass
    taken = (perf_counter() - start) * 1000
    connection.recv()  # the server says that it rests
    return taken


def next_indicator(page: Page) -> None:
    box = page.get_by_role("combobox").first
    box.press("ArrowDown")
    page.get_by_role("listbox").wait_for()
    box.press("ArrowDown")
    box.press("Enter")


def _other_years(page: Page) -> None:
    page.locator('[data-testid="stRadioOption"]:not([data-selected="true"], .st-key-figure *)').click()

"""How long the server works on one choice of the reader, seen from the wire."""

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench.figures import Line
from tests.browser.chromium import room

CHOICES = 16
BOUND = 60.0


@dataclass
class Wire:
    """Times of the browser's own clock, in seconds: the last frame sent, and each run as (asked, done)."""

    sent: float = 0.0
    runs: list[tuple[float, float]] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        network = page.context.new_cdp_session(page)
        network.on("Network.webSocketFrameSent", self._ask)
        network.on("Network.webSocketFrameReceived", self._hear)
        network.send("Network.enable")

    def _ask(self, told: dict[str, Any]) -> None:
        self.sent = told["timestamp"]

    def _hear(self, told: dict[str, Any]) -> None:
        message = ForwardMsg.FromString(base64.b64decode(told["response"]["payloadData"]))
        if message.WhichOneof("type") == "script_finished":
            self.runs.append((self.sent, told["timestamp"]))


def lines(browser: Browser, origin: str) -> list[Line]:
    """One line for another indicator, one for another span of years."""
    return [
        Line(f"Server time of {name}", "ms", _times(browser, origin, choose), [], BOUND, absolute=True)
        for name, choose in (("another indicator", _next_indicator), ("other years", _other_years))
    ]


def _times(browser: Browser, origin: str, choose: Callable[[Page], None]) -> list[float]:
    """Milliseconds from the frame that asks to the frame that says the run is done, choice by choice."""
    page, wire = room(browser).new_page(), Wire()
    wire.listen(page)
    page.goto(f"{origin}/trajectories")
    page.locator(".js-plotly-plot .point").first.wait_for()
    seen = len(wire.runs)
    for done in range(1, CHOICES + 1):
        choose(page)
        while len(wire.runs) < seen + done:
            page.evaluate("() => new Promise(requestAnimationFrame)")  # lets the events of the wire come in
    page.context.close()
    return [(end - start) * 1000 for start, end in wire.runs[seen:]]


def _next_indicator(page: Page) -> None:
    before = page.locator("h1").inner_text()
    box = page.get_by_role("combobox").first
    box.press("ArrowDown")
    page.get_by_role("listbox").wait_for()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_function("before => document.querySelector('h1')?.innerText !== before", arg=before)


def _other_years(page: Page) -> None:
    before = page.locator("h1").inner_text()
    page.locator('[data-testid="stRadioOption"]:not([data-selected="true"])').click()
    page.wait_for_function("before => document.querySelector('h1')?.innerText !== before", arg=before)

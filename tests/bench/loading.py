"""How long a reader waits for the trajectory chart, and how many bytes that takes."""

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page

from tests.bench.figures import Line
from tests.browser.chromium import room

ROUNDS = 7
LINK = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
# The first frame in which a mark of the chart has a size; one frame later it is painted. No tracing runs.
WATCH = """() => {
  const look = () => {
    const mark = document.querySelector('.js-plotly-plot .point, .js-plotly-plot path.js-line');
    if (mark && mark.getBoundingClientRect().width > 0) {
      requestAnimationFrame(() => { window.drawnAfter = performance.now(); });
    } else { requestAnimationFrame(look); }
  };
  requestAnimationFrame(look);
}"""
DRAWN = "() => window.drawnAfter"


def drawn_after(page: Page, address: str) -> float:
    """Milliseconds from navigation to the drawn chart."""
    page.goto(address, wait_until="commit")
    return float(page.wait_for_function(DRAWN).json_value())


def watched(browser: Browser) -> Page:
    page = room(browser).new_page()
    page.add_init_script(f"({WATCH})()")
    page.set_default_timeout(60_000)
    return page


def cold(browser: Browser, address: str, *, link: dict[str, float] | None) -> float:
    """A first visit: a fresh profile, no cache, over a link if one is given."""
    page = watched(browser)
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    if link:
        network.send("Network.emulateNetworkConditions", link)
    after = drawn_after(page, address)
    page.context.close()
    return after


def warm(browser: Browser, address: str) -> float:
    """The second visit of a profile, with what it kept of the first."""
    page = watched(browser)
    drawn_after(page, address)
    page.goto("about:blank")
    after = drawn_after(page, address)
    page.context.close()
    return after


def megabytes(browser: Browser, address: str) -> float:
    """What a first visit takes from the wire until the chart stands and nothing more comes."""
    page = watched(browser)
    network, sizes = page.context.new_cdp_session(page), []
    _count(network, sizes)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    drawn_after(page, address)
    page.wait_for_load_state("networkidle")
    page.context.close()
    return sum(sizes) / 1e6


def _count(network: CDPSession, sizes: list[float]) -> None:
    network.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    for event in ("Network.webSocketFrameReceived", "Network.webSocketFrameSent"):
        network.on(event, lambda told: sizes.append(len(told["response"]["payloadData"]) * 3 / 4))  # base64


def keep_figure(browser: Browser, address: str, path: Path) -> None:
    """Writes the figure of our own screen to a file, so that the bare page draws the very same."""
    page = room(browser).new_page()
    page.goto(address)
    page.locator(".js-plotly-plot .point").first.wait_for()
    figure = page.evaluate(
        "() => { const {data, layout} = document.querySelector('.js-plotly-plot');"
        " return JSON.stringify({data, layout}); }"
    )
    path.write_text(json.dumps(json.loads(figure)), encoding="utf-8")
    page.context.close()


def lines(browser: Browser, ours: str, bare: str) -> list[Line]:
    """Ours and bare by turns, so that the noise of the machine meets both."""

    def by_turns(measure: Callable[[str], float]) -> tuple[list[float], list[float]]:
        pairs = [(measure(ours), measure(bare)) for _ in range(ROUNDS)]
        return [one for one, _ in pairs], [two for _, two in pairs]

    far = by_turns(lambda address: cold(browser, address, link=LINK))
    near = by_turns(lambda address: cold(browser, address, link=None))
    again = by_turns(lambda address: warm(browser, address))
    size = by_turns(lambda address: megabytes(browser, address))
    return [
        Line("First visit over 10 Mbit/s, 40 ms", "ms", *far, bound=0.5),
        Line("First visit on this machine", "ms", *near, bound=1.2),
        Line("Second visit, with cache", "ms", *again, bound=1.3),
        Line("Bytes of a first visit", "MB", *size, bound=2.6, absolute=True),
    ]

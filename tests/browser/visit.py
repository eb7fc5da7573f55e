"""A visit: one page of the browser, and everything it complained of while it was open."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urljoin, urlsplit

from playwright.sync_api import ConsoleMessage, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

# What a screen still waits for: the page that the server drew has to go, Streamlit's run to end; after it the chart's
# own script may still be on its way.
AWAITED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
  const done = {
    'the page that the server drew': !document.getElementById('drawn'),
    'the run': app?.dataset.testScriptState === 'notRunning',
    'the connection': app?.dataset.testConnectionState === 'CONNECTED',
    'a part of the page': !document.querySelector('[data-testid="stSkeleton"]'),
    'letters': document.fonts.status === 'loaded',
    'a chart': charts.every(chart => chart.querySelector('.main-svg')),
  };
  return Object.keys(done).filter(name => !done[name]);
}"""
SETTLED = f"() => !({AWAITED})().length"
QUIET = frozenset({"log", "info", "debug"})


@dataclass(slots=True)
class Visit:
    """`complaints`: warnings, errors and exceptions of the console. `abroad`: addresses of other hosts."""

    page: Page
    origin: str
    complaints: list[str] = field(default_factory=list)
    abroad: list[str] = field(default_factory=list)

    def open(self, address: str) -> "Visit":
        """Goes to an address of the product and waits until the screen stands."""
        self.page.goto(urljoin(self.origin, address))
        return self.settle()

    def settle(self) -> "Visit":
        try:
            self.page.wait_for_function(SETTLED)
        except PlaywrightTimeout as late:
            awaited = ", ".join(self.page.evaluate(AWAITED))
            raise AssertionError(f"{self.page.url} still waits for {awaited}; {self.complaints}") from late
        return self

    def arrive(self, path: str) -> "Visit":
        """Waits until a click has led to a screen, with its heading."""
        self.page.wait_for_url(lambda url: urlsplit(url).path == path)
        self.settle()
        expect(self.page.locator("h1")).to_be_visible()
        return self

    @property
    def state(self) -> dict[str, str]:
        """What the address says."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.page.url).query).items()}

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def text(self) -> str:
        return self.page.locator(".stMain").inner_text()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type not in QUIET:
            self.complaints.append(f"{message.type}: {message.text} ({message.location.get('url', '')})")

    def _see(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != urlsplit(self.origin).netloc:
            self.abroad.append(address)


@contextmanager
def visiting(page: Page, origin: str) -> Iterator[Visit]:
    """A visit on a page that was used before: nothing is remembered of the visits before it, it listens until the
    block ends and leaves the page empty."""
    page.context.clear_cookies()
    visit = Visit(page, origin)
    listeners = {
        "console": lambda message: visit._hear(message),
        "pageerror": lambda error: visit.complaints.append(f"exception: {error}"),
        "request": lambda request: visit._see(request.url),
        "websocket": lambda socket: visit._see(socket.url),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    try:
        yield visit
    finally:
        page.goto("about:blank")
        for event, listener in listeners.items():
            page.remove_listener(event, listener)


def with_language(path: str, lang: str) -> str:
    """An address of a screen in a language; Vietnamese needs no mention."""
    if lang == "vi":
        return path
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"

"""How long a reader who was never here waits for words and chart: the page that the server draws, beside bare Streamlit
with one chart and beside a page that holds nothing but the same picture; and how many such pages a second there are."""

import gzip
import re
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import perf_counter
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests.bench.figures import Line
from tests.browser.chromium import room

ROUNDS = 7
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 1.6e6 / 8}
FAST = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
LINKS = (("1.6 Mbit/s, 150 ms", SLOW, 0.04, 4), ("10 Mbit/s, 40 ms", FAST, 0.06, 3), ("this machine", None, 0.15, 3))
PAGES = (("Trajectories", "trajectories", "svg[role] circle"), ("Overview", "overview", ".tile b"),
         ("Front page", "", ".home-line b"))  # fmt: skip
PICTURE = "svg[role] circle"
PLOTTED = ".js-plotly-plot .point"
READERS, SECONDS = 8, 4.0
# Bytes of the page, once it is whole, and of all that had come when it was seen.
COME = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const files = performance.getEntriesByType("resource").filter(file => file.responseEnd <= window.seenAfter);
  return page.responseEnd && [page, ...files].reduce((sum, one) => sum + one.transferSize, 0);
}"""
# The first frame in which a heading and a mark have a size; one frame later they are painted.
WATCH = """(mark) => {
  const seen = (box) => box && box.getBoundingClientRect().width > 0;
  const look = () => {
    if (seen(document.querySelector("h1")) && seen(document.querySelector(mark))) {
      requestAnimationFrame(() => { window.seenAfter = performance.now(); });
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""


def seen_after(browser: Browser, address: str, mark: str, link: dict[str, float] | None) -> tuple[float, float]:
    """Milliseconds until words and chart are seen on a first visit, and kilobytes that have come until then."""
    page = room(browser).new_page()
    page.add_init_script(f"({WATCH})({mark!r})")
    page.set_default_timeout(300_000)  # bare Streamlit takes long over a thin line
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    if link:
        network.send("Network.emulateNetworkConditions", link)
    page.goto(address, wait_until="commit")
    after = float(page.wait_for_function("() => window.seenAfter").json_value())
    size = float(page.wait_for_function(COME).json_value()) / 1000
    page.context.close()
    return after, size


@contextmanager
def still_page(origin: str) -> Iterator[str]:
    """A page with a heading and the very picture of our screen, packed and served from memory."""
    told = urllib.request.urlopen(f"{origin}/trajectories").read().decode()
    (picture,) = re.findall(r"<svg viewBox.*?</svg>", told, re.S)
    body = gzip.compress(
        f'<!DOCTYPE html><meta charset="utf-8"><title>Trajectory</title><h1>Trajectory</h1>{picture}'.encode()
    )

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.send_response(200)
            for name, value in (("Content-Type", "text/html"), ("Content-Encoding", "gzip")):
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def pages_a_second(origin: str) -> float:
    """First pages of every screen that some readers get from the cache, one after the other each."""
    host, counts, until = urlsplit(origin).netloc, [], perf_counter() + SECONDS

    def read() -> None:
        line, count = HTTPConnection(host), 0
        while perf_counter() < until:
            for _, path, _ in PAGES:
                line.request("GET", f"/{path}", headers={"Accept-Encoding": "br"})
                line.getresponse().read()
                count += 1
        counts.append(count)

    readers = [threading.Thread(target=read) for _ in range(READERS)]
    for one in readers:
        one.start()
    for one in readers:
        one.join()
    return sum(counts) / SECONDS


def sight_lines(browser: Browser, ours: str, bare: str) -> list[Line]:
    """Ours, bare Streamlit and the still page by turns, so that the noise of the machine meets all."""
    found, sizes = [], dict[str, list[float]]()
    with still_page(ours) as still:
        for link_name, link, of_bare, of_still in LINKS:
            times: dict[str, list[float]] = {}
            for _ in range(ROUNDS):
                for name, path, mark in PAGES:
                    after, size = seen_after(browser, f"{ours}/{path}", mark, link)
                    times.setdefault(name, []).append(after)
                    if link is SLOW:
                        sizes.setdefault(name, []).append(size)
                times.setdefault("still", []).append(seen_after(browser, still, PICTURE, link)[0])
                times.setdefault("bare", []).append(seen_after(browser, bare, PLOTTED, link)[0])
            for name, _, _ in PAGES:
                found += [
                    Line(f"{name} seen, {link_name}; bare Streamlit", "ms", times[name], times["bare"], of_bare),
                    Line(f"{name} seen, {link_name}; the picture alone", "ms", times[name], times["still"], of_still),
                ]
    found += [Line(f"Bytes before {name} is seen", "kB", told, [], 120, absolute=True) for name, told in sizes.items()]
    each = [1000 / pages_a_second(ours) for _ in range(3)]
    return [*found, Line("A first page from the cache, eight readers", "ms", each, [], 5, absolute=True)]

"""A page of another site that holds one of ours: without menu, only where the steward allows it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import room
from tests.browser.server import serve
from tests.browser.visit import SETTLED


@contextmanager
def other_site(folder, address: str) -> Iterator[str]:
    """A site at another origin with a page that holds `address`. Yields where it is."""
    (folder / "index.html").write_text(f"<iframe src='{address}' width=900 height=700></iframe>", encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def open_site(facts):
    """The product, whose pages any site may hold."""
    with serve(facts, ROADMAP72_FRAMES="*") as origin:
        yield origin


def test_a_page_of_another_site_shows_the_chart_without_our_menu(browser, open_site, tmp_path):
    reading = room(browser).new_page()
    reading.goto(f"{open_site}/trajectories?places=11,12&indicator=stunting_under5")
    reading.wait_for_function(SETTLED)
    reading.get_by_text("Trích dẫn trang này").click()
    snippet = reading.locator(".cite pre").inner_text()
    address = snippet.split('"')[1]
    assert address.startswith(f"{open_site}/trajectories?") and address.endswith("embed=true")
    with other_site(tmp_path, address) as site:
        page = room(browser).new_page()
        page.goto(site)
        held = page.frame_locator("iframe")
        expect(held.get_by_test_id("stPlotlyChart").first).to_be_visible()
        expect(held.locator("#drawn")).to_have_count(0)
        expect(held.locator("h1")).to_contain_text("thấp còi")
        assert held.locator(".st-key-header, .footer").count() == 0
        expect(held.locator(".embedded a")).to_have_attribute("target", "_blank")
        with page.context.expect_page() as opened:
            held.locator(".embedded a").click()
        expect(opened.value.locator(".st-key-header").first).to_be_visible()
        assert "embed" not in opened.value.url and "places=11%2C12" in opened.value.url.replace(",", "%2C")


def test_the_picture_of_a_chart_can_stand_in_another_page(browser, open_site, tmp_path):
    reading = room(browser).new_page()
    reading.goto(f"{open_site}/trajectories?places=11,12&indicator=stunting_under5")
    reading.wait_for_function(SETTLED)
    button = reading.locator(".files").get_by_role("button", name="Nhúng hình")
    button.click()
    snippet = reading.locator(".snippet").inner_text()
    with other_site(tmp_path, "about:blank") as site:
        (tmp_path / "index.html").write_text(f"<meta charset=utf-8>{snippet}", encoding="utf-8")
        page = room(browser).new_page()
        page.goto(site)
        assert page.locator("a img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
        assert page.locator("img").get_attribute("alt") == reading.locator("h1").inner_text()
        assert page.locator("a").get_attribute("href") == reading.url
    button.click()
    expect(reading.locator(".snippet")).to_have_count(0)


def test_without_a_script_it_is_the_same_page_without_the_menu(browser, open_site):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{open_site}/place?place=11&embed=true")
    assert page.locator("h1").inner_text().strip() == "Điện Biên"
    assert page.locator("nav, .st-key-header, .footer").count() == 0 and page.locator(".embedded").count() == 1


def test_no_other_site_holds_a_page_that_nobody_allowed(browser, site, tmp_path):
    with other_site(tmp_path, f"{site}/trajectories?embed=true") as other:
        page, refused = room(browser).new_page(), []
        page.on("console", lambda told: refused.append(told.text))
        page.goto(other)
        page.wait_for_timeout(1500)
        assert any("frame-ancestors" in words for words in refused)
    reading = room(browser).new_page()
    reading.goto(f"{site}/trajectories")
    reading.wait_for_function(SETTLED)
    reading.get_by_text("Trích dẫn trang này").click()
    assert reading.locator(".cite pre").count() == 0

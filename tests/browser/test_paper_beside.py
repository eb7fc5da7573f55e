"""A click on a figure opens its paper: the words marked, what stands around them, and a way to read on."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_every_screen import WIDTHS
from tests.browser.test_phone import SMALL
from tests.browser.visit import visiting

OPENED = ("/sources?document=lai-chau-2026&line=150", "/sources?document=muong-la-2026&line=587&lang=en",
          "/sources?document=dien-bien-2026&line=330", "/sources?document=72-nq-tw&line=5")  # fmt: skip


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_a_figure_of_a_place_opens_its_paper_and_the_paper_reads_on(rooms, site, size):
    with visiting(rooms(size), site) as visit:
        page = visit.open("/place?place=20").page
        page.locator("a[href*='sources?row=g']").first.evaluate("link => link.click()")  # a phone folds it away
        visit.arrive("/sources")
        beside = page.locator(".paper-beside")
        expect(beside.locator("mark").first).to_be_visible(timeout=60_000)
        quoted = page.locator(".evidence blockquote").inner_text().strip("“”")
        assert beside.locator("mark").first.inner_text() == quoted
        beside.locator("a[href*='line=']").last.click()
        page.wait_for_url("**line=*")
        visit.settle()
        read = page.locator(".paper-read")
        expect(read.locator("li.own")).to_be_visible(timeout=60_000)
        number = int(read.locator("li.own").get_attribute("value"))
        read.get_by_role("link", name="Đoạn sau").first.click()
        page.wait_for_url(re.compile(rf"line=(?!{number}\b)"), timeout=60_000)
        visit.settle()
        expect(read.locator("li.own")).to_be_visible(timeout=60_000)
        assert int(read.locator("li.own").get_attribute("value")) > number
        assert page.evaluate(WIDTHS) == []


@pytest.mark.parametrize("path", OPENED)
def test_a_line_fits_a_phone_and_a_finger(rooms, site, path):
    with visiting(rooms("phone"), site) as visit:
        page = visit.open(path).page
        expect(page.locator(".paper-read li.own")).to_be_visible(timeout=60_000)
        assert page.evaluate(WIDTHS) == []
        assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("asked", ["line=99999", "line=0", "line=%3Cb%3E1", "line=-4"])
def test_a_line_that_is_not_there_is_told(visit, asked):
    page = visit.open(f"/sources?document=lai-chau-2026&{asked}").page
    expect(page.locator(".paper-read .notice, [data-testid=stAlert]").first).to_be_visible(timeout=60_000)
    expect(page.locator(".heading h1")).to_be_visible()

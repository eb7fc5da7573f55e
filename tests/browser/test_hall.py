"""The deck in the hall: one file from a stick, no network, the keys of a clicker."""

import urllib.request

import pytest

from tests.browser.chromium import room

SIZES = """() => [...document.querySelectorAll('.slide.now *')]
  .filter(one => one.checkVisibility())
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(one => !one.closest('.notes, [hidden]'))
  .map(one => [parseFloat(getComputedStyle(one).fontSize), one.textContent.trim().slice(0, 40)])
  .filter(([size]) => size < 24)"""
BEYOND = """() => [...document.querySelectorAll('.slide.now *')].filter(one => {
  const box = one.getBoundingClientRect();
  return one.checkVisibility() && !one.closest('.notes, [hidden]') && box.width
    && (box.right > 1921 || box.bottom > 1081 || box.left < -1 || box.top < -1);
}).map(one => one.outerHTML.slice(0, 120))"""
SHOWN = "() => document.querySelector('.slide.now').id"


@pytest.fixture(scope="module")
def stick(site, tmp_path_factory):
    """The file as it is taken to the hall."""
    path = tmp_path_factory.mktemp("stick") / "deck.html"
    with urllib.request.urlopen(f"{site}/api/v1/decks/deck.html") as answer:
        path.write_bytes(answer.read())
    return path


@pytest.fixture
def hall(browser, stick):
    """The file opened in the hall's size, with every request refused and every complaint kept."""
    context = room(browser)
    context.set_offline(True)
    page = context.new_page()
    page.set_viewport_size({"width": 1920, "height": 1080})
    complaints, asked = [], []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(stick.as_uri())
    yield page
    assert complaints == [] and [one for one in asked if not one.startswith(("file:", "data:"))] == []
    context.close()


def test_the_keys_of_a_clicker_lead_through_the_slides(hall) -> None:
    last = hall.evaluate("document.querySelectorAll('.slide').length")
    told = []
    for key in ("ArrowRight", "PageDown", "ArrowLeft", "PageUp", "End", "Home"):
        hall.keyboard.press(key)
        told.append(hall.evaluate(SHOWN))
    assert told == ["2", "3", "2", "1", str(last), "1"]


def test_a_number_and_enter_leads_to_its_slide_and_the_address_says_so(hall) -> None:
    hall.keyboard.press("4")
    hall.keyboard.press("Enter")
    assert hall.evaluate(SHOWN) == "4" and hall.evaluate("location.hash") == "#4"


def test_nothing_is_too_small_or_beyond_the_edge_on_any_slide(hall) -> None:
    for number in range(hall.evaluate("document.querySelectorAll('.slide').length")):
        assert hall.evaluate(SIZES) == [], number + 1
        assert hall.evaluate(BEYOND) == [], number + 1
        hall.keyboard.press("ArrowRight")

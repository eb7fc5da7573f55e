"""The deck in the hall: one file from a stick, no network, the keys of a clicker, the presenter's notes."""

import urllib.request

import pytest

from healthplan.theme import THEMES
from tests.browser.chromium import room
from tests.browser.contrast import pale

SIZES = """() => [...document.querySelectorAll('.slide.now *')]
  .filter(one => one.checkVisibility())
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(one => !one.closest('.notes, [hidden]'))
  .map(one => [parseFloat(getComputedStyle(one).fontSize) * (one.getScreenCTM?.().a ?? 1), one.textContent.trim()])
  .filter(([size]) => size < 24)"""
BEYOND = """() => [...document.querySelectorAll('.slide.now *')].filter(one => {
  const box = one.getBoundingClientRect();
  return one.checkVisibility() && !one.closest('.notes, [hidden]') && box.width
    && (box.right > 1921 || box.bottom > 1081 || box.left < -1 || box.top < -1);
}).map(one => one.outerHTML.slice(0, 120))"""
CROWDED = """() => [...document.querySelectorAll('.slide.now :is(.body, header, footer, td, th, .tile)')]
  .filter(one => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
  .map(one => one.outerHTML.slice(0, 120))"""
FULL = ",".join([
    "map.annual_health_check", "map.health_insurance_coverage", "map.doctors_per_station", "rug", "now",
    "promise", "demands", "hard", "settle", "communes",
    "behind", "clash", "tasks", "unknown", "sources", "trend.replacement_fertility", "pace.doctors_per_10k",
])  # fmt: skip
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


def test_the_ends_hold_and_escape_takes_back_what_was_typed(hall) -> None:
    last = hall.evaluate("document.querySelectorAll('.slide').length")
    for keys, wanted in (
        (["End", "ArrowRight"], last), (["Home", "ArrowLeft"], 1), (["9", "9", "Enter"], last),
        (["1", "0", "Enter"], 10), (["8", "Enter"], 8), (["3", "Escape", "Enter"], 9), (["0", "Enter"], 9),
        (["7", "Enter"], 7),
    ):  # fmt: skip
        for key in keys:
            hall.keyboard.press(key)
        assert hall.evaluate(SHOWN) == str(wanted), keys


def test_a_number_and_enter_leads_to_its_slide_and_the_address_says_so(hall) -> None:
    hall.keyboard.press("4")
    hall.keyboard.press("Enter")
    assert hall.evaluate(SHOWN) == "4" and hall.evaluate("location.hash") == "#4"


def test_nothing_is_too_small_or_beyond_the_edge_on_any_slide(hall) -> None:
    for number in range(hall.evaluate("document.querySelectorAll('.slide').length")):
        assert hall.evaluate(SIZES) == [], number + 1
        assert hall.evaluate(BEYOND) == [], number + 1
        hall.keyboard.press("ArrowRight")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_full_map_and_a_full_table_stay_in_their_room(rooms, site, lang: str) -> None:
    page = rooms("desk")
    page.goto(f"{site}/api/v1/decks/hall.html?lang={lang}&slides={FULL}")
    for number in range(len(FULL.split(","))):
        assert (page.evaluate(CROWDED), page.evaluate(BEYOND)) == ([], []), number + 1
        page.keyboard.press("ArrowRight")
    page.goto("about:blank")


def test_the_notes_open_in_a_window_of_their_own_and_follow_the_slide(hall) -> None:
    with hall.context.expect_page() as opened:
        hall.keyboard.press("n")
    notes = opened.value
    for key in ("ArrowRight", "ArrowRight", "End", "Home"):
        hall.keyboard.press(key)
        slide = hall.locator(".slide.now")
        at, message = hall.evaluate(SHOWN), slide.locator("h1").inner_text()
        assert " ".join(notes.locator("h1").inner_text().split()).startswith(f"{at} / ")
        assert " ".join(message.split()) in " ".join(notes.locator("h1").inner_text().split())
        figures = slide.locator(".notes li").all_text_contents()
        assert notes.locator("li").all_text_contents() == figures
        assert bool(figures) or at == "1" or key == "End"
    notes.keyboard.press("2")
    notes.keyboard.press("Enter")  # its keys lead the hall too
    assert hall.evaluate(SHOWN) == "2"
    first = notes.locator("li").first
    assert first.get_attribute("data-printed") in first.inner_text()
    assert all(notes.locator("li small").all_inner_texts())
    with notes.expect_event("close"):
        hall.keyboard.press("n")


def test_where_no_window_may_open_the_notes_stand_below(hall) -> None:
    hall.evaluate("window.open = () => null")
    hall.keyboard.press("2")
    hall.keyboard.press("Enter")
    hall.keyboard.press("n")
    assert hall.locator("#panel li").count() > 3
    hall.keyboard.press("ArrowRight")
    told = hall.locator(".slide.now .notes li").all_text_contents()
    assert hall.locator("#panel li").all_text_contents() == told
    hall.keyboard.press("Escape")
    assert not hall.locator("#panel").is_visible()


@pytest.mark.parametrize("presses", [0, 1])
def test_every_letter_stands_out_in_both_themes_in_the_hall_and_in_the_notes(hall, presses: int) -> None:
    with hall.context.expect_page() as opened:
        hall.keyboard.press("n")
    for _ in range(presses):
        hall.keyboard.press("t")
    paper = "() => getComputedStyle(document.body).backgroundColor"
    colour = bytes.fromhex(THEMES[("light", "dark")[presses]].paper.lstrip("#"))
    assert hall.evaluate(paper) == f"rgb({', '.join(map(str, colour))})"
    for number in range(hall.evaluate("document.querySelectorAll('.slide').length")):
        assert (pale(hall), pale(opened.value)) == ([], []), number + 1
        assert opened.value.evaluate(paper) == hall.evaluate(paper)
        hall.keyboard.press("ArrowRight")

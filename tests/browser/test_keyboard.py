"""Everything that can be clicked can be reached with the Tab key, and shows where the reader is."""

import pytest
from playwright.sync_api import expect

from pages import registry
from tests.browser.test_every_screen import SCREENS

REMEMBER = "() => document.addEventListener('focusin', event => { event.target.dataset.reached = 'yes'; })"
# Of a group of radio buttons the chosen one is a stop, of a tile map one tile, the arrow keys lead to the others. A
# link that stands above it already need not be a stop again.
LEFT_OUT = """() => [...document.querySelectorAll('a[href], summary, [role=combobox], [role=radiogroup]')]
  .filter(one => one.checkVisibility({visibilityProperty: true}))
  .filter(one => !one.dataset.reached && !one.querySelector('[data-reached]'))
  .filter(one => !one.closest('.tiles:has([data-reached])'))
  .filter(one => one.tabIndex >= 0
    || ![...document.querySelectorAll('[data-reached]')].some(other => other.href === one.href))
  .map(one => one.outerHTML.slice(0, 160))"""
STOPS_MAX = 1500
FOCUSED_IN_HEADER = """() => document.activeElement.closest('.st-key-header')
  && document.activeElement.innerText.trim()"""
MENU = [
    "Lộ trình 72",
    "Tỉnh tôi",
    "Tổng quan",
    "Quỹ đạo",
    "So sánh",
    "Địa phương",
    "Rà soát",
    "Nhiệm vụ",
    "Lịch",
    "Tháng này",
    "Dữ liệu",
    "Trình chiếu",
    "Nguồn",
    "Cập nhật",
    "Tìm\nCtrl K",
    "English",
]
LISTED = [screen.path for screen in registry.SCREENS.values() if screen.listed]
MARK = """one => {
  const seen = getComputedStyle(one);
  return [seen.outlineStyle, seen.boxShadow, seen.borderColor];
}"""
FOCUSABLE = (
    ".brand",
    ".st-key-header [data-testid=stPageLink] a",
    ".card h2 a",
    ".cards a.figure",
    "a.tile",
    ".rug a.cell",
)


def tab_through(page):
    """Presses Tab until everything was reached, or long enough to say that something is not."""
    page.evaluate(REMEMBER)
    for _ in range(STOPS_MAX // 50):
        for _ in range(50):
            page.keyboard.press("Tab")
        if not page.evaluate(LEFT_OUT):
            return


@pytest.mark.parametrize("path", SCREENS)
def test_the_tab_key_reaches_every_link_and_picker(visit, path):
    visit.open(path)
    tab_through(visit.page)
    assert visit.page.evaluate(LEFT_OUT) == []


def test_the_first_stops_are_the_name_the_menu_the_search_and_the_language(visit):
    visit.open("/")
    names = []
    for _ in range(18):  # before them Streamlit's own: a link that skips them, and the scrolling region
        visit.page.keyboard.press("Tab")
        names.append(visit.page.evaluate(FOCUSED_IN_HEADER))
    assert [name for name in names if name] == MENU


@pytest.mark.parametrize("path", LISTED)
def test_the_menu_marks_the_screen_the_reader_is_on(visit, path):
    visit.open(path)
    marked = visit.page.locator('.st-key-header [aria-current="page"]').all_inner_texts()
    assert marked == [MENU[1 + LISTED.index(path)]]


def test_a_figure_opens_with_the_enter_key(visit):
    visit.open("/overview")
    visit.page.locator(".cards a.figure").first.focus()
    visit.page.keyboard.press("Enter")
    visit.arrive("/sources")
    assert "row" in visit.state


def test_the_indicator_is_chosen_with_the_keyboard_alone(visit):
    visit.open("/trajectories")
    before = visit.heading
    visit.page.get_by_role("combobox", name="Chỉ tiêu").focus()
    visit.page.keyboard.press("ArrowDown")
    expect(visit.page.get_by_role("listbox")).to_be_visible()
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("h1")).not_to_have_text(before)
    assert "indicator" in visit.state


def test_the_years_are_chosen_with_the_arrow_keys(visit):
    visit.open("/trajectories")
    visit.page.get_by_role("radio", name="2025-2030").focus()
    visit.page.keyboard.press("ArrowRight")
    visit.page.wait_for_url("**until=2045*")


@pytest.mark.parametrize("where", FOCUSABLE)
def test_the_focus_is_seen(visit, where):
    visit.open("/overview")
    visit.page.keyboard.press("Tab")  # from here on the browser marks the focus as a keyboard's
    for one in visit.page.locator(where).all()[:7]:
        before = one.evaluate(MARK)
        one.focus()
        assert one.evaluate(MARK) != before, f"nothing marks the focus on {one.inner_text()}"

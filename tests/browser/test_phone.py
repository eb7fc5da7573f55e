"""On a phone every screen is short, all of it is seen and large enough for a finger; at a
desk the Tab key is soon through."""

import pytest
from playwright.sync_api import expect

from pages import registry
from tests.browser.test_every_screen import SCREENS, WIDTHS
from tests.browser.visit import visiting, with_language

# Each screen and the most that it may be tall, in screens of the phone.
TALL = {path: 4 if path == "/overview" else 8 for path in SCREENS}
TALL |= dict.fromkeys(("/?place=11", "/place?place=14", "/tasks?place=11", "/sources?row=1", "/find?q=giuong"), 8)
STOPS = 60  # of the Tab key, to the end of what is seen first
FOCUSABLE = """[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')]
  .filter(one => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))"""
STOPS_SEEN = f"() => {FOCUSABLE}.findLastIndex(one => one.getBoundingClientRect().top < innerHeight) + 1"
# Of an input its label or box is touched with it; the link that skips the menu is for the keyboard.
SMALL = f"""() => {FOCUSABLE}.filter(one => one.dataset.testid !== 'stSkipToContent')
  .map(one => [one.outerHTML, (one.closest('label, [role=group]') ?? one).getBoundingClientRect()])
  .filter(([, box]) => box.width && Math.min(box.width, box.height) < 24).map(([html]) => html.slice(0, 160))"""
BESIDE = """() => [...document.querySelectorAll('.st-key-menu a, .find-screens a')]
  .map(one => [one, one.getBoundingClientRect()])
  .filter(([, box]) => box.left < 0 || box.right > innerWidth).map(([one]) => one.textContent)"""
NEIGHBOUR = {"ArrowRight": "Lào Cai", "ArrowDown": "Sơn La", "ArrowLeft": "Điện Biên", "ArrowUp": "Lai Châu"}


def open_screen(visit, path, lang):
    """`/find` is a page without Streamlit."""
    if not path.startswith("/find"):
        return visit.open(with_language(path, lang))
    visit.page.goto(visit.origin + with_language(path, lang))
    return visit


every_screen = pytest.mark.parametrize("path", TALL)


@every_screen
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_screen_fits_a_phone(rooms, site, path, lang):
    with visiting(rooms("phone"), site) as visit:
        page = open_screen(visit, path, lang).page
        height = "Math.max(...['html', '.stMain'].map(one => document.querySelector(one)?.scrollHeight ?? 0))"
        assert page.evaluate(height) < TALL[path] * page.viewport_size["height"]
        assert page.evaluate(WIDTHS.replace("'.stMain']", "'.stMain, main']")) == []
        assert page.evaluate(SMALL) == []
        expect(page.locator(".st-key-menu a, .find-screens a")).to_have_count(
            sum(screen.listed for screen in registry.SCREENS.values())
        )
        assert page.evaluate(BESIDE) == []
        assert visit.complaints == []


@every_screen
def test_the_tab_key_is_soon_through_what_is_seen_first(rooms, site, path):
    with visiting(rooms(), site) as visit:
        assert open_screen(visit, path, "vi").page.evaluate(STOPS_SEEN) <= STOPS


def test_the_tile_map_is_one_stop_and_the_arrows_go_from_tile_to_tile(visit):
    page = visit.open("/overview").page
    expect(page.locator('a.tile[tabindex="0"]')).to_have_count(1)
    page.locator("a.tile", has_text="Lai Châu").focus()
    for key, name in NEIGHBOUR.items():
        page.keyboard.press(key)
        expect(page.locator("a.tile:focus")).to_contain_text(name)
    page.keyboard.press("Enter")
    visit.arrive("/place")


def test_what_is_folded_on_a_phone_opens(rooms, site):
    with visiting(rooms("phone"), site) as visit:
        page = visit.open("/place?place=11").page
        duties = page.locator(".duties")
        expect(duties).to_be_hidden()
        page.locator("summary", has_text="Báo cáo và thời hạn").click()
        expect(duties).to_be_visible()

"""What every screen keeps, in both languages, at a desk and on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import ROOMS
from tests.browser.visit import visiting, with_language

SCREENS = (
    "/",
    "/overview",
    "/trajectories",
    "/compare",
    "/place",
    "/review",
    "/tasks",
    "/calendar",
    "/data",
    "/present",
    "/sources",
    "/month",
    "/changes",
    "/update",
)
CHARTED = ("/trajectories", "/compare")
MAP_SAYS = {
    "vi": (
        "Quần đảo Hoàng Sa",
        "Quần đảo Trường Sa",
        "Sơ đồ ô: mỗi ô là một tỉnh, thành phố; không phải bản đồ địa giới",
    ),
    "en": ("Hoang Sa", "Truong Sa", "Tile map: each tile is a province or city; it does not show boundaries"),
}
FURNITURE = ("stToolbar", "stDecoration", "stStatusWidget", "stMainMenu", "stAppDeployButton", "stHeader")
WIDTHS = """() => ['html', 'body', '.stMain'].map(name => [name, document.querySelector(name)])
  .filter(([name, box]) => box.scrollWidth > box.clientWidth)
  .map(([name, box]) => `${name}: ${box.scrollWidth} in ${box.clientWidth}`)"""


def cases(paths):
    """A screen in both rooms and both languages."""
    return [
        pytest.param((size, lang, path), id=f"{size}-{lang}-{path.strip('/') or 'home'}")
        for size in ROOMS
        for lang in ("vi", "en")
        for path in paths
    ]


every_screen = pytest.mark.parametrize("opened", cases(SCREENS), indirect=True)
# Screens of lists: the answer first, the archive folded.
SHORT = ("/review", "/tasks", "/tasks?place=11", "/calendar")
short_screens = pytest.mark.parametrize(
    "opened", [pytest.param(("phone", "vi", path), id=path.strip("/")) for path in SHORT], indirect=True
)
charted_screens = pytest.mark.parametrize("opened", cases(CHARTED), indirect=True)
the_overview = pytest.mark.parametrize("opened", cases(["/overview"]), indirect=True)


@pytest.fixture(scope="module")
def opened(request, rooms, site):
    """One screen, opened once for all the sentences about it below, and its language."""
    size, lang, path = request.param
    with visiting(rooms(size), site) as visit:
        yield visit.open(with_language(path, lang)), lang


@every_screen
def test_a_screen_has_one_heading_and_no_failure(opened):
    visit, _ = opened
    expect(visit.page.locator("h1")).to_have_count(1)
    expect(visit.page.locator("h1")).to_be_visible()
    assert visit.heading.strip()
    expect(visit.page.get_by_test_id("stException")).to_have_count(0)


@every_screen
def test_the_page_tells_the_browser_its_language(opened):
    visit, lang = opened
    assert visit.page.locator("html").get_attribute("lang") == lang


@every_screen
def test_the_title_names_the_product(opened):
    visit, lang = opened
    assert {"vi": "Lộ trình 72", "en": "Roadmap 72"}[lang] in visit.page.title()


@every_screen
def test_nothing_scrolls_sideways(opened):
    visit, _ = opened
    assert visit.page.evaluate(WIDTHS) == []


@every_screen
def test_no_furniture_of_streamlit_is_seen(opened):
    visit, _ = opened
    for name in FURNITURE:
        expect(visit.page.get_by_test_id(name).filter(visible=True)).to_have_count(0)
    expect(visit.page.locator("#MainMenu, [class*=viewerBadge]").filter(visible=True)).to_have_count(0)
    expect(visit.page.get_by_text("Made with Streamlit")).to_have_count(0)


@short_screens
def test_a_list_begins_with_its_answer_on_a_phone(opened):
    visit, _ = opened
    assert any(letter.isdigit() for letter in visit.heading)
    expect(visit.page.locator("h1")).to_be_in_viewport()


@charted_screens
def test_the_charts_are_drawn(opened):
    visit, _ = opened
    expect(visit.page.locator(".js-plotly-plot .point").filter(visible=True).first).to_be_visible()
    assert not visit.page.locator(".js-plotly-plot:not(:has(.point))").all(), "a chart without a point"


@the_overview
def test_both_archipelagos_and_the_word_on_the_map_are_seen(opened):
    visit, lang = opened
    for sentence in MAP_SAYS[lang]:
        said = visit.page.locator(".tilemap").get_by_text(sentence)
        expect(said.filter(visible=True).first).to_be_visible()


@every_screen
def test_the_screen_asks_no_other_host(opened):
    visit, _ = opened
    assert visit.abroad == []


@every_screen
def test_the_console_is_silent(opened):
    visit, _ = opened
    assert visit.complaints == []

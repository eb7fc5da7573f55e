"""What a reader sees first: the screen that the server drew. Streamlit takes its place without a jump; without
JavaScript it stays, and its links and pickers work."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from healthplan.text import Lang, say
from pages.registry import SCREENS
from tests.bench.made_up import made_up, provinces
from tests.browser.chromium import ROOMS, room
from tests.browser.server import ROOT, build, serve
from tests.browser.test_accessibility import grave_findings
from tests.browser.visit import SETTLED, with_language

PATHS = [screen.path for screen in SCREENS.values()]
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36"
MOVED = 2  # pixels that nobody sees
SHIFTS = """() => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted += one.value;
  }).observe({ type: "layout-shift", buffered: true });
}"""
BOXES = """(root) => [...document.querySelector(root).querySelectorAll('[data-testid="stHtml"]')]
  .filter((box) => box.textContent.trim() && !box.querySelector("style"))
  .map((box) => { const { x, y, width, height } = box.getBoundingClientRect();
                  return [box.textContent.trim().slice(0, 40), x, y, width, height]; })"""
IN_SIGHT = """() => {
  const line = [...document.querySelectorAll('#drawn .stHtml :is(h2, li, p, tr)')]
    .find((one) => one.getBoundingClientRect().top > 0 && one.getBoundingClientRect().height > 0);
  return [line.textContent, line.getBoundingClientRect().top];
}"""
SAME = """(words) => [...document.querySelectorAll('#root .stHtml :is(h2, li, p, tr)')]
  .find((one) => one.textContent === words && one.getBoundingClientRect().height > 0).getBoundingClientRect().top"""
GONE = "() => !document.getElementById('drawn')"


@pytest.fixture(scope="module")
def nation(tmp_path_factory):
    """The origin of the product over 34 made-up plans."""
    folder = tmp_path_factory.mktemp("nation") / "data"
    made_up(ROOT / "data", folder, places=provinces(ROOT / "data"), years=5)
    assert build(folder).returncode == 0
    with serve(folder) as origin:
        yield origin


@pytest.fixture(scope="module")
def unscripted(browser):
    """A function that gives the page of a window without JavaScript."""
    known = {}

    def enter(size: str) -> Page:
        if size not in known:
            context = browser.new_context(viewport=ROOMS[size], java_script_enabled=False)
            if size == "phone":
                context.set_extra_http_headers({"User-Agent": PHONE})
            known[size] = context.new_page()
        return known[size]

    yield enter
    for page in known.values():
        page.context.close()


@contextmanager
def first_visit(browser, size: str = "desk") -> Iterator[Page]:
    """A browser that was never here."""
    context = room(browser, size)
    if size == "phone":
        context.set_extra_http_headers({"User-Agent": PHONE})
    page = context.new_page()
    page.add_init_script(f"({SHIFTS})()")
    try:
        yield page
    finally:
        context.close()


class Held:
    """Streamlit's script on its way, until it is let go: the drawn page stands meanwhile."""

    def __init__(self, page: Page) -> None:
        self.routes: list[Route] = []
        self.free = False
        page.route("**/static/js/index.*.js", self.hold)

    def hold(self, route: Route) -> None:
        if self.free:
            route.continue_()
        else:
            self.routes.append(route)

    def let_go(self, page: Page) -> None:
        self.free = True
        for route in self.routes:
            route.continue_()
        page.wait_for_function(SETTLED)


def drawn(page: Page, address: str) -> Page:
    page.goto(address, wait_until="commit")
    page.locator("#drawn .footer").wait_for(state="visible")
    return page


@pytest.mark.parametrize("size", ROOMS)
@pytest.mark.parametrize("path", PATHS)
def test_nothing_moves_until_streamlit_stands(browser, site, size: str, path: str) -> None:
    with first_visit(browser, size) as page:
        page.goto(urljoin(site, path))
        page.wait_for_function(SETTLED)
        expect(page.locator("h1")).to_have_count(1)
        assert page.evaluate("window.shifted") <= 0.05


@pytest.mark.parametrize("path", ["/overview", "/trajectories"])
def test_a_column_has_its_place_before_the_next_has_come(unscripted, site, path: str) -> None:
    page, column = unscripted("desk"), '<div class="stColumn"'

    def cut(route: Route) -> None:
        text = route.fetch().text()
        route.fulfill(body=text[: text.index(column, text.index(column) + 1)], content_type="text/html")

    page.goto(urljoin(site, path))
    whole = page.locator(".stColumn").first.bounding_box()
    page.route(urljoin(site, path), cut)
    page.goto(urljoin(site, path))
    page.unroute(urljoin(site, path))
    expect(page.locator(".stColumn")).to_have_count(1)
    assert page.locator(".stColumn").bounding_box()["width"] == whole["width"] < 1000


@pytest.mark.parametrize("size", ROOMS)
@pytest.mark.parametrize(
    "path", ["/", "/overview", "/trajectories", "/compare", "/place", "/review", "/data", "/tasks"]
)
def test_what_was_drawn_stands_where_it_stood(browser, site, size: str, path: str) -> None:
    with first_visit(browser, size) as page:
        page.goto(urljoin(site, path))
        page.wait_for_function(SETTLED)  # the letters are here now
        page.goto(urljoin(site, path), wait_until="commit")
        whole = f"selector => document.querySelector('#drawn .footer') && ({BOXES})(selector)"
        before = page.wait_for_function(whole, arg="#drawn").json_value()
        page.wait_for_function(GONE)
        after = page.evaluate(BOXES, "#root")
    assert [one[0] for one in before] == [one[0] for one in after]
    far = [(one, two) for one, two in zip(before, after, strict=True) if moved(one, two) > MOVED]
    assert far == []


def moved(one: list, two: list) -> float:
    return max(abs(a - b) for a, b in zip(one[1:], two[1:], strict=True))


def test_only_one_page_is_there_for_who_listens(browser, site) -> None:
    with first_visit(browser) as page:
        held = Held(page)
        drawn(page, f"{site}/overview")
        assert page.get_by_role("heading", level=1).count() == 1
        held.let_go(page)
        assert page.get_by_role("heading", level=1).count() == page.locator("h1").count() == 1
        expect(page.locator("#drawn")).to_have_count(0)


@pytest.mark.parametrize("size", ROOMS)
def test_axe_finds_nothing_grave_in_what_is_drawn(browser, site, size: str) -> None:
    with first_visit(browser, size) as page:
        Held(page)
        found = {path: grave_findings(drawn(page, urljoin(site, path))) for path in PATHS}
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_the_reader_stays_where_the_reader_was(browser, site) -> None:
    with first_visit(browser, "phone") as page:
        held = Held(page)
        drawn(page, f"{site}/place?place=11")
        page.locator("#drawn").evaluate("(box) => { box.scrollTop = 2000; }")
        words, before = page.evaluate(IN_SIGHT)
        held.let_go(page)
        after = page.evaluate(SAME, words)
        assert page.locator(".stMain").evaluate("(box) => box.scrollTop") > 500
        assert abs(after - before) <= MOVED
        assert page.evaluate("window.shifted") <= 0.05


@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("/trajectories", "a.find-open"),
        ("/overview", '.card h2 a[href*="stunting"]'),
        ("/trajectories", '.st-key-menu a[href^="compare"]'),
        ("/review", ".findings summary, .findings a"),
    ],
)
def test_the_focus_stays_on_the_same_link(browser, site, path: str, selector: str) -> None:
    with first_visit(browser) as page:
        held = Held(page)
        drawn(page, f"{site}{path}")
        link = page.locator(f"#drawn :is({selector})").first
        link.focus()
        words = link.inner_text().strip()
        held.let_go(page)
        here = page.evaluate(
            "() => [document.activeElement.innerText.trim(), !!document.activeElement.closest('#root')]"
        )
        assert here == [words, True]


def test_the_focus_stays_on_the_same_picker(browser, site) -> None:
    with first_visit(browser) as page:
        held = Held(page)
        drawn(page, f"{site}/trajectories")
        page.locator('#drawn select[name="indicator"]').focus()
        held.let_go(page)
        assert page.evaluate("() => !!document.activeElement.closest('#root .st-key-indicator-vi')")


def test_an_open_table_stays_open(browser, site) -> None:
    with first_visit(browser) as page:
        held = Held(page)
        drawn(page, f"{site}/trajectories")
        folds = page.locator("#drawn details.fold")
        at = folds.count() - 2
        words = folds.nth(at).locator("summary").inner_text()
        folds.nth(at).locator("summary").click()
        held.let_go(page)
        opened = page.locator("#root details.fold[open]")
        expect(opened).to_have_count(1)
        assert opened.locator("summary").first.inner_text() == words


def test_a_choice_need_not_wait_for_streamlit(browser, site) -> None:
    with first_visit(browser) as page:
        Held(page)
        drawn(page, f"{site}/trajectories?places=12&lang=en")
        page.locator('#drawn select[name="indicator"]').select_option("stunting_under5")
        page.wait_for_url("**/trajectories?*indicator=stunting_under5*", wait_until="commit")
        assert state(page) == {"places": "12", "lang": "en", "indicator": "stunting_under5"}
        page.locator("#drawn .footer").wait_for(state="visible")
        page.locator('#drawn select[name="indicator"]').select_option("health_insurance_coverage")  # the usual one
        page.wait_for_url(lambda url: "indicator" not in url, wait_until="commit")
        assert state(page) == {"places": "12", "lang": "en"}


def test_a_list_in_the_reader_s_hands_is_not_taken_away(browser, site) -> None:
    with first_visit(browser) as page:
        drawn(page, f"{site}/trajectories")
        page.locator("#drawn .st-key-places-vi summary").click()
        page.wait_for_function("() => document.querySelector('#root .footer')")
        page.wait_for_timeout(1000)
        expect(page.locator("#drawn")).to_have_count(1)
        page.locator('#drawn input[name="places"][value="12"]').uncheck()
        page.locator("#drawn .st-key-places-vi button").click()
        page.wait_for_url("**/trajectories?places=*", wait_until="commit")
        assert "12" not in state(page)["places"].split(",")


def state(page: Page) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(urlsplit(page.url).query).items()}


@pytest.mark.parametrize("world", ["site", "nation"])
@pytest.mark.parametrize("size", ROOMS)
@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("path", PATHS)
def test_every_screen_is_read_without_javascript(request, unscripted, world, size: str, lang: Lang, path: str) -> None:
    page = unscripted(size)
    page.goto(urljoin(request.getfixturevalue(world), with_language(path, lang)))
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".footer")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", lang)
    assert len(page.locator("#drawn main").inner_text()) > 300
    assert page.locator("#drawn .st-key-menu a").count() == sum(one.listed for one in SCREENS.values())
    if path == "/trajectories" or (path == "/compare" and world == "site"):  # so many places share no chart
        assert page.locator(".drawn-chart svg circle, .drawn-chart svg path").count() > 10


def test_links_and_pickers_work_without_javascript(unscripted, site) -> None:
    page = unscripted("desk")
    page.goto(f"{site}/trajectories?lang=en")
    page.locator('select[name="indicator"]').select_option("stunting_under5")
    page.locator('form[data-pick="indicator"] button').click()
    assert state(page) == {"lang": "en", "indicator": "stunting_under5"}
    page.locator(".st-key-places-en summary").click()
    page.locator('input[name="places"][value="12"]').uncheck()
    page.locator(".st-key-places-en .drawn-options button").click()
    assert "12" not in state(page)["places"].split(",") and state(page)["indicator"] == "stunting_under5"
    page.locator('input[name="show"][value="table"]').check(force=True)
    page.locator('form[data-pick="show"] button').click()
    expect(page.locator(".by-year")).to_be_visible()
    page.locator(".switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    assert state(page)["show"] == "table"
    page.locator('.st-key-menu a[href^="data"]').click()
    page.locator('input[name="words"]').fill("bác sĩ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/data?*words=*")
    assert state(page)["words"] == "bác sĩ"
    expect(page.locator("h1")).to_be_visible()
    page.locator("a.find-open").click()
    assert urlsplit(page.url).path == "/find"


def test_a_mark_of_the_chart_leads_to_its_evidence_without_javascript(unscripted, site) -> None:
    page = unscripted("desk")
    page.goto(f"{site}/trajectories?places=12")
    page.locator(".drawn-chart a").first.click(force=True)
    assert urlsplit(page.url).path == "/sources" and state(page)["row"]
    expect(page.locator(".evidence")).to_be_visible()


def test_the_picture_without_javascript_says_what_a_list_holds(unscripted, site) -> None:
    page = unscripted("desk")
    page.goto(f"{site}/update?step=bring")
    expect(page.get_by_role("note")).to_have_text(say(Lang.VI, "unopened_update"))

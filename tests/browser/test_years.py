"""A figure runs through its years: chart, map and table show the same year, and the address says which."""

from tests.browser.visit import Visit, visiting

LATER = "() => [...document.querySelectorAll('.point:not(.later)')].map(one => Math.round(one.__data__.x))"
ON_MAP = "() => [...document.querySelectorAll('[data-only]:not([hidden])')].map(one => Number(one.dataset.only))"
IN_TABLE = "() => [...document.querySelectorAll('td[data-year]')].filter(one => getComputedStyle(one).visibility !== 'hidden').map(one => Number(one.dataset.year))"  # noqa: E501


def tab(visit: Visit, name: str) -> None:
    visit.page.locator(".st-key-figure").get_by_text(name, exact=True).click()


def test_a_year_of_the_address_is_the_last_that_is_shown_whatever_the_figure(visit: Visit) -> None:
    visit.open("/trajectories?year=2027")
    visit.page.locator(".js-plotly-plot .point").first.wait_for()
    visit.page.wait_for_function("document.querySelector('.point.later')")
    assert max(visit.page.evaluate(LATER)) == 2027
    tab(visit, "Bản đồ")
    visit.page.locator(".year-map").wait_for()
    assert set(visit.page.evaluate(ON_MAP)) == {2027}
    tab(visit, "Bảng")
    visit.page.locator(".by-year").wait_for()
    assert max(visit.page.evaluate(IN_TABLE)) == 2027
    assert "show=table" in visit.page.url and "year=2027" in visit.page.url


def test_play_goes_from_year_to_year_and_the_keys_do_too(visit: Visit) -> None:
    visit.open("/trajectories")
    page = visit.page
    page.locator(".js-plotly-plot .point").first.wait_for()
    page.emulate_media(reduced_motion="reduce")
    play, shown = page.locator(".years .play"), page.locator(".years output")
    play.focus()
    seen = []
    for _ in range(3):
        page.keyboard.press("Enter")
        seen.append(shown.inner_text())
    assert seen == ["2025", "2026", "2027"] and "year=2027" in page.url
    page.locator(".years input").focus()
    page.keyboard.press("ArrowLeft")
    assert shown.inner_text() == "2026" and max(page.evaluate(LATER)) == 2026
    page.keyboard.press("End")
    assert shown.inner_text() == "2030" and "year=" not in page.url
    assert page.locator(".point.later").count() == 0
    page.emulate_media(reduced_motion="no-preference")
    page.keyboard.press("Home")
    play.click()
    page.wait_for_function("document.querySelector('.years output').textContent === '2026'")


def test_a_figure_fills_the_screen_and_gives_it_back(visit: Visit) -> None:
    visit.open("/trajectories")
    visit.page.locator(".years .full").click()
    visit.page.wait_for_function("document.fullscreenElement?.querySelector('.js-plotly-plot')")
    visit.page.keyboard.press("Escape")
    visit.page.wait_for_function("!document.fullscreenElement")


def test_on_a_phone_the_upper_half_of_the_chart_is_on_the_first_screen(rooms, site) -> None:
    with visiting(rooms("phone"), site) as visit:
        visit.open("/trajectories")
        chart = visit.page.locator(".js-plotly-plot")
        chart.wait_for()
        box = chart.bounding_box()
        assert box["y"] + box["height"] / 2 <= 844

"""A browser remembers the place that was chosen first, another when that is asked for, and none when it is
not asked."""

import pytest
from playwright.sync_api import expect


@pytest.fixture(autouse=True)
def nothing_is_remembered(visit):
    visit.page.context.clear_cookies()


def test_the_first_place_is_remembered_and_goes_along(visit):
    visit.open("/?place=11")
    visit.page.wait_for_function("() => document.cookie.includes('place=11')")
    assert visit.open("/").state["place"] == "11"
    menu = visit.page.locator(".st-key-menu")
    expect(menu.get_by_role("link", name="Điện Biên")).to_be_visible()
    menu.get_by_role("link", name="Rà soát").click()
    assert visit.arrive("/review").state["place"] == "11"


def test_a_link_of_somebody_else_changes_nothing_until_it_is_chosen(visit):
    visit.open("/?place=11")
    visit.page.wait_for_function("() => document.cookie.includes('place=11')")
    visit.open("/?place=12")
    expect(visit.page.locator("h1")).to_have_text("Lai Châu")
    assert visit.open("/").state["place"] == "11"
    visit.open("/?place=12")
    visit.page.locator("a[data-choose]").click()
    visit.page.wait_for_function("() => document.cookie.includes('place=12')")
    assert visit.open("/").state["place"] == "12"


def test_the_nation_can_be_looked_at_with_a_place_in_memory(visit):
    visit.open("/?place=11")
    visit.page.wait_for_function("() => document.cookie.includes('place=11')")
    expect(visit.open("/?place=VN").page.locator("h1")).to_have_text("Việt Nam")

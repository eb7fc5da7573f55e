"""The address is the state: it restores what was chosen, and every choice is written to it."""

import pytest
from playwright.sync_api import expect

from tests.browser.pickers import choose, chosen_places, chosen_radio, selectbox

STUNTING = "Tỷ lệ suy dinh dưỡng thể thấp còi ở trẻ em dưới 5 tuổi"
INSURANCE = "Tỷ lệ bao phủ bảo hiểm y tế"
CHOSEN = "/trajectories?indicator=stunting_under5&places=11,12&until=2045"
UNKNOWN = (
    ("/?indicator=no-such-one", "no-such-one"),
    ("/?year=1999", "1999"),
    ("/trajectories?indicator=no-such-one", "no-such-one"),
    ("/trajectories?places=11,nowhere", "nowhere"),
    ("/trajectories?until=1066", "1066"),
    ("/compare?places=11,nowhere", "nowhere"),
    ("/place?place=nowhere", "nowhere"),
    ("/review?rule=no-such-rule", "no-such-rule"),
    ("/review?finding=no-such-finding", "no-such-finding"),
    ("/sources?row=no-such-row", "no-such-row"),
)


def await_heading(visit, name):
    visit.settle()
    expect(visit.page.locator(".chart-head")).to_contain_text(name)
    visit.settle()


def shows_the_chosen_state(visit):
    await_heading(visit, STUNTING)
    return (
        selectbox(visit.page, "Chỉ tiêu").input_value() == STUNTING
        and chosen_places(visit.page) == ["Điện Biên", "Lai Châu"]
        and chosen_radio(visit.page) == "Đến tầm nhìn 2045"
    )


def test_an_address_opens_the_screen_as_it_was(visit):
    assert shows_the_chosen_state(visit.open(CHOSEN))
    assert visit.complaints == []


def test_a_choice_changes_the_address_and_a_reload_shows_the_same(visit):
    visit.open(CHOSEN)
    choose(visit.page, "Chỉ tiêu", "Số năm sống khỏe mạnh")
    await_heading(visit, "Số năm sống khỏe mạnh")
    assert visit.state == {"indicator": "healthy_life_years", "places": "11,12", "until": "2045"}
    visit.page.reload()
    await_heading(visit, "Số năm sống khỏe mạnh")
    assert chosen_places(visit.page) == ["Điện Biên", "Lai Châu"]
    assert chosen_radio(visit.page) == "Đến tầm nhìn 2045"


def test_a_place_that_is_taken_away_leaves_the_address(visit):
    visit.open(CHOSEN)
    visit.page.get_by_role("button", name="Điện Biên").filter(visible=True).click()
    visit.page.wait_for_url("**places=12*")
    visit.settle()
    assert visit.state == {"indicator": "stunting_under5", "places": "12", "until": "2045"}
    assert "Lai Châu" in visit.heading


def test_back_and_forward_restore_each_state(visit):
    visit.open(CHOSEN)
    choose(visit.page, "Chỉ tiêu", INSURANCE)
    await_heading(visit, INSURANCE)
    visit.page.go_back()
    assert shows_the_chosen_state(visit)
    visit.page.go_forward()
    await_heading(visit, INSURANCE)
    assert chosen_places(visit.page) == ["Điện Biên", "Lai Châu"]
    assert chosen_radio(visit.page) == "Đến tầm nhìn 2045"


def test_back_from_another_screen_restores_the_state(visit):
    visit.open(CHOSEN)
    visit.page.get_by_role("link", name="So sánh", exact=True).click()
    visit.arrive("/compare")
    visit.page.go_back()
    visit.arrive("/trajectories")
    assert shows_the_chosen_state(visit)


def switch_language(visit, name):
    visit.page.get_by_role("link", name=name, exact=True).click()
    visit.settle()


def test_the_other_language_keeps_the_whole_state(visit):
    visit.open(CHOSEN)
    switch_language(visit, "English")
    await_heading(visit, "Stunting among children under 5")
    assert chosen_places(visit.page) == ["Dien Bien", "Lai Chau"]
    assert chosen_radio(visit.page) == "Up to the 2045 vision"


@pytest.mark.parametrize("path", ["/", CHOSEN, "/compare?places=11,40", "/place?place=11"])
def test_the_address_names_the_other_language(visit, path):
    visit.open(path)
    before = visit.state
    switch_language(visit, "English")
    expect(visit.page.get_by_role("link", name="Tiếng Việt")).to_be_visible()
    visit.settle()
    assert visit.state == before | {"lang": "en"}


def test_the_other_language_survives_a_reload(visit):
    visit.open(CHOSEN)
    switch_language(visit, "English")
    await_heading(visit, "Stunting among children under 5")
    visit.page.reload()
    visit.settle()
    assert "Stunting under 5" in visit.heading


def test_back_to_vietnamese_keeps_the_state_too(visit):
    visit.open(f"{CHOSEN}&lang=en")
    switch_language(visit, "Tiếng Việt")
    assert shows_the_chosen_state(visit)


def test_the_page_tells_the_browser_of_the_switch(visit):
    visit.open("/trajectories")
    switch_language(visit, "English")
    await_heading(visit, "Health insurance coverage")
    expect(visit.page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize(("address", "value"), UNKNOWN)
def test_an_unknown_value_is_named_and_the_screen_is_shown(visit, address, value):
    visit.open(address)
    expect(visit.page.locator("h1")).to_be_visible()
    expect(visit.page.get_by_test_id("stAlert").filter(has_text=f"“{value}”")).to_be_visible()
    assert visit.complaints == []

"""Find anything as a reader uses it: Ctrl-K, the arrow keys, the page of results; pickers without accents, in the
reader's language."""

import pytest
from playwright.sync_api import expect

from tests.browser.pickers import selectbox
from tests.browser.visit import visiting


def found(page):
    """The titles in the window, and which of them is chosen."""
    window = page.get_by_role("dialog", name="Tìm kiếm")
    return window.get_by_role("option"), window.get_by_role("option", selected=True)


def test_ctrl_k_leads_to_a_figure_by_the_keyboard_alone(visit):
    visit.open("/review")
    visit.page.keyboard.press("Control+k")
    field = visit.page.get_by_role("combobox", name="Tìm", exact=True)
    expect(field).to_be_focused()
    visit.page.keyboard.type("thap coi dien bien")
    options, chosen = found(visit.page)
    expect(chosen).to_contain_text("Trẻ thấp còi · Điện Biên 21%")
    visit.page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.nth(1).get_attribute("id"))
    visit.page.keyboard.press("ArrowUp")
    visit.page.keyboard.press("Enter")
    visit.arrive("/trajectories")
    assert visit.state == {"indicator": "stunting_under5", "places": "11"}
    assert (visit.complaints, visit.abroad) == ([], [])


def test_the_window_closes_and_gives_the_focus_back(visit):
    visit.open("/")
    opener = visit.page.locator(".find-open")
    opener.focus()
    visit.page.keyboard.press("Enter")
    visit.page.keyboard.type("<img src=x onerror=alert(1)>")
    expect(visit.page.get_by_role("dialog").get_by_role("status")).to_contain_text("Không có dữ liệu nào")
    visit.page.keyboard.press("Escape")
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    expect(opener).to_be_focused()


def test_a_phone_has_the_window_and_the_page(rooms, site):
    with visiting(rooms("phone"), site) as visit:
        visit.open("/calendar?lang=en")
        visit.page.locator(".find-open").click()
        visit.page.keyboard.type("BHYT")
        expect(visit.page.get_by_role("option").first).to_contain_text("Health insurance coverage")
        visit.page.get_by_role("link", name="Open the page of results").click()
        expect(visit.page.get_by_role("searchbox")).to_have_value("BHYT")
        assert visit.state == {"q": "BHYT", "lang": "en"}
        visit.page.wait_for_load_state()
        visit.page.get_by_role("searchbox").fill("stunting")
        expect(visit.page.get_by_role("status")).to_contain_text("“stunting”")
        assert visit.state == {"q": "stunting", "lang": "en"}
        assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert (visit.complaints, visit.abroad) == ([], [])


@pytest.mark.parametrize("typed", ["thap coi", "thấp còi", "SUY DINH DUONG"])
def test_a_picker_finds_without_accents(visit, typed):
    visit.open("/trajectories")
    selectbox(visit.page, "Chỉ tiêu").fill(typed)
    expect(visit.page.get_by_role("option").first).to_have_text(
        "Tỷ lệ suy dinh dưỡng thể thấp còi ở trẻ em dưới 5 tuổi"
    )


def test_the_pickers_speak_vietnamese(visit):
    visit.open("/trajectories")
    places = visit.page.get_by_test_id("stMultiSelect")
    expect(places.get_by_role("button", name="Bỏ Lai Châu")).to_be_visible()
    expect(places.get_by_role("button", name="Bỏ chọn tất cả")).to_be_visible()
    places.get_by_role("combobox").fill("muong la")
    expect(visit.page.get_by_role("option")).to_have_text("Mường La (xã)")
    places.get_by_role("combobox").fill("zzz")
    expect(visit.page.get_by_role("listbox")).to_have_text("Không tìm thấy")
    places.get_by_role("combobox").fill("a")
    expect(visit.page.get_by_role("option").first).to_contain_text("Chọn cả ")

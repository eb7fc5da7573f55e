"""After the server was restarted or the line was cut for long, the reader's next choice counts."""

from contextlib import ExitStack

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import room
from tests.browser.pickers import choose, chosen_places, chosen_radio
from tests.browser.server import free_port, serve
from tests.browser.visit import visiting


class Server:
    """One server that can be stopped and started again at the same address."""

    def __init__(self, facts) -> None:
        self.facts, self.port, self.running = facts, free_port(), ExitStack()

    def start(self) -> str:
        return self.running.enter_context(serve(self.facts, port=self.port))

    def restart(self) -> None:
        self.running.close()
        self.start()


@pytest.fixture(scope="module")
def server(facts):
    one = Server(facts)
    one.origin = one.start()
    yield one
    one.running.close()


SILENT = "addEventListener('popstate', event => event.isTrusted || event.stopImmediatePropagation(), true)"


@pytest.fixture
def visit(request, browser, server):
    """A page. With our script it asks the server anew as soon as that is there again; a silent one does not,
    so that the reader's next choice is the first that the server hears of the page."""
    page = room(browser).new_page()
    if getattr(request, "param", "silent") == "silent":
        page.add_init_script(SILENT)
    with visiting(page, server.origin) as new:
        yield new
    page.context.close()


def cut(visit, server) -> None:
    """Restarts the server under an open page, and waits until the page has found it again."""
    server.restart()
    visit.page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testConnectionState === 'CONNECTED'"
    )
    visit.settle()


@pytest.mark.parametrize("visit", ["silent", "asking"], indirect=True)
def test_another_indicator(visit, server):
    visit.open("/trajectories?places=11,12")
    cut(visit, server)
    choose(visit.page, "Chỉ tiêu", "Số năm sống khỏe mạnh")
    expect(visit.page.locator(".chart-head")).to_contain_text("Số năm sống khỏe mạnh")
    visit.settle()
    assert visit.state == {"indicator": "healthy_life_years", "places": "11,12"}
    assert chosen_places(visit.page) == ["Điện Biên", "Lai Châu"]
    choose(visit.page, "Chỉ tiêu", "Tỷ lệ bao phủ bảo hiểm y tế")
    expect(visit.page.locator(".chart-head")).to_contain_text("bảo hiểm y tế")
    visit.page.go_back()
    expect(visit.page.locator(".chart-head")).to_contain_text("Số năm sống khỏe mạnh")


def test_another_radio_and_one_place_less(visit, server):
    visit.open("/trajectories?places=11,12")
    cut(visit, server)
    visit.page.get_by_text("Đến tầm nhìn 2045").click()
    visit.page.wait_for_url("**until=2045*")
    cut(visit, server)
    visit.page.get_by_role("button", name="Điện Biên").filter(visible=True).click()
    visit.page.wait_for_url("**places=12*")
    visit.settle()
    assert chosen_radio(visit.page) == "Đến tầm nhìn 2045" and chosen_places(visit.page) == ["Lai Châu"]


def test_a_typed_word(visit, server):
    visit.open("/tasks?place=11")
    cut(visit, server)
    box = visit.page.get_by_test_id("stTextInput").locator("input")
    box.fill("bảo hiểm")
    box.press("Enter")
    visit.page.wait_for_url("**words=*")
    visit.settle()
    assert visit.state == {"place": "11", "words": "bảo hiểm"} and box.input_value() == "bảo hiểm"


def test_a_switch_and_what_depends_on_a_choice(visit, server):
    visit.open("/overview?year=2030")
    cut(visit, server)
    visit.page.get_by_test_id("stCheckbox").locator("label").first.click()
    visit.page.wait_for_url("**communes=yes*")
    cut(visit, server)
    choose(visit.page, "Chỉ tiêu", "Tỷ lệ suy dinh dưỡng thể thấp còi ở trẻ em dưới 5 tuổi")
    visit.page.wait_for_url("**indicator=stunting_under5*")
    visit.settle()
    assert visit.state == {"communes": "yes", "indicator": "stunting_under5"}


def test_the_explorer(visit, server):
    visit.open("/data?dataset=goals&place=11")
    cut(visit, server)
    choose(visit.page, "Bộ dữ liệu", "Nhiệm vụ")
    visit.page.wait_for_url("**dataset=tasks*")
    visit.settle()
    assert visit.state["dataset"] == "tasks"


def test_the_deck_keeps_its_words_and_its_order(visit, server):
    visit.open("/present?ready=place&places=12")
    cut(visit, server)
    box = visit.page.get_by_test_id("stTextInput").locator("input").first
    box.fill("Mường Tè")
    box.press("Enter")
    visit.page.wait_for_url("**title=*")
    visit.settle()
    cut(visit, server)
    visit.page.get_by_test_id("stRadioOption").nth(1).click()
    visit.page.wait_for_url("**slide=2*")
    visit.settle()
    slides = visit.page.get_by_test_id("stRadioOption")
    before = slides.all_inner_texts()
    cut(visit, server)
    visit.page.get_by_test_id("stButton").get_by_role("button").first.click()
    visit.page.wait_for_url("**slides=*")
    expect(slides).not_to_have_text(before)
    assert visit.state["title"] == "Mường Tè"


@pytest.mark.parametrize("visit", ["asking"], indirect=True)
def test_the_way_back_is_a_choice_too(visit, server):
    visit.open("/place?place=11")
    choose(visit.page, "Địa phương", "Lai Châu")
    visit.page.wait_for_url("**place=12*")
    visit.settle()
    cut(visit, server)
    visit.page.go_back()
    expect(visit.page.locator("h1")).to_contain_text("Điện Biên")
    assert visit.state == {"place": "11"}

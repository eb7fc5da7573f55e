"""A steward at the desk in a browser: the paper of a plan dropped, its draft reviewed, mended, read a second time,
compared, published and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import room, unhurried
from tests.browser.server import build, serve
from tests.desk.without_plan import without_plan

DOCUMENT = "lang-son-2026"
ON_ONE_SHEET = 6  # rows
# What a hand does that draws a mouse over words: they are selected, and the button is let go.
SELECT = """words => {
  for (const line of document.querySelectorAll(".paper-select li")) {
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const at = texts.currentNode.data.indexOf(words);
      if (at < 0) continue;
      getSelection().setBaseAndExtent(texts.currentNode, at, texts.currentNode, at + words.length);
      line.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
      return line.value;
    }
  }
}"""


@pytest.fixture(scope="module")
def office_without(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("office") / "data"
    without_plan(folder, DOCUMENT)
    assert build(folder).returncode == 0
    return folder


@pytest.fixture
def drafted(browser, office_without, tmp_path) -> Iterator[Page]:
    """The paper dropped and read, in an office of one."""
    with serve(office_without, ROADMAP72_DESK=str(tmp_path / "desk"), ROADMAP72_DESK_SOLO="yes") as origin:
        page = unhurried(room(browser).new_page())
        page.goto(f"{origin}/update?step=plan&place=20".replace("127.0.0.1", "localhost"))
        page.set_input_files("input[type=file]", Path("data/papers", f"{DOCUMENT}.txt"))
        page.get_by_role("button", name="Đọc văn bản").click()
        expect(page.locator(".plan-row mark").first).to_have_text("mức sinh thay thế", timeout=60_000)  # least sure
        yield page


def counted(page: Page, words: str = "Cần xem") -> int:
    """The number behind some words; of the rows that somebody has still to look at."""
    return int(page.get_by_text(f"{words}: ").first.inner_text().split(": ")[1])


def test_a_paper_is_dropped_reviewed_and_compared(drafted):
    page = drafted
    words = page.get_by_label("Chữ trong văn bản").first
    words.fill("99%")
    page.get_by_role("button", name="Lưu và xem tiếp").click()
    expect(page.locator(".plan-row .complaints").first).to_contain_text("99%", timeout=60_000)
    page.goto(page.url)  # a browser that was closed
    expect(words).to_have_value("99%", timeout=60_000)
    page.get_by_text("Đưa vào kế hoạch").first.click()
    page.get_by_role("button", name="Lưu và xem tiếp").click()
    expect(words).not_to_have_value("99%", timeout=60_000)
    page.get_by_text("Tôi xác nhận").click()
    page.get_by_role("button", name="Xem đối chiếu").click()
    page.wait_for_url("**step=difference**", timeout=90_000)
    expect(page.locator(".difference")).to_contain_text("75,5 tuổi", timeout=60_000)


def test_the_keyboard_goes_on_in_the_next_sheet(drafted):
    page = drafted
    first = page.locator(".plan-row[data-row]").first.get_attribute("data-row")
    page.get_by_label("Chữ trong văn bản").first.focus()
    left = counted(page) - ON_ONE_SHEET
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text(f"Cần xem: {left}", exact=True)).to_be_visible(timeout=60_000)
    assert page.locator(".plan-row[data-row]").first.get_attribute("data-row") != first
    page.wait_for_function("document.activeElement.closest('.st-key-plan-rows') !== null")


def test_words_that_are_selected_in_the_paper_become_a_row(drafted):
    page = drafted
    every = counted(page, "Tất cả")
    page.get_by_text("Thêm từ văn bản").click()
    line = page.get_by_label("Hàng trong văn bản")
    line.fill("9999")
    line.press("Enter")
    expect(page.get_by_text("Văn bản có 149 hàng")).to_be_visible(timeout=60_000)
    line.fill("36")
    line.press("Enter")
    expect(page.locator(".paper-select li.own")).to_have_attribute("value", "36", timeout=60_000)
    assert page.evaluate(SELECT, "tỷ lệ chất thải y tế") == 44
    expect(line).to_have_value("44", timeout=60_000)
    expect(page.locator(".st-key-plan-add-printed input")).to_have_value("tỷ lệ chất thải y tế")
    page.locator(".st-key-plan-add-indicator input").click()
    page.keyboard.type("chất thải y tế")
    page.get_by_role("option", name="Tỷ lệ chất thải y tế được xử lý").click()
    expect(page.locator(".st-key-plan-add-row button")).to_be_disabled(timeout=60_000)  # no figure
    page.locator(".st-key-plan-add-printed input").fill("100%")
    page.locator(".st-key-plan-add-printed input").press("Enter")
    expect(page.get_by_text("Được hiểu là: 100%")).to_be_visible(timeout=60_000)
    page.locator(".st-key-plan-add-year input").fill("2030")
    page.locator(".st-key-plan-add-year input").press("Enter")
    page.locator(".st-key-plan-add-row button").click()
    expect(page.get_by_text("Đã thêm “100%”")).to_be_visible(timeout=60_000)
    expect(page.get_by_text(f"Tất cả: {every + 1}")).to_be_visible()


def test_a_second_reading_is_settled_then_published_and_taken_back(drafted):
    page = drafted
    page.get_by_text("Người thứ hai đọc lại").click()
    page.get_by_role("button", name="Bắt đầu đọc lại").click()
    expect(page.get_by_text("tách riêng với lần thứ nhất")).to_be_visible(timeout=60_000)
    year = page.get_by_label("Năm", exact=True).first
    year.fill("2035")
    left = counted(page) - ON_ONE_SHEET
    page.get_by_role("button", name="Lưu và xem tiếp").click()
    expect(page.get_by_text(f"Cần xem: {left}", exact=True)).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Nộp lần đọc lại").click()
    expect(page.get_by_text("Hai lần đọc khác nhau: 1")).to_be_visible(timeout=60_000)
    page.get_by_text("Lần thứ nhất: ").click()
    page.get_by_role("button", name="Lưu các lựa chọn").click()
    expect(page.get_by_text("thì cần ghi lý do")).to_be_visible(timeout=60_000)
    page.get_by_text("Lần thứ nhất: ").click()
    page.get_by_label("Lý do, nếu giữ").fill("Câu này là mục tiêu")
    page.get_by_role("button", name="Lưu các lựa chọn").click()
    expect(page.get_by_text("Không còn ô nào khác nhau")).to_be_visible(timeout=60_000)
    page.get_by_text("Tôi xác nhận").click()
    page.get_by_role("button", name="Xem đối chiếu").click()
    expect(page.get_by_text("Câu này là mục tiêu")).to_be_visible(timeout=90_000)
    for act in ("Trình duyệt", "Duyệt", "Phát hành"):
        page.get_by_role("button", name=act, exact=True).click(timeout=90_000)
    expect(page.locator(".change-state")).to_contain_text("Đã phát hành", timeout=90_000)
    published = page.url
    page.goto(published.split("/update")[0] + f"/sources?document={DOCUMENT}&line=36")
    expect(page.locator(".paper-read .own mark").first).to_be_visible(timeout=60_000)
    page.goto(published)
    page.get_by_label("Lý do hoàn tác").fill("Thử")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Hoàn tác").click(timeout=60_000)
    page.wait_for_url("**step=log**", timeout=90_000)
    expect(page.locator(".desk-log")).to_contain_text("Đã hoàn tác", timeout=60_000)

"""A steward at the desk in a browser: the paper of a plan dropped, its draft reviewed, mended and compared."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.chromium import room
from tests.browser.server import build, serve
from tests.desk.without_plan import without_plan

DOCUMENT = "lang-son-2026"


def test_a_paper_is_dropped_reviewed_and_compared(browser, tmp_path):
    without_plan(tmp_path / "data", DOCUMENT)
    assert build(tmp_path / "data").returncode == 0
    with serve(tmp_path / "data", ROADMAP72_DESK=str(tmp_path / "desk")) as origin:
        page = room(browser).new_page()
        page.goto(f"{origin}/update?step=plan&place=20".replace("127.0.0.1", "localhost"))
        page.set_input_files("input[type=file]", Path("data/papers", f"{DOCUMENT}.txt"))
        page.get_by_role("button", name="Đọc văn bản").click()
        expect(page.locator(".plan-row mark").first).to_have_text(
            "mức sinh thay thế", timeout=60_000
        )  # least sure: first
        words = page.get_by_label("Chữ trong văn bản").first
        words.fill("99%")
        page.get_by_role("button", name="Lưu và xem tiếp").click()
        expect(page.locator(".plan-row .complaints").first).to_contain_text("99%", timeout=30_000)
        page.goto(page.url)  # a browser that was closed
        expect(page.get_by_label("Chữ trong văn bản").first).to_have_value("99%", timeout=30_000)
        page.get_by_text("Đưa vào kế hoạch").first.click()
        page.get_by_role("button", name="Lưu và xem tiếp").click()
        expect(page.get_by_text("Cần xem: 6")).to_be_visible(timeout=30_000)
        page.get_by_text("Tôi xác nhận").click()
        page.get_by_role("button", name="Xem đối chiếu").click()
        page.wait_for_url("**step=difference**", timeout=90_000)
        expect(page.locator(".difference")).to_contain_text("75,5 tuổi", timeout=30_000)

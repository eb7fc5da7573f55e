"""A month at the desk, as its people do it in a browser: who may in, from the template to the chart, and back."""

import re
import shutil
from pathlib import Path
from urllib.parse import urljoin

import openpyxl
import pytest
from oidc_provider_mock import run_server_in_thread
from playwright.sync_api import Page, expect

from tests.browser.chromium import room, unhurried
from tests.browser.server import copy_of_data, free_port, serve
from tests.browser.visit import visiting

PEOPLE = "subject,email,name,role,place,from,until,granted_by\n"
ROLES = {"lan": ("reporter", "11"), "hoa": ("approver", "VN"), "minh": ("reporter", "03808"), "an": ("keeper", "VN")}
REPORT = "/update?step=bring&place=11&period=2026-10"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """The product with a provider of sign-ins on this machine. Yields its origin and the folder of facts."""
    folder, port = tmp_path_factory.mktemp("desk"), free_port()
    data, papers = copy_of_data(folder / "data"), folder / "desk"
    papers.mkdir()
    rows = [f"{who},,{who.title()},{role},{place},,,\n" for who, (role, place) in ROLES.items()]
    (papers / "people.csv").write_text(PEOPLE + "".join(rows), encoding="utf-8")
    with run_server_in_thread() as provider:
        secrets = folder / "secrets.toml"
        secrets.write_text(
            f"""[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "a secret of this test alone"
client_id = "roadmap72"
client_secret = "nothing"
server_metadata_url = "http://127.0.0.1:{provider.server_port}/.well-known/openid-configuration"
client_kwargs = {{ scope = "openid email" }}
""",
            encoding="utf-8",
        )
        with serve(data, "--secrets.files", str(secrets), port=port, ROADMAP72_DESK=str(papers)) as origin:
            yield origin, data


def sign_in(page: Page, who: str) -> None:
    """From the desk to the provider and back."""
    page.get_by_role("button", name="Đăng nhập").click()
    page.locator("input[name=sub]").fill(who)
    page.get_by_role("button", name=re.compile("authorize", re.I)).first.click()


def enter(browser, desk, who: str, address: str = REPORT):
    """Somebody at the desk, signed in."""
    page = unhurried(room(browser).new_page())
    page.goto(urljoin(desk[0], address))
    sign_in(page, who)
    page.wait_for_url("**/update?*")
    return page


def fill(template: Path, rows: dict[str, dict[str, str]]) -> None:
    """Types into a template as in a spreadsheet: indicator -> column heading -> cell."""
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    headings: dict[str, int] = {}
    for row in sheet.iter_rows():
        if not headings and row[0].value == "Mã chỉ tiêu":
            headings = {str(cell.value): cell.column - 1 for cell in row}
        if row[0].value == "Ngày báo cáo":
            row[1].value = "2026-11-10"
        for heading, typed in rows.get(str(row[0].value), {}).items():
            row[headings[heading]].value = typed
    book.save(template)


def test_a_reader_without_a_role_gets_a_sentence_and_no_desk(browser, desk):
    page = enter(browser, desk, "nobody")
    expect(page.get_by_text("chưa được giao quyền").first).to_be_visible()
    assert page.get_by_text("Kiểm tra", exact=True).count() == 0
    assert "place=11" in page.url  # one is back where one came from


def test_a_reporter_sees_only_the_places_below_his_own(browser, desk):
    page = enter(browser, desk, "minh", "/update?step=bring&place=11")
    expect(page.get_by_text("Tải mẫu Excel")).to_be_visible()
    assert "Mường La" in page.locator("[data-testid=stSelectbox] input").first.input_value()


def test_a_month_goes_from_the_template_to_the_readers_and_is_taken_back(browser, desk, tmp_path):
    origin, data = desk
    page, template = enter(browser, desk, "lan"), tmp_path / "october.xlsx"
    with page.expect_download() as taken:
        page.get_by_text("Tải mẫu Excel").click()
    taken.value.save_as(template)
    kept = shutil.copy(template, tmp_path / "october-mended.xlsx")
    fill(template, {"health_insurance_coverage": {"Giá trị": "969"}, "ehealth_record": {"Giá trị": "88,1 tuổi"}})
    page.set_input_files("input[type=file]", template)
    page.get_by_role("button", name="Kiểm tra").click()
    expect(page.locator(".complaints li")).to_have_count(2)
    expect(page.get_by_text("october.xlsx", exact=True)).to_have_count(0)  # the place for files is empty again
    assert not (data / "reports").exists()
    fill(Path(kept), {"health_insurance_coverage": {"Giá trị": "96,9"}, "ehealth_record": {"Giá trị": "88,1"}})
    page.set_input_files("input[type=file]", kept)
    page.get_by_role("button", name="Kiểm tra").click()
    page.get_by_role("button", name="Trình duyệt").click()
    expect(page.get_by_text("Chờ duyệt")).to_be_visible()
    assert page.get_by_role("button", name="Duyệt", exact=True).count() == 0  # nobody approves his own
    change = re.search(r"change=([\w-]+)", page.url)[1]

    page = enter(browser, desk, "hoa", f"/update?step=difference&change={change}")
    expect(page.locator(".scores li").nth(3)).to_contain_text(re.compile("[23]"))
    page.get_by_role("button", name="Duyệt", exact=True).click()
    page.get_by_role("button", name="Phát hành").click()
    expect(page.get_by_text("Đã phát hành")).to_be_visible()
    with visiting(room(browser).new_page(), origin) as reader:
        reader.open("/place?place=11")
        assert "96,9" in reader.text

    page = enter(browser, desk, "an", f"/update?step=difference&change={change}")
    page.get_by_label("Lý do hoàn tác").fill("Nộp nhầm tháng")
    page.get_by_label("Lý do hoàn tác").press("Tab")
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.get_by_text("Đã hoàn tác").first).to_be_visible()
    assert not list((data / "reports").rglob("values.csv"))

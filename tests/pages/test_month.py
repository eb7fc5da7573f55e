"""The screen of the month: at the first start with the real plans only, and when reports have come."""

import re
from datetime import date
from pathlib import Path

import pytest

from etl.run import run
from healthplan.parameters.parameter import parse
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from pages.blocks import Markup, ReaderContext
from pages.markup import markup
from pages.registry import SCREENS
from tests.browser.server import copy_of_data
from tests.reported import add_report

TODAY = date(2026, 11, 28)


def built(folder: Path, *, reported: bool) -> View:
    data = copy_of_data(folder)
    if reported:
        add_report(data, "2026-10", "11", "2026-10-20", {"health_insurance_coverage": "95,6"})
        add_report(data, "2026-10", "03127", "2026-10-12", {"health_insurance_coverage": "97"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(data))
        run()
    return View(Lang.VI, THEMES["light"], next((data / "published").glob("release-*.duckdb")))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> View:
    return built(tmp_path_factory.mktemp("empty") / "data", reported=False)


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return built(tmp_path_factory.mktemp("reported") / "data", reported=True)


def on_screen(view: View, **address: str) -> dict[str, str]:
    """The blocks of the screen as HTML by their templates, in their order."""
    screen = SCREENS["month"]
    choices = parse(view, screen.parameters(view, {}), {"date": str(TODAY)} | address, strict=True).choices
    blocks = screen.content(view, choices, ReaderContext("https://roadmap.example/", TODAY))
    return {one.template: markup(one.template, view, **one.facts) for one in blocks if isinstance(one, Markup)}


def words(shown: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", shown).split())


def test_the_first_start_says_that_no_report_has_come_and_how_to_bring_one(empty: View) -> None:
    shown = on_screen(empty)
    assert "Chưa có báo cáo nào được nộp vào đây; trong tháng 11/2026 có 3 địa phương" in shown["month_head.html"]
    assert 'href="update"' in shown["month_head.html"] and "Nộp báo cáo" in shown["month_head.html"]
    assert "trước ngày 15 hằng tháng" in shown["month_due.html"] and "Sở Y tế → UBND tỉnh" in shown["month_due.html"]
    assert words(shown["month_moved.html"] + shown["month_crossed.html"]) == ""


def test_the_matrix_says_in_words_what_became_of_each_report(view: View) -> None:
    shown = on_screen(view, month="2026-10")
    assert "1/2 địa phương đã báo cáo tháng 10/2026; muộn: Điện Biên; quá hạn, chưa nhận được: Nghệ An" in words(
        shown["month_head.html"]
    )
    rows = [words(row) for row in shown["month_matrix.html"].split("<tr>")]
    (dien_bien,) = [row for row in rows if row.startswith("Điện Biên")]
    assert "muộn nhận 20/10/2026" in dien_bien and "chưa nhận được hạn 14/9/2026" in dien_bien
    (lai_chau,) = [row for row in rows if row.startswith("Lai Châu")]
    assert lai_chau == "Lai Châu kế hoạch không nêu ngày"


def test_a_province_shows_which_of_its_communes_have_reported(view: View) -> None:
    shown = words(on_screen(view, month="2026-10", place="11")["month_communes.html"])
    assert shown.startswith("1/45 xã, phường đã báo cáo tháng 10/2026") and "Chưa nhận được của 44 xã" in shown
    assert words(on_screen(view, month="2026-10")["month_communes.html"]) == ""


def test_each_value_that_moved_leads_to_its_evidence_and_to_the_one_before(view: View) -> None:
    shown = on_screen(view, month="2026-10", place="11")["month_moved.html"]
    assert "95,6%" in shown and len(re.findall(r'href="sources\?row=o[0-9a-f]{10}', shown)) == 2


def test_the_menu_leads_to_the_month_and_not_to_what_changed() -> None:
    assert SCREENS["month"].listed and not SCREENS["changes"].listed

"""The screen of the month: at the first start with the real plans only, and when reports have come."""

import re
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from etl.run import run
from healthplan.formats.calendar_file import deadline_calendar
from healthplan.parameters.parameter import parse
from healthplan.release.view import View
from healthplan.subjects.documents.evidence import documents_by_name
from healthplan.subjects.reports.queries import values_with_before
from healthplan.subjects.search.records import search_answer
from healthplan.text import Lang
from healthplan.theme import THEMES
from pages.blocks import Markup, ReaderContext
from pages.markup import markup
from pages.registry import SCREENS
from pages.sources.content import papers_beside
from tests.browser.server import copy_of_data
from tests.reported import add_report

TODAY = date(2026, 11, 28)


def built(folder: Path, *, reported: bool) -> View:
    data = copy_of_data(folder)
    if reported:
        add_report(data, "2026-10", "11", "2026-10-20", {"health_insurance_coverage": "95,6"})
        add_report(data, "2026-11", "11", "2026-11-25", {"health_insurance_coverage": "95,2"}, of="2026-10")
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


def on_screen(view: View, name: str = "month", **address: str) -> dict[str, str]:
    """The blocks of a screen as HTML by their templates, in their order."""
    screen = SCREENS[name]
    known = {one.name for one in screen.parameters(view, {})}
    told = ({"date": str(TODAY)} if "date" in known else {}) | address
    choices = parse(view, screen.parameters(view, {}), told, strict=True).choices
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
    shown = on_screen(view, month="2026-11", place="11")["month_moved.html"]
    assert "95,2%" in shown and "đã sửa" in shown
    assert len(re.findall(r'href="sources\?row=o[0-9a-f]{10}', shown)) == 2


def test_the_evidence_says_who_reported_it_when_and_what_was_said_before(view: View) -> None:
    (row,) = [one["row"] for one in view.ask(values_with_before, periods=("2026-11",))]
    screen = SCREENS["sources"]
    choices = parse(view, screen.parameters(view, {}), {"row": row}, strict=True).choices
    shown = {one.template: words(markup(one.template, view, **one.facts))
             for one in screen.content(view, choices, ReaderContext("https://roadmap.example/", TODAY))
             if isinstance(one, Markup)}  # fmt: skip
    evidence = shown["figure_opened.html"]
    assert "Người báo cáo Sở Y tế, ngày 25/11/2026" in evidence
    assert "Đã sửa; các lần báo trước 95,6%, Sở Y tế báo ngày 20/10/2026" in evidence
    assert shown["received_papers.html"].startswith("Báo cáo đã nhận (3)")


def test_many_reports_do_not_drown_the_papers_in_the_list_and_the_search_finds_them(view: View) -> None:
    report = "report-2026-10-11"
    assert report not in papers_beside(view, "dien-bien-2026") and report in papers_beside(view, report)
    assert report in documents_by_name(view)
    assert f"document={report}" in str(search_answer(view, "bao cao thang 10/2026 dien bien"))


def test_the_menu_leads_to_the_month_and_not_to_what_changed() -> None:
    assert SCREENS["month"].listed and not SCREENS["changes"].listed


def test_the_calendar_marks_the_report_on_its_day_and_its_file_names_it(view: View) -> None:
    screen = SCREENS["calendar"]
    choices = parse(view, screen.parameters(view, {}), {"date": "2026-10-01", "place": "11"}, strict=True).choices
    blocks = screen.content(view, choices, ReaderContext("https://roadmap.example/", TODAY))
    (agenda,) = [markup(one.template, view, **one.facts) for one in blocks
                 if isinstance(one, Markup) and one.template == "calendar_agenda.html"]  # fmt: skip
    told = words(agenda)
    assert "14/10/2026 muộn nhận 20/10/2026" in told and "14/11/2026 muộn nhận 25/11/2026" in told
    events = Calendar.from_ical(deadline_calendar(view, place="11", agency="", base="https://roadmap.example/")).walk()
    described = [str(event["description"]) for event in events if "Đã nhận" in str(event.get("description", ""))]
    assert [one.splitlines()[-1] for one in described] == ["Đã nhận báo cáo tháng 10/2026 ngày 20/10/2026, muộn"]
    assert "tháng 11/2026 ngày 25/11/2026, muộn" in described[0]


def test_each_report_that_falls_due_can_be_taken_in_word(view: View) -> None:
    due = on_screen(view, month="2026-10", place="11")["month_due.html"]
    assert 'href="api/v1/memos/report.docx?place=11&amp;period=2026-10' in due


def test_a_place_offers_the_reports_of_the_month_the_quarter_and_the_year(empty: View) -> None:
    screen = SCREENS["place"]
    for place in ("11", "03808", "01"):
        choices = parse(empty, screen.parameters(empty, {}), {"place": place}, strict=True).choices
        head = screen.content(empty, choices, ReaderContext("https://roadmap.example/", TODAY))[1]
        shown = markup(head.template, empty, **head.facts)
        for period in ("2026-11", "2026-Q4", "2026"):
            assert f"report.docx?place={place}&amp;period={period}&amp;" in shown


def test_the_desk_opens_with_what_is_overdue_what_falls_due_and_what_has_come(view: View) -> None:
    shown = on_screen(view, "update", place="11")["update_due.html"]
    told = words(shown)
    assert "3 báo cáo quá hạn chưa nộp" in told  # July, August, September
    assert shown.index("tháng 7/2026") < shown.index("đến hạn trong 31 ngày tới") < shown.index("tháng 12/2026")
    assert "update?step=bring&amp;place=11&amp;period=2026-07" in shown
    assert "period=2026-10" not in shown


def test_the_desk_says_the_same_of_a_month_as_the_screen_of_the_month(empty: View) -> None:
    desk, month = on_screen(empty, "update")["update_due.html"], on_screen(empty, month="2026-11")["month_due.html"]
    for name in ("Điện Biên · tháng 11/2026", "Nghệ An · cả năm 2026"):
        assert name in words(desk) and name in words(month)
    assert desk.count("report-missing") >= month.count("report-missing") > 0

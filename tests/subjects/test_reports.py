"""Who was asked to report when, what has come, and what it moved: made-up reports over the real plans."""

from datetime import date
from pathlib import Path

import pytest

from etl.run import run
from healthplan.model.deadline import Cadence
from healthplan.model.reporting import ReportState, report_state, reported_period
from healthplan.parameters.parameter import parse
from healthplan.release.view import View
from healthplan.subjects.reports.month import PARAMETERS, ReportingMonth, month_title, owed_reports, reporting_month
from healthplan.subjects.reports.moves import goals_crossed, value_moves
from healthplan.text import Lang
from healthplan.theme import THEMES
from tests.browser.server import copy_of_data
from tests.reported import add_report

TODAY = date(2026, 11, 28)
INSURANCE, VACCINATION = "health_insurance_coverage", "vaccination_rate"


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    """Điện Biên in time for August, late for October; Nghệ An for October only; nobody for November."""
    data: Path = copy_of_data(tmp_path_factory.mktemp("reports") / "data")
    add_report(data, "2026-08", "11", "2026-08-12", {INSURANCE: "94,7", VACCINATION: "60"})
    add_report(data, "2026-10", "11", "2026-10-20", {INSURANCE: "95,6", VACCINATION: "75"})
    add_report(data, "2026-10", "40", "2026-10-19", {INSURANCE: "96,1"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(data))
        run()
    return View(Lang.VI, THEMES["light"], next((data / "published").glob("release-*.duckdb")))


def month_of(view: View, **address: str) -> ReportingMonth:
    return reporting_month(view, parse(view, PARAMETERS, {"date": str(TODAY)} | address, strict=True).choices)


@pytest.mark.parametrize(
    ("due", "received", "state"),
    [
        (date(2026, 10, 14), date(2026, 10, 14), ReportState.ON_TIME),
        (date(2026, 10, 14), date(2026, 10, 15), ReportState.LATE),
        (date(2026, 10, 14), None, ReportState.MISSING),
        (TODAY, None, ReportState.AWAITED),
        (None, date(2026, 10, 15), ReportState.RECEIVED),
    ],
)
def test_late_and_missing_are_two_states_and_the_day_itself_is_in_time(due, received, state) -> None:
    assert report_state(due, received, TODAY) is state


@pytest.mark.parametrize(
    ("cadence", "period"), [("monthly", "2026-12"), ("quarterly", "2026-Q4"), ("yearly", "2026"), ("weekly", "")]
)
def test_a_report_tells_of_the_period_in_which_its_day_falls(cadence: str, period: str) -> None:
    assert reported_period(Cadence(cadence), date(2026, 12, 14)) == period


def test_the_days_are_those_of_the_plan_and_of_several_bodies_the_last_counts(view: View) -> None:
    due = {(one.place, one.period): one.due for one in month_of(view, month="2026-11").reports}
    assert due == {
        ("11", "2026-11"): date(2026, 11, 14),  # the Department's, after the communes' on the 13th
        ("40", "2026-11"): date(2026, 11, 19),
        ("40", "2026"): date(2026, 11, 24),
        ("03808", "2026"): date(2026, 11, 9),
    }


def test_a_month_says_how_many_have_reported_and_who_is_late(view: View) -> None:
    assert month_title(view, month_of(view, month="2026-10")) == (
        "2/2 địa phương đã báo cáo tháng 10/2026; muộn: Điện Biên"
    )
    assert month_title(view, month_of(view)).startswith("0/3 địa phương đã báo cáo tháng 11/2026; quá hạn")


def test_plans_without_a_day_stand_apart_and_are_called_neither_late_nor_missing(view: View) -> None:
    told = month_of(view, month="2026-10")
    assert {duty["place"] for duty in told.undated} == {"12", "20"}
    assert not {"12", "20"} & set(told.asked)


def test_a_value_is_laid_beside_the_one_before_and_what_adds_up_beside_last_year(view: View) -> None:
    moves = {
        one.row["indicator"]: one for one in value_moves(view, month_of(view, month="2026-10", place="11").reports)
    }
    assert (moves[INSURANCE].before, moves[INSURANCE].change, moves[INSURANCE].way) == (
        "94,7%",
        "0,9 điểm\u00a0%",
        "up",
    )
    assert (moves[VACCINATION].way, moves[VACCINATION].change) == ("first", "")


def test_a_goal_that_was_crossed_is_told_with_its_law(view: View) -> None:
    moves = value_moves(view, month_of(view, month="2026-10", place="11").reports)
    told = [one.sentence for one in goals_crossed(view, moves) if one.reached]
    assert any("đã đạt mục tiêu quốc gia > 95%" in sentence and "72-NQ/TW" in sentence for sentence in told)
    assert all("tiêm chủng" not in sentence for sentence in told)


def test_what_is_owed_is_over_or_due_within_the_days_ahead(view: View) -> None:
    owed = owed_reports(view, "", TODAY, 7)
    assert all(one.received is None and one.due <= date(2026, 12, 5) for one in owed)
    assert ("40", "2026-11") in {(one.place, one.period) for one in owed}
    assert ("11", "2026-12") in {(one.place, one.period) for one in owed_reports(view, "11", date(2026, 12, 8), 7)}

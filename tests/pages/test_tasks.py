"""What the screen of tasks tells: the time as printed, the bodies, the work that papers share."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from etl.run import run
from healthplan.charts.time_bars import task_bar, with_strips
from healthplan.release.view import View
from healthplan.subjects.tasks import filters
from healthplan.subjects.tasks.time import Span, runs_in
from healthplan.text import Lang
from healthplan.theme import THEMES
from pages.markup import markup


def task(kind: str, starts: date | None, ends: date | None) -> dict:
    return {"time_kind": kind, "starts": starts, "ends": ends, "issued": date(2026, 2, 1)}


def test_a_period_lies_over_its_own_years() -> None:
    drawn = task_bar(task("period", date(2026, 1, 1), date(2027, 12, 31)), Span())
    assert drawn.left == pytest.approx(100 / 6, abs=0.1)
    assert drawn.width == pytest.approx(200 / 6, abs=0.2) and not drawn.open


def test_no_end_is_told_where_none_is_printed() -> None:
    assert task_bar(task("from", date(2026, 1, 1), None), Span()).open
    assert task_bar(task("ongoing", None, None), Span()).open


@pytest.mark.parametrize("kind", ["conditional", ""])
def test_a_task_without_a_time_has_no_place_on_the_strip(kind: str) -> None:
    assert task_bar(task(kind, None, None), Span()).width == 0


def test_a_task_runs_in_the_years_its_paper_names() -> None:
    period = task("period", date(2026, 1, 1), date(2027, 12, 31))
    assert [year for year in range(2025, 2031) if runs_in(period, year)] == [2026, 2027]
    assert runs_in(task("ongoing", None, None), 2029)


def test_a_task_without_a_printed_start_begins_with_its_paper() -> None:
    ongoing, yearly = (task_bar(task(kind, None, None), Span()) for kind in ("ongoing", "yearly"))
    assert ongoing.left > yearly.left > 16 and yearly.years == 5
    assert not runs_in(task("ongoing", None, None), 2025)


def test_a_year_is_drawn_in_its_quarters() -> None:
    year = Span(2026, 2026)
    assert year.cells == ["I/2026", "II/2026", "III/2026", "IV/2026"]
    drawn = task_bar(task("quarter", date(2026, 4, 1), date(2026, 6, 30)), year)
    assert (drawn.left, drawn.width) == (pytest.approx(25, abs=0.5), pytest.approx(25, abs=0.5))


@pytest.fixture
def view(small_data: Path) -> View:
    return View(Lang.VI, THEMES["light"], run())


def test_what_was_reported_is_told_with_who_when_and_why(view: View) -> None:
    found = {one["number"]: one for one in filters.filtered_tasks(view, filters.TaskFilter(place="11"))}
    assert [found[number]["status"] for number in ("1", "1.1", "2")] == ["ongoing", "no_report", "with_difficulties"]
    (report,) = found["2"]["reports"]
    assert (report["reason_vi"], report["said_by_vi"], report["said_on"]) == (
        "Thiếu kinh phí",
        "Sở Tài chính",
        date(2026, 10, 6),
    )
    chosen = with_strips(list(found.values()), Span())
    shown = markup("tasks_tree.html", view, places=filters.task_tree(chosen), cells=["2026"], kinds=[],
                   statuses=filters.status_counts(chosen), files={"11": {"csv": "rows"}})  # fmt: skip
    assert "chưa có báo cáo" in shown and "đang làm, có khó khăn" in shown and "đạt 60%" in shown


def test_without_a_report_nothing_is_said_to_be_done(release: duckdb.DuckDBPyConnection) -> None:
    assert release.execute("select count(*) from task_status").fetchall() == [(0,)]


def test_a_newer_report_takes_the_place_of_an_older_one(small_data: Path) -> None:
    old = small_data / "reports" / "2026-Q3" / "dien-bien-2026" / "task_status.csv"
    new = small_data / "reports" / "2026-Q4" / "dien-bien-2026" / "task_status.csv"
    new.parent.mkdir(parents=True)
    new.write_text(old.read_text(encoding="utf-8").replace("with_difficulties", "done")
                   .replace("2026-10-06", "2027-01-06"), encoding="utf-8")  # fmt: skip
    view = View(Lang.VI, THEMES["light"], run())
    (second,) = [one for one in filters.filtered_tasks(view, filters.TaskFilter(place="11")) if one["number"] == "2"]
    assert second["status"] == "done" and len(second["reports"]) == 2
    assert filters.filtered_tasks(view, filters.TaskFilter(status="done")) == [second]


def test_a_theme_takes_the_tasks_that_move_one_of_its_indicators(view: View) -> None:
    themed = filters.filtered_tasks(view, filters.TaskFilter(theme=view.indicators["stunting_under5"]["theme"]))
    assert themed and all(one["joins"] for one in themed)

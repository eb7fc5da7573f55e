"""What the screen of tasks tells: the time as printed, the bodies, the work that papers share."""

from datetime import date

import pytest

from healthplan.ui.time_strip import runs_in, strip


def task(kind: str, starts: date | None, ends: date | None) -> dict:
    return {"time_kind": kind, "starts": starts, "ends": ends, "issued": date(2026, 2, 1)}


def test_a_period_lies_over_its_own_years() -> None:
    drawn = strip(task("period", date(2026, 1, 1), date(2027, 12, 31)))
    assert drawn["left"] == pytest.approx(100 / 6, abs=0.1)
    assert drawn["width"] == pytest.approx(200 / 6, abs=0.2) and not drawn["open"]


def test_no_end_is_told_where_none_is_printed() -> None:
    assert strip(task("from", date(2026, 1, 1), None))["open"]
    assert strip(task("ongoing", None, None))["open"]


@pytest.mark.parametrize("kind", ["conditional", ""])
def test_a_task_without_a_time_has_no_place_on_the_strip(kind: str) -> None:
    assert strip(task(kind, None, None))["width"] == 0


def test_a_task_runs_in_the_years_its_paper_names() -> None:
    period = task("period", date(2026, 1, 1), date(2027, 12, 31))
    assert [year for year in range(2025, 2031) if runs_in(period, year)] == [2026, 2027]
    assert runs_in(task("ongoing", None, None), 2029)


def test_a_task_without_a_printed_start_begins_with_its_paper() -> None:
    assert strip(task("ongoing", None, None))["left"] > strip(task("yearly", None, None))["left"] > 16
    assert strip(task("yearly", None, None))["years"] == 5
    assert not runs_in(task("ongoing", None, None), 2025)

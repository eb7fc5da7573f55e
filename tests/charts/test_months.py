"""Reported months on a chart: at their place in the year, gaps as gaps, one ring for the year's value; and what a
reader assumes, dotted."""

from dataclasses import replace
from typing import Any

import pytest

from healthplan.charts.trajectory import trajectory_figure
from healthplan.subjects.distances.what_if import AssumedLine
from tests.charts.test_trajectory import COLOUR, SETTING, statement

MONTHS = replace(SETTING, years=(2024, 2030))


def month(year: int, number: int, value: float, **changes: Any) -> dict[str, Any]:
    place = {"x": year - 1 + number / 12, "month": number, "sawn": False, "role": "reported", "stated_in": "report"}
    about = {"series": "actual", "low": value, "high": value, "row": f"o{year}{number}"}
    return statement("exact", year, **(about | place | changes))


def traces_of(*rows: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    traces: list[dict[str, Any]] = trajectory_figure({"11": list(rows)}, [], MONTHS, **more)["data"]
    return traces


def months_line(*rows: dict[str, Any]) -> list[float | None]:
    return next(one["x"] for one in traces_of(*rows) if one.get("meta") == "months" and one["mode"] == "lines")


def test_a_month_is_a_small_dot_where_it_ends_and_december_stands_at_its_year() -> None:
    dots = next(
        one for one in traces_of(*(month(2026, at, 90 + at) for at in (1, 6, 12)))
        if one.get("meta") == "months" and one["mode"] == "markers"
    )  # fmt: skip
    assert dots["x"] == pytest.approx([2025 + 1 / 12, 2025.5, 2026]) and dots["y"] == [91, 96, 102]
    assert dots["marker"]["size"] < 7 and dots["marker"]["symbol"] == "circle"
    assert [told[0] for told in dots["customdata"]] == ["o20261", "o20266", "o202612"]


def test_months_that_follow_each_other_are_joined_and_a_gap_stays_a_gap() -> None:
    line = months_line(*(month(2026, at, 90) for at in (1, 2, 4)), month(2025, 12, 89))
    assert [None if x is None else round(x, 3) for x in line] == [2025.0, 2025.083, 2025.167, None, 2025.333, None]


def test_what_adds_up_within_a_year_is_a_saw() -> None:
    line = months_line(month(2025, 12, 90, sawn=True), *(month(2026, at, 9.0 * at, sawn=True) for at in (1, 2)))
    assert line.index(None) == 1 and len(line) == 5


def rings(*rows: dict[str, Any]) -> list[float]:
    return [y for one in traces_of(*rows) if one.get("marker", {}).get("symbol") == "circle-open" for y in one["y"]]


def test_one_ring_marks_the_value_of_the_year() -> None:
    year = month(2026, 12, 95) | {"month": 0, "row": "whole"}
    assert rings(month(2026, 11, 93), month(2026, 12, 94)) == [94]
    assert rings(month(2026, 11, 93), month(2026, 12, 94), year) == [95]
    assert rings(month(2026, 12, 94), year | {"role": "estimated"}) == [94]
    assert rings(month(2026, 11, 93)) == [] == rings(year)


def test_what_a_reader_assumes_is_a_dotted_line_that_ends_with_the_chart() -> None:
    assumed = [AssumedLine(((2026.0, 90.0), (2045.0, 99.5)), "giả định")]
    traces = traces_of(month(2026, 12, 90), assumed=assumed)
    (dotted,) = [one for one in traces if one.get("line", {}).get("dash") == "dot"]
    assert dotted["line"]["color"] not in (COLOUR, MONTHS.theme.ink)
    assert dotted["x"] == [2026, 2030] and dotted["y"] == [90, 92] and dotted["hoverinfo"] == "skip"

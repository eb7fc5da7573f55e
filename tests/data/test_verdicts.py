"""The verdicts of the real release: each plan held to every national goal once, and no progress made up."""

from collections import Counter

import duckdb
import pytest

Db = duckdb.DuckDBPyConnection
NORTHERN = {"11", "12", "20", "03808"}  # the held plans of the northern midlands and mountains
HELD = NORTHERN | {"40"}
POINTS = (
    ("11", "stunting_under5", 1),
    ("12", "doctors_per_station", 1),
    ("12", "life_expectancy", 1),
    ("11", "annual_health_check", 0),
    ("20", "doctors_per_station", 0),
    ("40", "vaccination_rate", 0),
)
DATED = (  # place, indicator, benchmark's year, what the reason says of the year, in both languages
    ("40", "doctors_per_station", 2027, "năm 2030 theo đề mục", "2030, dated by the heading"),
    ("40", "life_expectancy", 2030, "năm 2030 theo đề mục", "2030, dated by the heading"),
    ("20", "vaccination_rate", 2030, "năm 2030 theo đề mục", "2030, dated by the heading"),
    ("11", "healthy_life_years", 2045, "năm 2045 theo đề mục", "2045, dated by the heading"),
)


def test_every_pace_and_level_says_that_nothing_can_be_said_yet(release: Db) -> None:
    found = release.execute(
        "select place, indicator, sign, verdict, points, reason from verdicts where sign in ('pace', 'level')"
    ).fetchall()
    assert len(found) > 100 and {place for place, *_ in found} == HELD
    assert {row[3] for row in found} == {"not_enough_data"}
    assert {row[4:] for row in found} == {(0, "progress_no_point"), (0, "progress_unknown"), (1, "progress_one_point")}
    assert Counter(row[:2] for row in found) == Counter({row[:2]: 2 for row in found})


@pytest.mark.parametrize(("place", "indicator", "points"), POINTS)
def test_a_baseline_is_one_point_and_what_was_not_surveyed_is_none(
    place: str, indicator: str, points: int, release: Db
) -> None:
    found = release.execute(
        "select points from verdicts where sign in ('pace', 'level') and place = $place and indicator = $indicator",
        {"place": place, "indicator": indicator},
    ).fetchall()
    assert found == [(points,), (points,)]


def test_every_national_goal_judges_every_plan_once_and_a_regional_one_its_region(release: Db) -> None:
    goals = dict(release.execute("select row, place from benchmarks where compare").fetchall())
    found = release.execute(
        "select benchmark_row, v.place from verdicts v join benchmarks b on b.row = v.benchmark_row"
        " where sign = 'ambition' and compare"
    ).fetchall()
    assert set(goals.values()) == {"VN", "R-TDMNPB"}
    assert Counter(found) == Counter(
        (row, plan) for row, place in goals.items() for plan in (HELD if place == "VN" else NORTHERN)
    )


def test_a_goal_that_cannot_judge_a_plan_says_nothing_of_plans_that_are_silent(release: Db) -> None:
    found = release.execute(
        "select distinct verdict from verdicts v join benchmarks b on b.row = v.benchmark_row"
        " where sign = 'ambition' and not compare"
    ).fetchall()
    assert found == [("not_comparable",)]


def test_a_plan_without_a_baseline_has_its_pace_from_its_first_stated_year(release: Db) -> None:
    found = release.execute(
        "select rule, verdict, amount, years, benchmark_printed, plan_printed, reason_vi, reason_en"
        " from verdicts where sign = 'required_pace' and place = '12' and indicator = 'annual_health_check'"
    ).fetchall()
    assert found == [
        (
            "linear_from_first_year",
            "required",
            5.0,
            4,
            "80",
            "100",
            "Không có xuất phát điểm; từ 80 năm 2026 đến 100 năm 2030: +5 điểm\u00a0% mỗi năm nếu chia đều.",
            "No baseline; from 80 in 2026 to 100 in 2030: +5 percentage points a year if spread evenly.",
        )
    ]


@pytest.mark.parametrize(("place", "indicator", "year", "vietnamese", "english"), DATED)
def test_a_goal_dated_by_its_heading_is_said_so(
    place: str, indicator: str, year: int, vietnamese: str, english: str, release: Db
) -> None:
    [(told_vi, told_en)] = release.execute(
        "select reason_vi, reason_en from verdicts where sign = 'ambition' and law = '72-NQ/TW'"
        " and place = $place and indicator = $indicator and year = $year",
        {"place": place, "indicator": indicator, "year": year},
    ).fetchall()
    assert vietnamese in told_vi and english in told_en


def test_only_a_goal_dated_by_its_heading_is_said_to_be(release: Db) -> None:
    rows = release.execute(
        "select 'heading' in (g.dated_by, b.dated_by), reason_vi, reason_en"
        " from verdicts v join goals g on g.row = v.plan_row join benchmarks b on b.row = v.benchmark_row"
        " where sign = 'ambition' and v.verdict in ('stronger', 'equal', 'weaker', 'later')"
    ).fetchall()
    told = {(bool(dated), "theo đề mục" in vi, "dated by the heading" in en) for dated, vi, en in rows}
    assert told == {(True, True, True), (False, False, False)}


@pytest.mark.parametrize(
    ("place", "verdict", "index", "last_two", "step"),
    [("11", "even", 0.0, 0.4, 1.0), ("12", "back_loaded", 0.64, 0.88, 4.2)],
)
def test_the_two_insurance_tables_keep_their_shapes(
    place: str, verdict: str, index: float, last_two: float, step: float, release: Db
) -> None:
    [found] = release.execute(
        "select verdict, back_loading, share_last_two, largest_step from verdicts where sign = 'plan_shape'"
        " and indicator = 'health_insurance_coverage' and place = $place",
        {"place": place},
    ).fetchall()
    assert found == (verdict, pytest.approx(index, abs=1e-9), pytest.approx(last_two), pytest.approx(step))

"""How far it is to a goal: what is missing, what a remaining year demands, when a pace arrives."""

from datetime import date

import pytest

from healthplan.model.ambition import Direction, ambition_level
from healthplan.model.distance import Distance, DistanceState, a_year, arrival, distance, months_left
from healthplan.model.value import Grade, Interval, Marker, Reason, Universal, Unknown, Value

UP, DOWN, NONE = Direction.UP, Direction.DOWN, Direction.NONE
SHORT, MET, UNSURE = DistanceState.SHORT, DistanceState.MET, DistanceState.UNSURE


def exact(value: float) -> Interval:
    return Interval(value, value)


ABOVE_95, BELOW_15 = Interval(95, None, low_open=True), Interval(None, 15, high_open=True)
CASES = (
    (exact(98), exact(100), UP, SHORT, exact(2)),
    (exact(98), Universal(), UP, SHORT, exact(2)),
    (exact(99.6), Universal(), UP, SHORT, exact(0.4)),
    (exact(23.87), exact(21), DOWN, SHORT, exact(2.87)),
    (exact(2.7), Interval(4, 5), UP, SHORT, Interval(1.3, 2.3)),
    (Interval(1, 2), Interval(4, 5), UP, SHORT, Interval(2, 4)),
    (Interval(20, 24), Interval(15, 18), DOWN, SHORT, Interval(2, 9)),
    (exact(90), Interval(95, None), UP, SHORT, exact(5)),
    (exact(90), ABOVE_95, UP, SHORT, Interval(5, None, low_open=True)),
    (exact(95), ABOVE_95, UP, SHORT, Interval(0, None, low_open=True)),
    (exact(23.87), BELOW_15, DOWN, SHORT, Interval(8.87, None, low_open=True)),
    (Interval(91.5, 91.5, about=True), exact(95), UP, SHORT, Interval(3.5, 3.5, about=True)),
    (exact(95.1), ABOVE_95, UP, MET, None),
    (ABOVE_95, exact(95), UP, MET, None),
    (exact(4), Interval(4, 5), UP, MET, None),
    (exact(14.9), BELOW_15, DOWN, MET, None),
    (Universal(), Universal(), UP, MET, None),
    (Interval(3, 5), exact(4), UP, UNSURE, Interval(None, 1)),
    (Interval(94, None, low_open=True), exact(96), UP, UNSURE, Interval(None, 2, high_open=True)),
    (Interval(None, 18.9, high_open=True), BELOW_15, DOWN, UNSURE, Interval(None, 3.9, high_open=True)),
)


@pytest.mark.parametrize(("now", "goal", "direction", "state", "missing"), CASES)
def test_what_is_missing_keeps_ranges_and_bounds(
    now: Value, goal: Value, direction: Direction, state: DistanceState, missing: Interval | None
) -> None:
    assert distance(now, goal, direction) == Distance(state, missing)


@pytest.mark.parametrize(
    ("now", "goal", "direction", "state"),
    [
        (Unknown(Reason.NOT_SURVEYED), exact(95), UP, DistanceState.NO_VALUE),
        (exact(95), Unknown(Reason.NOT_STATED), UP, DistanceState.NO_GOAL),
        (Unknown(Reason.BLANK), Unknown(Reason.NOT_STATED), UP, DistanceState.NO_GOAL),
        (exact(95), Marker(), UP, DistanceState.WORDS),
        (Unknown(Reason.BLANK), Grade(2), UP, DistanceState.WORDS),
        (Marker(), exact(95), UP, DistanceState.WORDS),
        (exact(95), Interval(None, 96), UP, DistanceState.WORDS),
        (exact(95), exact(96), NONE, DistanceState.WORDS),
    ],
)
def test_what_is_not_known_is_named(now: Value, goal: Value, direction: Direction, state: DistanceState) -> None:
    assert distance(now, goal, direction) == Distance(state)


@pytest.mark.parametrize(
    ("day", "year", "months"),
    [
        (date(2026, 11, 28), 2030, 49),
        (date(2026, 1, 1), 2030, 60),
        (date(2030, 12, 1), 2030, 1),
        (date(2030, 12, 31), 2030, 0),
        (date(2031, 6, 1), 2030, -5),
    ],
)
def test_the_months_are_counted_from_the_readers_day(day: date, year: int, months: int) -> None:
    assert months_left(day, year) == months


def test_a_year_is_the_share_of_the_years_that_remain() -> None:
    assert a_year(exact(5), 60) == exact(1)
    assert a_year(Interval(1.3, 2.3), 48) == Interval(0.325, 0.575)
    assert a_year(Interval(5, None, low_open=True), 30) == Interval(2, None, low_open=True)


def test_less_than_two_years_are_not_shared_out() -> None:
    assert a_year(exact(34.1), 1) == a_year(exact(34.1), 23) == exact(34.1)


def _path(direction: Direction, *steps: tuple[int, Value]) -> list[tuple[int, tuple[float, int]]]:
    return [(year, level) for year, value in steps if (level := ambition_level(value, direction))]


@pytest.mark.parametrize(
    ("direction", "path", "stated", "goal", "year"),
    [
        (UP, ((2025, exact(65.9)), (2030, exact(95))), (), exact(100), 2031),
        (UP, ((2025, exact(98)), (2026, exact(98.4)), (2030, exact(100))), (), ABOVE_95, 2026),
        (DOWN, ((2025, exact(23.87)), (2030, exact(21))), (), BELOW_15, 2041),
        (UP, ((2025, exact(68.5)), (2030, exact(70))), (), exact(75.5), None),
        (UP, ((2025, exact(68.5)), (2030, exact(70))), ((2045, exact(80)),), exact(75.5), 2045),
        (UP, ((2025, exact(96.7)), (2030, exact(95))), (), ABOVE_95, None),
        (UP, ((2025, exact(90)), (2030, exact(95))), (), exact(96), 2031),
        (UP, ((2025, exact(90)), (2030, exact(95))), (), Interval(96, None, low_open=True), 2032),
        (UP, ((2025, exact(90)), (2030, exact(90.1))), (), exact(95), None),
    ],
)
def test_a_plans_own_pace_is_carried_on(
    direction: Direction,
    path: tuple[tuple[int, Value], ...],
    stated: tuple[tuple[int, Value], ...],
    goal: Value,
    year: int | None,
) -> None:
    level = ambition_level(goal, direction)
    assert level
    assert arrival(_path(direction, *path), len(path) - 1, _path(direction, *stated), level) == year


def test_without_a_baseline_only_what_is_stated_counts() -> None:
    assert arrival([], 0, [(2030, (100.0, 0))], (100.0, 0)) == 2030
    assert arrival([], 0, [(2030, (90.0, 0))], (100.0, 0)) is None

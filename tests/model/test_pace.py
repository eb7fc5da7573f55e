"""What a plan demands of each year: the even change between the weakest ends of baseline and goal."""

import pytest

from healthplan.model.ambition import Direction
from healthplan.model.pace import required_pace
from healthplan.model.value import Grade, Interval, Marker, Reason, Universal, Unknown, Value


def exact(value: float) -> Interval:
    return Interval(value, value)


UP, DOWN, NONE = Direction.UP, Direction.DOWN, Direction.NONE
CASES = (
    (exact(98), 2025, exact(100), 2030, UP, 0.4, False),
    (exact(95), 2025, Universal(), 2030, UP, 1, False),
    (exact(23.87), 2025, exact(21), 2030, DOWN, -0.574, False),
    (Interval(1, 2), 2025, Interval(4, 5), 2027, UP, 1.5, False),
    (exact(2.7), 2025, Interval(4, None), 2027, UP, 0.65, False),
    (exact(9.7), 2025, Interval(15, None, low_open=True), 2030, UP, 1.06, False),
    (exact(96.7), 2025, exact(95), 2026, UP, -1.7, True),
    (exact(95), 2025, exact(95), 2030, UP, 0, True),
    (exact(95), 2025, Interval(95, None, low_open=True), 2030, UP, 0, False),
    (exact(20), 2025, Interval(None, 21, high_open=True), 2030, DOWN, 0.2, True),
)
NOTHING = (
    (Unknown(Reason.NOT_SURVEYED), 2025, exact(100), 2030, UP),
    (exact(98), 2025, Unknown(Reason.BLANK), 2030, UP),
    (exact(98), 2025, Interval(None, 21), 2030, UP),
    (Interval(98, None), 2025, exact(21), 2030, DOWN),
    (exact(98), 2030, exact(100), 2030, UP),
    (exact(98), 2031, exact(100), 2030, UP),
    (exact(98), 2025, exact(100), 2030, NONE),
)


@pytest.mark.parametrize(("baseline", "since", "goal", "until", "direction", "a_year", "met"), CASES)
def test_the_change_is_spread_evenly_over_the_years(
    baseline: Value, since: int, goal: Value, until: int, direction: Direction, a_year: float, met: bool
) -> None:
    pace = required_pace(baseline, since, goal, until, direction)
    assert pace and (pace.a_year, pace.years, pace.met) == (pytest.approx(a_year), until - since, met)


@pytest.mark.parametrize(
    ("baseline", "goal", "direction", "least", "most"),
    [
        (exact(2.7), Interval(4, 5), UP, 0.65, 1.15),
        (Interval(1, 2), Interval(4, 5), UP, 1, 2),
        (exact(2), exact(4), UP, 1, 1),
        (exact(2), Interval(4, None), UP, 1, 1),
        (exact(90), Universal(), UP, 5, 5),
        (exact(24), Interval(15, 20), DOWN, -4.5, -2),
    ],
)
def test_a_range_leaves_open_how_much_each_year_demands(
    baseline: Value, goal: Value, direction: Direction, least: float, most: float
) -> None:
    pace = required_pace(baseline, 2025, goal, 2027, direction)
    assert pace and (pace.least, pace.most) == (pytest.approx(least), pytest.approx(most))


@pytest.mark.parametrize(("baseline", "since", "goal", "until", "direction"), NOTHING)
def test_without_two_ends_and_a_year_between_there_is_no_pace(
    baseline: Value, since: int, goal: Value, until: int, direction: Direction
) -> None:
    assert required_pace(baseline, since, goal, until, direction) is None


@pytest.mark.parametrize("word", [Marker(), Grade(3)])
def test_a_mark_or_a_grade_is_neither_a_start_nor_an_end(word: Value) -> None:
    assert required_pace(exact(0.5), 2025, word, 2030, UP) is None
    assert required_pace(word, 2025, exact(5), 2030, UP) is None

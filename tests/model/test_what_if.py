"""When an assumed change a year meets a goal."""

from datetime import date

import pytest

from healthplan.model.distance import months_left, year_of
from healthplan.model.value import Interval
from healthplan.model.what_if import meeting, needed_change, round_step

NEW_YEAR = date(2026, 12, 31)
WHEN = (  # what is missing, the change a year, the first and the last year
    (Interval(4, 4), 1, (2030, 2030)),
    (Interval(4, 4), 1.01, (2030, 2030)),
    (Interval(4, 4), 0.99, (2031, 2031)),
    (Interval(0.65, 1.15), 0.5, (2028, 2029)),  # a range of either side
    (Interval(None, 2), 1, (2026, 2028)),  # it may be met already
    (Interval(1, None), 1, (2027, None)),
    (Interval(4, None, low_open=True), 1, (2031, None)),  # more than made up
    (Interval(0, 0, low_open=True, high_open=True), 1, (2027, 2027)),  # a hair
    (Interval(19, 19), 1, (2045, 2045)),
    (Interval(19.1, 19.1), 1, (None, None)),  # later years are not told
    (Interval(18, 20), 1, (2044, None)),
    (Interval(4, 4), 0, (None, None)),
    (Interval(4, 4), -1, (None, None)),
)


@pytest.mark.parametrize(("missing", "change", "years"), WHEN)
def test_a_goal_is_met_at_the_end_of_the_year_in_which_all_is_made_up(
    missing: Interval, change: float, years: tuple[int | None, int | None]
) -> None:
    met = meeting(missing, change, NEW_YEAR)
    assert (met.first, met.last) == years


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 7, 9), date(2026, 11, 28), date(2029, 12, 1)])
def test_as_much_as_is_needed_meets_the_goal_in_its_year(day: date) -> None:
    missing = Interval(3.3, 4.7)
    needed = needed_change(missing, day, 2030)
    assert needed and meeting(missing, needed, day).last == 2030
    assert needed == pytest.approx(4.7 * 12 / months_left(day, 2030))
    assert meeting(missing, needed * 0.9, day).last != 2030 or months_left(day, 2030) < 12


def test_nothing_is_needed_for_a_year_that_is_over_or_an_unknown_way() -> None:
    assert needed_change(Interval(1, 1), NEW_YEAR, 2026) is None
    assert needed_change(Interval(1, None), NEW_YEAR, 2030) is None


@pytest.mark.parametrize(("missing", "step"), [(4.11, 0.1), (1.12, 0.02), (47.8, 1), (80, 1), (80.1, 2), (800, 10)])
def test_the_slider_has_round_steps(missing: float, step: float) -> None:
    assert round_step(missing) == pytest.approx(step)


def test_a_day_is_a_time_by_whole_months() -> None:
    assert (year_of(NEW_YEAR), year_of(date(2026, 6, 30))) == (2026, 2025.5)

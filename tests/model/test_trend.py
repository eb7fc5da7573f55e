"""The pace of monthly values: made comparable first, a trend instead of two neighbours, and noise never taken for
failure."""

from collections import Counter
from random import Random

import pytest

from healthplan.model.ambition import Direction
from healthplan.model.comparable import PaceRule, ProgressPoint, comparable
from healthplan.model.progress import ProgressLevel, ProgressPace, progress_change
from healthplan.model.reporting import Counts
from healthplan.model.trend import theil_sen
from healthplan.model.value import Interval
from tests.model.progress_points import STOCK, level_of, monthly, pace_of, point, series, yearly

UP, DOWN = Direction.UP, Direction.DOWN
ADDING = Counts.YEAR_TO_DATE
MANY, NOISE, YEARS, MONTHS = 1000, 0.02, 5, 13
FAILING = {ProgressPace.TOO_SLOW, ProgressPace.WRONG_WAY}
EVEN = [f"{90 + at / 12:.4f}".replace(".", ",") for at in range(MONTHS)]  # one a year
SCATTERED = ["90,3", "89,8", "90,1", "89,9", "90,2", "89,7", "90,4", "90", "89,8", "90,3", "89,9", "90,2", "90"]
GOAL = point("95", 2030)


def words(share: float, starts: tuple[float, float], scatter: str) -> Counter[ProgressPace]:
    """The words on made-up series of thirteen months that go `share` of the way they have to go to a goal of 90 to 100
    in five years, each month off by a normal error of 2 % of its own value, or of the whole way."""
    random, found = Random(72), Counter[ProgressPace]()
    for _ in range(MANY):
        start, end = random.uniform(*starts), random.uniform(90, 100)
        exact = [start + share * (end - start) * month / 12 / YEARS for month in range(MONTHS)]
        sizes = exact if scatter == "value" else [end - start] * MONTHS
        values = [one + random.gauss(0, NOISE * size) for one, size in zip(exact, sizes, strict=True)]
        points = [ProgressPoint(Interval(one, one), 2025 + month / 12) for month, one in enumerate(values)]
        goal = ProgressPoint(Interval(end, end), 2025.0 + YEARS)
        found[pace_of(points, goal, goal, UP)] += 1
    return found


@pytest.mark.parametrize("scatter", ["value", "way"])
@pytest.mark.parametrize("starts", [(0, 20), (20, 40), (40, 60), (60, 80), (80, 90)])
def test_of_places_exactly_on_track_at_most_one_in_twenty_is_called_too_slow(
    starts: tuple[float, float], scatter: str
) -> None:
    found = words(1, starts, scatter)
    assert sum(found[word] for word in FAILING) <= 0.05 * MANY


@pytest.mark.parametrize("starts", [(10, 30), (20, 40)])
def test_of_places_at_half_the_pace_nineteen_in_twenty_are_called_too_slow(starts: tuple[float, float]) -> None:
    found = words(0.5, starts, "value")
    assert sum(found[word] for word in FAILING) >= 0.95 * MANY


def test_where_noise_hides_the_pace_nobody_is_called_on_track_or_failing() -> None:
    """From 80-90 to 90-100 in five years a month's error is as large as a year's way."""
    found = words(0.5, (80, 90), "value")
    assert found[ProgressPace.UNSURE] >= 0.8 * MANY and found[ProgressPace.ON_TRACK] <= 0.05 * MANY


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        (EVEN, "on_track"),
        (EVEN[:-1], "not_enough_data"),  # eleven months
        ([*EVEN[:-1], "80"], "on_track"),  # one wrong month does not turn a trend
        ([*EVEN[:6], "99,9", *EVEN[7:]], "on_track"),
        (["90"] * MONTHS, "too_slow"),
        (EVEN[::-1], "wrong_way"),
        ([f"{90 + at * 0.8 / 12:.4f}".replace(".", ",") for at in range(MONTHS)], "slower"),
        (["90 - 91"] * MONTHS, "unsure"),
        (["trên 90%"] * MONTHS, "unsure"),
    ],
)
def test_a_state_is_judged_by_the_trend_of_the_newest_twelve_months(values: list[str], verdict: str) -> None:
    assert pace_of(monthly(2025, *values), GOAL, GOAL, UP).value == verdict


def test_older_months_do_not_count() -> None:
    seen = monthly(2023, *(["10"] * 24), *EVEN)
    assert comparable(seen, STOCK).points == tuple(seen[24:])
    assert pace_of(seen, GOAL, GOAL, UP) is ProgressPace.ON_TRACK


def test_where_a_month_was_not_reported_a_year_ago_the_one_before_opens_the_window() -> None:
    seen = monthly(2025 - 1 / 12, "89,9", *EVEN)
    assert comparable([*seen[:1], *seen[2:]], STOCK).points[0].at == pytest.approx(2025 - 1 / 12)


def test_a_few_values_in_a_year_are_a_provisional_pace_between_its_ends() -> None:
    assert comparable(series((("90", 2025.0), ("90,2", 2025.5), ("91", 2026.0))), STOCK).rule is PaceRule.LINEAR


@pytest.mark.parametrize(
    ("reports", "rule", "verdict"),
    [
        ((("80", 2025.0), ("30", 2025.25), ("60", 2025.5)), PaceRule.APART, "not_enough_data"),  # no other year
        ((("30", 2024.25), ("36", 2025.25)), PaceRule.APART, "not_enough_data"),  # no whole year to start from
        ((("30", 2024.25), ("80", 2025.0), ("33", 2025.25)), PaceRule.SAME_MONTH, "on_track"),  # 3 a year to 95
        ((("30", 2024.25), ("80", 2025.0), ("32,8", 2025.25)), PaceRule.SAME_MONTH, "slower"),
        ((("30", 2024.25), ("80", 2025.0), ("31", 2025.25)), PaceRule.SAME_MONTH, "too_slow"),
        ((("30", 2024.25), ("80", 2025.0), ("29", 2025.25)), PaceRule.SAME_MONTH, "wrong_way"),
        ((("77", 2024.0), ("80", 2025.0), ("31", 2025.25)), PaceRule.LINEAR, "on_track"),  # its months say nothing yet
        ((("71", 2022.0), ("74", 2023.0), ("77", 2024.0), ("80", 2025.0)), PaceRule.PROJECTED, "on_track"),
    ],
)
def test_what_adds_up_in_a_year_is_held_against_the_same_month_of_the_year_before(
    reports: tuple[tuple[str, float], ...], rule: PaceRule, verdict: str
) -> None:
    seen = comparable(series(reports), ADDING)
    assert (seen.rule, pace_of(series(reports), GOAL, GOAL, UP, ADDING).value) == (rule, verdict)


@pytest.mark.parametrize(
    ("values", "level"),
    [
        (EVEN, "closer"),
        ([*EVEN[:-1], "90,9"], "closer"),  # lower than the month before
        (EVEN[::-1], "no_closer"),
        (["90"] * MONTHS, "no_closer"),
        (SCATTERED, "unsure"),
        (["95,1", "95,3"] * 6 + ["95,1"], "met"),
        ([f"{97 - at / 12:.4f}".replace(".", ",") for at in range(MONTHS)], "met_going_back"),
        (["94", "95"], "met"),
        (["93", "94"], "not_enough_data"),
    ],
)
def test_a_level_came_its_way_over_the_same_months(values: list[str], level: str) -> None:
    assert level_of(monthly(2025, *values), GOAL, UP) is ProgressLevel(level)


def test_the_change_so_far_is_told_in_the_unit_of_the_indicator() -> None:
    found = progress_change(comparable(monthly(2025, *EVEN), STOCK), UP)
    assert found and (found.amount, found.least, found.most) == pytest.approx((1, 1, 1), abs=1e-3)
    found = progress_change(comparable(yearly(2025, "26", "25"), STOCK), DOWN)
    assert found and (found.amount, found.least, found.most) == (-1, -1, -1)
    found = progress_change(comparable(yearly(2025, "1 - 2", "3"), STOCK), UP)
    assert found and (found.amount, found.least, found.most) == (2, 1, 2)
    assert progress_change(comparable(monthly(2025, *EVEN[:6]), STOCK), UP) is None  # five months
    assert progress_change(comparable(monthly(2025, *EVEN[:7]), STOCK), UP)
    assert progress_change(comparable(yearly(2025, "90", "trên 91%"), STOCK), UP) is None


def test_the_slope_of_five_values_is_the_median_of_ten_and_lies_between_the_outermost() -> None:
    trend = theil_sen([((value, value), at) for at, value in enumerate((10.0, 22, 21, 30, 22))])
    slopes = sorted((12, 5.5, 20 / 3, 3, -1, 4, 0, 9, 0.5, -8))
    assert trend.slope == ((slopes[4] + slopes[5]) / 2,) * 2
    assert (trend.least, trend.most) == (slopes[0], slopes[-1])

"""Where the last reported value stands to the goal, and which way it came."""

import pytest

from healthplan.model.ambition import Direction
from healthplan.model.comparable import ProgressPoint
from healthplan.model.progress import ProgressLevel
from healthplan.model.value import Marker
from tests.model.progress_points import level_of, point, yearly

UP, DOWN = Direction.UP, Direction.DOWN
STANDING = (  # the value before, the last one, the goal, direction, verdict
    ("94", "95", "95", UP, "met"),
    ("95", "95", "95", UP, "met"),
    ("94", "97", "95", UP, "met"),
    ("97", "96", "95", UP, "met_going_back"),
    ("95,1", "95", "95", UP, "met_going_back"),
    ("94", "94,9", "95", UP, "closer"),
    ("0", "0,1", "95", UP, "closer"),
    ("94", "94", "95", UP, "no_closer"),
    ("94,5", "94", "95", UP, "no_closer"),
    ("99", "94", "95", UP, "no_closer"),
    ("22", "21", "21", DOWN, "met"),
    ("22", "20", "21", DOWN, "met"),
    ("19", "20", "21", DOWN, "met_going_back"),
    ("22", "21,5", "21", DOWN, "closer"),
    ("22", "22", "21", DOWN, "no_closer"),
    ("21,5", "22", "21", DOWN, "no_closer"),
)
NEVER_ROUNDED = (  # an open sign excludes its figure, and nothing is rounded up to the goal
    ("94", "95", ">95", UP, "closer"),
    ("95", "95", ">95", UP, "no_closer"),
    ("95", "95,01", "trên 95%", UP, "met"),
    ("95,2", "95", ">95", UP, "no_closer"),
    ("94", "95", "từ 95% trở lên", UP, "met"),
    ("22", "21", "dưới 21%", DOWN, "closer"),
    ("22", "20,99", "dưới 21%", DOWN, "met"),
    ("22", "21", "không quá 21%", DOWN, "met"),
    ("99,2", "99,6", "100", UP, "closer"),
    ("99,6", "99,99", "100", UP, "closer"),
    ("99,6", "100", "toàn dân", UP, "met"),
    ("100", "99,6", "toàn dân", UP, "no_closer"),
    ("99,6", "toàn dân", "100", UP, "met"),
)
RANGES = (  # a goal is kept at its weakest end; a value counts where both its ends say the same
    ("3", "4", "4 - 5", UP, "met"),
    ("3", "3,9", "4 - 5", UP, "closer"),
    ("3", "4", "ít nhất 4 - 5", UP, "met"),
    ("2", "4 - 6", "4 - 5", UP, "met"),
    ("1", "2 - 3", "4 - 5", UP, "closer"),
    ("2", "3 - 5", "4 - 5", UP, "unsure"),
    ("1-2", "2 - 3", "4 - 5", UP, "unsure"),
    ("1-2", "3", "4 - 5", UP, "closer"),
    ("3", "1-2", "4", UP, "no_closer"),
    ("90", "trên 95%", "95", UP, "met"),
    ("90", "trên 90%", "95", UP, "unsure"),
    ("90", "dưới 96%", "95", UP, "unsure"),
    ("trên 90%", "94", "95", UP, "unsure"),
    ("24", "dưới 21%", "21", DOWN, "met"),
    ("24", "trên 21%", "21", DOWN, "unsure"),
    ("19", "22 - 23", "20 - 21", DOWN, "no_closer"),
    ("24", "20 - 22", "21", DOWN, "unsure"),
    ("24", "20,5", "20 - 21", DOWN, "met"),
)


@pytest.mark.parametrize(("before", "now", "goal", "direction", "expected"), STANDING)
def test_the_last_value_is_at_the_goal_or_on_its_way_there_or_away(
    before: str, now: str, goal: str, direction: Direction, expected: str
) -> None:
    assert level_of(yearly(2025, before, now), point(goal, 2030), direction).value == expected


@pytest.mark.parametrize(("before", "now", "goal", "direction", "expected"), NEVER_ROUNDED)
def test_what_is_a_hair_short_is_not_met(before: str, now: str, goal: str, direction: Direction, expected: str) -> None:
    assert level_of(yearly(2025, before, now), point(goal, 2030), direction).value == expected


@pytest.mark.parametrize(("before", "now", "goal", "direction", "expected"), RANGES)
def test_a_range_that_straddles_is_unsure(
    before: str, now: str, goal: str, direction: Direction, expected: str
) -> None:
    assert level_of(yearly(2025, before, now), point(goal, 2030), direction).value == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("99", "90", "91"), "closer"),
        (("80", "92", "91"), "no_closer"),
        (("99", "94", "95"), "met"),
        (("80", "81", "97", "96"), "met_going_back"),
        (("trên 1%", "90", "91"), "closer"),
    ],
)
def test_only_the_last_two_values_say_the_way(values: tuple[str, ...], expected: str) -> None:
    assert level_of(yearly(2022, *values), point("95", 2030), UP).value == expected


@pytest.mark.parametrize("values", [(), ("99",)])
def test_one_value_says_no_way(values: tuple[str, ...]) -> None:
    assert level_of(yearly(2025, *values), point("95", 2030), UP) is ProgressLevel.NOT_ENOUGH_DATA


def test_a_goal_in_words_can_not_be_met_by_a_number() -> None:
    assert level_of(yearly(2025, "98", "99"), ProgressPoint(Marker(), 2030), UP) is ProgressLevel.UNSURE
    assert level_of([point("98", 2025), ProgressPoint(Marker(), 2026)], point("95", 2030), UP) is ProgressLevel.UNSURE


def test_a_goal_met_for_sure_is_met_although_ranges_hide_the_way() -> None:
    assert level_of(yearly(2026, "4 - 5", "4 - 5"), point("4 - 5", 2030), UP) is ProgressLevel.MET

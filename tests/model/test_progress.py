"""The pace of two or three reported values: so far against what the next milestone needs, cut at 95, 60 and
0 %."""

import pytest

from healthplan.model.ambition import Direction
from healthplan.model.comparable import ProgressPoint
from healthplan.model.progress import ProgressPace
from healthplan.model.value import Marker
from tests.model.progress_points import Reports, pace_of, point, series, yearly

UP, DOWN = Direction.UP, Direction.DOWN
CUTS = (  # the end of 2025, the end of 2026, the goal for 2030, direction, verdict
    ("0", "4", "20", UP, "on_track"),
    ("0", "20", "20", UP, "on_track"),
    ("0", "3,9", "20", UP, "on_track"),
    ("0", "3,8", "20", UP, "on_track"),
    ("0", "3,79", "20", UP, "slower"),
    ("0", "2,4", "20", UP, "slower"),
    ("0", "2,39", "20", UP, "too_slow"),
    ("0", "0,1", "20", UP, "too_slow"),
    ("0", "0", "20", UP, "too_slow"),
    ("1", "0,9", "21", UP, "wrong_way"),
    ("90", "90,95", "95", UP, "on_track"),
    ("90", "90,94", "95", UP, "slower"),
    ("90", "90,6", "95", UP, "slower"),
    ("90", "90,5999", "95", UP, "too_slow"),
    ("90", "90,59", "95", UP, "too_slow"),
    ("90", "90", "95", UP, "too_slow"),
    ("90", "89,9", "95", UP, "wrong_way"),
    ("98", "98,38", "100", UP, "on_track"),
    ("98", "98,24", "100", UP, "slower"),
    ("26", "25", "21", DOWN, "on_track"),
    ("26", "20", "21", DOWN, "on_track"),
    ("26", "25,05", "21", DOWN, "on_track"),
    ("26", "25,06", "21", DOWN, "slower"),
    ("26", "25,4", "21", DOWN, "slower"),
    ("26", "25,41", "21", DOWN, "too_slow"),
    ("26", "26", "21", DOWN, "too_slow"),
    ("26", "26,1", "21", DOWN, "wrong_way"),
)
AT_GOAL = (  # where the values begin at the goal or beyond it, staying there is all that is asked
    ("95", "95", "95", UP, "on_track"),
    ("97", "96", "95", UP, "on_track"),
    ("96", "95", "95", UP, "on_track"),
    ("95", "94,9", "95", UP, "wrong_way"),
    ("97", "94", "95", UP, "wrong_way"),
    ("94", "95", "95", UP, "on_track"),
    ("99", "toàn dân", "100", UP, "on_track"),
    ("20", "20,5", "21", DOWN, "on_track"),
    ("20", "21,1", "21", DOWN, "wrong_way"),
    ("95", "95", ">95", UP, "too_slow"),
    ("95", "95,01", ">95", UP, "on_track"),
    ("95,1", "95", ">95", UP, "wrong_way"),
    ("95", "95", "từ 95% trở lên", UP, "on_track"),
    ("21", "21", "dưới 21%", DOWN, "too_slow"),
    ("20,9", "21", "dưới 21%", DOWN, "wrong_way"),
    ("3,9", "3,9", "4 - 5", UP, "too_slow"),
    ("4", "4", "4 - 5", UP, "on_track"),
)
TIMES = (  # what was reported and when; the goal is 95 at the end of 2030, one a year from 90 in 2025
    ((("90", 2025.0), ("90,7", 2025.5)), "not_enough_data"),  # a word needs twelve months
    ((("90", 2025.0), ("91", 2025 + 11 / 12)), "not_enough_data"),
    ((("90", 2025.0), ("91,4", 2026.5)), "slower"),
    ((("90", 2025.0), ("91,5", 2026.5)), "on_track"),
    ((("90", 2025.0), ("90,7", 2026.5)), "too_slow"),
    ((("90", 2025.0), ("91,25", 2026 + 1 / 3)), "slower"),
    ((("90", 2025.0), ("91,35", 2026 + 5 / 12)), "on_track"),
    ((("90", 2025.0), ("94", 2025.25), ("90,5", 2026.0)), "too_slow"),
    ((("90", 2025.0), ("80", 2025.25), ("92", 2027.0)), "on_track"),
    ((("89", 2024.5), ("90", 2025.5)), "slower"),
    ((("85", 2024.5), ("86", 2025.5)), "too_slow"),
)
STRADDLING = (  # ranges and bounds: sure only where both ends of each say the same
    ("1-2", "2 - 3", "4 - 5", UP, "unsure"),
    ("1-2", "4 - 5", "4 - 5", UP, "on_track"),
    ("4 - 5", "1-2", "6", UP, "wrong_way"),
    ("1-2", "2", "20", UP, "too_slow"),
    ("0", "3 - 5", "20", UP, "unsure"),
    ("0", "4 - 5", "20", UP, "on_track"),
    ("90", "trên 95%", "95", UP, "on_track"),
    ("90", "trên 90%", "95", UP, "unsure"),
    ("90", "dưới 95%", "95", UP, "unsure"),
    ("trên 90%", "92", "95", UP, "unsure"),
    ("trên 90%", "trên 91%", "95", UP, "unsure"),
    ("26", "dưới 21%", "21", DOWN, "on_track"),
    ("26", "dưới 26%", "21", DOWN, "unsure"),
    ("26", "trên 24%", "21", DOWN, "unsure"),
    ("25 - 26", "26,5 - 27", "21", DOWN, "wrong_way"),
)


@pytest.mark.parametrize(("start", "now", "goal", "direction", "expected"), CUTS)
def test_the_pace_so_far_is_cut_at_95_60_and_0_per_cent_of_the_pace_needed(
    start: str, now: str, goal: str, direction: Direction, expected: str
) -> None:
    due = point(goal, 2030)
    assert pace_of(yearly(2025, start, now), due, due, direction).value == expected


@pytest.mark.parametrize(("start", "now", "goal", "direction", "expected"), AT_GOAL)
def test_where_the_goal_is_met_already_only_falling_below_it_is_the_wrong_way(
    start: str, now: str, goal: str, direction: Direction, expected: str
) -> None:
    due = point(goal, 2030)
    assert pace_of(yearly(2025, start, now), due, due, direction).value == expected


@pytest.mark.parametrize(("reports", "expected"), TIMES)
def test_time_counts_not_the_number_of_reports(reports: Reports, expected: str) -> None:
    due = point("95", 2030)
    assert pace_of(series(reports), due, due, UP).value == expected


@pytest.mark.parametrize(("start", "now", "goal", "direction", "expected"), STRADDLING)
def test_ends_that_disagree_are_unsure(start: str, now: str, goal: str, direction: Direction, expected: str) -> None:
    due = point(goal, 2030)
    assert pace_of(yearly(2025, start, now), due, due, direction).value == expected


@pytest.mark.parametrize("values", [("90", "91"), ("89", "90", "91")])
def test_up_to_three_values_are_held_against_the_next_milestone_not_the_target(values: tuple[str, ...]) -> None:
    near, far = point("92", 2027), point("100", 2030)
    seen = yearly(2027 - len(values), *values)
    assert pace_of(seen, near, far, UP) is ProgressPace.ON_TRACK
    assert pace_of(seen, far, near, UP) is ProgressPace.TOO_SLOW


@pytest.mark.parametrize("values", [(), ("99",)])
def test_one_value_has_no_pace(values: tuple[str, ...]) -> None:
    assert pace_of(yearly(2025, *values), point("95", 2030), point("95", 2030), UP) is ProgressPace.NOT_ENOUGH_DATA


def test_a_goal_in_words_has_no_pace() -> None:
    words = ProgressPoint(Marker(), 2030)
    assert pace_of(yearly(2025, "90", "91"), words, words, UP) is ProgressPace.UNSURE
    assert (
        pace_of([ProgressPoint(Marker(), 2025), point("91", 2026)], point("95", 2030), words, UP) is ProgressPace.UNSURE
    )


def test_growth_that_compounds_is_not_assumed() -> None:
    due, compounded = point("6", 2028), 3 * (3 / 2) ** 2
    assert compounded > 6 and pace_of(yearly(2025, "2", "3"), due, due, UP) is ProgressPace.SLOWER


def test_a_start_at_zero_has_a_pace_too() -> None:
    due = point("5", 2030)
    assert pace_of(yearly(2025, "0", "1"), due, due, UP) is ProgressPace.ON_TRACK

"""The pace of four and more reported values: the mean yearly change of the last six, carried on to the target
year."""

import pytest

from healthplan.model.ambition import Direction
from healthplan.model.progress import ProgressPace
from tests.model.progress_points import Reports, pace_of, point, series, yearly

UP, DOWN = Direction.UP, Direction.DOWN
MISSED = (  # four values, 2022 to 2025, target, its year, direction, verdict
    (("82", "83", "84", "85"), "90", 2030, UP, "on_track"),
    (("82", "83", "84", "85"), "88", 2030, UP, "on_track"),
    (("82", "83", "84", "85"), "90,25", 2030, UP, "on_track"),  # misses 4,8 %
    (("82", "83", "84", "85"), "90,3", 2030, UP, "slower"),  # 5,7 %
    (("82", "83", "84", "85"), "91,2", 2030, UP, "slower"),  # 19,4 %
    (("82", "83", "84", "85"), "91,3", 2030, UP, "too_slow"),  # 20,6 %
    (("82", "83", "84", "85"), "100", 2030, UP, "too_slow"),
    (("0", "19", "38", "57"), "77", 2026, UP, "slower"),  # exactly 5 %
    (("0", "4", "8", "12"), "17", 2026, UP, "slower"),  # exactly 20 %
    (("50", "51,9", "53,8", "55,7"), "65,7", 2030, UP, "slower"),  # exactly 5 %
    (("50", "50,8", "51,6", "52,4"), "57,4", 2030, UP, "slower"),  # exactly 20 %
    (("90", "90,4", "90,8", "91,2"), "93,2", 2029, UP, "slower"),  # exactly 20 %
    (("28", "27", "26", "25"), "20", 2030, DOWN, "on_track"),
    (("28", "27", "26", "25"), "19,7", 2030, DOWN, "slower"),
    (("28", "27", "26", "25"), "15", 2030, DOWN, "too_slow"),
    (("88", "87", "86", "85"), "90", 2030, UP, "wrong_way"),
    (("25", "26", "27", "28"), "21", 2030, DOWN, "wrong_way"),
    (("85", "85", "85", "85"), "90", 2030, UP, "wrong_way"),  # a distance that stays is not a better one
    (("80", "90", "70", "85"), "90", 2030, UP, "on_track"),  # the mean of the changes: first to last
    (("85", "99", "99", "85"), "90", 2030, UP, "wrong_way"),
    (("97", "96", "95,5", "95"), "95", 2030, UP, "on_track"),  # there already
    (("97", "96", "95,5", "95"), ">95", 2030, UP, "wrong_way"),
    (("94,7", "94,8", "94,9", "95"), ">95", 2030, UP, "on_track"),
    (("99", "99,2", "99,4", "99,6"), "100", 2027, UP, "on_track"),
    (("99", "99,2", "99,4", "99,6"), "100", 2026, UP, "too_slow"),  # 99,6 is not 100
)
UNEVEN = (  # what was reported and when, and the target for the end of 2030
    ((("80", 2020.0), ("81", 2021.5), ("84", 2024.0), ("85", 2025.0)), "90", "on_track"),
    ((("80", 2020.0), ("81", 2021.5), ("84", 2024.0), ("85", 2025.0)), "92", "too_slow"),
    ((("80", 2020.0), ("81", 2021.5), ("84", 2024.0), ("99", 2024.5), ("85", 2025.0)), "90", "on_track"),  # years apart
)
LONG = ("90", "80", "84", "84,2", "84,5", "84,7", "85")  # 2019 to 2025
STRADDLING = (
    (("80 - 82", "83", "84", "85"), "100", "too_slow"),
    (("82", "83", "84", "85 - 90"), "90", "on_track"),
    (("80 - 82", "83", "84", "85"), "92", "unsure"),
    (("82", "83", "84", "trên 84%"), "100", "unsure"),
    (("82", "dưới 99%", "10 - 90", "85"), "90", "on_track"),  # only first and last are asked
    (("trên 82%", "83", "84", "85"), "91", "unsure"),
    (("82", "83", "84", "trên 91%"), "91", "on_track"),
)


@pytest.mark.parametrize(("values", "target", "due", "direction", "expected"), MISSED)
def test_the_part_of_the_way_that_would_be_missed_is_cut_at_5_and_20_per_cent(
    values: tuple[str, ...], target: str, due: int, direction: Direction, expected: str
) -> None:
    goal = point(target, due)
    assert pace_of(yearly(2022, *values), goal, goal, direction).value == expected


@pytest.mark.parametrize(("reports", "target", "expected"), UNEVEN)
def test_a_year_is_a_year_however_many_reports_fall_into_it(reports: Reports, target: str, expected: str) -> None:
    assert pace_of(series(reports), point(target, 2030), point(target, 2030), UP).value == expected


@pytest.mark.parametrize(("values", "target", "expected"), STRADDLING)
def test_ends_that_disagree_are_unsure(values: tuple[str, ...], target: str, expected: str) -> None:
    goal = point(target, 2030)
    assert pace_of(yearly(2022, *values), goal, goal, UP).value == expected


@pytest.mark.parametrize(("count", "expected"), [(7, "on_track"), (6, "on_track"), (5, "too_slow")])
def test_only_the_last_six_values_count(count: int, expected: str) -> None:
    """Seven would say the wrong way, five too slow."""
    seen, goal = yearly(2019, *LONG), point("90", 2030)
    assert pace_of(seen[-count:], goal, goal, UP).value == expected


def test_from_four_values_on_the_target_is_asked_for_not_the_next_milestone() -> None:
    near, far = point("92", 2027), point("100", 2030)
    seen = yearly(2023, "88", "89", "90", "91")
    assert pace_of(seen[1:], near, far, UP) is ProgressPace.ON_TRACK
    assert pace_of(seen, near, far, UP) is ProgressPace.TOO_SLOW


def test_growth_that_compounds_is_not_assumed() -> None:
    """Doubling every year would bring 8 to 64 in three years; what was added a year brings it to 15."""
    assert pace_of(yearly(2022, "1", "2", "4", "8"), point("60", 2028), point("60", 2028), UP) is ProgressPace.TOO_SLOW
    assert pace_of(yearly(2022, "1", "2", "4", "8"), point("15", 2028), point("15", 2028), UP) is ProgressPace.ON_TRACK


def test_a_start_at_zero_has_a_projection_too() -> None:
    assert pace_of(yearly(2022, "0", "1", "2", "3"), point("8", 2030), point("8", 2030), UP) is ProgressPace.ON_TRACK

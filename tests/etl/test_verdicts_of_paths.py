"""The stored verdicts on a plan's own path, `plan_shape` and `required_pace`, on a small folder that the test
alters."""

from pathlib import Path

import pytest

from tests.etl.recipe import put
from tests.etl.stored_verdicts import INSURANCE, LAI_CHAU, RAMP, add_goals, verdicts

BASE = f'{INSURANCE},12,2025,95,,baseline,"Phụ lục I, dòng 1, cột 2025",18,,\n'
EVEN = (("2027", "97"), ("2028", "98"), ("2029", "99"))
EARLY = (("2027", "99,5"), ("2028", "100"), ("2029", "100"))
SHAPES = (  # what 2027 to 2029 state, verdict, index, share of the last two years, largest step, whole path
    (RAMP, "back_loaded", 0.656, 0.88, 4.2, ["95", ">95", "95,4", "95,6", "95,8", "100"]),
    (EVEN, "even", 0.08, 0.4, 2.0, ["95", ">95", "97", "98", "99", "100"]),
    (EARLY, "front_loaded", -0.36, 0.0, 4.5, ["95", ">95", "99,5", "100", "100", "100"]),
    (RAMP[:2], "not_enough_data", None, None, None, ["95", ">95", "95,4", "95,6", "100"]),
    ((), "not_enough_data", None, None, None, ["95", ">95", "100"]),
)
SHAPE_REASONS = (
    (
        RAMP,
        "shape_back_loaded",
        "88\u00a0% mức thay đổi dồn vào hai năm cuối (95,6 năm 2028, 100 năm 2030); bước lớn nhất gấp 4,2 lần"
        " bước trung bình.",
        "88% of the change is left to the last two years (95.6 in 2028, 100 in 2030); the largest step is"
        " 4.2 times the average one.",
    ),
    (
        EVEN,
        "shape_even",
        "Từ 95 năm 2025 đến 100 năm 2030: chia khá đều qua các năm.",
        "From 95 in 2025 to 100 in 2030: spread fairly evenly over the years.",
    ),
    (
        EARLY,
        "shape_front_loaded",
        "Từ 95 năm 2025 đến 100 năm 2030: phần lớn mức thay đổi đặt vào những năm đầu.",
        "From 95 in 2025 to 100 in 2030: most is done in the first years.",
    ),
    (
        (),
        "shape_not_enough_data",
        "Từ 95 năm 2025 đến 100 năm 2030: không nêu đủ các năm giữa, nên không xác định được"
        " lộ trình chia đều hay dồn vào cuối kỳ.",
        "From 95 in 2025 to 100 in 2030: the years between are not all stated, so the shape of the path is not known.",
    ),
)
FROM_BASE, FROM_FIRST = "linear_from_baseline", "linear_from_first_year"
PACES = (  # the baseline, the goal of 2030, verdict, change a year, reason, in both languages
    (
        "95",
        "100",
        "required",
        1.0,
        "pace_required",
        "Từ 95 năm 2025 đến 100 năm 2030: +1 điểm\u00a0% mỗi năm nếu chia đều.",
        "From 95 in 2025 to 100 in 2030: +1 percentage points a year if spread evenly.",
    ),
    (
        "91 - 93",
        "trên 95%",
        "required",
        4.0,
        "pace_required",  # >95 is asked for 2026 already
        "Từ 91-93 năm 2025 đến > 95 năm 2026: +2 đến +4 điểm\u00a0% mỗi năm nếu chia đều.",
        "From 91-93 in 2025 to > 95 in 2026: +2 to +4 percentage points a year if spread evenly.",
    ),
    (
        "100",
        "100",
        "met",
        0.0,
        "pace_met",
        "Năm 2025 đã đạt 100, bằng hoặc vượt mục tiêu 100 của năm 2030.",
        "At 100 in 2025 the goal of 100 for 2030 was already met.",
    ),
    (
        "95",
        ">95",
        "sign",
        0.0,
        "pace_sign",
        "Năm 2025 đã ở mức 95; mục tiêu > 95 của năm 2026 chỉ yêu cầu cao hơn mức này.",
        "At 95 in 2025; the goal of > 95 for 2026 only asks for more than that.",
    ),
)


@pytest.mark.parametrize(("goals", "verdict", "index", "last_two", "step", "values"), SHAPES)
def test_the_shape_of_a_path_is_stored_with_its_measures_and_every_value_it_rests_on(
    goals: tuple[tuple[str, str], ...],
    verdict: str,
    index: float | None,
    last_two: float | None,
    step: float | None,
    values: list[str],
    small_data: Path,
) -> None:
    add_goals(small_data, goals)
    [found] = verdicts("plan_shape")
    assert (found["verdict"], found["rule"]) == (verdict, "back_loading_index")
    measures = [found["back_loading"], found["share_last_two"], found["largest_step"]]
    asked = [index, last_two, step]
    assert measures == [None if one is None else pytest.approx(one, abs=1e-9) for one in asked]
    assert (found["inputs"], found["year"], found["years"]) == (values, 2030, 5)
    assert (found["benchmark_printed"], found["plan_printed"]) == ("95", "100")


@pytest.mark.parametrize(("goals", "reason", "vietnamese", "english"), SHAPE_REASONS)
def test_a_shape_says_its_reason_in_both_languages(
    goals: tuple[tuple[str, str], ...], reason: str, vietnamese: str, english: str, small_data: Path
) -> None:
    add_goals(small_data, goals)
    [found] = verdicts("plan_shape")
    assert (found["reason"], found["reason_vi"], found["reason_en"]) == (reason, vietnamese, english)


@pytest.mark.parametrize(("base", "goal", "verdict", "a_year", "reason", "vietnamese", "english"), PACES)
def test_the_required_pace_runs_from_the_baseline_to_the_first_year_of_the_last_level(
    base: str, goal: str, verdict: str, a_year: float, reason: str, vietnamese: str, english: str, small_data: Path
) -> None:
    folder = small_data / "plans" / LAI_CHAU
    put(folder / "observations.csv", "2025,95,", f"2025,{base},".encode())
    put(folder / "goals.csv", "annex,100,", f"annex,{goal},".encode())
    [found] = verdicts("required_pace")
    assert (found["verdict"], found["rule"], found["amount"]) == (verdict, FROM_BASE, pytest.approx(a_year))
    assert (found["reason"], found["reason_vi"], found["reason_en"]) == (reason, vietnamese, english)
    assert found["inputs"] == [found["benchmark_printed"], found["plan_printed"]]
    assert found["benchmark_printed"] == base


def test_without_a_baseline_three_stated_years_have_a_pace_from_the_first_of_them(small_data: Path) -> None:
    put(small_data / "plans" / LAI_CHAU / "observations.csv", BASE, b"")
    add_goals(small_data, RAMP[:1])
    [found] = verdicts("required_pace")
    assert (found["verdict"], found["rule"]) == ("required", FROM_FIRST)
    assert (found["inputs"], found["amount"], found["years"]) == ([">95", "100"], 1.25, 4)
    assert found["reason_vi"] == (
        "Không có xuất phát điểm; từ > 95 năm 2026 đến 100 năm 2030: +1,25 điểm\u00a0% mỗi năm nếu chia đều."
    )
    assert found["reason_en"] == (
        "No baseline; from > 95 in 2026 to 100 in 2030: +1.25 percentage points a year if spread evenly."
    )


@pytest.mark.parametrize("sign", ["required_pace", "plan_shape"])
def test_two_stated_years_without_a_baseline_are_no_path(sign: str, small_data: Path) -> None:
    put(small_data / "plans" / LAI_CHAU / "observations.csv", BASE, b"")
    assert verdicts(sign) == []


def test_where_less_is_better_the_pace_is_a_fall(small_data: Path) -> None:
    put(small_data / "plans" / "dien-bien-2026" / "observations.csv", "Chưa có số liệu điều tra,not_surveyed", b"25,")
    [found] = verdicts("required_pace", place="11", indicator="stunting_under5")
    assert (found["amount"], found["verdict"]) == (pytest.approx(-0.8), "required")
    assert found["reason_vi"] == "Từ 25 năm 2025 đến 21 năm 2030: −0,8 điểm\u00a0% mỗi năm nếu chia đều."

"""The stored verdicts of progress, `pace` and `level`: the small plan of Lai Châu (95 in 2025, >95 for 2026,
100 for 2030) with reports made up."""

from pathlib import Path

import pytest

from tests.etl.recipe import put
from tests.etl.stored_verdicts import add_reports, verdicts

RATIO, GERMAN, TREND = "linear_pace_over_required", "mean_yearly_change_projected", "trend_over_required"
Reports = tuple[tuple[str, ...], ...]
FAST = (("2026-Q3", "95,4"), ("2026", "95,9"), ("2027", "97"))
SLOW = (("2026-Q3", "95,4"), ("2026", "95,9"), ("2027", "96"))
BACK = (("2026-Q3", "96"), ("2026-10", "96,5"), ("2027", "94"))
LONG = (("2026", "95,9"), ("2027", "97"), ("2028", "98"))
LONG_SLOW = (("2026", "95,9"), ("2027", "96"), ("2028", "96,5"))
MONTHS = tuple((f"2026-{at:02}", f"{95 + at / 12:.4f}".replace(".", ",")) for at in range(1, 13))
STILL = tuple((f"2026-{at:02}", "95,1" if at % 2 else "95,4") for at in range(1, 13))
PACES = (  # reports after the baseline, verdict, rule, what it is held against, in which year
    ((), "not_enough_data", RATIO, ">95", 2026),
    ((("2026-Q3", "95,6"),), "not_enough_data", RATIO, ">95", 2026),  # a word needs twelve months
    ((("2026-11", "94,9"),), "not_enough_data", RATIO, ">95", 2026),
    (MONTHS[:11], "not_enough_data", RATIO, ">95", 2026),
    (MONTHS, "on_track", TREND, "100", 2030),
    ((("2026", "95,96"),), "on_track", RATIO, "100", 2030),  # the milestone of 2026 is over: the next one
    ((("2026", "95,8"),), "slower", RATIO, "100", 2030),
    ((("2026", "95,2"),), "too_slow", RATIO, "100", 2030),
    ((("2026", "95 - 97"),), "unsure", RATIO, "100", 2030),
    ((("2026", "toàn dân"),), "on_track", RATIO, "100", 2030),
    ((("2026-Q3", "95,4"), ("2027", "97")), "on_track", RATIO, "100", 2030),
    (FAST, "on_track", RATIO, "100", 2030),
    (SLOW, "too_slow", RATIO, "100", 2030),
    (BACK, "wrong_way", RATIO, "100", 2030),
    (LONG, "on_track", GERMAN, "100", 2030),
    (LONG_SLOW, "too_slow", GERMAN, "100", 2030),
    ((("2030", "100"),), "not_enough_data", RATIO, "100", 2030),
)
LEVELS = (  # always against the last goal before the vision
    ((), "not_enough_data"),
    ((("2026-Q3", "95,6"),), "not_enough_data"),
    ((("2026-Q3", "toàn dân"),), "met"),
    ((("2026", "95"),), "no_closer"),
    (MONTHS, "closer"),
    ((("2026", "95 - 97"),), "unsure"),
    (FAST, "closer"),
    (BACK, "no_closer"),
    ((("2030", "99,6"),), "closer"),
    ((("2030", "100"),), "met"),
    ((("2029", "toàn dân"),), "met"),
    ((("2026", "toàn dân"), ("2027", "99,9")), "no_closer"),
)
SENTENCES = (  # sign, reports, reason, in both languages
    (
        "pace",
        (),
        "progress_one_point",
        "Chưa đủ số liệu: mới có một số liệu (95, 2025) để so với mục tiêu > 95 năm 2026; cần ít nhất hai.",
        "Not enough data: only one value (95, 2025) against the goal of > 95 for 2026; at least two are needed.",
    ),
    (
        "level",
        (),
        "progress_one_point",
        "Chưa đủ số liệu: mới có một số liệu (95, 2025) để so với mục tiêu 100 năm 2030; cần ít nhất hai.",
        "Not enough data: only one value (95, 2025) against the goal of 100 for 2030; at least two are needed.",
    ),
    (
        "pace",
        (("2026", "95,8"),),
        "pace_slower",
        "Từ 95 (2025) đến 95,8 (2026): chậm hơn tiến độ cần có để đạt 100 năm 2030. Tạm tính từ 2 số liệu.",
        "From 95 (2025) to 95.8 (2026): slower than 100 in 2030 needs. Provisional, from 2 values.",
    ),
    (
        "pace",
        LONG,
        "pace_on_track",
        "Từ 95 (2025) đến 98 (2028): đúng tiến độ để đạt 100 năm 2030. Tạm tính từ 4 số liệu.",
        "From 95 (2025) to 98 (2028): on track for 100 in 2030. Provisional, from 4 values.",
    ),
    (
        "pace",
        MONTHS,
        "pace_on_track",
        "Từ 95 (2025) đến 96 (tháng 12/2026): đúng tiến độ để đạt 100 năm 2030."
        " Tính theo xu thế của 13 số liệu trong 12 tháng.",
        "From 95 (2025) to 96 (December 2026): on track for 100 in 2030. By the trend of 13 values in 12 months.",
    ),
    (
        "pace",
        MONTHS[:9],
        "progress_short",
        "Từ 95 (2025) đến 95,75 (tháng 9/2026): chưa đủ 12 tháng để kết luận so với mục tiêu > 95 năm 2026.",
        "From 95 (2025) to 95.75 (September 2026): less than 12 months, so nothing firm can be said against the goal of"
        " > 95 for 2026.",
    ),
    (
        "pace",
        STILL,
        "pace_too_slow",
        "Từ 95 (2025) đến 95,4 (tháng 12/2026): quá chậm để đạt 100 năm 2030."
        " Tính theo xu thế của 13 số liệu trong 12 tháng.",
        "From 95 (2025) to 95.4 (December 2026): far too slow for 100 in 2030. By the trend of 13 values in 12 months.",
    ),
    (
        "pace",
        (("2030", "100"),),
        "pace_no_milestone",
        "Từ 95 (2025) đến 100 (2030); kế hoạch không còn mốc nào sau đó để so.",
        "From 95 (2025) to 100 (2030); the plan states no later milestone to compare with.",
    ),
    (
        "level",
        (("2030", "99,6"),),
        "level_closer",
        "99,6 (2030): chưa đạt mục tiêu 100 năm 2030, còn 0,4 điểm\u00a0%, đang tiến gần hơn.",
        "99.6 (2030): the goal of 100 for 2030 is not met, 0.4 percentage points to go, getting closer.",
    ),
    (
        "level",
        (("2026", "95 - 97"),),
        "level_unsure",
        "95-97 (2026): số liệu in là khoảng hoặc mức chặn, nên không kết luận được so với mục tiêu 100 năm 2030.",
        "95-97 (2026): a range or a bound, so nothing firm can be said against the goal of 100 for 2030.",
    ),
)
SAME_TIME = (  # of several values for one time the baseline counts, then a report, then an estimate
    ((("2025", "97"), ("2026", "96")), ["95", "96"]),
    ((("2025-Q4", "97"), ("2025-12", "94"), ("2026", "96")), ["95", "96"]),
    ((("2026", "96"), ("2026", "99", "estimated")), ["95", "96"]),
    ((("2026", "99", "estimated"), ("2026", "96")), ["95", "96"]),
    ((("2026-Q3", "95,2"), ("2026", "96")), ["95", "96"]),  # nine months and a year are not alike
    ((("2026-12", "96"), ("2026", "99", "estimated")), ["95", "96"]),
    ((("2026", "99", "estimated"),), ["95", "99"]),
    ((("2026", "96"), ("2026-Q2", "95,1"), ("2026-03", "95,7")), ["95", "95,7", "95,1", "96"]),
    ((("2026", "Chưa có số liệu điều tra"),), ["95"]),
    ((("2024", "94"),), ["94", "95"]),
    ((("2026", "Chưa có số liệu điều tra"), ("2027", "97")), ["95", "97"]),
)


@pytest.mark.parametrize(("reports", "verdict", "rule", "against", "year"), PACES)
def test_a_pace_is_stored_with_its_rule_and_the_milestone_it_is_held_against(
    reports: Reports, verdict: str, rule: str, against: str, year: int, small_data: Path
) -> None:
    add_reports(small_data, reports)
    [found] = verdicts("pace")
    assert (found["verdict"], found["rule"]) == (verdict, rule)
    assert (found["plan_printed"], found["year"], found["plan_locator"]) == (
        against,
        year,
        f"Phụ lục I, dòng 1, cột {year}",
    )


@pytest.mark.parametrize(("reports", "verdict"), LEVELS)
def test_a_level_is_stored_against_the_last_goal(reports: Reports, verdict: str, small_data: Path) -> None:
    add_reports(small_data, reports)
    [found] = verdicts("level")
    assert (found["verdict"], found["rule"]) == (verdict, "last_value_against_goal")
    assert (found["plan_printed"], found["year"]) == ("100", 2030)


@pytest.mark.parametrize(("sign", "reports", "reason", "vietnamese", "english"), SENTENCES)
def test_a_verdict_says_its_reason_in_both_languages(
    sign: str, reports: Reports, reason: str, vietnamese: str, english: str, small_data: Path
) -> None:
    add_reports(small_data, reports)
    [found] = verdicts(sign)
    assert (found["reason"], found["reason_vi"], found["reason_en"]) == (reason, vietnamese, english)


@pytest.mark.parametrize("sign", ["pace", "level"])
@pytest.mark.parametrize(("reports", "counted"), SAME_TIME)
def test_one_value_a_time_counts_in_the_order_of_the_times(
    sign: str, reports: Reports, counted: list[str], small_data: Path
) -> None:
    add_reports(small_data, reports)
    [found] = verdicts(sign)
    assert (found["inputs"], found["points"]) == (counted, len(counted))
    assert found["benchmark_printed"] == counted[-1]


def test_with_more_than_six_values_the_six_that_count_are_told(small_data: Path) -> None:
    add_reports(small_data, tuple((str(year), str(70 + year - 2018)) for year in range(2018, 2025)))
    [found] = verdicts("pace")
    assert found["inputs"] == ["72", "73", "74", "75", "76", "95"]
    assert found["reason_vi"].startswith("Từ 72 (2020) đến 95 (2025): ")
    assert found["reason_vi"].endswith("Tạm tính từ 6 số liệu.")


@pytest.mark.parametrize(
    ("place", "indicator", "reasons"),
    [
        ("11", "stunting_under5", ["progress_unknown"]),
        ("11", "doctors_per_station", ["progress_no_point"]),
        ("12", "stunting_under5", []),
        ("12", "provincial_general_hospital_grade", []),
    ],
)
@pytest.mark.parametrize("sign", ["pace", "level"])
def test_a_plan_with_a_number_to_reach_and_none_reported_says_so(
    sign: str, place: str, indicator: str, reasons: list[str], small_data: Path
) -> None:
    names = ("verdict", "reason", "points", "inputs", "benchmark_row")
    found = [[row[name] for name in names] for row in verdicts(sign, place=place, indicator=indicator)]
    assert found == [["not_enough_data", reason, 0, [], None] for reason in reasons]


@pytest.mark.parametrize(
    ("now", "pace", "level"),
    [
        ("23,4", "on_track", "closer"),
        ("23,9", "too_slow", "closer"),
        ("24,1", "wrong_way", "no_closer"),
        ("21", "on_track", "met"),
    ],
)
def test_where_less_is_better_a_fall_is_progress(now: str, pace: str, level: str, small_data: Path) -> None:
    folder = small_data / "plans" / "dien-bien-2026" / "observations.csv"
    put(folder, "Chưa có số liệu điều tra,not_surveyed", b"24,")
    with folder.open("a", encoding="utf-8") as file:
        file.write(f'stunting_under5,11,2026,"{now}",,reported,Báo cáo,23,,\n')
    about = {"place": "11", "indicator": "stunting_under5"}
    assert [row["verdict"] for sign in ("pace", "level") for row in verdicts(sign, **about)] == [pace, level]

"""A plan against a benchmark, case by case: the weakest end decides, and an open sign counts."""

import pytest

from healthplan.model.ambition import Ambition, Direction, Statement, Voice, judge
from healthplan.model.grammar import read_value
from healthplan.model.value import Grade, Marker, Reason, Universal, Unknown, Value

UP, DOWN, NONE = Direction.UP, Direction.DOWN, Direction.NONE
GOAL = {"2": Grade(2), "3": Grade(3), "x": Marker(), "blank": Unknown(Reason.BLANK)}


def value(printed: str) -> Value:
    return GOAL.get(printed) or read_value(printed, {})


def verdict(stated: list[tuple[str, int | None, int | None]], asked: str, year: int, direction: Direction) -> str:
    statements = [
        Statement(value(printed), when, since, f"row {at}") for at, (printed, when, since) in enumerate(stated)
    ]
    return judge(statements, Statement(value(asked), year), direction).ambition.value


SAME_YEAR = (  # plan, benchmark, direction, verdict; all for 2030
    ("98,4", "95", UP, "stronger"),
    ("95", "95", UP, "equal"),
    ("94,9", "95", UP, "weaker"),
    ("95", ">95", UP, "weaker"),
    (">95", "95", UP, "stronger"),
    (">95", "trên 95%", UP, "equal"),
    ("từ 95% trở lên", "trên 95%", UP, "weaker"),
    ("từ 95% trở lên", "95", UP, "equal"),
    ("95,01", ">95", UP, "stronger"),
    ("4 - 5", "4 - 5", UP, "equal"),
    ("ít nhất 4 - 5", "4 - 5", UP, "equal"),
    ("4 - 6", "4 - 5", UP, "equal"),
    ("3 - 9", "4 - 5", UP, "weaker"),
    ("4,5", "4 - 5", UP, "stronger"),
    ("2 - 3", "ít nhất 4 - 5", UP, "weaker"),
    ("toàn dân", "100", UP, "equal"),
    ("100", "toàn dân", UP, "equal"),
    ("99,9", "toàn dân", UP, "weaker"),
    ("toàn dân", "trên 95%", UP, "stronger"),
    ("dưới 15%", "dưới 15%", DOWN, "equal"),
    ("15", "dưới 15%", DOWN, "weaker"),
    ("dưới 15%", "15", DOWN, "stronger"),
    ("21", "dưới 15%", DOWN, "weaker"),
    ("14,9", "dưới 15%", DOWN, "stronger"),
    ("10 - 16", "15", DOWN, "weaker"),
    ("không quá 15%", "15", DOWN, "equal"),
    ("12 - 15", "10 - 15", DOWN, "equal"),
    ("dưới 15%", "95", UP, "not_comparable"),
    ("trên 95%", "15", DOWN, "not_comparable"),
    ("95", "trên 95%", NONE, "not_comparable"),
    ("95", "dưới 15%", UP, "not_comparable"),
    ("x", "x", UP, "not_comparable"),
    ("95", "x", UP, "not_comparable"),
    ("x", "95", UP, "not_comparable"),
    ("toàn dân", "x", UP, "not_comparable"),
    ("blank", "95", UP, "not_stated"),
)
YEARS = (  # what the plan states as (printed, year, from year), the benchmark, its year, the verdict
    ([], "95", 2030, "not_stated"),
    ([("blank", 2026, None), ("blank", 2027, None)], "95", 2027, "not_stated"),
    ([("100", 2030, None)], "95", 2027, "later"),
    ([("100", None, None)], "95", 2027, "later"),
    ([("90", 2027, None), ("100", 2030, None)], "95", 2027, "later"),
    ([("90", 2027, None), ("94", 2030, None)], "95", 2027, "weaker"),
    ([("94", 2030, None)], "95", 2027, "weaker"),
    ([("94", None, None)], "95", 2027, "weaker"),
    ([("96", 2026, None)], "95", 2027, "stronger"),
    ([("94", 2026, None)], "95", 2027, "not_stated"),
    ([("96", 2026, None), ("94", 2027, None)], "95", 2027, "weaker"),
    ([("94", 2025, None), ("96", 2026, None)], "95", 2027, "stronger"),
    ([("toàn dân", 2026, 2026)], "100", 2030, "equal"),
    ([("toàn dân", 2026, 2026)], "100", 2026, "equal"),
    ([("toàn dân", 2030, 2026)], "100", 2027, "equal"),
    ([("toàn dân", 2030, 2028)], "100", 2027, "later"),
    ([("toàn dân", 2026, 2026), ("65", 2026, None)], "100", 2026, "weaker"),
    ([(">95", 2026, 2026), ("toàn dân", 2030, None)], "toàn dân", 2030, "equal"),
    ([(">95", None, 2026), ("90", 2030, None)], "95", 2030, "weaker"),
    ([("95", 2027, None), ("trên 95%", 2027, None)], "trên 95%", 2027, "weaker"),
    ([("blank", 2027, None), ("96", 2027, None)], "95", 2027, "stronger"),
    ([("x", 2027, None), ("96", 2027, None)], "95", 2027, "stronger"),
    ([("từ 04 - 05 bác sĩ", 2030, None)], "ít nhất 4 - 5", 2027, "later"),
    (
        [("ít nhất từ 02 bác sĩ/trạm y tế", 2027, None), ("ít nhất từ 04 bác sĩ/trạm y tế", 2030, None)],
        "ít nhất 4 - 5",
        2027,
        "later",
    ),
)


@pytest.mark.parametrize(("plan", "nation", "direction", "expected"), SAME_YEAR)
def test_the_weakest_end_decides_on_the_side_that_improves(
    plan: str, nation: str, direction: Direction, expected: str
) -> None:
    assert verdict([(plan, 2030, None)], nation, 2030, direction) == expected


@pytest.mark.parametrize(("stated", "nation", "year", "expected"), YEARS)
def test_a_goal_counts_in_its_year_and_is_kept_afterwards(
    stated: list[tuple[str, int | None, int | None]], nation: str, year: int, expected: str
) -> None:
    assert verdict(stated, nation, year, UP) == expected


TWO_VOICES = (  # text, table (printed, year, from year), benchmark, its year, verdict, rests on, other
    ((">20", 2030, None), ("55", 2030, None), ">20", 2030, "two_levels", ">20", "55"),
    (("toàn dân", 2026, 2026), ("65", 2026, None), "100", 2026, "two_levels", "toàn dân", "65"),
    (("toàn dân", 2026, 2026), ("65", 2030, None), "100", 2030, "two_levels", "toàn dân", "65"),
    (("toàn dân", 2026, 2026), ("100", 2026, None), "100", 2026, "equal", "100", None),
    (("từ 95% trở lên", 2030, None), ("95", 2030, None), ">95", 2030, "weaker", "95", None),
    (("94", 2030, None), ("93", 2030, None), "95", 2030, "weaker", "93", None),
    (("toàn dân", 2030, None), ("95,2", 2026, None), ">95", 2026, "stronger", "95,2", None),
    (("90", 2027, None), ("100", 2030, None), "95", 2027, "later", "100", "90"),
    (("x", 2030, None), ("55", 2030, None), ">20", 2030, "stronger", "55", None),
    (("blank", 2030, None), ("55", 2030, None), ">20", 2030, "stronger", "55", None),
)


@pytest.mark.parametrize(("text", "table", "nation", "year", "expected", "rests_on", "other"), TWO_VOICES)
def test_text_and_table_that_lead_to_different_verdicts_are_two_levels(
    text: tuple[str, int, int | None],
    table: tuple[str, int, int | None],
    nation: str,
    year: int,
    expected: str,
    rests_on: str,
    other: str | None,
) -> None:
    stated = [
        Statement(value(printed), when, since, printed, voice)
        for voice, (printed, when, since) in zip(Voice, (text, table), strict=True)
    ]
    judged = judge(stated, Statement(value(nation), year), UP)
    told = (judged.ambition, judged.statement and judged.statement.row, judged.other and judged.other.row)
    assert told == (expected, rests_on, other)


@pytest.mark.parametrize(
    ("plan", "nation", "expected"), [("3", "2", "stronger"), ("2", "3", "weaker"), ("2", "2", "equal")]
)
def test_grades_are_compared_by_their_rank(plan: str, nation: str, expected: str) -> None:
    assert verdict([(plan, 2030, None)], nation, 2030, UP) == expected


def test_a_verdict_names_the_statement_it_rests_on() -> None:
    weak, strong = Statement(value("95"), 2027, row="weak"), Statement(value("98"), 2027, row="strong")
    later = Statement(Universal(), 2030, row="later")
    assert judge([strong, weak, later], Statement(value("90"), 2027), UP).statement == weak
    assert judge([weak, later], Statement(value("99"), 2027), UP).statement == later
    assert judge([], Statement(value("99"), 2027), UP).statement is None


def test_a_later_goal_is_the_first_one_that_meets_the_benchmark() -> None:
    stated = [Statement(value("100"), year, row=str(year)) for year in (2030, 2029)] + [
        Statement(value("100"), None, row="none")
    ]
    judged = judge(stated, Statement(value("99"), 2027), UP)
    assert (judged.ambition, judged.statement and judged.statement.row) == (Ambition.LATER, "2029")


@pytest.mark.parametrize(
    ("from_year", "until", "holds"),
    [
        (2026, 2028, (2026, 2027, 2028)),
        (2026, 2026, (2026, 2027, 2028, 2035)),
        (None, 2028, (2028,)),
        (2027, None, (2027, 2028, 2035)),
        (None, None, ()),
    ],
)
def test_a_period_ends_and_a_goal_from_a_year_on_does_not(
    from_year: int | None, until: int | None, holds: tuple[int, ...]
) -> None:
    stated = Statement(value("95"), until, from_year)
    assert tuple(year for year in (2025, 2026, 2027, 2028, 2035) if stated.holds_in(year)) == holds


def test_a_benchmark_without_a_year_is_compared_with_nothing() -> None:
    judged = judge([Statement(value("95"), 2030)], Statement(value("95"), None), UP)
    assert judged.ambition is Ambition.NOT_COMPARABLE

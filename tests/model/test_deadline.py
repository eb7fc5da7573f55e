"""When a duty falls due: the last good day, the days that come back, and no day that no paper prints."""

from datetime import date

import pytest

from healthplan.model.deadline import days, last_day, repeats


def duty(
    cadence: str,
    month: int | None = None,
    day: int | None = None,
    bound: str | None = None,
    due_on: date | None = None,
    issued: date = date(2026, 2, 28),
) -> dict:
    return {"cadence": cadence, "month": month, "day": day, "bound": bound, "due_on": due_on, "issued": issued}


RULES = (  # duty, the rule by which it comes back
    (duty("monthly", day=15, bound="before"), {"FREQ": "MONTHLY", "BYMONTHDAY": 14}),
    (duty("monthly", day=15, bound="on"), {"FREQ": "MONTHLY", "BYMONTHDAY": 15}),
    (duty("monthly", day=1, bound="before"), {"FREQ": "MONTHLY", "BYMONTHDAY": -1}),
    (duty("yearly", 12, 15, "before"), {"FREQ": "YEARLY", "BYMONTH": 12, "BYMONTHDAY": 14}),
    (duty("yearly", 3, 1, "before"), {"FREQ": "YEARLY", "BYMONTH": 2, "BYMONTHDAY": -1}),
    (duty("yearly", 1, 1, "before"), {"FREQ": "YEARLY", "BYMONTH": 12, "BYMONTHDAY": -1}),
    (duty("yearly", 4, 7, "on"), {"FREQ": "YEARLY", "BYMONTH": 4, "BYMONTHDAY": 7}),
    (duty("monthly"), {}),
    (duty("quarterly"), {}),
    (duty("yearly", day=5, bound="on"), {}),
    (duty("once", 6, 15, "before", date(2026, 6, 15)), {}),
    (duty("periodic"), {}),
)


@pytest.mark.parametrize(("one", "rule"), RULES)
def test_a_duty_comes_back_on_its_last_good_day(one: dict, rule: dict) -> None:
    assert repeats(one) == rule


def test_before_the_fifteenth_of_every_month_means_the_fourteenth_at_the_latest() -> None:
    monthly = duty("monthly", day=15, bound="before")
    assert days(monthly, date(2026, 11, 24), date(2027, 2, 21)) == [
        date(2026, 12, 14),
        date(2027, 1, 14),
        date(2027, 2, 14),
    ]


def test_before_the_first_of_march_knows_leap_years() -> None:
    yearly = duty("yearly", 3, 1, "before")
    assert days(yearly, date(2027, 1, 1), date(2028, 12, 31)) == [date(2027, 2, 28), date(2028, 2, 29)]


@pytest.mark.parametrize(
    ("bound", "last"), [("before", date(2026, 6, 14)), ("on", date(2026, 6, 15)), ("within", date(2026, 6, 15))]
)
def test_the_word_before_the_day_decides_whether_that_day_is_still_in_time(bound: str, last: date) -> None:
    once = duty("once", bound=bound, due_on=date(2026, 6, 15))
    assert last_day(once) == last
    assert days(once, date(2026, 6, 1), date(2026, 6, 30)) == [last]
    assert days(once, date(2026, 7, 1), date(2026, 7, 30)) == []


def test_nothing_is_due_before_its_paper_was_issued() -> None:
    monthly = duty("monthly", day=15, bound="before", issued=date(2026, 3, 23))
    assert days(monthly, date(2026, 1, 1), date(2026, 5, 1)) == [date(2026, 4, 14)]


def test_a_duty_without_a_printed_day_has_no_day() -> None:
    assert days(duty("quarterly"), date(2026, 1, 1), date(2030, 12, 31)) == []
    assert days(duty("once"), date(2026, 1, 1), date(2030, 12, 31)) == []

"""Every printed day in every kind of month: the last good day on the screen, and the same days from the rule
as two other libraries read it."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from ical.event import Event
from ical.types.recur import Recur
from icalendar import vRecur

from healthplan.model.deadline import days, repeats

FIRST, LAST = date(2026, 1, 1), date(2032, 12, 31)  # 2028 and 2032 are leap years
STARTS = {"monthly": range(1, 13), "quarterly": (1, 4, 7, 10), "half_yearly": (1, 7), "yearly": (1,)}
BOUNDS = ("before", "on", "within")


def duty(cadence: str, month: int | None, day: int | None, bound: str | None) -> dict:
    return {"cadence": cadence, "month": month, "day": day, "bound": bound, "due_on": None, "issued": None}


def good_days(cadence: str, month: int, day: int, bound: str) -> Iterator[date]:
    """The last good days, counted month by month without any rule."""
    for year in range(FIRST.year, LAST.year + 2):
        for start in STARTS[cadence]:
            at = start + month - 1
            length = monthrange(year, at)[1]
            wanted = day - (bound == "before")
            found = date(year, at, min(wanted, length)) if wanted else date(year, at, 1) - timedelta(days=1)
            if FIRST <= found <= LAST:
                yield found


def expanded(rule: dict, first: date, last: date) -> list[date]:
    """The days of a rule as a calendar program finds them in the text of the file."""
    start = datetime.combine(first, datetime.min.time())
    found = rrulestr(vRecur(rule).to_ical().decode(), dtstart=start)
    end = datetime.combine(last, datetime.min.time())
    return [moment.date() for moment in found.between(start, end, inc=True)]


MONTHS = [("monthly", 1), *(("quarterly", one) for one in range(1, 4)),
          *(("half_yearly", one) for one in range(1, 7)),
          *(("yearly", one) for one in range(1, 13))]  # fmt: skip


@pytest.mark.parametrize(("cadence", "month"), MONTHS)
@pytest.mark.parametrize("bound", BOUNDS)
def test_every_day_of_every_month_has_its_last_good_day_on_the_screen_and_in_the_file(
    cadence: str, month: int, bound: str
) -> None:
    for day in range(1, 32):
        one = duty(cadence, None if cadence == "monthly" else month, day, bound)
        wanted = sorted(good_days(cadence, month, day, bound))
        assert days(one, FIRST, LAST) == wanted, one
        assert expanded(repeats(one), FIRST, LAST) == wanted, one


SAID = (  # cadence, month, day, bound, days in 2027 and 2028
    ("monthly", None, 30, "before", "2027-01-29 2027-02-28 2027-03-29 2028-01-29 2028-02-29 2028-03-29"),
    ("monthly", None, 31, "on", "2027-01-31 2027-02-28 2027-03-31 2028-01-31 2028-02-29 2028-03-31"),
    ("monthly", None, 1, "before", "2027-01-31 2027-02-28 2027-03-31 2028-01-31 2028-02-29 2028-03-31"),
    ("monthly", None, None, "within", "2027-01-31 2027-02-28 2027-03-31 2028-01-31 2028-02-29 2028-03-31"),
    ("quarterly", 3, 15, "before", "2027-03-14 2028-03-14"),
    ("quarterly", 1, 5, "before", "2027-01-04 2028-01-04"),
    ("quarterly", 1, 1, "before", "2027-03-31 2028-03-31"),
    ("quarterly", 2, 30, "on", "2027-02-28 2028-02-29"),
    ("quarterly", None, None, "within", "2027-03-31 2028-03-31"),
    ("quarterly", 2, None, "before", "2027-01-31 2028-01-31"),
    ("half_yearly", 2, 29, "on", "2027-02-28 2028-02-29"),
    ("half_yearly", 3, None, "within", "2027-03-31 2028-03-31"),
    ("yearly", 2, 29, "on", "2027-02-28 2028-02-29"),
    ("yearly", 3, 1, "before", "2027-02-28 2028-02-29"),
    ("yearly", 2, None, "within", "2027-02-28 2028-02-29"),
    ("yearly", 3, None, "before", "2027-02-28 2028-02-29"),
    ("quarterly", None, 15, "before", ""),  # the checks of the build refuse it; no month is made up
    ("yearly", 2, None, "on", ""),
    ("weekly", None, None, None, ""),
)


@pytest.mark.parametrize(("cadence", "month", "day", "bound", "due"), SAID)
def test_the_first_three_months_of_two_years(
    cadence: str, month: int | None, day: int | None, bound: str | None, due: str
) -> None:
    one = duty(cadence, month, day, bound)
    found = [*days(one, date(2027, 1, 1), date(2027, 3, 31)), *days(one, date(2028, 1, 1), date(2028, 3, 31))]
    assert " ".join(map(str, found)) == due


@pytest.mark.parametrize(("day", "bound", "weekday"), [
    (2, "on", 0), (6, "on", 4), (7, "within", 5), (8, "on", 6), (6, "before", 3), (2, "before", 6),
    (8, "before", 5), (None, "within", 6),
])  # fmt: skip
def test_a_weekly_duty_falls_on_the_day_that_vietnamese_counts_from_two(
    day: int | None, bound: str, weekday: int
) -> None:
    one = duty("weekly", None, day, bound)
    found = days(one, FIRST, LAST)
    assert {each.weekday() for each in found} == {weekday}
    assert found == expanded(repeats(one), FIRST, LAST) and len(found) in (365, 366)


@pytest.mark.parametrize("one", [
    duty("monthly", None, 30, "before"), duty("monthly", None, 31, "on"), duty("quarterly", 3, 31, "before"),
    duty("half_yearly", 2, 30, "within"), duty("yearly", 2, 29, "on"), duty("weekly", None, 6, "before"),
])  # fmt: skip
def test_a_second_calendar_library_finds_the_same_days(one: dict) -> None:
    due = days(one, FIRST, LAST)
    event = Event(summary="x", start=due[0], end=due[0] + timedelta(days=1),
                  rrule=Recur.from_rrule(vRecur(repeats(one)).to_ical().decode()))  # fmt: skip
    assert [next_day for next_day, _ in zip(event.as_rrule(), due, strict=False)] == due

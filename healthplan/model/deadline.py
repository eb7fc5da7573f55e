"""When a duty falls due. "Before the 15th" means that the 14th is the last good day; where a month is too
short for a printed day, its last day is."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from dateutil.rrule import MONTHLY, WEEKLY, YEARLY, rrule

ONE_DAY = timedelta(days=1)
LONGEST_MONTH, SHORTEST_MONTH = 31, 28
YEAR = 12  # months


class Cadence(StrEnum):
    """How often a duty comes back."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    ONCE = "once"
    ON_REQUEST = "on_request"
    PERIODIC = "periodic"


class Bound(StrEnum):
    """What the printed day is: the first day too late, the day itself, or the last day of a printed span."""

    BEFORE = "before"
    ON = "on"
    WITHIN = "within"


SPANS = {Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3, Cadence.HALF_YEARLY: 6, Cadence.YEARLY: YEAR}  # in months
WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MONDAY = 2  # Vietnamese counts thứ Hai as 2 to thứ Bảy as 7; Sunday is 8
FREQUENCIES = {"WEEKLY": WEEKLY, "MONTHLY": MONTHLY, "YEARLY": YEARLY}


def repeats(duty: Mapping[str, Any]) -> dict[str, Any]:
    """The rule of RFC 5545 (3.3.10) by which a duty comes back, on its last good day: FREQ with BYDAY, or
    with BYMONTH, BYMONTHDAY and BYSETPOS. Empty for what is due once, and for what has no printed day.

    `month` counts within the span of the cadence: 1 to 3 of a quarter, 1 to 6 of a half-year, 1 to 12 of a
    year. Without a day, "within" means the last day of the month, or of the whole span where no month is
    printed."""
    if duty["cadence"] == Cadence.WEEKLY:
        return _weekly(duty["day"], duty["bound"])
    if duty["cadence"] not in SPANS:
        return {}
    span = SPANS[Cadence(duty["cadence"])]
    month, day = duty["month"], duty["day"]
    if span == 1:
        month = 1
    if day is None and duty["bound"] == Bound.WITHIN:
        month, day = month or span, LONGEST_MONTH
    elif day is None and duty["bound"] == Bound.BEFORE and span > 1:
        day = 1
    if month is None or day is None:
        return {}
    if duty["bound"] == Bound.BEFORE:
        day -= 1
    if day == 0:  # before the first: the last day of the month before
        month, day = month - 1, LONGEST_MONTH
    months = sorted((month + start - 1) % YEAR + 1 for start in range(0, YEAR, span))
    return _monthly(months, day)


def _monthly(months: list[int], day: int) -> dict[str, Any]:
    """The rule for a day of some months; of all twelve, the months go unsaid."""
    rule: dict[str, Any] = {"FREQ": "YEARLY" if len(months) == 1 else "MONTHLY"}
    if len(months) < YEAR:
        rule["BYMONTH"] = months[0] if len(months) == 1 else months
    if day == LONGEST_MONTH:
        return rule | {"BYMONTHDAY": -1}
    if day <= min(_length(month) for month in months):
        return rule | {"BYMONTHDAY": day}
    # The newest of these days that a month has (RFC 5545 skips a day that a month does not have).
    return rule | {"BYMONTHDAY": list(range(SHORTEST_MONTH, day + 1)), "BYSETPOS": -1}


def _length(month: int) -> int:
    """The days that a month has in every year."""
    return (date(2027, month % YEAR + 1, 1) - ONE_DAY).day


def _weekly(day: int | None, bound: str | None) -> dict[str, Any]:
    if day is None and bound == Bound.WITHIN:
        return {"FREQ": "WEEKLY", "BYDAY": WEEK[-1]}
    if day is None:
        return {}
    at = day - MONDAY - (bound == Bound.BEFORE)
    return {"FREQ": "WEEKLY", "BYDAY": WEEK[at % len(WEEK)]}


def last_day(duty: Mapping[str, Any]) -> date | None:
    """The last good day of what is due once; None when the paper prints none."""
    due: date | None = duty["due_on"]
    return due - ONE_DAY if due and duty["bound"] == Bound.BEFORE else due


def days(duty: Mapping[str, Any], first: date, last: date) -> list[date]:
    """The last good days of a duty from `first` to `last`, none before its paper was `issued`."""
    since = max(first, duty["issued"] or first)
    rule = repeats(duty)
    if rule:
        return _every(rule, since, last)
    once = last_day(duty)
    return [once] if once and since <= once <= last else []


def _every(rule: Mapping[str, Any], first: date, last: date) -> list[date]:
    start, end = (datetime.combine(day, datetime.min.time()) for day in (first, last))
    weekday = WEEK.index(rule["BYDAY"]) if "BYDAY" in rule else None
    found = rrule(
        FREQUENCIES[rule["FREQ"]],
        dtstart=start,
        until=end,
        byweekday=weekday,
        bymonth=rule.get("BYMONTH"),
        bymonthday=rule.get("BYMONTHDAY"),
        bysetpos=rule.get("BYSETPOS"),
    )
    return [moment.date() for moment in found]

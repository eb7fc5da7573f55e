"""When a duty falls due. "Before the 15th" means that the 14th is the last good day."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from dateutil.rrule import MONTHLY, YEARLY, rrule

ONE_DAY = timedelta(days=1)


class Cadence(StrEnum):
    """How often a duty comes back."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    ONCE = "once"
    ON_REQUEST = "on_request"
    PERIODIC = "periodic"


class Bound(StrEnum):
    """What the printed day is: the first day too late, the day itself, or the last day of a printed span."""

    BEFORE = "before"
    ON = "on"
    WITHIN = "within"


def repeats(duty: Mapping[str, Any]) -> dict[str, Any]:
    """The rule of RFC 5545 (3.3.10) by which a duty comes back, on its last good day: FREQ, BYMONTH and
    BYMONTHDAY. Empty for what is due once, and for what has no printed day."""
    day, month = duty["day"], duty["month"]
    if duty["cadence"] not in (Cadence.MONTHLY, Cadence.YEARLY) or day is None:
        return {}
    if duty["cadence"] == Cadence.YEARLY and month is None:
        return {}
    if duty["bound"] == Bound.BEFORE:
        day -= 1
    if day == 0:  # before the first: the last day of the month before
        day, month = -1, month and (month - 2) % 12 + 1
    if duty["cadence"] == Cadence.MONTHLY:
        return {"FREQ": "MONTHLY", "BYMONTHDAY": day}
    return {"FREQ": "YEARLY", "BYMONTH": month, "BYMONTHDAY": day}


def last_day(duty: Mapping[str, Any]) -> date | None:
    """The last good day of what is due once; None when the paper prints none."""
    due = duty["due_on"]
    return due - ONE_DAY if due and duty["bound"] == Bound.BEFORE else due


def days(duty: Mapping[str, Any], first: date, last: date) -> list[date]:
    """The last good days of a duty from `first` to `last`, none before its paper was `issued`."""
    since = max(first, duty["issued"] or first)
    rule = repeats(duty)
    if rule:
        return list(_every(rule, since, last))
    once = last_day(duty)
    return [once] if once and since <= once <= last else []


def _every(rule: Mapping[str, Any], first: date, last: date) -> Iterator[date]:
    freq = MONTHLY if rule["FREQ"] == "MONTHLY" else YEARLY
    start, end = (datetime.combine(day, datetime.min.time()) for day in (first, last))
    found = rrule(freq, dtstart=start, until=end, bymonth=rule.get("BYMONTH"), bymonthday=rule["BYMONTHDAY"])
    return (moment.date() for moment in found)

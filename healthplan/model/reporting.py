"""What a reported value counts, how the values of communes become one of their province, and what became of a report
that was asked for."""

from datetime import date
from enum import StrEnum

from healthplan.model.deadline import Cadence


class Counts(StrEnum):
    """`stock`: the state at a date. `year_to_date`: adds up from January on. `yearly`: known once a year."""

    STOCK = "stock"
    YEAR_TO_DATE = "year_to_date"
    YEARLY = "yearly"


class Rollup(StrEnum):
    """`ratio`: sum of numerators over sum of denominators. `sum`: sum of numerators. `share_of_units`: communes whose
    numerator is 1 over communes that report. `none`: not made from communes. Never an average of shares."""

    RATIO = "ratio"
    SUM = "sum"
    SHARE_OF_UNITS = "share_of_units"
    NONE = "none"


class ReportState(StrEnum):
    """What became of a report that a plan asks for. Late, missing and zero are three things."""

    ON_TIME = "on_time"
    LATE = "late"
    MISSING = "missing"  # its day is over and nothing has come
    AWAITED = "awaited"  # its day is still to come
    RECEIVED = "received"  # nobody set a day for it


def report_state(due: date | None, received: date | None, today: date) -> ReportState:
    """The state of a report on a day. `due` is its last good day, None where none is set; `received` is the first
    day on which it was said, None where it has not come."""
    if received is None:
        return ReportState.MISSING if due and due < today else ReportState.AWAITED
    if due is None:
        return ReportState.RECEIVED
    return ReportState.ON_TIME if received <= due else ReportState.LATE


def reported_period(cadence: Cadence, due: date) -> str:
    """The period that a report tells of, as reports/ names it: a month, a quarter or a year ends within itself, so a
    report for October is due on the day that the duty has in October. "" for what has no such period."""
    quarter = f"{due.year}-Q{(due.month - 1) // 3 + 1}"
    return {
        Cadence.MONTHLY: f"{due:%Y-%m}",
        Cadence.QUARTERLY: quarter,
        Cadence.HALF_YEARLY: quarter,
        Cadence.YEARLY: str(due.year),
    }.get(cadence, "")

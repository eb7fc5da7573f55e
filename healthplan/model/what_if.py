"""What if: a change a year that the reader assumes, from the newest value on, and the year in which it meets a goal.
Linear, in the indicator's own unit, and towards the better side; no forecast."""

from dataclasses import dataclass
from datetime import date
from math import floor, log10

from healthplan.model.distance import LAST_YEAR, months_left, year_of, year_reached
from healthplan.model.value import Interval

STEPS = 40  # of the slider: as many as bring half of what is missing in one year
ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The first and the last year in which a goal can be met, each None where that is not before the end of
    LAST_YEAR; they differ where a range or a bound is printed."""

    first: int | None
    last: int | None


def meeting(missing: Interval, change: float, day: date) -> Meeting:
    """When what is missing on a day has been made up by a change a year; never by none."""
    if change <= 0:
        return Meeting(None, None)
    since = year_of(day)
    ends = ((missing.low or 0.0, missing.low_open), (missing.high, missing.high_open))
    years = [None if end is None else year_reached(since, end, change, beyond=beyond) for end, beyond in ends]
    first, last = (year if year is not None and year <= LAST_YEAR else None for year in years)
    return Meeting(first, last)


def needed_change(missing: Interval, day: date, year: int) -> float | None:
    """The change a year that meets a goal at the end of its year for sure; None where the year is over or nobody
    knows how much is missing."""
    months = months_left(day, year)
    return None if missing.high is None or months <= 0 else missing.high * 12 / months


def round_step(missing: float) -> float:
    """A round change a year of which STEPS bring at least half of what is missing, which is above 0."""
    rough = missing / 2 / STEPS
    power = 10.0 ** floor(log10(rough))
    return next(step * power for step in ROUND if step * power >= rough * (1 - 1e-9))

"""How far it is from the newest value to a goal: what is missing, what each remaining year demands, and when
a plan's own pace gets there. Arithmetic in the indicator's own unit, no judgement."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import ceil, floor

from healthplan.model.ambition import Direction, Level
from healthplan.model.value import Interval, Universal, Unknown, Value

LAST_YEAR = 2045  # of the national visions: what comes later is not told as a year
DAYS_A_MONTH = 365.25 / 12
SOON = 24  # months: what is missing is not spread over fewer
EXACT = 9  # decimals: 0.1 + 0.2 is no more than 0.3


class DistanceState(StrEnum):
    """What can be said of a distance."""

    MET = "met"
    SHORT = "short"
    UNSURE = "unsure"  # a printed range or bound leaves open whether the goal is met
    NO_VALUE = "no_value"  # no current value is known
    NO_GOAL = "no_goal"
    WORDS = "words"  # goal or value is no number: words, a mark, a grade


@dataclass(frozen=True, slots=True)
class Distance:
    """What is missing, in the indicator's unit and above 0 where something is; None where it is not known or
    the goal is met."""

    state: DistanceState
    missing: Interval | None = None


def distance(now: Value, goal: Value, direction: Direction) -> Distance:
    """From a value to a goal. A goal is met at its weaker end, as `ambition_level` has it.

    A range of either side leaves a range missing: from the better end of the value to the weaker end of the
    goal, and from the worse to the better. A bound leaves a bound: "above 95" is more than 5 away from 90.
    """
    if isinstance(goal, Unknown):
        return Distance(DistanceState.NO_GOAL)
    here, there = _numbers(now, direction), _numbers(goal, direction)
    if there is None or there.low is None or direction is Direction.NONE:
        return Distance(DistanceState.WORDS)
    if here is None:
        return Distance(DistanceState.NO_VALUE if isinstance(now, Unknown) else DistanceState.WORDS)
    if here.low is not None and (here.low, here.low_open) >= (there.low, there.low_open):
        return Distance(DistanceState.MET)
    return Distance(*_missing(here, there, there.low))


def _missing(here: Interval, there: Interval, asked: float) -> tuple[DistanceState, Interval | None]:
    """Of a goal that is not met for sure, both sides turned so that more is better."""
    about = here.about or there.about
    best = asked if there.high is None else there.high
    most = None if here.low is None else round(best - here.low, EXACT)
    least = None if here.high is None else round(asked - here.high, EXACT)
    if least is None or least < 0 or (least == 0 and not there.low_open):  # it may be met
        return DistanceState.UNSURE, None if most is None else Interval(
            None, most, high_open=here.low_open, about=about
        )
    if there.low_open:  # more than to the nearest end; how much more nobody says
        return DistanceState.SHORT, Interval(least, None, low_open=True, about=about)
    return DistanceState.SHORT, Interval(least, most, about=about)


def months_left(day: date, year: int) -> int:
    """The months from a day to the end of a year, to the nearest one; below 1 when the year ends within half
    a month or has ended."""
    return round((date(year, 12, 31) - day).days / DAYS_A_MONTH)


def a_year(missing: Interval, months: int) -> Interval:
    """What each of the years that remain demands; all of it where less than two years remain."""
    years = months / 12 if months >= SOON else 1

    def share(end: float | None) -> float | None:
        return None if end is None else end / years

    return replace(missing, low=share(missing.low), high=share(missing.high))


def arrival(
    path: Sequence[tuple[int, Level]], last: int, stated: Sequence[tuple[int, Level]], goal: Level
) -> int | None:
    """The first year in which a plan's own way reaches a level; None when not before the end of LAST_YEAR.

    `path` is its baseline and goals by year, `last` the index of the goal it ends in: the even yearly change
    between the two is carried on. `stated` are goals that count without it, visions too.
    """
    years = [year for year, level in (*path[1:], *stated) if level >= goal]
    if path and last:
        (since, start), (until, end) = path[0], path[last]
        step = (end[0] - start[0]) / (until - since) if until > since else 0
        if step > 0 and end < goal:
            years.append(year_reached(until, goal[0] - end[0], step, beyond=bool(goal[1])))
    return min((year for year in years if year <= LAST_YEAR), default=None)


def year_reached(since: float, missing: float, step: float, *, beyond: bool = False) -> int:
    """The year at whose end, at the latest, `step` a year has made up what was missing at a time (2026 is the end of
    2026); `beyond` where it has to be more than made up. `step` is above 0."""
    at = round(since + missing / step, EXACT)
    return floor(at) + 1 if beyond else ceil(at)


def year_of(day: date) -> float:
    """A day in years, by whole months: 2026 is the end of 2026."""
    return day.year - months_left(day, day.year) / 12


def _numbers(value: Value, direction: Direction) -> Interval | None:
    """The value as an interval in which more is better; None for what is no number."""
    match value:
        case Universal():
            return _numbers(Interval(100, 100), direction)
        case Interval(low, high, low_open, high_open, about) if direction is Direction.DOWN:
            return Interval(_negative(high), _negative(low), high_open, low_open, about)
        case Interval():
            return value
    return None


def _negative(end: float | None) -> float | None:
    return None if end is None else -end

"""What has been reached so far: the pace against the next milestone, and the level against the goal.

Two or three reported values: linear pace so far over the linear pace required, cut at 95, 60 and 0 per cent
(Eurostat, Monitoring report on progress towards the SDGs in an EU context; Statistics Canada, Progress
Measurement for Canada's SDGs). From four values on: the mean absolute yearly change of the last six values
is carried on to the target year (German Sustainable Development Strategy, Indicator Report 2022). Never
compound growth: it flatters what starts low, and breaks at zero.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from math import inf, isnan, nextafter
from typing import TypeVar

from healthplan.model.ambition import Direction
from healthplan.model.value import Interval, Universal, Value

GERMAN_POINTS = 4
GERMAN_LAST = 6
EXACT = 9  # decimals of a share: what lies on a cut must not fall off it by a rounding error of the machine
Word = TypeVar("Word")


class Pace(StrEnum):
    """How fast the reported values move."""

    ON_TRACK = "on_track"
    SLOWER = "slower"
    TOO_SLOW = "too_slow"
    WRONG_WAY = "wrong_way"
    UNSURE = "unsure"
    NOT_ENOUGH_DATA = "not_enough_data"


class Level(StrEnum):
    """Where the last reported value stands."""

    MET = "met"
    MET_GOING_BACK = "met_going_back"
    CLOSER = "closer"
    NO_CLOSER = "no_closer"
    UNSURE = "unsure"
    NOT_ENOUGH_DATA = "not_enough_data"


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a time, in years: 2026 is the end of 2026, 2025.75 that of its third quarter."""

    value: Value
    at: float


def ends(value: Value, direction: Direction) -> tuple[float, float] | None:
    """The worst and the best that a value can mean, larger meaning better; None for what is no number. An
    open end is a hair inside its figure, so that 95 does not keep "above 95"."""
    match value:
        case Universal():
            return 100.0, 100.0
        case Interval(low, high, low_open, high_open):
            lowest, highest = (-inf if low is None else low), (inf if high is None else high)
            lowest = nextafter(lowest, inf) if low_open else lowest
            highest = nextafter(highest, -inf) if high_open else highest
            return (lowest, highest) if direction is Direction.UP else (-highest, -lowest)
    return None


def pace(points: Sequence[Point], milestone: Point, target: Point, direction: Direction) -> Pace:
    """The pace of at least two points in the order of their time; `milestone` and `target` lie after them.

    Values that are ranges or bounds are tried at both ends: where the ends disagree the answer is UNSURE.
    """
    if len(points) < 2:
        return Pace.NOT_ENOUGH_DATA
    if len(points) >= GERMAN_POINTS:
        points, goal, judge = points[-GERMAN_LAST:], target, _projected
    else:
        goal, judge = milestone, _ratio
    first, last = points[0], points[-1]
    words = _words(
        lambda start, now, wanted: judge(start, now, wanted, first.at, last.at, goal.at),
        [ends(point.value, direction) for point in (first, last)], _floor(goal, direction),
    )
    return _only(words) or Pace.UNSURE


def level(points: Sequence[Point], target: Point, direction: Direction) -> Level:
    """Where the last of at least two points stands to the target, and which way it came."""
    if len(points) < 2:
        return Level.NOT_ENOUGH_DATA
    spans = [ends(point.value, direction) for point in points[-2:]]
    words = _words(_standing, spans, _floor(target, direction))
    if words == {Level.MET, Level.MET_GOING_BACK}:  # met for sure, and nobody knows which way it came
        return Level.MET
    return _only(words) or Level.UNSURE


def _floor(goal: Point, direction: Direction) -> float | None:
    """A goal is kept at its weakest end."""
    found = ends(goal.value, direction)
    return found[0] if found else None


def _words(
    judge: Callable[[float, float, float], Word | None],
    spans: Sequence[tuple[float, float] | None], goal: float | None,
) -> set[Word | None]:
    """The words that the combinations of ends give; none where a value or the goal is no number."""
    if goal is None or None in spans:
        return set()
    return {judge(start, now, goal) for start, now in product(*(set(span) for span in spans if span))}


def _only(words: set[Word | None]) -> Word | None:
    """The word that all agree on, if they do."""
    return next(iter(words)) if len(words) == 1 else None


def _ratio(start: float, now: float, goal: float, since: float, until: float, due: float) -> Pace | None:
    if goal <= start:
        return Pace.ON_TRACK if now >= goal else Pace.WRONG_WAY
    ratio = round((now - start) / (until - since) / ((goal - start) / (due - since)), EXACT)
    if isnan(ratio):
        return None
    for floor, word in ((0.95, Pace.ON_TRACK), (0.6, Pace.SLOWER), (0.0, Pace.TOO_SLOW)):
        if ratio >= floor:
            return word
    return Pace.WRONG_WAY


def _projected(start: float, now: float, goal: float, since: float, until: float, due: float) -> Pace | None:
    if now >= goal:
        return Pace.ON_TRACK
    a_year = (now - start) / (until - since)
    missed = round((goal - now - a_year * (due - until)) / (goal - now), EXACT)
    if isnan(missed):
        return None
    if a_year <= 0:
        return Pace.WRONG_WAY
    if missed < 0.05:
        return Pace.ON_TRACK
    return Pace.SLOWER if missed <= 0.2 else Pace.TOO_SLOW


def _standing(before: float, now: float, goal: float) -> Level | None:
    if now >= goal:
        return Level.MET_GOING_BACK if now < before else Level.MET
    return Level.CLOSER if now > before else Level.NO_CLOSER

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


class ProgressPace(StrEnum):
    """How fast the reported values move."""

    ON_TRACK = "on_track"
    SLOWER = "slower"
    TOO_SLOW = "too_slow"
    WRONG_WAY = "wrong_way"
    UNSURE = "unsure"
    NOT_ENOUGH_DATA = "not_enough_data"


class ProgressLevel(StrEnum):
    """Where the last reported value stands."""

    MET = "met"
    MET_GOING_BACK = "met_going_back"
    CLOSER = "closer"
    NO_CLOSER = "no_closer"
    UNSURE = "unsure"
    NOT_ENOUGH_DATA = "not_enough_data"


@dataclass(frozen=True, slots=True)
class ProgressPoint:
    """A value at a time, in years: 2026 is the end of 2026, 2025.75 that of its third quarter."""

    value: Value
    at: float


def value_ends(value: Value, direction: Direction) -> tuple[float, float] | None:
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


def progress_pace(
    points: Sequence[ProgressPoint], milestone: ProgressPoint, target: ProgressPoint, direction: Direction
) -> ProgressPace:
    """The pace of at least two points in the order of their time; `milestone` and `target` lie after them.

    Values that are ranges or bounds are tried at both ends: where the ends disagree the answer is UNSURE.
    """
    if len(points) < 2:
        return ProgressPace.NOT_ENOUGH_DATA
    if len(points) >= GERMAN_POINTS:
        points, goal, judge = points[-GERMAN_LAST:], target, _projected
    else:
        goal, judge = milestone, _ratio
    first, last = points[0], points[-1]
    words = _words(
        lambda start, now, wanted: judge(start, now, wanted, first.at, last.at, goal.at),
        [value_ends(point.value, direction) for point in (first, last)],
        _floor(goal, direction),
    )
    return _only(words) or ProgressPace.UNSURE


def progress_level(points: Sequence[ProgressPoint], target: ProgressPoint, direction: Direction) -> ProgressLevel:
    """Where the last of at least two points stands to the target, and which way it came."""
    if len(points) < 2:
        return ProgressLevel.NOT_ENOUGH_DATA
    spans = [value_ends(point.value, direction) for point in points[-2:]]
    words = _words(_standing, spans, _floor(target, direction))
    if words == {ProgressLevel.MET, ProgressLevel.MET_GOING_BACK}:  # met for sure, and nobody knows which way it came
        return ProgressLevel.MET
    return _only(words) or ProgressLevel.UNSURE


def _floor(goal: ProgressPoint, direction: Direction) -> float | None:
    """A goal is kept at its weakest end."""
    found = value_ends(goal.value, direction)
    return found[0] if found else None


def _words(
    judge: Callable[[float, float, float], Word | None], spans: Sequence[tuple[float, float] | None], goal: float | None
) -> set[Word | None]:
    """The words that the combinations of ends give; none where a value or the goal is no number."""
    if goal is None or None in spans:
        return set()
    return {judge(start, now, goal) for start, now in product(*(set(span) for span in spans if span))}


def _only(words: set[Word | None]) -> Word | None:
    """The word that all agree on, if they do."""
    return next(iter(words)) if len(words) == 1 else None


def _ratio(start: float, now: float, goal: float, since: float, until: float, due: float) -> ProgressPace | None:
    if goal <= start:
        return ProgressPace.ON_TRACK if now >= goal else ProgressPace.WRONG_WAY
    ratio = round((now - start) / (until - since) / ((goal - start) / (due - since)), EXACT)
    if isnan(ratio):
        return None
    for floor, word in ((0.95, ProgressPace.ON_TRACK), (0.6, ProgressPace.SLOWER), (0.0, ProgressPace.TOO_SLOW)):
        if ratio >= floor:
            return word
    return ProgressPace.WRONG_WAY


def _projected(start: float, now: float, goal: float, since: float, until: float, due: float) -> ProgressPace | None:
    if now >= goal:
        return ProgressPace.ON_TRACK
    a_year = (now - start) / (until - since)
    missed = round((goal - now - a_year * (due - until)) / (goal - now), EXACT)
    if isnan(missed):
        return None
    if a_year <= 0:
        return ProgressPace.WRONG_WAY
    if missed < 0.05:
        return ProgressPace.ON_TRACK
    return ProgressPace.SLOWER if missed <= 0.2 else ProgressPace.TOO_SLOW


def _standing(before: float, now: float, goal: float) -> ProgressLevel | None:
    if now >= goal:
        return ProgressLevel.MET_GOING_BACK if now < before else ProgressLevel.MET
    return ProgressLevel.CLOSER if now > before else ProgressLevel.NO_CLOSER

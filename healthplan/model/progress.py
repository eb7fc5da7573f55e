"""What has been reached so far: the pace against the next milestone, and the level against the goal.

Observed over required pace, cut at 95, 60 and 0 per cent (Eurostat, Monitoring report on progress towards the SDGs in
an EU context; Statistics Canada, Progress Measurement for Canada's SDGs). Two or three yearly values, or a month beside
the same month of the year before: linear from the first to the last. Four and more within twelve months: the slope of
`theil_sen`. From four yearly values on: the mean absolute yearly change of the last six is carried on to the target
year (German Sustainable Development Strategy, Indicator Report 2022). Never compound growth: it flatters what starts
low, and breaks at zero.

A trend is called by its slope, unless its interval (5 per cent beyond each end) reaches from "on track" to "too slow":
then nothing can be told from noise, and the word is UNSURE. A place that is exactly on track is therefore called too
slow or on the wrong way in about 1 of 20 cases at most, however much its values scatter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from math import inf, isfinite, isnan, nextafter
from typing import TypeVar

from healthplan.model.ambition import Direction
from healthplan.model.comparable import Comparable, PaceRule, ProgressPoint
from healthplan.model.trend import Ends, theil_sen
from healthplan.model.value import Interval, Universal, Value

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


def value_ends(value: Value, direction: Direction) -> Ends | None:
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


@dataclass(frozen=True, slots=True)
class ProgressChange:
    """What values change a year, in the indicator's unit: between their weakest ends, and from `least` to `most`
    where ranges or scatter leave it open."""

    amount: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class _Run:
    """From where to where values went between two times, turned so that more is better: what ranges leave open, and
    what scatter does besides."""

    since: float
    until: float
    ends: Sequence[Ends]
    reach: Sequence[Ends]


def progress_change(seen: Comparable, direction: Direction) -> ProgressChange | None:
    """The change a year so far; None where the values are too few, or leave it without a number."""
    run = _run(seen, direction)
    slopes = [(now - start) / (run.until - run.since) for start, now in (*run.ends, *run.reach)] if run else []
    if not slopes or not all(map(isfinite, slopes)):
        return None
    sign = 1 if direction is Direction.UP else -1
    least, most = sorted((sign * min(slopes), sign * max(slopes)))
    return ProgressChange(sign * slopes[0], least, most)


def progress_pace(
    seen: Comparable, milestone: ProgressPoint, target: ProgressPoint, direction: Direction
) -> ProgressPace:
    """The pace of comparable values; `milestone` and `target` lie after them.

    Values that are ranges or bounds are tried at both ends: where the ends disagree the answer is UNSURE.
    """
    if not seen.has_pace:
        return ProgressPace.NOT_ENOUGH_DATA
    projected = seen.rule is PaceRule.PROJECTED
    goal, judge = (target, _projected) if projected else (milestone, _ratio)
    run, asked = _run(seen, direction), _floor(goal, direction)
    if run is None or asked is None:
        return ProgressPace.UNSURE
    said, reach = (
        {judge(start, now, asked, run.since, run.until, goal.at) for start, now in ways}
        for ways in (run.ends, run.reach)
    )
    if ProgressPace.ON_TRACK in reach and not reach <= {ProgressPace.ON_TRACK, ProgressPace.SLOWER}:
        return ProgressPace.UNSURE
    return _only(said) or ProgressPace.UNSURE


def progress_level(seen: Comparable, target: ProgressPoint, direction: Direction) -> ProgressLevel:
    """Where the newest value stands to the target, and which way it came over the months that are compared."""
    spans = [value_ends(point.value, direction) for point in seen.points[-2:]]
    asked = _floor(target, direction)
    if len(spans) < 2:
        return ProgressLevel.NOT_ENOUGH_DATA
    before, newest = spans
    if asked is None or before is None or newest is None:
        return ProgressLevel.UNSURE
    if not seen.has_pace:
        return ProgressLevel.MET if newest[0] >= asked else ProgressLevel.NOT_ENOUGH_DATA
    steps = {(now - one, now) for one, now in product(before, newest)}
    if seen.rule is PaceRule.TREND and (run := _run(seen, direction)):
        steps = set(product((now - start for start, now in run.reach), newest))
    words: set[ProgressLevel | None] = {_standing(step, now, asked) for step, now in steps}
    if words == {ProgressLevel.MET, ProgressLevel.MET_GOING_BACK}:  # met for sure, and nobody knows which way it came
        return ProgressLevel.MET
    return _only(words) or ProgressLevel.UNSURE


def _run(seen: Comparable, direction: Direction) -> _Run | None:
    """None where there are too few values, or one is no number."""
    spans = [(ends, point.at) for point in seen.points if (ends := value_ends(point.value, direction))]
    if len(spans) < max(len(seen.points), 2):
        return None
    ((first, since), *_, (last, until)) = spans
    if seen.has_trend:
        trend, years = theil_sen(spans), until - since
        said, reach = (
            [(start, start + slope * years) for start, slope in product(trend.start, slopes)]
            for slopes in (trend.slope, (trend.least, trend.most))
        )
        return _Run(since, until, said, reach)
    if seen.start:
        base = value_ends(seen.start.value, direction)
        grown = [(start, start + now - before) for start, before, now in product(base or (), first, last)]
        return _Run(seen.start.at, seen.start.at + 1, grown, ()) if grown else None
    return _Run(since, until, list(product(first, last)), ()) if seen.has_pace else None


def _floor(goal: ProgressPoint, direction: Direction) -> float | None:
    """A goal is kept at its weakest end."""
    found = value_ends(goal.value, direction)
    return found[0] if found else None


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


def _standing(step: float, now: float, goal: float) -> ProgressLevel:
    if now >= goal:
        return ProgressLevel.MET_GOING_BACK if step < 0 else ProgressLevel.MET
    return ProgressLevel.CLOSER if step > 0 else ProgressLevel.NO_CLOSER

"""Which reported values may be compared with each other, and by which rule they are judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from healthplan.model.period import YEAR
from healthplan.model.reporting import Counts
from healthplan.model.value import Value

LATE = 18  # months: where nothing was reported twelve months ago, the last value before them opens the window
HALF = 6  # months that a trend spans at least
TREND_POINTS = 4
GERMAN_POINTS, GERMAN_LAST = 4, 6


@dataclass(frozen=True, slots=True)
class ProgressPoint:
    """A value at a time, in years: 2026 is the end of 2026, 2025.75 that of its third quarter."""

    value: Value
    at: float

    @property
    def month(self) -> int:
        """Its month, counted from the year 0; the twelfth of a year is a multiple of twelve."""
        return round(self.at * YEAR)


class PaceRule(StrEnum):
    """By which rule comparable values are judged, or why they have no word."""

    TREND = "trend_over_required"
    LINEAR = "linear_pace_over_required"
    PROJECTED = "mean_yearly_change_projected"
    SAME_MONTH = "same_month_over_required"
    FEW = "few"  # one value, or none
    SHORT = "short"  # less than twelve months lie between the first and the last
    APART = "apart"  # values that add up within a year, of different months


@dataclass(frozen=True, slots=True)
class Comparable:
    """The values that are compared, in the order of their time. `start` is the last whole year before values of
    one month, from which the pace required of them is reckoned."""

    rule: PaceRule
    points: tuple[ProgressPoint, ...]
    start: ProgressPoint | None = None

    @property
    def has_pace(self) -> bool:
        """Whether twelve months lie between the first and the last, so that a word can be said."""
        return self.rule not in (PaceRule.FEW, PaceRule.SHORT, PaceRule.APART)

    @property
    def has_trend(self) -> bool:
        """Whether there are enough values, over enough months, for a slope."""
        long = self.points and self.points[-1].month - self.points[0].month >= HALF
        return bool(long) and self.rule in (PaceRule.TREND, PaceRule.SHORT) and len(self.points) >= TREND_POINTS


def comparable(points: Sequence[ProgressPoint], counts: Counts | None) -> Comparable:
    """Of the known values, one a time and in their order, those that can be compared.

    A state at a date is judged over the newest twelve months, both ends included, where they hold TREND_POINTS
    values; else, like what is known once a year, over values that lie a year or more apart. What adds up within its
    year is held against the same month of the year before.
    """
    if len(points) < 2:
        return Comparable(PaceRule.FEW, tuple(points))
    if counts is Counts.YEAR_TO_DATE:
        return _same_month(points)
    last = points[-1].month
    opening = [point.month for point in points if YEAR <= last - point.month <= LATE]
    window = tuple(point for point in points if point.month >= (opening[-1] if opening else last - YEAR))
    if opening and len(window) >= TREND_POINTS:
        return Comparable(PaceRule.TREND, window)
    return _yearly(points) or Comparable(PaceRule.SHORT, window)


def _yearly(points: Sequence[ProgressPoint]) -> Comparable | None:
    """The newest value, the last one at least a year before it, and so on."""
    steps = [points[-1]]
    for point in reversed(points):
        if steps[-1].month - point.month >= YEAR:
            steps.append(point)
    return _ruled(steps[::-1])


def _ruled(steps: Sequence[ProgressPoint]) -> Comparable | None:
    if len(steps) >= GERMAN_POINTS:
        return Comparable(PaceRule.PROJECTED, tuple(steps[-GERMAN_LAST:]))
    return Comparable(PaceRule.LINEAR, tuple(steps)) if len(steps) > 1 else None


def _same_month(points: Sequence[ProgressPoint]) -> Comparable:
    """The newest value that has one of the same month of the year before: whole years like other yearly values; a
    month beside the last whole year before it."""
    by_month = {point.month: point for point in points}
    for month in sorted(by_month, reverse=True):
        steps = [by_month[month]]
        while before := by_month.get(steps[0].month - YEAR):
            steps.insert(0, before)
        start = by_month.get(month - month % YEAR)
        if len(steps) > 1 and month % YEAR == 0:
            return _ruled(steps) or Comparable(PaceRule.APART, tuple(steps))
        if len(steps) > 1 and start:
            return Comparable(PaceRule.SAME_MONTH, tuple(steps[-2:]), start)
    return Comparable(PaceRule.APART, tuple(points))

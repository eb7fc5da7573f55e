"""Made-up reported values: what a report prints, and when; and how they are judged."""

from collections.abc import Sequence

from healthplan.model.ambition import Direction
from healthplan.model.comparable import ProgressPoint, comparable
from healthplan.model.grammar import read_value
from healthplan.model.progress import ProgressLevel, ProgressPace, progress_level, progress_pace
from healthplan.model.reporting import Counts

Reports = tuple[tuple[str, float], ...]
STOCK = Counts.STOCK


def point(printed: str, at: float) -> ProgressPoint:
    return ProgressPoint(read_value(printed, {}), at)


def series(reports: Reports) -> list[ProgressPoint]:
    return [point(printed, at) for printed, at in reports]


def yearly(first: int, *printed: str) -> list[ProgressPoint]:
    """One value for the end of each year from `first` on."""
    return [point(one, float(year)) for year, one in enumerate(printed, first)]


def monthly(first: float, *printed: str) -> list[ProgressPoint]:
    """One value a month from `first` on."""
    return [point(one, first + at / 12) for at, one in enumerate(printed)]


def pace_of(
    points: Sequence[ProgressPoint],
    milestone: ProgressPoint,
    target: ProgressPoint,
    direction: Direction,
    counts: Counts = STOCK,
) -> ProgressPace:
    return progress_pace(comparable(points, counts), milestone, target, direction)


def level_of(
    points: Sequence[ProgressPoint], target: ProgressPoint, direction: Direction, counts: Counts = STOCK
) -> ProgressLevel:
    return progress_level(comparable(points, counts), target, direction)

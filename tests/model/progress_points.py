"""Made-up reported values: what a report prints, and when."""

from healthplan.model.grammar import read_value
from healthplan.model.progress import ProgressPoint

Reports = tuple[tuple[str, float], ...]


def point(printed: str, at: float) -> ProgressPoint:
    return ProgressPoint(read_value(printed, {}), at)


def series(reports: Reports) -> list[ProgressPoint]:
    return [point(printed, at) for printed, at in reports]


def yearly(first: int, *printed: str) -> list[ProgressPoint]:
    """One value for the end of each year from `first` on."""
    return [point(one, float(year)) for year, one in enumerate(printed, first)]

"""When a task runs, on a strip of years or of one year's quarters. No end is drawn that the paper does not
print; a task without a printed start begins with its paper, and not before."""

from dataclasses import dataclass
from datetime import date

from healthplan.charts.runs import Run
from healthplan.queries import Row

FIRST, LAST = 2025, 2030
YEARS = range(FIRST, LAST + 1)
QUARTERS = ("I", "II", "III", "IV")
NOT_DRAWN = (None, "", "conditional")


@dataclass(frozen=True, slots=True)
class Span:
    """The years of a strip, both ends included."""

    first: int = FIRST
    last: int = LAST

    @property
    def years(self) -> int:
        """How many years."""
        return self.last - self.first + 1

    @property
    def cells(self) -> list[str]:
        """What stands over the strip: its years, or the quarters of its only year."""
        if self.years > 1:
            return [str(year) for year in range(self.first, self.last + 1)]
        return [f"{quarter}/{self.first}" for quarter in QUARTERS]

    def at(self, day: date) -> float:
        """The place of a day in per cent of the strip."""
        start = date(self.first, 1, 1)
        days = (date(self.last + 1, 1, 1) - start).days
        return round(100 * min(max((day - start).days / days, 0), 1), 1)


def strip(task: Row, span: Span) -> Run:
    """How a task's time is drawn. A task on a condition or without a time has no place on the strip."""
    start, end, kind, cells = task["starts"], task["ends"], task["time_kind"], len(span.cells)
    if kind in NOT_DRAWN:
        return Run(kind or "none", cells=cells)
    if start is None and kind != "by":
        start = task["issued"]
    if start and kind == "yearly":
        start = start.replace(month=1, day=1)
    left = span.at(start) if start else 0.0
    width = round(max((span.at(end) if end else 100.0) - left, 1.2), 1)
    years = max(round(width * span.years / 100), 1)
    return Run(kind, left, width, years, open=end is None, cells=cells)


def runs_in(task: Row, year: int) -> bool:
    """Whether the task is at work in a year, as far as its paper says. One on a condition may be."""
    start, end = task["starts"] or task["issued"], task["ends"]
    return (start is None or start.year <= year) and (end is None or end.year >= year)

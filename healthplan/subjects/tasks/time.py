"""The years of the plans, and the tasks that are at work in one."""

from dataclasses import dataclass
from datetime import date

from healthplan.release.query import Row

FIRST, LAST = 2025, 2030
YEARS = range(FIRST, LAST + 1)
QUARTERS = ("I", "II", "III", "IV")


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

    def holds(self, day: date) -> bool:
        """Whether a day is on the strip."""
        return self.first <= day.year <= self.last


def runs_in(task: Row, year: int) -> bool:
    """Whether the task is at work in a year, as far as its paper says. One on a condition may be."""
    start, end = task["starts"] or task["issued"], task["ends"]
    return (start is None or start.year <= year) and (end is None or end.year >= year)

"""A month as a drawing: weeks from Monday, a disc for each day on which something is due."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from healthplan.charts.canvas import Box, Canvas
from healthplan.charts.text_layout import BASELINE, TextRun
from healthplan.theme import LIGHT

DAY = 30.0  # height of a row
DISC = 27.0
DAYS = 7


@dataclass(frozen=True, slots=True)
class Month:
    """`weeks` hold None for days of other months; days before `first` and after `last` are pale."""

    week_days: Sequence[str]
    weeks: Sequence[Sequence[date | None]]
    due: Collection[date]
    first: date
    last: date

    def height(self, _width: float) -> float:
        """The names of the days and the weeks."""
        return DAY * (len(self.weeks) + 1)

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Week below week."""
        left, top, right, _ = box
        wide = (right - left) / DAYS
        for at, name in enumerate(self.week_days):
            _write(canvas, left + (at + 0.5) * wide, top + DAY / 2, TextRun(name, 12, LIGHT.muted))
        for row, week in enumerate(self.weeks):
            for at, day in enumerate(week):
                if day:
                    self._day(canvas, day, left + (at + 0.5) * wide, top + (row + 1.5) * DAY)

    def _day(self, canvas: Canvas, day: date, x: float, y: float) -> None:
        if day in self.due:
            canvas.mark(x, y, "circle", DISC, LIGHT.accent)
            _write(canvas, x, y, TextRun(str(day.day), 14, LIGHT.surface, "bold"))
        elif self.first <= day <= self.last:
            _write(canvas, x, y, TextRun(str(day.day), 14, LIGHT.ink))
        else:
            _write(canvas, x, y, TextRun(str(day.day), 12, LIGHT.muted))


def _write(canvas: Canvas, x: float, y: float, run: TextRun) -> None:
    canvas.words(x, y + run.size * BASELINE, [run], "middle")

"""Rows of words, strips and bars in columns: the body of a picture that is no plot."""

from collections.abc import Sequence
from dataclasses import dataclass

from healthplan.charts.canvas import Box, Canvas
from healthplan.charts.drawing import Drawing
from healthplan.theme import LIGHT


@dataclass(frozen=True, slots=True)
class TableLine:
    """One row. A single cell in a table of several columns takes the whole width; `rule` is the colour of the
    line below the row, "" for none."""

    cells: tuple[Drawing, ...]
    rule: str = LIGHT.line
    above: float = 6.0
    below: float = 6.0


@dataclass(frozen=True, slots=True)
class TableDrawing:
    """`widths` are shares of the width; `middle` puts cells in the middle of their row instead of at its
    top."""

    widths: tuple[float, ...]
    lines: Sequence[TableLine]
    middle: bool = True
    gap: float = 18.0

    def height(self, width: float) -> float:
        """All rows."""
        return sum(self._height(line, width) for line in self.lines)

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Row by row from the top."""
        left, top, right, _ = box
        for line in self.lines:
            height = self._height(line, right - left)
            room = height - line.above - line.below
            for cell, (start, wide) in zip(line.cells, self._columns(line, right - left), strict=True):
                down = (room - cell.height(wide)) / 2 if self.middle else 0
                y = top + line.above + down
                cell.draw(canvas, (left + start, y, left + start + wide, y + cell.height(wide)))
            top += height
            if line.rule:
                canvas.line([left, right], [top, top], line.rule, 1)

    def _columns(self, line: TableLine, width: float) -> list[tuple[float, float]]:
        """Left edge and width of each cell."""
        if len(line.cells) == 1:
            return [(0.0, width)]
        room = width - self.gap * (len(self.widths) - 1)
        wide = [room * share / sum(self.widths) for share in self.widths]
        return [(sum(wide[:at]) + self.gap * at, one) for at, one in enumerate(wide)]

    def _height(self, line: TableLine, width: float) -> float:
        columns = zip(line.cells, self._columns(line, width), strict=True)
        return line.above + max(cell.height(wide) for cell, (_, wide) in columns) + line.below


@dataclass(frozen=True, slots=True)
class BarDrawing:
    """A bar from zero, `share` of its column, and its number behind it."""

    share: float
    number: Drawing
    room: float = 46.0

    def height(self, width: float) -> float:
        """One line."""
        return self.number.height(width)

    def draw(self, canvas: Canvas, box: Box) -> None:
        """The number stands at the end of the bar."""
        left, top, right, bottom = box
        end = left + max((right - left - self.room) * self.share, 2)
        middle = (top + bottom) / 2
        canvas.box((left, middle - 4.5, end, middle + 4.5), LIGHT.accent, 3)
        self.number.draw(canvas, (end + 8, top, right, bottom))

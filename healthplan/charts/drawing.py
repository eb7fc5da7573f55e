"""What can stand on a picture: a drawing knows how high it must be and draws itself into a box. Tables hold
several in columns, a grid in equal ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from healthplan.charts.canvas import Box, Canvas
from healthplan.charts.captions import Block, blocks_height, draw_blocks
from healthplan.theme import LIGHT

GAP = 30.0  # between the columns of a grid
ABOVE = 12.0  # over each row of a grid


class Drawing(Protocol):
    """Anything that can be drawn on a canvas."""

    def height(self, width: float) -> float:
        """How high it must be at a width, in pixels; it may be given more."""

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Draws itself into a box."""


@dataclass(frozen=True, slots=True)
class WordDrawing:
    """Words as a drawing, moved in by so many pixels."""

    blocks: tuple[Block, ...]
    indent: float = 0

    def height(self, width: float) -> float:
        """All lines below each other."""
        return blocks_height(list(self.blocks), width - self.indent)

    def draw(self, canvas: Canvas, box: Box) -> None:
        """From the top of the box."""
        left = box[0] + self.indent
        draw_blocks(canvas, list(self.blocks), left, box[1], box[2] - left)


@dataclass(frozen=True, slots=True)
class Panel:
    """One drawing of several, with what stands over it."""

    drawing: Drawing
    heading: tuple[Block, ...] = ()

    def height(self, width: float) -> float:
        """Heading and drawing."""
        return blocks_height(list(self.heading), width) + self.drawing.height(width)

    def draw(self, canvas: Canvas, box: Box) -> None:
        """The drawing has what the heading leaves."""
        left, top, right, bottom = box
        draw_blocks(canvas, list(self.heading), left, top, right - left)
        self.drawing.draw(canvas, (left, top + blocks_height(list(self.heading), right - left), right, bottom))


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
                y = top + line.above
                cell.draw(canvas, (left + start, y + down, left + start + wide, y + room - down))
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


def grid(drawings: Sequence[Drawing], columns: int = 1, above: float = ABOVE) -> TableDrawing:
    """Drawings in rows of so many columns; each row is as high as the highest in it."""
    cells = (*drawings, *[WordDrawing(())] * (-len(drawings) % columns))
    rows = (cells[start : start + columns] for start in range(0, len(cells), columns))
    lines = [TableLine(row, rule="", above=above, below=0) for row in rows]
    return TableDrawing((1.0,) * columns, lines, middle=False, gap=GAP)


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

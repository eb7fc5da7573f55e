"""What can stand on a picture: a drawing knows how high it must be and draws itself into a box. A grid holds
several, each under its heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from healthplan.charts.canvas import Box, Canvas
from healthplan.charts.captions import Block, blocks_height, draw_blocks

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
class Grid:
    """Drawings in rows of so many columns; each row is as high as the highest in it."""

    drawings: Sequence[Drawing]
    columns: int = 1
    above: float = ABOVE

    def height(self, width: float) -> float:
        """All rows and the air over them."""
        return sum(self._heights(self._width(width)))

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Row by row from the top."""
        left, top, right, _ = box
        width = self._width(right - left)
        for row, height in zip(self._rows(), self._heights(width), strict=True):
            for at, drawing in enumerate(row):
                x = left + at * (width + GAP)
                drawing.draw(canvas, (x, top + self.above, x + width, top + height))
            top += height

    def _width(self, whole: float) -> float:
        return (whole + GAP) / self.columns - GAP

    def _heights(self, width: float) -> list[float]:
        return [self.above + max(one.height(width) for one in row) for row in self._rows()]

    def _rows(self) -> list[Sequence[Drawing]]:
        starts = range(0, len(self.drawings), self.columns)
        return [self.drawings[start : start + self.columns] for start in starts]

"""A figure (our Plotly dictionary) drawn once more on a sheet, in a box: grid, ticks, traces, names at the
ends."""

from dataclasses import dataclass
from math import ceil
from typing import Any

from healthplan.charts.canvas import Box, Canvas
from healthplan.charts.frame import Figure
from healthplan.charts.labels import spread
from healthplan.charts.text_layout import BASELINE, Line, shortened_line, text_lines, width_of
from healthplan.charts.trace_drawing import SMALLEST, Plot, draw_trace
from healthplan.theme import LIGHT

YEAR = 3.1  # of the size of the letters: the room that a year takes
NAMES = 0.36  # of the width at most: the names at the ends
LEADING = 1.3  # of the size of the letters


HEIGHT = 178.0  # of one of several; alone it takes what it is given


@dataclass(frozen=True, slots=True)
class FigureDrawing:
    """A figure as a drawing."""

    figure: Figure

    def height(self, _width: float) -> float:
        """Always the same."""
        return HEIGHT

    def draw(self, canvas: Canvas, box: Box) -> None:
        """The whole figure in a box; ticks and names at the ends take the room they need."""
        layout = self.figure["layout"]
        ticks = _value_ticks(layout["yaxis"])
        room = (box[2] - box[0]) * NAMES
        names = [
            [shortened_line(line, room) for line in text_lines(one["text"], one["font"]["size"], one["font"]["color"])]
            for one in layout.get("annotations", [])
        ]
        left = box[0] + max((width_of(line) for _, lines in ticks for line in lines), default=0) + 10
        right = box[2] - (max(width_of(line) for lines in names for line in lines) + 10 if names else 8)
        inner = (left, box[1] + 10, right, box[3] - 26)
        plot = Plot(canvas, inner, tuple(layout["xaxis"]["range"]), tuple(layout["yaxis"]["range"]))
        _grid(plot, ticks, layout)
        for trace in self.figure["data"]:
            draw_trace(plot, trace)
        _names(plot, names, [one["y"] for one in layout.get("annotations", [])])


def _value_ticks(axis: dict[str, Any]) -> list[tuple[float, list[Line]]]:
    """Ticks of the scale with their words."""
    size, colour = max(axis["tickfont"]["size"], SMALLEST), axis["tickfont"].get("color", LIGHT.ink)
    named = zip(axis["tickvals"], axis["ticktext"], strict=True)
    return [(value, text_lines(text, size, colour)) for value, text in named]


def _grid(plot: Plot, ticks: list[tuple[float, list[Line]]], layout: dict[str, Any]) -> None:
    left, _, right, bottom = plot.box
    for value, lines in ticks:
        y = plot.y(value)
        plot.canvas.line([left, right], [y, y], layout["yaxis"]["gridcolor"], 1)
        _write_stacked(plot.canvas, left - 8, y, lines, "right")
    axis = layout["xaxis"]
    size = max(axis["tickfont"]["size"], SMALLEST)
    for year in _years(plot, axis, size * YEAR):
        (line,) = text_lines(str(year), size, axis["tickfont"]["color"])
        plot.canvas.words(plot.x(year), bottom + 20, line, "middle")


def _years(plot: Plot, axis: dict[str, Any], room: float) -> list[int]:
    """The years that are named: all ticks, or the last and every so many before it that have room."""
    years: list[int] = axis["tickvals"]
    apart = plot.x(years[-1]) - plot.x(years[-2]) if len(years) > 1 else room
    return years[:: -max(ceil(room / apart), 1)]


def _write_stacked(canvas: Canvas, x: float, y: float, lines: list[Line], anchor: str) -> None:
    """Lines below each other, their block in the middle of `y`."""
    for at, line in enumerate(lines):
        size = max(run.size for run in line)
        middle = y + (at - (len(lines) - 1) / 2) * size * LEADING
        canvas.words(x, middle + size * BASELINE, line, anchor)


def _names(plot: Plot, names: list[list[Line]], wanted: list[float]) -> None:
    """The names at the ends of the paths, pushed apart for the height of this sheet."""
    if not names:
        return
    size = max(run.size for lines in names for line in lines for run in line)
    height = max(len(lines) for lines in names) * size * LEADING + 3
    _, top, right, bottom = plot.box
    placed = spread([plot.y(value) for value in wanted], height, top + height / 2 - 4, bottom - height / 2)
    for y, lines in zip(placed, names, strict=True):
        _write_stacked(plot.canvas, right + 8, y, lines, "left")

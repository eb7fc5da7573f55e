"""A figure (our Plotly dictionary) drawn once more on a sheet, in a box: grid, ticks, traces, words beside
marks, names at the ends."""

from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import Any

from healthplan.charts.canvas import Box, Canvas
from healthplan.charts.frame import Figure
from healthplan.charts.labels import spread
from healthplan.charts.text_layout import BASELINE, Line, shortened_line, text_lines, width_of
from healthplan.theme import LIGHT

YEAR = 3.1  # of the size of the letters: the room that a year takes
NAMES = 0.36  # of the width at most: the names at the ends
LEADING = 1.3  # of the size of the letters
NARROW = 400.0  # pixels of a plot that has no room for the names of laws; the words beside it name them
SMALLEST = 12.0  # letters on a picture are never smaller
HEIGHT = 178.0  # of one of several; alone it takes what it is given


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the values of a figure stand: the box of the plot itself and the scales in it."""

    canvas: Canvas
    box: Box
    years: tuple[float, float]
    values: tuple[float, float]
    close: bool = False  # the words of the axes stand as close to it as the browser's chart has them

    def x(self, year: float) -> float:
        """The pixel of a year."""
        (start, end), (left, _, right, _) = self.years, self.box
        return left + (right - left) * (year - start) / (end - start)

    def y(self, value: float) -> float:
        """The pixel of a value."""
        (low, high), (_, top, _, bottom) = self.values, self.box
        return bottom - (bottom - top) * (value - low) / (high - low)


@dataclass(frozen=True, slots=True)
class FigureDrawing:
    """A figure as a drawing. With `margins` its plot lies where the chart in the browser has it, so that one can take
    the place of the other."""

    figure: Figure
    margins: bool = False

    def height(self, _width: float) -> float:
        """Always the same."""
        return HEIGHT

    def draw(self, canvas: Canvas, box: Box) -> None:
        """The whole figure in a box; ticks and names at the ends take the room they need."""
        layout = self.figure["layout"]
        ticks, notes = _value_ticks(layout["yaxis"]), layout.get("annotations", [])
        room = (box[2] - box[0]) * NAMES
        names = [
            [shortened_line(line, room) for line in text_lines(one["text"], one["font"]["size"], one["font"]["color"])]
            for one in notes
        ]
        left = box[0] + max((width_of(line) for _, lines in ticks for line in lines), default=0) + 10
        right = box[2] - (max(width_of(line) for lines in names for line in lines) + 10 if names else 8)
        inner = (left, box[1] + 10, right, box[3] - 26)
        if self.margins:
            sides = layout["margin"]
            inner = (box[0] + sides["l"], box[1] + sides["t"], box[2] - sides["r"], box[3] - sides["b"])
        plot = Plot(canvas, inner, tuple(layout["xaxis"]["range"]), tuple(layout["yaxis"]["range"]), self.margins)
        _grid(plot, ticks, layout)
        heights = _name_heights(plot, names, [one["y"] for one in notes])
        for place, traces in groupby(self.figure["data"], key=lambda trace: trace.get("legendgroup", "")):
            with canvas.of_place(place):
                for trace in traces:
                    _trace(plot, trace)
                for note, y, lines in zip(notes, heights, names, strict=True):
                    if note["name"] == place:
                        _write_stacked(canvas, plot.box[2] + 8, y, lines, "left")


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
        _write_stacked(plot.canvas, left - (1 if plot.close else 8), y, lines, "right")
    axis = layout["xaxis"]
    size = max(axis["tickfont"]["size"], SMALLEST)
    for year in _years(plot, axis, size * YEAR):
        (line,) = text_lines(str(year), size, axis["tickfont"]["color"])
        plot.canvas.words(plot.x(year), bottom + (13 if plot.close else 20), line, "middle")


def _years(plot: Plot, axis: dict[str, Any], room: float) -> list[int]:
    """The years that are named: all ticks, or the last and every so many before it that have room."""
    years: list[int] = axis["tickvals"]
    apart = plot.x(years[-1]) - plot.x(years[-2]) if len(years) > 1 else room
    return years[:: -max(ceil(room / apart), 1)][::-1]


def _write_stacked(canvas: Canvas, x: float, y: float, lines: list[Line], anchor: str) -> None:
    """Lines below each other, their block in the middle of `y`."""
    for at, line in enumerate(lines):
        size = max(run.size for run in line)
        middle = y + (at - (len(lines) - 1) / 2) * size * LEADING
        canvas.words(x, middle + size * BASELINE, line, anchor)


def _name_heights(plot: Plot, names: list[list[Line]], wanted: list[float]) -> list[float]:
    """Where the names at the ends of the paths stand, pushed apart for the height of this sheet."""
    size = max((run.size for lines in names for line in lines for run in line), default=0)
    height = max(map(len, names), default=0) * size * LEADING + 3
    _, top, _, bottom = plot.box
    return spread([plot.y(value) for value in wanted], height, top + height / 2 - 4, bottom - height / 2)


def _trace(plot: Plot, trace: dict[str, Any]) -> None:
    """One trace: a line, an area, or marks and the words beside them."""
    xs = [None if value is None else plot.x(value) for value in trace["x"]]
    ys = [None if value is None else plot.y(value) for value in trace["y"]]
    if trace.get("fill") == "toself":
        plot.canvas.area(xs, ys, trace["fillcolor"], plot.box)
    elif trace["mode"] == "lines":
        look, free = trace["line"], trace.get("cliponaxis") is False
        edges = None if free else plot.box
        plot.canvas.line(xs, ys, look["color"], look["width"], look.get("dash", "solid"), edges)
    else:
        _marks(plot, trace)
        if "text" in trace and (plot.close or plot.box[2] - plot.box[0] > NARROW):
            _words(plot, trace)


def _marks(plot: Plot, trace: dict[str, Any]) -> None:
    look, told = trace["marker"], trace.get("customdata")
    edge = look.get("line", {})
    for at, (year, value) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        x, y = plot.x(year), plot.y(value)
        fill = look["color"] if isinstance(look["color"], str) else look["color"][at]
        with plot.canvas.of_row(*(told[at] if told else ("", ""))):
            if look.get("opacity") == 0:
                plot.canvas.touch(x, y, look["size"])
                continue
            match look["symbol"]:
                case "circle-open":
                    plot.canvas.mark(x, y, "circle", look["size"], "none", fill, edge["width"])
                case "triangle-down":  # an arrow: turned half round it points up, and stands off to where it points
                    up = look["angle"] == 180
                    off = -look["standoff"] if up else look["standoff"]
                    plot.canvas.mark(x, y + off, "up" if up else "down", look["size"], fill)
                case symbol:
                    plot.canvas.mark(x, y, symbol, look["size"], fill, edge.get("color", "none"), edge.get("width", 0))


def _words(plot: Plot, trace: dict[str, Any]) -> None:
    """Words beside marks: above or below, to the left or the right. Close to each other, the later ones give
    way."""
    size, away = max(trace["textfont"]["size"], 0 if plot.close else SMALLEST), trace["marker"]["size"] * 0.7
    taken: list[tuple[float, float, float]] = []
    for year, value, text, where in zip(trace["x"], trace["y"], trace["text"], trace["textposition"], strict=True):
        x, y, (vertical, side) = plot.x(year), plot.y(value), where.split()
        (line,) = text_lines(text, size, trace["textfont"]["color"])
        baseline = y - away - 3 if vertical == "top" else y + away + size
        x, wide = (x - 4 if side == "left" else x + 4), width_of(line)
        start = x - wide if side == "left" else x
        if not any(start < b and a < start + wide and abs(baseline - c) < size for a, b, c in taken):
            taken.append((start, start + wide, baseline))
            plot.canvas.words(x, baseline, line, "right" if side == "left" else "left")

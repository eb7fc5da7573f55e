"""A figure (our Plotly dictionary) drawn once more on a sheet, in a box: grid, ticks, traces, names at the
ends."""

from dataclasses import dataclass
from typing import Any

from matplotlib.ticker import MaxNLocator

from healthplan.charts.canvas import Canvas
from healthplan.charts.frame import Figure
from healthplan.charts.look import LIGHT
from healthplan.charts.spread import spread
from healthplan.charts.writing import Line, lines_of, width_of
from healthplan.text import Lang
from healthplan.text.numbers import figure as number

SMALLEST = 12.0  # letters on a picture are never smaller
LEADING = 1.3  # of the size of the letters
BASELINE = 0.35  # of the size below the middle of a line
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the values of a figure stand: the box of the plot itself and the scales in it."""

    canvas: Canvas
    box: Box
    years: tuple[float, float]
    values: tuple[float, float]

    def x(self, year: float) -> float:
        """The pixel of a year."""
        (start, end), (left, _, right, _) = self.years, self.box
        return left + (right - left) * (year - start) / (end - start)

    def y(self, value: float) -> float:
        """The pixel of a value."""
        (low, high), (_, top, _, bottom) = self.values, self.box
        return bottom - (bottom - top) * (value - low) / (high - low)


def draw(canvas: Canvas, figure: Figure, box: Box, lang: Lang) -> None:
    """The whole figure in a box; ticks and names at the ends take the room they need."""
    layout = figure["layout"]
    ticks = _value_ticks(layout["yaxis"], lang)
    names = [lines_of(one["text"], one["font"]["size"], one["font"]["color"])
             for one in layout.get("annotations", [])]
    left = box[0] + max((width_of(line) for _, lines in ticks for line in lines), default=0) + 10
    right = box[2] - (max(width_of(line) for lines in names for line in lines) + 10 if names else 8)
    inner = (left, box[1] + 10, right, box[3] - 26)
    plot = Plot(canvas, inner, tuple(layout["xaxis"]["range"]), tuple(layout["yaxis"]["range"]))
    _grid(plot, ticks, layout)
    for trace in figure["data"]:
        _trace(plot, trace)
    _names(plot, names, [one["y"] for one in layout.get("annotations", [])])


def _value_ticks(axis: dict[str, Any], lang: Lang) -> list[tuple[float, list[Line]]]:
    """Ticks of the scale: steps by name, or round numbers within it."""
    size, colour = max(axis["tickfont"]["size"], SMALLEST), axis["tickfont"].get("color", LIGHT.ink)
    if "ticktext" in axis:
        named = zip(axis["tickvals"], axis["ticktext"], strict=True)
        return [(value, lines_of(text, size, colour)) for value, text in named]
    low, high = axis["range"]
    found = MaxNLocator(nbins=axis["nticks"] - 1, steps=[1, 2, 5, 10]).tick_values(low, high)
    suffix = axis.get("ticksuffix", "")
    return [(float(value), lines_of(number(float(value), lang) + suffix, size, colour))
            for value in found if low <= value <= high]


def _grid(plot: Plot, ticks: list[tuple[float, list[Line]]], layout: dict[str, Any]) -> None:
    left, _, right, bottom = plot.box
    for value, lines in ticks:
        y = plot.y(value)
        plot.canvas.line([left, right], [y, y], layout["yaxis"]["gridcolor"], 1)
        _stacked(plot.canvas, left - 8, y, lines, "right")
    axis = layout["xaxis"]
    size = max(axis["tickfont"]["size"], SMALLEST)
    for year in _years(axis):
        (line,) = lines_of(str(year), size, axis["tickfont"]["color"])
        plot.canvas.words(plot.x(year), bottom + 20, line, "middle")


def _years(axis: dict[str, Any]) -> list[int]:
    """The years that are named: those asked for, or every so many."""
    start, end = axis["range"]
    if "tickvals" in axis:
        return list(axis["tickvals"])
    step = axis["dtick"]
    return [year for year in range(int(start), int(end) + 1) if start <= year and year % step == 0]


def _stacked(canvas: Canvas, x: float, y: float, lines: list[Line], anchor: str) -> None:
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
    placed = spread([plot.y(value) for value in wanted], height, top + height / 2 - 10, bottom - height / 2)
    for y, lines in zip(placed, names, strict=True):
        _stacked(plot.canvas, right + 8, y, lines, "left")


def _trace(plot: Plot, trace: dict[str, Any]) -> None:
    xs = [None if value is None else plot.x(value) for value in trace["x"]]
    ys = [None if value is None else plot.y(value) for value in trace["y"]]
    if trace.get("fill") == "toself":
        plot.canvas.area(xs, ys, trace["fillcolor"], plot.box)
    elif trace["mode"] == "lines":
        look, free = trace["line"], trace.get("cliponaxis") is False
        edges = None if free else plot.box
        plot.canvas.line(xs, ys, look["color"], look["width"], look.get("dash", "solid"), edges)
    elif trace["marker"].get("opacity") != 0:
        for at, (x, y) in enumerate(zip(xs, ys, strict=True)):
            _mark(plot.canvas, x, y, trace["marker"], at)
            if "text" in trace:
                _beside(plot.canvas, x, y, trace, at)


def _mark(canvas: Canvas, x: float, y: float, look: dict[str, Any], at: int) -> None:
    fill = look["color"] if isinstance(look["color"], str) else look["color"][at]
    edge = look.get("line", {})
    match look["symbol"]:
        case "circle-open":
            canvas.mark(x, y, "circle", look["size"], "none", fill, edge["width"])
        case "triangle-down":  # an arrow: turned half round it points up, and stands off to where it points
            up = look["angle"] == 180
            off = -look["standoff"] if up else look["standoff"]
            canvas.mark(x, y + off, "up" if up else "down", look["size"], fill)
        case symbol:
            canvas.mark(x, y, symbol, look["size"], fill, edge.get("color", "none"), edge.get("width", 0))


def _beside(canvas: Canvas, x: float, y: float, trace: dict[str, Any], at: int) -> None:
    """A word beside a mark: above or below it, to the left or the right."""
    vertical, side = trace["textposition"][at].split()
    size, away = max(trace["textfont"]["size"], SMALLEST), trace["marker"]["size"] * 0.7
    (line,) = lines_of(trace["text"][at], size, trace["textfont"]["color"])
    baseline = y - away - 3 if vertical == "top" else y + away + size
    canvas.words(*((x - 4, baseline, line, "right") if side == "left" else (x + 4, baseline, line)))

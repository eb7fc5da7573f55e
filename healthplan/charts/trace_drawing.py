"""The traces of a figure drawn on a sheet: lines, bands, marks, arrows, and words beside marks."""

from dataclasses import dataclass
from typing import Any

from healthplan.charts.canvas import Box, Canvas
from healthplan.charts.text_layout import text_lines

NARROW = 400.0  # pixels of a plot that has no room for the names of laws; the words beside it name them
SMALLEST = 12.0  # letters on a picture are never smaller


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


def draw_trace(plot: Plot, trace: dict[str, Any]) -> None:
    """One trace in the order of the figure."""
    xs = [None if value is None else plot.x(value) for value in trace["x"]]
    ys = [None if value is None else plot.y(value) for value in trace["y"]]
    if trace.get("fill") == "toself":
        plot.canvas.area(xs, ys, trace["fillcolor"], plot.box)
    elif trace["mode"] == "lines":
        look, free = trace["line"], trace.get("cliponaxis") is False
        edges = None if free else plot.box
        plot.canvas.line(xs, ys, look["color"], look["width"], look.get("dash", "solid"), edges)
    elif trace["marker"].get("opacity") != 0:
        for at, (year, value) in enumerate(zip(trace["x"], trace["y"], strict=True)):
            x, y = plot.x(year), plot.y(value)
            _mark(plot.canvas, x, y, trace["marker"], at)
            if "text" in trace and plot.box[2] - plot.box[0] > NARROW:
                _write_beside(plot.canvas, x, y, trace, at)


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


def _write_beside(canvas: Canvas, x: float, y: float, trace: dict[str, Any], at: int) -> None:
    """A word beside a mark: above or below it, to the left or the right."""
    vertical, side = trace["textposition"][at].split()
    size, away = max(trace["textfont"]["size"], SMALLEST), trace["marker"]["size"] * 0.7
    (line,) = text_lines(trace["text"][at], size, trace["textfont"]["color"])
    baseline = y - away - 3 if vertical == "top" else y + away + size
    canvas.words(*((x - 4, baseline, line, "right") if side == "left" else (x + 4, baseline, line)))

"""One of our figures (a Plotly dictionary) as SVG for places without a script of Plotly's: the hall.

Only what our figures use is drawn. Every length of the figure is multiplied by `scale`, and no letter is
smaller than `floor`. Colours are names of the style sheet, so that one picture follows both themes; on paper
they are the colours themselves.
"""

from typing import Any

from healthplan.charts.frame import Figure
from healthplan.charts.look import FONT, LIGHT
from healthplan.charts.svg_marks import marks
from healthplan.charts.svg_text import Pen, element, rich

NAMESPACE = "http://www.w3.org/2000/svg"
NICE = (1, 2, 2.5, 5, 10)
DASHES = {"solid": "", "dash": "9 7", "dot": "2 6"}


def svg(figure: Figure, *, width: int, scale: float, floor: float, alt: str, paper: bool = False) -> str:
    """The whole picture; `width` in the figure's own units, its height is the figure's. Each mark has its
    sentence as title, and each place its group, which can be switched off."""
    plan = figure["layout"]
    height, edge = plan["height"], plan["margin"]
    pen = Pen(
        scale=scale, floor=floor, paper=paper,
        left=edge["l"], right=width - edge["r"], top=edge["t"], bottom=height - edge["b"],
        x_range=tuple(plan["xaxis"]["range"]), y_range=tuple(plan["yaxis"]["range"]),
    )  # fmt: skip
    parts = [_grid(plan["yaxis"], pen, plan["separators"]), _years(plan["xaxis"], pen)]
    for place in dict.fromkeys(trace.get("legendgroup", "") for trace in figure["data"]):
        own = [trace for trace in figure["data"] if trace.get("legendgroup", "") == place]
        drawn = "".join(_trace(trace, pen) for trace in own)
        named = "".join(_label(note, pen, edge["r"])
                        for note in plan.get("annotations", ()) if note["name"] == place)  # fmt: skip
        parts.append(element("g", drawn + named, {"data-place": place, "class": "path"}))
    wide, high = width * scale, height * scale
    told = {"role": "group", "aria-label": alt, "width": wide, "height": high,
            "viewBox": f"0 0 {wide:g} {high:g}", "font-family": FONT, "xmlns": NAMESPACE}  # fmt: skip
    return element("svg", "".join(parts), told)


def ticks(low: float, high: float, most: int) -> list[float]:
    """At most `most` round values between the ends."""
    rough = (high - low) / most
    power = 10.0 ** _floor_log(rough)
    step = next(nice * power for nice in NICE if nice * power >= rough * 0.999)
    first = -int(-low // step) * step
    return [round(first + index * step, 9) for index in range(most + 2) if first + index * step <= high]


def _floor_log(value: float) -> int:
    exponent = 0
    while value >= 10:
        value, exponent = value / 10, exponent + 1
    while value < 1:
        value, exponent = value * 10, exponent - 1
    return exponent


def _grid(axis: dict[str, Any], pen: Pen, separators: str) -> str:
    values = axis.get("tickvals") or ticks(*axis["range"], axis["nticks"])
    suffix = axis.get("ticksuffix", "")
    texts = axis.get("ticktext") or [_number(value, separators) + suffix for value in values]
    lines = [
        element("line", "", {"x1": pen.x_at(pen.left), "x2": pen.x_at(pen.right), "y1": pen.y(value),
                             "y2": pen.y(value), "stroke": pen.colour(LIGHT.line), "stroke-width": pen.of(1)})
        for value in values
    ]  # fmt: skip
    names = [
        rich(text, pen, x=pen.x_at(pen.left - 8), y=pen.y(value), size=axis["tickfont"]["size"],
             colour=LIGHT.muted, anchor="end")
        for value, text in zip(values, texts, strict=True)
    ]  # fmt: skip
    return "".join(lines + names)


def _number(value: float, separators: str) -> str:
    comma, dot = separators
    return f"{value:,g}".translate(str.maketrans({",": dot, ".": comma}))


def _years(axis: dict[str, Any], pen: Pen) -> str:
    low, high = axis["range"]
    step = axis["dtick"]
    years = [year for year in range(int(low), int(high) + 1) if year >= low and year % step == 0]
    return "".join(
        rich(str(year), pen, x=pen.x(year), y=pen.y_at(pen.bottom + 20), size=axis["tickfont"]["size"],
             colour=LIGHT.muted, anchor="middle")
        for year in years
    )  # fmt: skip


def _trace(trace: dict[str, Any], pen: Pen) -> str:
    mode = trace["mode"]
    return _line(trace, pen) if mode == "lines" else marks(trace, pen)


def _line(trace: dict[str, Any], pen: Pen) -> str:
    """A line, broken where the figure breaks it, or the area inside it."""
    runs: list[list[str]] = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if x is None:
            runs.append([])
        else:
            runs[-1].append(f"{pen.x(x):g} {pen.y(y):g}")
    way = " ".join("M" + " L".join(run) for run in runs if run)
    if trace.get("fill"):
        return element("path", "", {"d": f"{way} Z", "fill": pen.colour(trace["fillcolor"])})
    look = trace["line"]
    dash = " ".join(f"{pen.of(float(part)):g}" for part in DASHES[look.get("dash", "solid")].split())
    width = pen.of(look["width"])
    more = {"stroke-dasharray": dash} if dash else {}
    return element(
        "path",
        "",
        {"d": way, "fill": "none", "stroke": pen.colour(look["color"]), "stroke-width": width} | more,
    )


def _label(note: dict[str, Any], pen: Pen, margin: float) -> str:
    """A name at the end of a path, cut where it would leave the picture."""
    x, y = pen.x_at(pen.right + note["xshift"]), pen.y(note["y"])
    return rich(note["text"], pen, x=x, y=y, size=note["font"]["size"], colour=LIGHT.ink, anchor="start",
                room=pen.of(margin - note["xshift"]))  # fmt: skip

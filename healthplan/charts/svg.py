"""One of our figures (a Plotly dictionary) as SVG for places without a script of Plotly's: the hall.

Only what our figures use is drawn. Every length of the figure is multiplied by `scale`, and no letter is
smaller than `floor`. Colours are names of the style sheet, so that one picture follows both themes; on paper
they are the colours themselves.
"""

from typing import Any

from healthplan.charts.frame import Figure
from healthplan.charts.svg_marks import marks
from healthplan.charts.svg_text import Pen, element, rich
from healthplan.theme import FONT, LIGHT

NAMESPACE = "http://www.w3.org/2000/svg"
DASHES = {"solid": "", "dash": "9 7", "dot": "2 6"}


def figure_svg(figure: Figure, *, width: int, scale: float, floor: float, alt: str, paper: bool = False) -> str:
    """The whole picture; `width` in the figure's own units, its height is the figure's. Each mark has its
    sentence as title, and each place its group, which can be switched off."""
    plan = figure["layout"]
    height, edge = plan["height"], plan["margin"]
    pen = Pen(
        scale=scale,
        floor=floor,
        paper=paper,
        left=edge["l"],
        right=width - edge["r"],
        top=edge["t"],
        bottom=height - edge["b"],
        x_range=tuple(plan["xaxis"]["range"]),
        y_range=tuple(plan["yaxis"]["range"]),
    )
    parts = [_grid(plan["yaxis"], pen), _years(plan["xaxis"], pen)]
    for place in dict.fromkeys(trace.get("legendgroup", "") for trace in figure["data"]):
        own = [trace for trace in figure["data"] if trace.get("legendgroup", "") == place]
        drawn = "".join(_trace(trace, pen) for trace in own)
        named = "".join(_label(note, pen, edge["r"]) for note in plan.get("annotations", ()) if note["name"] == place)
        parts.append(element("g", drawn + named, {"data-place": place, "class": "path"}))
    wide, high = width * scale, height * scale
    told = {
        "role": "group",
        "aria-label": alt,
        "width": wide,
        "height": high,
        "viewBox": f"0 0 {wide:g} {high:g}",
        "font-family": FONT,
        "xmlns": NAMESPACE,
    }
    return element("svg", "".join(parts), told)


def _grid(axis: dict[str, Any], pen: Pen) -> str:
    values, texts = axis["tickvals"], axis["ticktext"]
    lines = [
        element(
            "line",
            "",
            {
                "x1": pen.x_at(pen.left),
                "x2": pen.x_at(pen.right),
                "y1": pen.y(value),
                "y2": pen.y(value),
                "stroke": pen.colour(LIGHT.line),
                "stroke-width": pen.of(1),
            },
        )
        for value in values
    ]
    names = [
        rich(
            text,
            pen,
            x=pen.x_at(pen.left - 8),
            y=pen.y(value),
            size=axis["tickfont"]["size"],
            colour=LIGHT.muted,
            anchor="end",
        )
        for value, text in zip(values, texts, strict=True)
    ]
    return "".join(lines + names)


def _years(axis: dict[str, Any], pen: Pen) -> str:
    return "".join(
        rich(
            text,
            pen,
            x=pen.x(year),
            y=pen.y_at(pen.bottom + 20),
            size=axis["tickfont"]["size"],
            colour=LIGHT.muted,
            anchor="middle",
        )
        for year, text in zip(axis["tickvals"], axis["ticktext"], strict=True)
    )


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
        "path", "", {"d": way, "fill": "none", "stroke": pen.colour(look["color"]), "stroke-width": width} | more
    )


def _label(note: dict[str, Any], pen: Pen, margin: float) -> str:
    """A name at the end of a path, cut where it would leave the picture."""
    x, y = pen.x_at(pen.right + note["xshift"]), pen.y(note["y"])
    return rich(
        note["text"],
        pen,
        x=x,
        y=y,
        size=note["font"]["size"],
        colour=LIGHT.ink,
        anchor="start",
        room=pen.of(margin - note["xshift"]),
    )

"""One of our figures (a Plotly dictionary) as SVG for places without a script of Plotly's: the hall.

Only what our figures use is drawn. Every length of the figure is multiplied by `scale`, and no letter is
smaller than `floor`. Colours are names of the style sheet, so that one picture follows both themes; on paper
they are the colours themselves.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from math import inf
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from healthplan.charts.frame import Figure
from healthplan.charts.text_layout import TextRun, shortened_line, width_of
from healthplan.theme import FONT, LIGHT, named_colours

Pieces = list[tuple[str, dict[str, str]]]  # words of one line with their looks
LINE = 1.22  # height of a line of text over the size of its letters


@dataclass(frozen=True, slots=True)
class Pen:
    """From values to picture: the edges of the plot in the figure's units, the ranges of the axes, how
    much larger everything is drawn, and whether on paper, which has no style sheet."""

    scale: float
    floor: float
    paper: bool
    left: float
    right: float
    top: float
    bottom: float
    x_range: tuple[float, float]
    y_range: tuple[float, float]

    def of(self, length: float) -> float:
        """A length of the figure in the picture."""
        return round(length * self.scale, 1)

    def size(self, letters: float) -> float:
        """The size of letters, never below the floor."""
        return max(self.of(letters), self.floor)

    def x_at(self, units: float) -> float:
        """A distance from the left edge in the picture."""
        return self.of(units)

    def y_at(self, units: float) -> float:
        """A distance from the upper edge in the picture."""
        return self.of(units)

    def x(self, value: float) -> float:
        """Where a value of the horizontal axis stands."""
        low, high = self.x_range
        return self.of(self.left + (self.right - self.left) * (value - low) / (high - low))

    def y(self, value: float) -> float:
        """Where a value of the vertical axis stands."""
        low, high = self.y_range
        return self.of(self.bottom - (self.bottom - self.top) * (value - low) / (high - low))

    def colour(self, colour: str) -> str:
        """A colour of the light theme by its name in the style sheet, thinned where it is translucent; on
        paper as it is."""
        if self.paper:
            return colour
        if not colour.startswith("rgba"):
            return _names().get(colour, colour)
        red, green, blue, share = re.findall(r"[\d.]+", colour)
        name = _names().get(f"#{int(red):02x}{int(green):02x}{int(blue):02x}", "currentColor")
        return f"color-mix(in srgb, {name} {float(share):.0%}, transparent)"


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {colour: f"var(--{name})" for name, colour in reversed(named_colours(LIGHT).items())}


def element(name: str, inside: str, attributes: dict[str, Any]) -> str:
    """One element of XML. `inside` is markup, attribute values are text."""
    told = "".join(f" {key}={quoteattr(_attribute_text(value))}" for key, value in attributes.items())
    return f"<{name}{told}>{inside}</{name}>" if inside else f"<{name}{told}/>"


def _attribute_text(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


class _Pieces(HTMLParser):
    """The words of a label with the looks that its little markup gives them: b, i, br and coloured spans."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[list[tuple[str, dict[str, str]]]] = [[]]
        self.looks: list[dict[str, str]] = [{}]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.lines.append([])
            return
        look = {"b": {"font-weight": "700"}, "i": {"font-style": "italic"}}.get(tag, {})
        colour = re.search(r"color:([^;\"]+)", dict(attrs).get("style") or "")
        self.looks.append(self.looks[-1] | look | ({"fill": colour[1]} if colour else {}))

    def handle_endtag(self, tag: str) -> None:
        if tag != "br":
            self.looks.pop()

    def handle_data(self, data: str) -> None:
        self.lines[-1].append((data, self.looks[-1]))


def label_lines(markup: str) -> list[list[tuple[str, dict[str, str]]]]:
    """A label's lines, each as pieces of text with their looks."""
    pieces = _Pieces()
    pieces.feed(markup)
    pieces.close()
    return pieces.lines


def _cut_line(line: Pieces, size: float, room: float) -> Pieces:
    """The pieces of a line that there is room for, and three dots where there were more."""
    kept = []
    for text, look in line:
        told = "".join(run.text for run in shortened_line([TextRun(text, size, "")], max(room, 0)))
        kept.append((told, look))
        if told != text:
            break
        room -= width_of([TextRun(text, size, "")])
    return kept


def rich(markup: str, pen: Pen, *, x: float, y: float, size: float, colour: str, anchor: str, room: float = inf) -> str:
    """A label whose middle stands at `y`, line under line, each no wider than `room`."""
    letters = pen.size(size)
    lines = [_cut_line(line, letters, room) for line in label_lines(markup)]
    first = y - letters * LINE * (len(lines) - 1) / 2 + letters * 0.35
    told = [
        element(
            "tspan",
            "".join(
                element(
                    "tspan",
                    escape(text.replace("\xa0", "\u2002" if at == 0 else "\xa0")),
                    {key: pen.colour(value) if key == "fill" else value for key, value in look.items()},
                )
                for at, (text, look) in enumerate(line)
                if text
            ),
            {"x": round(x, 1), "y": round(first + number * letters * LINE, 1)},
        )
        for number, line in enumerate(lines)
    ]
    look = {"font-size": letters, "fill": pen.colour(colour), "text-anchor": anchor}
    return element("text", "".join(told), look)


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


SHAPES = {  # corners around the middle, in halves of the size
    "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    "diamond-tall": ((0, -1.4), (0.7, 0), (0, 1.4), (-0.7, 0)),
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "triangle-down": ((-1, -0.6), (1, -0.6), (0, 1)),
}
ROUND = ("circle", "circle-open")


def marks(trace: dict[str, Any], pen: Pen) -> str:
    """Every mark of a trace, then the words beside them."""
    look, sentences = trace["marker"], trace.get("customdata")
    colours = look["color"] if isinstance(look["color"], list) else [look["color"]] * len(trace["x"])
    drawn = []
    for at, (x, y, colour) in enumerate(zip(trace["x"], trace["y"], colours, strict=True)):
        shape = _shape(pen.x(x), pen.y(y), look, colour, pen)
        drawn.append(_mark(shape, sentences[at]) if sentences else shape)
    return "".join(drawn) + _words(trace, pen)


def _shape(x: float, y: float, look: dict[str, Any], colour: str, pen: Pen) -> str:
    half, symbol = pen.of(look["size"]) / 2, look.get("symbol", "circle")
    edge = look.get("line", {})
    paint = {
        "fill": "none" if symbol == "circle-open" else pen.colour(colour),
        "stroke": pen.colour(edge.get("color", colour)),
        "stroke-width": pen.of(edge.get("width", 0)),
        "opacity": look.get("opacity", 1),
    }
    if symbol in ROUND:
        return element("circle", "", {"cx": x, "cy": y, "r": half} | paint)
    turn, off = look.get("angle", 0), pen.of(look.get("standoff", 0))
    sign = -1 if turn else 1  # a symbol with a standoff lies beyond its value, on the side it points to
    corners = " ".join(f"{x + dx * half:g},{y + sign * (off + dy * half):g}" for dx, dy in SHAPES[symbol])
    return element("polygon", "", {"points": corners, "stroke-linejoin": "round"} | paint)


def _mark(shape: str, custom: list[str]) -> str:
    """A mark that says under pointer or focus what is printed and where."""
    row, markup = custom
    sentence = "\n".join("".join(text for text, _ in line) for line in label_lines(markup))
    title = element("title", escape(sentence), {})
    held = {"class": "mark", "tabindex": 0, "data-row": row, "role": "img", "aria-label": sentence}
    return element("g", title + shape, held)


def _words(trace: dict[str, Any], pen: Pen) -> str:
    """Words beside marks, such as the law that asks for a value. Close to each other, the later ones give
    way."""
    told: list[str] = []
    taken: list[tuple[float, float, float]] = []
    size = trace.get("textfont", {}).get("size", 12)
    for x, y, text, where in zip(
        trace["x"], trace["y"], trace.get("text", ()), trace.get("textposition", ()), strict=False
    ):
        letters = pen.size(size)
        down = (1 if where.startswith("bottom") else -1) * letters
        left = where.endswith("left")
        width = len(text) * letters * 0.56
        start = pen.x(x) - (width if left else 0)
        box = (start, start + width, pen.y(y) + down)
        if any(box[0] < b and a < box[1] and abs(box[2] - c) < letters * 1.1 for a, b, c in taken):
            continue
        taken.append(box)
        aside = letters * (-0.5 if left else 0.5)
        told.append(
            rich(
                text,
                pen,
                x=pen.x(x) + aside,
                y=box[2],
                size=size,
                colour=LIGHT.muted,
                anchor="end" if left else "start",
            )
        )
    return "".join(told)

"""The marks of a figure as SVG: each with its sentence and its source, and within reach of the keyboard."""

from typing import Any
from xml.sax.saxutils import escape

from healthplan.charts.svg_text import Pen, element, label_lines, rich
from healthplan.theme import LIGHT

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

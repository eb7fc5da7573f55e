"""Pen and letters of the SVG figures: where a value stands, which colour it has, and a little markup as
text."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from math import inf
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from healthplan.charts.text_layout import TextRun, shortened_line, width_of
from healthplan.theme import LIGHT, named_colours

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

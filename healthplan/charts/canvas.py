"""A sheet that is measured in pixels from its top left corner: lines, areas, marks and words on it, and the
sheet as SVG or PNG.

Lines and shapes are SVG from the beginning. Words are set by the typesetter, as outlines: Word, PowerPoint
and most viewers ignore a font that an SVG carries with it and take one that lacks half of the Vietnamese
letters, and outlines look the same everywhere. What the picture says stands once more as text in its <title>
and <desc>, where search and screen readers find it.
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal
from xml.sax.saxutils import escape

from healthplan.charts.text_layout import Line, shortened_line, trimmed_line
from healthplan.text.typesetter import one_file, typesetter

TEMPLATE = Path(__file__).with_suffix(".typ")
INCH = 72  # points; on our sheets a point is a pixel
Points = Sequence[float | None]
Box = tuple[float, float, float, float]  # left, top, right, bottom
# Corners of the marks, the largest extent first in size.
MARKS = {
    "circle": (1.0, None),
    "square": (1.0, [(-1, -1), (1, -1), (1, 1), (-1, 1)]),
    "diamond": (1.3, [(0, -1), (1, 0), (0, 1), (-1, 0)]),
    "diamond-tall": (1.4, [(0, -1), (0.5, 0), (0, 1), (-0.5, 0)]),
    "up": (1.1, [(-1, 0.8), (1, 0.8), (0, -1)]),
    "down": (1.1, [(-1, -0.8), (1, -0.8), (0, 1)]),
    "onward": (1.0, [(-1, -1), (-0.1, -1), (1, 0), (-0.1, 1), (-1, 1), (0.1, 0)]),
}
# A letter comes as a symbol of one path with a long name: the path and a part of the name do, and more
# programs understand it. What holds anyway need not be said at each letter.
LETTER = re.compile(r'<symbol id="(g[0-9A-F]{10})\w*" overflow="visible">(<path)( d="[^"]*"/>)</symbol>')
WRITTEN = re.compile(r'(<use xlink:href="#g[0-9A-F]{10})\w*(" x="[^"]*") y="0"')
NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


class Canvas:
    """One sheet. `zoom` enlarges everything on it when it becomes a picture."""

    def __init__(self, width: float, height: float, paper: str, zoom: float = 1) -> None:
        self.width, self.height, self.zoom, self._paper = width, height, zoom, paper
        self._drawn: list[str] = []
        self._written: list[dict[str, Any]] = []

    def line(
        self, xs: Points, ys: Points, colour: str, width: float, dash: str = "solid", within: Box | None = None
    ) -> None:
        """A line, broken where a point is None, cut off at the edges of `within` (left, top, right,
        bottom)."""
        self._add("path", {"d": _way(xs, ys)} | _look(edge=colour, width=width, dash=dash), within)

    def area(self, xs: Points, ys: Points, colour: str, within: Box | None = None) -> None:
        """A filled shape."""
        self._add("path", {"d": _way(xs, ys) + "Z"} | _look(colour), within)

    def box(self, box: Box, colour: str, radius: float = 0) -> None:
        """A filled box with round corners."""
        self._add("rect", _sides(box, radius) | _look(colour))

    def frame(self, box: Box, colour: str, width: float, radius: float = 0, dash: str = "solid") -> None:
        """The edge of a box, its line within the box."""
        left, top, right, bottom = box
        inner = (left + width / 2, top + width / 2, right - width / 2, bottom - width / 2)
        self._add("rect", _sides(inner, radius) | _look(edge=colour, width=width, dash=dash))

    def mark(
        self, x: float, y: float, shape: str, size: float, fill: str, edge: str = "none", width: float = 0
    ) -> None:
        """One mark around a point. `size` is the diameter of the circle that has the mark's weight."""
        extent, corners = MARKS[shape]
        half, look = size * extent / 2, _look(fill, edge, width)
        if corners is None:
            self._add("circle", {"cx": _short(x), "cy": _short(y), "r": _short(half)} | look)
        else:
            xs, ys = zip(*((x + half * dx, y + half * dy) for dx, dy in corners), strict=True)
            self._add("path", {"d": _way(xs, ys) + "Z"} | look)

    def words(self, x: float, y: float, line: Line, anchor: str = "left") -> None:
        """One line of words; `y` is its baseline. It ends with three dots where it would leave the sheet."""
        room = {"left": self.width - x, "middle": 2 * min(x, self.width - x), "right": x}[anchor]
        runs = [run for run in trimmed_line(shortened_line(line, room)) if run.text]
        if runs:
            self._write(round(x, 2), round(y, 2), anchor, runs)

    @contextmanager
    def of_place(self, _place: str) -> Iterator[None]:
        """What is drawn inside belongs to a place."""
        yield

    @contextmanager
    def of_row(self, _row: str, _told: str) -> Iterator[None]:
        """The mark drawn inside is of a row, and what it says; on a sheet that lives, under the pointer."""
        yield

    def touch(self, x: float, y: float, size: float) -> None:
        """A mark that is not seen, for the pointer."""

    def _write(self, x: float, y: float, anchor: str, runs: Line) -> None:
        self._written.append({"x": x, "y": y, "anchor": anchor, "runs": [asdict(run) for run in runs]})

    def _add(self, name: str, attributes: dict[str, str], within: Box | None = None) -> None:
        told = "".join(f' {key}="{value}"' for key, value in attributes.items())
        if within is None:
            self._drawn.append(f"<{name}{told}/>")
            return
        sides = "".join(f' {key}="{value}"' for key, value in _sides(within, 0).items())
        cut = f"cut{len(self._drawn)}"
        self._drawn.append(
            f'<clipPath id="{cut}"><rect{sides}/></clipPath><g clip-path="url(#{cut})"><{name}{told}/></g>'
        )

    def svg(self, title: str, description: str) -> bytes:
        """The sheet as SVG, the same bytes for the same sheet."""
        told = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
        return self._sheet(told, f"{self._shapes()}{self._letters()}", ' role="img"').encode()

    def png(self, density: float) -> bytes:
        """The sheet as PNG with `density` pixels for one of the picture's."""
        return self._made("png", self._sheet("", self._shapes()), ppi=INCH * self.zoom * density)

    def _sheet(self, told: str, drawn: str, more: str = "") -> str:
        size = f'width="{self.width * self.zoom:g}" height="{self.height * self.zoom:g}"'
        box = f'viewBox="0 0 {self.width:g} {self.height:g}"'
        return f"<svg {NAMESPACES} {size} {box}{more}>{told}{drawn}</svg>"

    def _shapes(self) -> str:
        """The paper and what is drawn on it."""
        paper = f'<path d="M0 0H{self.width:g}V{self.height:g}H0Z" fill="{self._paper}"/>'
        return paper + "".join(self._drawn)

    def _letters(self) -> str:
        """The words as outlines."""
        made = self._made("svg").decode().replace(' fill-rule="nonzero"', "")
        _, _, inside = made.removesuffix("</svg>").partition(">")
        return WRITTEN.sub(r"\1\2", LETTER.sub(r'\2 id="\1"\3', inside))

    def _made(self, form: Literal["svg", "png"], shapes: str = "", ppi: float | None = None) -> bytes:
        """The words as set, above shapes."""
        sheet = {"width": self.width, "height": self.height, "shapes": shapes, "lines": self._written}
        told = {"sheet": json.dumps(sheet, ensure_ascii=False)}
        return one_file(typesetter().compile(_template(), format=form, sys_inputs=told, ppi=ppi))


@lru_cache(maxsize=1)
def _template() -> bytes:
    return TEMPLATE.read_bytes()


def _look(fill: str = "none", edge: str = "none", width: float = 0, dash: str = "solid") -> dict[str, str]:
    """The attributes of a shape."""
    look = _paint("fill", fill)
    if edge != "none" and width:
        look |= _paint("stroke", edge) | {"stroke-width": _short(width), "stroke-linejoin": "round"}
    if length := dashes(dash, width):
        look["stroke-dasharray"] = f"{length:g} {length:g}"
    return look


def _paint(what: str, colour: str) -> dict[str, str]:
    """A colour; of `rgba(1,2,3,0.5)` the share apart, as LibreOffice knows no colour with a fourth part."""
    if not colour.startswith("rgba("):
        return {what: colour}
    red, green, blue, share = (float(part) for part in colour[5:-1].split(","))
    return {what: f"#{int(red):02x}{int(green):02x}{int(blue):02x}", f"{what}-opacity": f"{share:g}"}


def dashes(dash: str, width: float) -> float:
    """Dots and dashes as long as Plotly makes them, and the gaps between them; 0 for a line without."""
    return {"dot": max(width, 3.0), "dash": max(3 * width, 9.0), "tick": 6.0}.get(dash, 0.0)


def _way(xs: Points, ys: Points) -> str:
    """From point to point, anew after each None."""
    told, step = [], "M"
    for x, y in zip(xs, ys, strict=True):
        if x is None or y is None:
            step = "M"
        else:
            told.append(f"{step}{_short(x)} {_short(y)}")
            step = "L"
    return "".join(told)


def _sides(box: Box, radius: float) -> dict[str, str]:
    left, top, right, bottom = box
    sides = {"x": left, "y": top, "width": max(right - left, 0), "height": max(bottom - top, 0)}
    return {side: _short(length) for side, length in (sides | ({"rx": radius} if radius else {})).items()}


def _short(length: float) -> str:
    """A length to the hundredth of a pixel, which nobody sees."""
    return f"{round(length, 2) + 0.0:.10g}"

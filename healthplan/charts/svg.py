"""One of our figures (a Plotly dictionary) as SVG with words that are text, for places without a script of
Plotly's: the hall and its paper.

It is drawn as on our pictures. Colours are names of the style sheet, so that one picture follows both
themes; on paper they are the colours themselves.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from healthplan.charts.canvas import Box, Canvas
from healthplan.charts.figure_drawing import FigureDrawing
from healthplan.charts.frame import Figure
from healthplan.charts.text_layout import Line, text_lines
from healthplan.theme import FONT, LIGHT, named_colours

AIR = 8.0  # around the figure; on a page letters are a little wider than in our face
ANCHORS = {"left": "start", "middle": "middle", "right": "end"}
LOOKS = {"bold": {"font-weight": "700"}, "italic": {"font-style": "italic"}}


class LiveCanvas(Canvas):
    """A sheet whose words are text, whose marks say their sentence under pointer and focus, and on which each
    place has its group, which can be switched off."""

    def __init__(self, width: float, height: float, zoom: float, *, paper: bool) -> None:
        super().__init__(width, height, "none", zoom)
        self._names = {} if paper else _names()

    @contextmanager
    def of_place(self, place: str) -> Iterator[None]:
        """A group with the place's name."""
        with self._group({"data-place": place}):
            yield

    @contextmanager
    def of_row(self, row: str, told: str) -> Iterator[None]:
        """A mark that says under pointer or focus what is printed and where."""
        if not row:
            yield
            return
        said = _plain_words(told)
        with self._group({"class": "mark", "tabindex": 0, "data-row": row, "role": "img", "aria-label": said}):
            self._drawn.append(f"<title>{escape(said)}</title>")
            yield

    def touch(self, x: float, y: float, size: float) -> None:
        """A mark for the pointer."""
        self.mark(x, y, "circle", size, "transparent")

    def live_svg(self, alt: str) -> str:
        """The sheet as an element of a page."""
        return self._sheet("", "".join(self._drawn), _told({"role": "group", "aria-label": alt, "font-family": FONT}))

    @contextmanager
    def _group(self, attributes: dict[str, Any]) -> Iterator[None]:
        self._drawn.append(f"<g{_told(attributes)}>")
        yield
        self._drawn.append("</g>")

    def _write(self, x: float, y: float, anchor: str, runs: Line) -> None:
        spans = ""
        for run in runs:
            look = {"font-size": f"{run.size:g}", "fill": self._colour(run.colour)} | LOOKS.get(run.weight, {})
            spans += f"<tspan{_told(look)}>{escape(run.text)}</tspan>"
        self._drawn.append(f"<text{_told({'x': x, 'y': y, 'text-anchor': ANCHORS[anchor]})}>{spans}</text>")

    def _add(self, name: str, attributes: dict[str, str], _within: Box | None = None) -> None:
        """A shape, not cut: a page has several sheets, and the name of a cut counts for all of it."""
        super()._add(name, {key: self._colour(value) for key, value in attributes.items()})

    def _colour(self, colour: str) -> str:
        return self._names.get(colour, colour)


class LinkedCanvas(LiveCanvas):
    """A sheet whose marks lead to the evidence of their rows. The keyboard finds the same links in the table below the
    chart and need not stop at each mark."""

    def __init__(self, width: float, height: float, address: Callable[[str], str]) -> None:
        super().__init__(width, height, 1, paper=False)
        self._address = address

    @contextmanager
    def of_row(self, row: str, told: str) -> Iterator[None]:
        """A mark that says under the pointer what is printed and where, and leads there."""
        if not row:
            yield
            return
        said = _plain_words(told)
        self._drawn.append(f"<a{_told({'href': self._address(row), 'tabindex': -1})}><title>{escape(said)}</title>")
        yield
        self._drawn.append("</a>")

    def linked_svg(self, alt: str) -> str:
        """The sheet as an element of a page, as wide as the page has room."""
        told = {"viewBox": f"0 0 {self.width:g} {self.height:g}", "role": "group", "aria-label": alt}
        return f"<svg{_told(told)}>{''.join(self._drawn)}</svg>"


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """The colours of the light theme by their names in the style sheet."""
    return {colour: f"var(--{name})" for name, colour in reversed(named_colours(LIGHT).items())}


def _told(attributes: dict[str, Any]) -> str:
    return "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items())


def figure_svg(figure: Figure, *, width: float, scale: float, alt: str, paper: bool = False) -> str:
    """The whole picture; `width` in the figure's own units, its height is the figure's; everything is drawn
    `scale` times as large."""
    height = figure["layout"]["height"]
    sheet = LiveCanvas(width, height, scale, paper=paper)
    FigureDrawing(figure).draw(sheet, (0, AIR, width - AIR, height - AIR))
    return sheet.live_svg(alt)


def linked_svg(figure: Figure, *, width: float, alt: str, address: Callable[[str], str]) -> str:
    """The picture as the browser's chart will show it `width` pixels wide; each mark leads to the address of its
    row."""
    height = figure["layout"]["height"]
    sheet = LinkedCanvas(width, height, address)
    FigureDrawing(figure, margins=True).draw(sheet, (0, 0, width, height))
    return sheet.linked_svg(alt)


def _plain_words(told: str) -> str:
    """What is told of a mark, without its letters' weight and colour."""
    return "\n".join("".join(run.text for run in line) for line in text_lines(told, 0, ""))

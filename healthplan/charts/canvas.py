"""A sheet that is measured in pixels from its top left corner: lines, areas, marks and words on it, and the
sheet as SVG or PNG.

Words are drawn as outlines. Word, PowerPoint and most viewers ignore a font that an SVG carries with it and
take one that lacks half of the Vietnamese letters; outlines look the same everywhere. What the picture says
stands once more as text in its <title> and <desc>, where search and screen readers find it.
"""

import re
from collections.abc import Sequence
from io import BytesIO
from threading import Lock
from xml.sax.saxutils import escape

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, PathPatch, Polygon, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

from healthplan.charts.writing import Line, Run, face, shortened, width_of

SLANT = 0.2
ORDER = 2  # of all that is drawn: what comes later lies on top; words lie above everything
INCH = 72  # points; on our sheets a point is a pixel
matplotlib.rcParams |= {"svg.hashsalt": "roadmap72", "svg.fonttype": "path", "text.hinting": "none"}
_drawing = Lock()  # fonts and settings of the library are shared by all threads
Points = Sequence[float | None]
Box = tuple[float, float, float, float]  # left, top, right, bottom
# Corners of the marks, the largest extent first in size.
MARKS = {
    "circle": (1.0, None),
    "square": (1.0, [(-1, -1), (1, -1), (1, 1), (-1, 1)]),
    "diamond": (1.3, [(0, -1), (1, 0), (0, 1), (-1, 0)]),
    "diamond-tall": (1.4, [(0, -1), (0.5, 0), (0, 1), (-0.5, 0)]),
    "up": (1.1, [(-1, -0.8), (1, -0.8), (0, 1)]),
    "down": (1.1, [(-1, 0.8), (1, 0.8), (0, -1)]),
    "onward": (1.0, [(-1, 1), (-0.1, 1), (1, 0), (-0.1, -1), (-1, -1), (0.1, 0)]),
}


class Canvas:
    """One sheet. `zoom` enlarges everything on it when it becomes a picture."""

    def __init__(self, width: float, height: float, paper: str, zoom: float = 1) -> None:
        self.width, self.height, self.zoom = width, height, zoom
        self.figure = Figure(figsize=(width / INCH, height / INCH), dpi=INCH, facecolor=paper)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set(xlim=(0, width), ylim=(height, 0))
        self.axes.set_axis_off()

    def line(
        self, xs: Points, ys: Points, colour: str, width: float, dash: str = "solid",
        within: Box | None = None,
    ) -> None:
        """A line, broken where a point is None, cut off at the edges of `within` (left, top, right,
        bottom)."""
        drawn = Line2D(_numbers(xs), _numbers(ys), color=rgba(colour), linewidth=width,
                       linestyle=dashes(dash, width), dash_capstyle="butt", solid_capstyle="butt",
                       solid_joinstyle="round")  # fmt: skip
        self._add(drawn, within)

    def area(
        self, xs: Sequence[float], ys: Sequence[float], colour: str,
        within: Box | None = None,
    ) -> None:
        """A filled shape."""
        self._add(Polygon(list(zip(xs, ys, strict=True)), facecolor=rgba(colour), linewidth=0), within)

    def mark(
        self, x: float, y: float, shape: str, size: float, fill: str, edge: str = "none", width: float = 0
    ) -> None:
        """One mark around a point. `size` is the diameter of the circle that has the mark's weight."""
        extent, corners = MARKS[shape]
        marker = Outline([*corners, corners[0]], closed=True) if corners else "o"
        self._add(Line2D([x], [y], linestyle="none", marker=marker, markersize=size * extent,
                         markerfacecolor=rgba(fill), markeredgecolor=rgba(edge),
                         markeredgewidth=width))  # fmt: skip

    def words(self, x: float, y: float, line: Line, anchor: str = "left") -> None:
        """One line of words; `y` is its baseline. It ends with three dots where it would leave the sheet."""
        room = {"left": self.width - x, "middle": 2 * min(x, self.width - x), "right": x}[anchor]
        line = shortened(line, room)
        x -= {"left": 0.0, "middle": 0.5, "right": 1.0}[anchor] * width_of(line)
        for run in line:
            if run.weight == "slanted":
                self._slanted(x, y, run)
            else:
                self.axes.text(x, y, run.text, fontproperties=face(run), fontsize=run.size, color=run.colour,
                               va="baseline", ha="left", parse_math=False)  # fmt: skip
            x += width_of([run])

    def _slanted(self, x: float, y: float, run: Run) -> None:
        """Words in a slant, as a browser slants a face that has no slanted letters of its own."""
        outline = TextPath((0, 0), run.text, size=run.size, prop=face(run))
        lean = Affine2D([[1, SLANT, x], [0, -1, y], [0, 0, 1]])
        words = PathPatch(outline.transformed(lean), facecolor=run.colour, linewidth=0)
        self._add(words)
        words.set_zorder(ORDER + 1)

    def _add(self, drawn: Line2D | Patch, within: Box | None = None) -> None:
        self.axes.add_artist(drawn)
        drawn.set_zorder(ORDER)
        drawn.set_clip_on(within is not None)
        if within is not None:
            left, top, right, bottom = within
            edge = Rectangle((left, top), right - left, bottom - top, transform=self.axes.transData)
            drawn.set_clip_path(edge)

    def svg(self, title: str, description: str) -> bytes:
        """The sheet as SVG, the same bytes for the same sheet."""
        told, sheet = {"Date": None, "Creator": None, "Title": title}, BytesIO()
        with _drawing:
            FigureCanvasSVG(self.figure).print_svg(sheet, metadata=told)
        text = sheet.getvalue().decode()
        size = f'width="{self.width * self.zoom:g}" height="{self.height * self.zoom:g}" role="img"'
        text = re.sub(r'width="[\d.]+pt" height="[\d.]+pt"', lambda _: size, text, count=1)
        desc = f"</title>\n <desc>{escape(description)}</desc>"
        return text.replace("</title>", desc, 1).encode()

    def png(self, density: float) -> bytes:
        """The sheet as PNG with `density` pixels for one of the picture's."""
        sheet = BytesIO()
        with _drawing:
            self.figure.set_dpi(INCH * self.zoom * density)
            FigureCanvasAgg(self.figure).print_png(sheet, metadata={"Software": None})
        return sheet.getvalue()


def rgba(colour: str) -> str | tuple[float, ...]:
    """`rgba(1,2,3,0.5)` as the numbers that the library understands; other colours as they are."""
    if not colour.startswith("rgba("):
        return colour
    red, green, blue, share = (float(part) for part in colour[5:-1].split(","))
    return red / 255, green / 255, blue / 255, share


def dashes(dash: str, width: float) -> str | tuple[float, tuple[float, float]]:
    """Dots and dashes as long as Plotly makes them."""
    length = {"dot": max(width, 3), "dash": max(3 * width, 9), "tick": 6}.get(dash)
    return (0, (length / width, length / width)) if length else "solid"


def _numbers(points: Points) -> list[float]:
    return [float("nan") if point is None else point for point in points]

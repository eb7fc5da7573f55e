"""The tile map as a drawing: a square for each province and city, and both archipelagos with their outline
and name in every state."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from healthplan.charts.canvas import Box, Canvas
from healthplan.charts.text_layout import BASELINE, TextRun, balanced_lines, text_lines, width_of, wrapped_lines
from healthplan.theme import LIGHT, on_shade, shades

SIZE = 72.0
ABOVE = 16.0
GAP = 6.0
ROUND = 6.0
LETTERS = 12.5
LEADING = 15.5
NAME_LINES = 3
NAME = 8.4  # of the size of the letters: the room for the name of an archipelago
SEA = (9.5, 7.5)  # row and column of the name of the sea
# Islands in an archipelago's square: middle and radius, in shares of its side.
ISLANDS = (
    (0.25, 0.35, 0.07),
    (0.45, 0.25, 0.09),
    (0.6, 0.5, 0.07),
    (0.78, 0.42, 0.07),
    (0.5, 0.72, 0.06),
    (0.8, 0.75, 0.06),
)


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile of the map; `shade` None without a value; `word` says that a word is shown as a number; an
    archipelago has the name of its province; without a plan: `reported`, a value was reported; `known`, the
    plan is known to exist."""

    name: str
    row: int
    column: int
    shown: str
    shade: int | None
    planned: bool
    word: bool
    belongs: str = ""
    reported: bool = False
    known: bool = False


@dataclass(frozen=True, slots=True)
class Tiles:
    """All tiles; `sea` is what stands on the sea between the archipelagos."""

    tiles: Sequence[Tile]
    sea: str

    def height(self, _width: float) -> float:
        """All rows and the air over them."""
        return ABOVE + (max(tile.row for tile in self.tiles) + 1) * (SIZE + GAP)

    def draw(self, canvas: Canvas, box: Box) -> None:
        """From the left; what is free at the right belongs to the names of the archipelagos."""
        left, top = box[0], box[1] + ABOVE
        row, column = SEA
        sea = [TextRun(" ".join(self.sea), 13, LIGHT.muted)]
        _write(canvas, [sea], left + column * (SIZE + GAP), top + row * (SIZE + GAP))
        for tile in self.tiles:
            x, y = left + tile.column * (SIZE + GAP), top + tile.row * (SIZE + GAP)
            (_archipelago if tile.belongs else _province)(canvas, tile, (x, y, x + SIZE, y + SIZE))


def _province(canvas: Canvas, tile: Tile, box: Box) -> None:
    planned, shade = tile.planned, tile.shade
    ground = LIGHT.surface if planned else LIGHT.sunken
    canvas.box(box, ground if shade is None else shades(LIGHT)[shade], ROUND)
    edge, width = (LIGHT.ink, 2) if planned else (LIGHT.line, 1)
    if tile.known:
        canvas.frame(box, LIGHT.ink, 2, ROUND, "tick")
    else:
        canvas.frame(box, edge, width, ROUND)
    if tile.reported:
        canvas.mark(box[2] - 8, box[1] + 8, "circle", 6, LIGHT.muted)
    plain = LIGHT.ink if planned else LIGHT.muted
    ink = plain if shade is None else on_shade(LIGHT, shade)
    (name,) = text_lines(escape(tile.name), LETTERS, ink, "bold" if planned else "regular")
    lines = balanced_lines(name, SIZE - 4, NAME_LINES)
    if tile.shown:
        lines += wrapped_lines([TextRun(tile.shown, 13.5, ink, "slanted" if tile.word else "bold")], SIZE - 4, 1)
    _write(canvas, lines, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


def _archipelago(canvas: Canvas, tile: Tile, box: Box) -> None:
    left, top, right, bottom = box
    canvas.frame(box, LIGHT.ink, 2, ROUND, "tick")
    for x, y, radius in ISLANDS:
        canvas.mark(left + x * SIZE, top + y * SIZE, "circle", 2 * radius * SIZE, LIGHT.ink)
    (name,) = text_lines(escape(tile.name), LETTERS, LIGHT.ink, "bold")
    (where,) = text_lines(escape(f"({tile.belongs})"), 12, LIGHT.muted)
    lines = [*balanced_lines(name, NAME * LETTERS, NAME_LINES), where]
    _write(canvas, lines, (left + right) / 2, bottom + 6 + len(lines) * LEADING / 2)


def _write(canvas: Canvas, lines: list[list[TextRun]], x: float, y: float) -> None:
    """Lines around a point."""
    first = y - (len(lines) - 1) * LEADING / 2
    for at, line in enumerate(lines):
        middle = x - width_of(line) / 2
        canvas.words(middle, first + at * LEADING + line[0].size * BASELINE, line)

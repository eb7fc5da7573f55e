"""What stands above and below a picture's charts: entries with a small mark, one after the other, in as many
lines as they need."""

from collections.abc import Callable
from dataclasses import dataclass

from healthplan.charts.canvas import Canvas
from healthplan.charts.look import LIGHT
from healthplan.charts.plotted import BASELINE
from healthplan.charts.writing import Line, lines_of, width_of, wrapped

MARK = 30.0  # pixels that a mark of the key takes before its words
DOT = 17.0
GAP = 24.0  # between two entries


@dataclass(frozen=True, slots=True)
class Entry:
    """Words (with the tags of our charts) behind a mark: "" for none, a colour for a dot, or a mark of the
    key."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Entries that follow each other. `above` is the room over them, `leading` the height of a line."""

    entries: tuple[Entry, ...]
    size: float
    leading: float
    above: float
    colour: str = LIGHT.muted
    weight: str = "regular"


Piece = tuple[float, str, Line]  # from the left edge; the mark; the words
Rows = list[list[Piece]]


def rows_of(block: Block, width: float) -> Rows:
    """The entries of a block in rows that are no wider than `width`."""
    rows: Rows = [[]]
    at = 0.0
    for entry in block.entries:
        indent = _room(entry.mark)
        (line,) = lines_of(entry.text, block.size, block.colour, block.weight)
        for turn, part in enumerate(wrapped(line, width - indent)):
            if rows[-1] and (turn or at + indent + width_of(part) > width):
                rows.append([])
                at = 0.0
            rows[-1].append((at, "" if turn else entry.mark, part))
            at += indent + width_of(part) + GAP
    return rows


def height_of(blocks: list[Block], width: float) -> float:
    """How high blocks are below each other."""
    return sum(block.above + block.leading * len(rows_of(block, width)) for block in blocks)


def write(canvas: Canvas, blocks: list[Block], left: float, top: float, width: float) -> None:
    """Writes blocks below each other."""
    for block in blocks:
        top += block.above
        for row in rows_of(block, width):
            for at, mark, line in row:
                x, middle = left + at, top + block.leading / 2
                _drawn(canvas, x, middle, mark)
                canvas.words(x + _room(mark), middle + block.size * BASELINE, line)
            top += block.leading


def _room(mark: str) -> float:
    return 0.0 if not mark else DOT if mark.startswith("#") else MARK


def _drawn(canvas: Canvas, x: float, y: float, mark: str) -> None:
    """The small mark before words: as the charts draw it."""
    if mark.startswith("#"):
        canvas.mark(x + 5, y, "circle", 10, mark)
    elif mark:
        KEY[mark](canvas, x, y)


def _stroke(canvas: Canvas, x: float, y: float, width: float, colour: str, dash: str = "solid") -> None:
    canvas.line([x, x + 22], [y, y], colour, width, dash)


def _table(canvas: Canvas, x: float, y: float) -> None:
    _stroke(canvas, x, y, 2, LIGHT.muted)
    canvas.mark(x + 11, y, "circle", 10, LIGHT.muted)


def _actual(canvas: Canvas, x: float, y: float) -> None:
    _stroke(canvas, x, y, 3, LIGHT.muted)
    canvas.mark(x + 11, y, "square", 10, LIGHT.muted)


def _nation(canvas: Canvas, x: float, y: float) -> None:
    _stroke(canvas, x, y, 1.6, LIGHT.ink, "dot")
    canvas.mark(x + 11, y, "diamond-tall", 9, LIGHT.ink)


def _open(canvas: Canvas, x: float, y: float) -> None:
    canvas.mark(x + 11, y + 2, "circle", 8, LIGHT.surface, LIGHT.muted, 2)
    canvas.mark(x + 11, y - 7, "up", 6, LIGHT.muted)


KEY: dict[str, Callable[[Canvas, float, float], None]] = {
    "table": _table,
    "text": lambda canvas, x, y: canvas.mark(x + 11, y, "diamond", 9, LIGHT.muted),
    "range": lambda canvas, x, y: canvas.line([x + 11, x + 11], [y - 7, y + 7], LIGHT.muted, 6),
    "open": _open,
    "gap": lambda canvas, x, y: _stroke(canvas, x, y, 1, LIGHT.muted, "dot"),
    "actual": _actual,
    "nation": _nation,
    "ring": lambda canvas, x, y: canvas.mark(x + 11, y, "circle", 15, "none", LIGHT.accent, 2),
}


def strip(entries: tuple[Entry, ...], width: float) -> bytes:
    """Entries alone as an SVG, such as the key of several charts on a page that has its own words."""
    blocks = [Block(entries, 12.5, 20, 0)]
    canvas = Canvas(width, height_of(blocks, width), LIGHT.surface)
    write(canvas, blocks, 0, 0, width)
    return canvas.svg(plain(blocks[0]), "")


def plain(block: Block) -> str:
    """The words of a block without their marks, for those who search or listen."""
    lines = [lines_of(entry.text, block.size, block.colour) for entry in block.entries]
    return "; ".join("".join(run.text for line in own for run in line) for own in lines)



"""What stands above and below a picture's charts: entries with a small mark, one after the other, in as many
lines as they need."""

from dataclasses import dataclass
from functools import lru_cache

from healthplan.charts.canvas import Canvas
from healthplan.charts.key import draw_mark, room_of
from healthplan.charts.text_layout import BASELINE, MOST_LINES, Line, lines_of, width_of, wrapped
from healthplan.theme import LIGHT

GAP = 24.0  # between two entries


@dataclass(frozen=True, slots=True)
class Entry:
    """Words (with the tags of our charts) behind a mark of the key; "" for none."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Entries that follow each other. `above` is the room over them, `leading` the height of a line. An entry
    of more than `most` lines ends with three dots."""

    entries: tuple[Entry, ...]
    size: float
    leading: float
    above: float
    colour: str = LIGHT.muted
    weight: str = "regular"
    most: int = MOST_LINES  # lines of one entry


Piece = tuple[float, str, Line]  # from the left edge; the mark; the words
Rows = list[list[Piece]]


@lru_cache(maxsize=4096)  # asked for the height of everything around it, then for itself
def rows_of(block: Block, width: float) -> Rows:
    """The entries of a block in rows that are no wider than `width`."""
    rows: Rows = [[]]
    at = 0.0
    for entry in block.entries:
        indent = room_of(entry.mark)
        (line,) = lines_of(entry.text, block.size, block.colour, block.weight)
        for turn, part in enumerate(wrapped(line, width - indent, block.most)):
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
                draw_mark(canvas, x, middle, mark)
                canvas.words(x + room_of(mark), middle + block.size * BASELINE, line)
            top += block.leading


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

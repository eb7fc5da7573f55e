"""What stands above and below a picture's charts: entries with a small mark, one after the other, in as many
lines as they need."""

from dataclasses import dataclass
from functools import lru_cache

from healthplan.charts.canvas import Canvas
from healthplan.charts.key import draw_mark, mark_width
from healthplan.charts.text_layout import BASELINE, MOST_LINES, Line, text_lines, width_of, wrapped_lines
from healthplan.theme import LIGHT

GAP = 24.0  # between two entries


@dataclass(frozen=True, slots=True)
class Caption:
    """Words (with the tags of our charts) behind a mark of the key; "" for none."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Entries that follow each other. `above` is the room over them, `leading` the height of a line. An entry
    of more than `most` lines ends with three dots."""

    entries: tuple[Caption, ...]
    size: float
    leading: float
    above: float
    colour: str = LIGHT.muted
    weight: str = "regular"
    most: int = MOST_LINES  # lines of one entry


Piece = tuple[float, str, Line]  # from the left edge; the mark; the words
Rows = list[list[Piece]]


@lru_cache(maxsize=4096)  # asked for the height of everything around it, then for itself
def block_rows(block: Block, width: float) -> Rows:
    """The entries of a block in rows that are no wider than `width`."""
    rows: Rows = [[]]
    at = 0.0
    for entry in block.entries:
        indent = mark_width(entry.mark)
        (line,) = text_lines(entry.text, block.size, block.colour, block.weight)
        for turn, part in enumerate(wrapped_lines(line, width - indent, block.most)):
            if rows[-1] and (turn or at + indent + width_of(part) > width):
                rows.append([])
                at = 0.0
            rows[-1].append((at, "" if turn else entry.mark, part))
            at += indent + width_of(part) + GAP
    return rows


def blocks_height(blocks: list[Block], width: float) -> float:
    """How high blocks are below each other."""
    return sum(block.above + block.leading * len(block_rows(block, width)) for block in blocks)


def draw_blocks(canvas: Canvas, blocks: list[Block], left: float, top: float, width: float) -> None:
    """Writes blocks below each other."""
    for block in blocks:
        top += block.above
        for row in block_rows(block, width):
            for at, mark, line in row:
                x, middle = left + at, top + block.leading / 2
                draw_mark(canvas, x, middle, mark)
                canvas.words(x + mark_width(mark), middle + block.size * BASELINE, line)
            top += block.leading


def captions_svg(entries: tuple[Caption, ...], width: float) -> bytes:
    """Entries alone as an SVG, such as the key of several charts on a page that has its own words."""
    blocks = [Block(entries, 12.5, 20, 0)]
    canvas = Canvas(width, blocks_height(blocks, width), LIGHT.surface)
    draw_blocks(canvas, blocks, 0, 0, width)
    return canvas.svg(plain_words(blocks[0]), "")


def plain_words(block: Block) -> str:
    """The words of a block without their marks, for those who search or listen."""
    lines = [text_lines(entry.text, block.size, block.colour) for entry in block.entries]
    return "; ".join("".join(run.text for line in own for run in line) for own in lines)

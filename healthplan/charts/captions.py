"""What stands above and below a picture's charts: entries with a small mark, one after the other, in as many
lines as they need."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin

from healthplan.charts.canvas import Canvas
from healthplan.charts.text_layout import BASELINE, MOST_LINES, Line, text_lines, width_of, wrapped_lines
from healthplan.charts.time_bars import TimeBar, draw_time_bar
from healthplan.theme import LIGHT, shades

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


Mark = Callable[[Canvas, float, float], None]
DOT = 17.0  # pixels that a mark takes before its words: a dot or a sign, a mark of the key, a kind of time
KEY_MARK = 30.0
TIME = 44.0


def mark_width(mark: str) -> float:
    """How much room a mark takes before its words."""
    if not mark:
        return 0.0
    rooms = {"time": TIME, "shades": 6 * 18.0, "sign": DOT, "status": DOT}
    return DOT if mark.startswith("#") else rooms.get(mark.partition("-")[0], KEY_MARK)


def draw_mark(canvas: Canvas, x: float, y: float, mark: str) -> None:
    """A mark as the charts draw it, from `x` on, in the middle of `y`."""
    kind, _, name = mark.partition("-")
    if mark.startswith("#"):
        canvas.mark(x + 5, y, "circle", 10, mark)
    elif kind == "time":
        bar = (x + 12, y - 4, x + 22, y + 4) if name in ("quarter", "month") else (x, y - 4, x + 34, y + 4)
        draw_time_bar(canvas, bar, TimeBar(name, years=3, open=name == "from"))
    elif mark:
        KEY[mark](canvas, x, y)


def _shades(canvas: Canvas, x: float, y: float) -> None:
    for shade, colour in enumerate(shades(LIGHT)):
        canvas.box((x + shade * 19, y - 7, x + shade * 19 + 17, y + 7), colour, 3)


def _marked_line(shape: str, width: float, size: float = 10) -> Mark:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.line([x, x + 22], [y, y], LIGHT.muted, width)
        canvas.mark(x + 11, y, shape, size, LIGHT.muted)

    return draw


def _open(canvas: Canvas, x: float, y: float) -> None:
    canvas.mark(x + 11, y + 2, "circle", 8, LIGHT.surface, LIGHT.muted, 2)
    canvas.mark(x + 11, y - 7, "up", 6, LIGHT.muted)


def _dotted_ring(canvas: Canvas, x: float, y: float) -> None:
    turn = [2 * pi * step / 24 for step in range(25)]
    canvas.line([x + 5 + 4 * cos(one) for one in turn], [y + 4 * sin(one) for one in turn], LIGHT.muted, 2, "dot")


def _shape(shape: str, colour: str, size: float = 9) -> Mark:
    return lambda canvas, x, y: canvas.mark(x + 5, y, shape, size, colour)


def _ring(colour: str, size: float = 8, at: float = 5) -> Mark:
    return lambda canvas, x, y: canvas.mark(x + at, y, "circle", size, LIGHT.surface, colour, 2)


def _bar(colour: str) -> Mark:
    return lambda canvas, x, y: canvas.line([x, x + 10], [y, y], colour, 3)


def _half(colour: str) -> Mark:
    """A square of which one half is filled."""

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.frame((x, y - 5, x + 10, y + 5), colour, 1.5)
        canvas.box((x, y - 5, x + 5, y + 5), colour)

    return draw


_SIGN = LIGHT.signs
KEY: dict[str, Mark] = {
    "table": _marked_line("circle", 2),
    "text": lambda canvas, x, y: canvas.mark(x + 11, y, "diamond", 9, LIGHT.muted),
    "range": lambda canvas, x, y: canvas.line([x + 11, x + 11], [y - 7, y + 7], LIGHT.muted, 6),
    "open": _open,
    "gap": lambda canvas, x, y: canvas.line([x, x + 22], [y, y], LIGHT.muted, 1, "dot"),
    "actual": _marked_line("square", 3),
    "month": _marked_line("circle", 1, 5),
    "year_ring": lambda canvas, x, y: canvas.mark(x + 11, y, "circle", 13, "none", LIGHT.muted, 2),
    "assumed": lambda canvas, x, y: canvas.line([x, x + 22], [y, y], LIGHT.accent, 2, "dot"),
    "nation": lambda canvas, x, y: canvas.mark(x + 11, y, "diamond-tall", 9, LIGHT.ink),
    "ring": lambda canvas, x, y: canvas.mark(x + 11, y, "circle", 15, "none", LIGHT.accent, 2),
    "tick": lambda canvas, x, y: canvas.line([x + 11, x + 11], [y - 9, y + 9], LIGHT.ink, 2, "tick"),
    "base": _ring(LIGHT.muted, 6, 11),
    "goal": lambda canvas, x, y: canvas.mark(x + 11, y, "circle", 10, LIGHT.muted),
    "hollow": _ring(LIGHT.muted, 8, 11),
    "reach": lambda canvas, x, y: canvas.line([x + 2, x + 20], [y, y], LIGHT.muted, 8),
    "other": lambda canvas, x, y: canvas.mark(x + 11, y, "circle", 9, LIGHT.strong_line),
    "shades": _shades,
    "sign-stronger": _shape("up", _SIGN["stronger"], 10),
    "sign-equal": _shape("circle", _SIGN["equal"], 10),
    "sign-weaker": _shape("down", _SIGN["weaker"], 10),
    "sign-later": _shape("onward", _SIGN["later"], 10),
    "sign-two_levels": _half(_SIGN["two_levels"]),
    "sign-not_stated": _ring(_SIGN["not_stated"]),
    "sign-not_held": _dotted_ring,
    "sign-not_comparable": _bar(_SIGN["not_comparable"]),
    "sign-no_benchmark": _shape("circle", _SIGN["not_stated"], 5),
    "status-no_report": _dotted_ring,
    "status-not_started": _ring(LIGHT.muted),
    "status-on_track": _shape("circle", _SIGN["equal"], 10),
    "status-ongoing": _bar(_SIGN["equal"]),
    "status-with_difficulties": _shape("down", _SIGN["weaker"], 10),
    "status-done": _shape("up", _SIGN["stronger"], 10),
    "status-done_differently": _shape("diamond", _SIGN["stronger"], 8),
    "status-stopped": _shape("square", LIGHT.muted),
}

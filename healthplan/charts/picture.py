"""Our charts as pictures to take away: title, charts, key, sources and release on one light sheet, as SVG or
PNG. Drawn by this program alone, from the same figures that the screens show."""

from dataclasses import dataclass, replace
from html import escape
from math import ceil, sqrt

from healthplan.charts.canvas import Canvas
from healthplan.charts.captions import Block, Caption, blocks_height, draw_blocks, plain_words
from healthplan.charts.drawing import Drawing
from healthplan.charts.text_layout import MOST_LINES
from healthplan.text.letters import boxes
from healthplan.theme import LIGHT

EDGE = 36.0  # around everything; less on a low sheet, where the chart needs the room
WORDS_SHARE = 0.6  # of the height at most, for the words around a chart
FEWER = (4, 2, 1)  # lines of an entry, one try after the other
HEAD_LINES = 3  # of a title: the chart needs the room
EDGE_SHARE = 0.05  # of the height
MOST_PIXELS = 14e6  # of a PNG; more would take a reader's program, and our worker, hundreds of megabytes
LONGEST_SIDE = 60_000  # pixels; what draws them takes fewer than 2 ** 16


@dataclass(frozen=True, slots=True)
class SheetSize:
    """How large a picture is: `width` x `height` (0: as high as it needs) pixels, everything on it enlarged
    by `zoom`, and in a PNG `density` times as many pixels. `framed` is False for the chart alone, without
    words around it."""

    width: float
    height: float
    zoom: float = 1
    density: float = 1
    framed: bool = True


SHEETS = {
    "page": SheetSize(1200, 750, density=2),
    "slide": SheetSize(1920, 1080, zoom=2),
    "grid": SheetSize(1200, 0, density=2),
    "tall": SheetSize(800, 0, density=2),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture shows and says. Legend, key and notes may hold the tags of our
    charts (b, i, span); the rest is plain."""

    title: str
    subtitle: str
    drawing: Drawing
    alt: str = ""
    legend: tuple[Caption, ...] = ()
    key: tuple[Caption, ...] = ()
    notes: tuple[tuple[Caption, ...], ...] = ()
    foot: tuple[str, ...] = ()


def picture_svg(picture: Picture, sheet: SheetSize) -> bytes:
    """The picture as SVG, with its words in title and desc."""
    around = (*_head(picture), *_foot(picture))
    told = [picture.subtitle, picture.alt, *(plain_words(block) for block in around[1:])]
    return _sheet(picture, sheet).svg(picture.title, " ".join(dict.fromkeys(one for one in told if one)))


def picture_png(picture: Picture, sheet: SheetSize) -> bytes:
    """The picture as PNG; a very large one has fewer pixels than the sheet says."""
    drawn = _sheet(picture, sheet)
    width, height = drawn.width * sheet.zoom, drawn.height * sheet.zoom
    most = min(sqrt(MOST_PIXELS / (width * height)), LONGEST_SIDE / max(width, height))
    return drawn.png(min(sheet.density, most))


def _sheet(picture: Picture, sheet: SheetSize) -> Canvas:
    """Everything on its place: words above and below, the drawing in what is left between."""
    edge = min(EDGE, EDGE_SHARE * sheet.height / sheet.zoom or EDGE) if sheet.framed else 4.0
    width = sheet.width / sheet.zoom
    room = width - 2 * edge
    head, foot = _around(picture, room, sheet.height / sheet.zoom) if sheet.framed else ([], [])
    above, below = blocks_height(head, room), blocks_height(foot, room)
    height = sheet.height / sheet.zoom or ceil(2 * edge + above + picture.drawing.height(room) + below)
    canvas = Canvas(width, height, LIGHT.surface, sheet.zoom)
    draw_blocks(canvas, head, edge, edge, room)
    draw_blocks(canvas, foot, edge, height - edge - below, room)
    picture.drawing.draw(canvas, (edge, edge + above, width - edge, height - edge - below))
    return canvas


def _around(picture: Picture, room: float, high: float) -> tuple[list[Block], list[Block]]:
    """What stands above and below. On a sheet of a given height very long words are cut until the chart has
    its share."""
    head, foot = _head(picture), _foot(picture)
    for most in (MOST_LINES, *FEWER) if high else ():
        head, foot = ([replace(block, most=min(block.most, most)) for block in one] for one in (head, foot))
        if blocks_height(head, room) + blocks_height(foot, room) <= high * WORDS_SHARE:
            break
    return head, foot


def _head(picture: Picture) -> list[Block]:
    blocks = [
        Block((Caption(escape(picture.title)),), 25, 32, 0, LIGHT.ink, "bold", HEAD_LINES),
        Block((Caption(escape(picture.subtitle)),), 14, 20, 4, most=HEAD_LINES),
        Block(picture.legend, 14, 20, 14, LIGHT.ink),
    ]
    return [block for block in blocks if block.entries and block.entries[0].text]


def _foot(picture: Picture) -> list[Block]:
    blocks = [
        Block(picture.key, 12.5, 20, 14),
        *(Block(note, 12.5, 20, 4, LIGHT.ink) for note in picture.notes),
        Block(tuple(Caption(escape(line)) for line in (*picture.foot, *_boxes(picture))), 12, 18, 12),
    ]
    return [block for block in blocks if block.entries]


def _boxes(picture: Picture) -> list[str]:
    """What the boxes on it stand for."""
    entries = (*picture.legend, *picture.key, *(one for note in picture.notes for one in note))
    said = boxes(
        " ".join((picture.title, picture.subtitle, picture.alt, *picture.foot, *(entry.text for entry in entries)))
    )
    return [said] if said else []

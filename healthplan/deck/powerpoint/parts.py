"""Figures, sentences, tables and the map as native shapes of PowerPoint."""

from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from healthplan.charts.tiles import Tile
from healthplan.deck.deck import SlideKind
from healthplan.deck.powerpoint.shapes import BODY, SIGNS, SMALL, Look, name_shape, px, rgb, write_runs
from healthplan.deck.slide import Page, SlideCell, SlideFigure, SlideTable
from healthplan.theme import on_shade, place_colour, shades

HAIRLINES = "{72B1A5E0-0072-4A72-8C72-72F0C1D2E3A4}"  # the template's style of tables
ROW = px(44)  # the least height of a table's row
TILE_SIZE = (192, 46)  # width and height with its gap


def add_figures(slide: Any, page: Page, look: Look) -> None:
    """The figures in large type, each a box of text that can be edited, in one group."""
    group = slide.shapes.add_group_shape()
    count = len(page.figures)
    across = count if count < 4 else 2 if count == 4 else 3
    down = -(-count // across)
    wide, high = ((length - 26 * (number - 1)) / number for length, number in ((1760, across), (690, down)))
    for at, one in enumerate(page.figures):
        left, top = 80 + at % across * (wide + 26), 250 + at // across * (high + 26)
        _box(group, (left, top, wide, high), one.name, _figure_lines(one, look, across), look)
    name_shape(group, page.title[:60], page.alt)


def _box(
    group: Any, where: tuple[float, ...], name: str, lines: list[list[tuple[str, dict[str, Any]]]], look: Look
) -> None:
    shape = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(px, where))
    shape.name, shape.shadow.inherit = name, False
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(look.theme.surface)
    shape.line.color.rgb, shape.line.width = rgb(look.theme.line), Pt(1)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = px(26)
    frame.margin_top = frame.margin_bottom = px(12)
    write_runs(frame, lines)
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT


def _figure_lines(one: SlideFigure, look: Look, across: int) -> list[list[tuple[str, dict[str, Any]]]]:
    """A figure from its name to its notes. `across` is how many stand side by side."""
    ink = {"colour": look.theme.ink}
    dot = [("● ", {"size": BODY, "colour": place_colour(look.theme, one.place)})] if one.place else []
    sizes = {"large": 32, "middle": 26, "small": 19} if across > 2 else {"large": 54, "middle": 38, "small": 23}
    large = Pt(sizes[one.size])
    return [
        [*dot, (one.name, ink | {"size": Pt(16), "bold": True})],
        [(one.label, {"size": BODY, "colour": look.theme.muted})],
        [(one.figure, ink | {"size": large, "bold": True})],
        *([(note, ink | {"size": BODY})] for note in one.notes),
    ]


def add_points(slide: Any, page: Page, look: Look) -> None:
    """The sentences, each with where it is from, in one box of text."""
    shape = slide.shapes.add_textbox(px(80), px(262), px(1760), px(600))
    name_shape(shape, page.title[:60], page.title)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    lines: list[list[tuple[str, dict[str, Any]]]] = []
    for at, one in enumerate(page.points, 1):
        number = (f"{at}.  ", {"size": Pt(24), "bold": True, "colour": look.theme.accent})
        lines.append([number, (one.text, {"size": Pt(20), "colour": look.theme.ink})])
        mark = ("● ", {"size": BODY, "colour": place_colour(look.theme, one.place)})
        lines.append([mark, (one.small, {"size": BODY, "colour": look.theme.muted})])
    write_runs(frame, lines)
    for paragraph in frame.paragraphs[1::2]:
        paragraph.space_after = Pt(16)


def add_table(placeholder: Any, page: Page, table: SlideTable, look: Look) -> None:
    """A native table in the template's style of hairlines."""
    frame = placeholder.insert_table(len(table.rows) + 1, len(table.head))
    name_shape(frame, page.title[:60], page.alt or page.title)
    frame._element.find(".//" + qn("a:tableStyleId")).text = HAIRLINES
    native = frame.table
    native.first_row, native.horz_banding = True, True
    for row in native.rows:
        row.height = ROW
    frame.height = ROW * len(native.rows)
    whole, shares = frame.width, sum(table.widths)
    for column, share in zip(native.columns, table.widths, strict=True):
        column.width = Emu(round(whole * share / shares))
    for at, text in enumerate(table.head):
        _write_cell(native.cell(0, at), [[(text, {"size": SMALL})]])
    for number, cells in enumerate(table.rows, 1):
        for at, cell in enumerate(cells):
            above = 3 if page.kind == SlideKind.RUG else 7
            _write_cell(native.cell(number, at), _runs(cell, look), above=above)


def _runs(cell: SlideCell, look: Look) -> list[list[tuple[str, dict[str, Any]]]]:
    first: list[tuple[str, dict[str, Any]]] = []
    if cell.place:
        first.append(("● ", {"size": BODY, "colour": place_colour(look.theme, cell.place)}))
    first.append((cell.text, {"size": BODY}))
    if not cell.small:
        return [first]
    sign = []
    if cell.sign in SIGNS:
        sign = [(f"{SIGNS[cell.sign]} ", {"size": SMALL, "colour": look.theme.signs[cell.sign]})]
    return [first, [*sign, (cell.small, {"size": SMALL, "colour": look.theme.muted})]]


def _write_cell(cell: Any, pieces: list[list[tuple[str, dict[str, Any]]]], *, above: int = 7) -> None:
    cell.margin_left, cell.margin_right = px(0), px(14)
    cell.margin_top = cell.margin_bottom = px(above)
    cell.vertical_anchor = MSO_ANCHOR.TOP
    write_runs(cell.text_frame, pieces)


def add_tiles(slide: Any, page: Page, look: Look) -> None:
    """The map, one shape a tile, all in one group with the map's words."""
    group = slide.shapes.add_group_shape()
    for tile in page.tiles:
        _tile(group, tile, look)
    name_shape(group, page.title[:60], page.alt)


def _tile(group: Any, tile: Tile, look: Look) -> None:
    wide, high = TILE_SIZE
    islands = bool(tile.belongs)
    left, width = (80 + 6 * wide, 3 * wide - 4) if islands else (80 + tile.column * wide, wide - 4)
    box = (px(left), px(250 + tile.row * (high + 4)), px(width), px(high))
    shape = group.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *box)
    shape.name = tile.name
    marked = tile.planned or islands
    shade = tile.shade if tile.shown else None
    bare = look.theme.surface if marked else look.theme.sunken
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(bare if shade is None else shades(look.theme)[shade])
    shape.line.color.rgb = rgb(look.theme.ink if marked else look.theme.line)
    shape.line.width = Pt(1.5 if marked else 0.5)
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.vertical_anchor = False, MSO_ANCHOR.MIDDLE
    write_runs(frame, [_tile_words(tile, look, shade is not None)])
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER


def _tile_words(tile: Tile, look: Look, valued: bool) -> list[tuple[str, dict[str, Any]]]:
    """Whose tile it is and its value; a value that the paper gives as a word leans, as the legend says."""
    plain = look.theme.ink if tile.planned or tile.belongs else look.theme.muted
    colour = on_shade(look.theme, tile.shade) if valued and tile.shade is not None else plain
    style = {"size": SMALL, "colour": colour, "bold": valued}
    if tile.belongs:
        return [(f"{tile.name} ({tile.belongs})", style)]
    value = [(f" {tile.shown}", style | {"italic": tile.word})] if tile.shown else []
    return [(tile.name, style), *value]

"""Bars, tables and the map as native shapes of PowerPoint."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from healthplan.charts.tiles import Tile
from healthplan.deck.deck import SlideKind
from healthplan.deck.powerpoint.shapes import BODY, SIGNS, SMALL, Look, letters, name_shape, px, rgb, write_runs
from healthplan.deck.powerpoint.workbook import book
from healthplan.deck.slide import Page, SlideBar, SlideCell, SlideTable
from healthplan.text import Lang, say
from healthplan.theme import on_shade, place_colour, shades

HAIRLINES = "{72B1A5E0-0072-4A72-8C72-72F0C1D2E3A4}"  # the template's style of tables
ROW = px(44)  # the least height of a table's row
TILE_SIZE = (192, 46)  # width and height with its gap


def add_bars(placeholder: Any, page: Page, look: Look, heads: list[str]) -> None:
    """The bars of the places. A place without a figure has its word beside its name and no bar."""
    bars = list(reversed(page.bars))  # PowerPoint counts from the bottom
    names = [bar.name if bar.amount is not None else f"{bar.name}: {bar.shown}" for bar in bars]
    data = CategoryChartData()
    data.categories = names
    data.add_series(page.title[:60], [bar.amount for bar in bars])
    frame = placeholder.insert_chart(XL_CHART_TYPE.BAR_CLUSTERED, data)
    name_shape(frame, page.title[:60], page.alt)
    chart = frame.chart
    chart.has_legend = False
    chart.has_title = False
    rows = [[name, bar.amount] for name, bar in zip(names, bars, strict=True)]
    sheet = book(["", page.title[:60]], rows, list(page.printed), heads)
    chart.part.chart_workbook.update_from_xlsx_blob(sheet)
    _bar_look(chart, bars, look)


def bars_in_words(page: Page, lang: str) -> SlideTable:
    """What the places say where none has a figure."""
    rows = tuple((SlideCell(bar.name, place=bar.place), SlideCell(bar.shown)) for bar in page.bars)
    names = tuple(say(Lang(lang), name) for name in ("column_place", "column_a_year"))
    return SlideTable(names, (25, 75), rows)


def _bar_look(chart: Any, bars: list[SlideBar], look: Look) -> None:
    letters(chart, BODY, look.theme.ink)
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    sizes = [bar.amount for bar in bars if bar.amount is not None]
    if min(sizes) >= 0:
        chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, max(sizes) * 1.3
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.plots[0].gap_width = 45
    series = chart.plots[0].series[0]
    series.invert_if_negative = False
    for at, bar in enumerate(bars):
        if bar.amount is None:
            continue
        point = series.points[at]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = rgb(place_colour(look.theme, bar.place))
        point.data_label.position = XL_LABEL_POSITION.OUTSIDE_END
        point.data_label.text_frame.text = bar.shown
        point.data_label.text_frame.word_wrap = False


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

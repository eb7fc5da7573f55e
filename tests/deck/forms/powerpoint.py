"""The slides of the presentation, read from its shapes, its charts' data sheets and its notes."""

from io import BytesIO
from itertools import chain

import openpyxl
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE_TYPE

from tests.deck.forms.slides import NOTE, Figure, SlideContent, note


def in_powerpoint(body: bytes) -> list[SlideContent]:
    return [_slide(one) for one in Presentation(BytesIO(body)).slides]


def _slide(slide) -> SlideContent:
    groups = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    shapes = [*slide.shapes, *chain.from_iterable(group.shapes for group in groups)]
    tables = [shape.table for shape in shapes if shape.has_table]
    charts = [shape.chart for shape in shapes if shape.has_chart]
    rows = tuple(tuple(cell.text_frame.paragraphs[0].text.removeprefix("● ") for cell in row.cells)
                 for table in tables for row in list(table.rows)[1:])  # fmt: skip
    bars = [bar for chart in charts if is_bars(chart) for bar in _bars(chart)]
    bars += [row for row in rows if len(row) == 2]  # a word for every place, and no bar
    sheets = [_sheet(chart) for chart in charts if not is_bars(chart)]
    seen = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    seen += [cell.text for table in tables for cell in table.iter_cells()]
    notes = slide.notes_slide.notes_text_frame.text.splitlines()
    return SlideContent(
        slide.shapes.title.text, " ".join((*seen, *chain.from_iterable(bars))).replace("\n", " "), rows,
        tuple(bars), tuple(chain.from_iterable(_tiles(group) for group in groups)),
        tuple(note(line) for line in notes if NOTE.match(line)),
        tuple(chain.from_iterable(figures for figures, _ in sheets)),
        frozenset(chain.from_iterable(drawn for _, drawn in sheets)),
    )  # fmt: skip


def is_bars(chart) -> bool:
    return chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED


def _bars(chart) -> list[tuple[str, str]]:
    """The bars from the top: the label of each, or the word beside a name without a bar."""
    names, series = chart.plots[0].categories, chart.plots[0].series[0]
    told = [tuple(name.split(": ")) if value is None else (name, series.points[at].data_label.text_frame.text)
            for at, (name, value) in enumerate(zip(names, series.values, strict=True))]  # fmt: skip
    return told[::-1]


def _tiles(group) -> list[tuple[str, str]]:
    """The tiles of the map that have a value."""
    runs = [tile.text_frame.paragraphs[0].runs for tile in group.shapes]
    return [(name.text, value[0].text.strip()) for name, *value in runs if value]


def _sheet(chart) -> tuple[list[Figure], set[tuple[int, float]]]:
    """The printed figures of a chart's data sheet, and the numbers that it draws."""
    first, second = openpyxl.load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob)).worksheets
    rows = [[value or "" for value in row] for row in second.iter_rows(min_row=2, values_only=True)]
    drawn = {(int(year), float(value)) for year, *values in first.iter_rows(min_row=2, values_only=True)
             for value in values if value is not None}  # fmt: skip
    return [Figure(row[5], *row[:4]) for row in rows], drawn

"""The slides of the presentation, read from its shapes, its charts' data sheets and its notes."""

from io import BytesIO
from itertools import chain

import openpyxl
from pptx import Presentation
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
    sheets = [_sheet(chart) for chart in charts]
    seen = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    seen += [cell.text for table in tables for cell in table.iter_cells()]
    notes = slide.notes_slide.notes_text_frame.text.splitlines()
    return SlideContent(
        slide.shapes.title.text, " ".join(seen).replace("\n", " "), rows,
        tuple(_figure(box) for group in groups for box in group.shapes
              if len(box.text_frame.paragraphs) > 1),
        tuple(line.split(".  ", 1)[-1] for text in _points(slide) for line in text.split("\n")[::2]),
        tuple(chain.from_iterable(_tiles(group) for group in groups)),
        tuple(note(line) for line in notes if NOTE.match(line)),
        tuple(chain.from_iterable(figures for figures, _ in sheets)),
        frozenset(chain.from_iterable(drawn for _, drawn in sheets)),
    )  # fmt: skip


def _figure(box) -> tuple[str, ...]:
    """A box of the figures, line by line."""
    return tuple(line.text.removeprefix("● ") for line in box.text_frame.paragraphs)


def _points(slide) -> list[str]:
    """The boxes of text that no layout gives."""
    return [shape.text_frame.text for shape in slide.shapes
            if shape.shape_type == MSO_SHAPE_TYPE.TEXT_BOX]  # fmt: skip


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

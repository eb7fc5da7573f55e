"""The data sheet of a chart in PowerPoint: the numbers that it draws, and the values as printed."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import xlsxwriter

from healthplan.deck.slide import PrintedFigure

MADE = datetime(2000, 1, 1)  # the same for ever, so that the same deck has the same bytes
SHEET = "Sheet1"


def book(
    heads: list[str], rows: list[list[str | float | None]], printed: list[PrintedFigure], printed_heads: list[str]
) -> bytes:
    """`rows` stand on the first sheet under `heads`, as the chart's own references say; the printed values,
    word for word, on the second."""
    file = BytesIO()
    workbook = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    workbook.set_properties({"created": MADE})
    sheet = workbook.add_worksheet(SHEET)
    lines: list[Sequence[str | float | None]] = [heads, *rows]
    for row, values in enumerate(lines):
        for column, value in enumerate(values):
            if value is not None:
                sheet.write(row, column, value)
    words = workbook.add_worksheet(printed_heads[0][:31])
    words.write_row(0, 0, printed_heads[1:])
    for row, one in enumerate(printed, 1):
        words.write_row(row, 0, [one.about, one.when, one.shown, one.printed, one.where, one.row])
    workbook.close()
    return file.getvalue()

"""A workbook: the rows with typed numbers and the printed values as text, and a sheet to read first. The
same rows and
head give the same bytes."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import pyarrow as pa
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from healthplan.formats.cells import joined_column
from healthplan.formats.dictionary import meaning
from healthplan.formats.head import Head
from healthplan.text import Lang, say

MOST = 20_000  # rows; more would hold a worker for seconds
LOOKED_AT = 200  # rows that a column's width is taken from
NARROW, WIDE = 8, 60
CellWriter = Callable[[int, int, Any, Format | None], int]


def xlsx_file(table: pa.Table, head: Head) -> bytes:
    """Two sheets: the rows, and what they are. Text cells stay text in every spreadsheet, so nothing is run
    and
    "4 - 5" is no date."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    day = datetime.fromisoformat(head.data_date)
    book.set_properties({"title": head.dataset, "comments": head.release, "created": day})
    _rows(book, book.add_worksheet(head.dataset), table)
    _read_me(book, book.add_worksheet(say(Lang.VI, "take_sheet")), table.column_names, head)
    book.close()
    return out.getvalue()


def _rows(book: Workbook, sheet: Worksheet, table: pa.Table) -> None:
    sheet.write_row(0, 0, table.column_names, book.add_format({"bold": True, "bottom": 1}))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(table.num_rows, 1), table.num_columns - 1)
    for at, (name, column) in enumerate(zip(table.column_names, table.columns, strict=True)):
        cells = (joined_column(column) if pa.types.is_list(column.type) else column).to_pylist()
        longest = max((len(str(cell)) for cell in cells[:LOOKED_AT] if cell is not None), default=0)
        sheet.set_column(at, at, min(max(longest, len(name) + 3, NARROW), WIDE))
        write, look = _writer(book, sheet, column.type)
        for row, cell in enumerate(cells, 1):
            if cell is not None:
                write(row, at, cell, look)


def _writer(book: Workbook, sheet: Worksheet, kind: pa.DataType) -> tuple[CellWriter, Format | None]:
    """How cells of a type are written, and how they look."""
    if pa.types.is_boolean(kind):
        return sheet.write_boolean, None
    if pa.types.is_date(kind):
        return sheet.write_datetime, book.add_format({"num_format": "yyyy-mm-dd"})
    if pa.types.is_timestamp(kind):
        return sheet.write_datetime, book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        return sheet.write_number, None
    return sheet.write_string, book.add_format({"num_format": "@"})


def _read_me(book: Workbook, sheet: Worksheet, columns: list[str], head: Head) -> None:
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 2, 70)
    asked = "; ".join(f"{name}={value}" for name, value in head.asked)
    said = {
        "release": (head.release, head.release),
        "dataset": tuple(say(lang, f"dataset_{head.dataset}_about") for lang in Lang),
        "filters": tuple(asked or say(lang, "take_no_filter") for lang in Lang),
        "total": (str(head.total), str(head.total)),
        **{name: tuple(say(lang, f"take_{name}") for lang in Lang) for name in ("sources", "licence")},
    }
    lines = [tuple([name, *texts]) for name, texts in said.items()]
    lines += [("", "", ""), ("columns", *(say(lang, "take_columns") for lang in Lang))]
    lines += [(name, *(meaning(head.dataset, name, lang) for lang in Lang)) for name in columns]
    for row, line in enumerate(lines):
        for at, text in enumerate(line):
            sheet.write_string(row, at, text, bold if at == 0 else wrap)

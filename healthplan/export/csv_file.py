"""CSV files: UTF-8 with a byte order mark, so that Excel knows the letters, and no cell that a spreadsheet
runs."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from typing import Any

import pyarrow as pa
from pyarrow.csv import WriteOptions, write_csv

from healthplan.export.cells import guarded, guarded_column, joined

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
WRITING = WriteOptions(quoting_header="needed", eol="\r\n")


def csv_file(rows: Sequence[dict[str, Any]], columns: dict[str, str]) -> bytes:
    """A few rows for readers: `columns` maps names in the rows to the header."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns.values())
    writer.writerows([_cell(row[name]) for name in columns] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def csv_table(table: pa.Table) -> bytes:
    """Any number of rows with their columns' own names; nothing is an empty cell, a list is joined by "|"."""
    out = BytesIO(BYTE_ORDER_MARK)
    out.seek(len(BYTE_ORDER_MARK))
    columns = [_column(column) for column in table.columns]
    write_csv(pa.table(columns, table.column_names), out, WRITING)
    return out.getvalue()


def _column(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_list(column.type):
        column = joined(column)
    return guarded_column(column) if pa.types.is_string(column.type) else column


def _cell(value: Any) -> str:
    return "" if value is None else guarded(str(value))

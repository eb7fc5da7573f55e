"""CSV files: UTF-8 with a byte order mark, so that Excel knows the letters, and no cell that a spreadsheet
runs. Every CSV leaves by `_encode`; what a cell is decides how it is written, never what it looks like."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import pyarrow as pa
from pyarrow.csv import WriteOptions, write_csv

from healthplan.formats.cells import guarded_column, joined_column

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
WRITING = WriteOptions(quoting_header="needed", eol="\r\n")


def csv_file(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str], *, decimal: str = ".") -> bytes:
    """A few rows for readers: `columns` maps names in the rows to the header, `decimal` is the sign of their
    language, so that their spreadsheet reads a number and not a day."""
    cells = [_typed([row[name] for row in rows], decimal) for name in columns]
    return _encode(cells, list(columns.values()))


def csv_table(table: pa.Table) -> bytes:
    """Any number of rows with their columns' own names; nothing is an empty cell, a list is joined by "|"."""
    return _encode([_as_text(column) for column in table.columns], table.column_names)


def _encode(columns: Sequence[pa.Array | pa.ChunkedArray], names: list[str]) -> bytes:
    out = BytesIO(BYTE_ORDER_MARK)
    out.seek(len(BYTE_ORDER_MARK))
    write_csv(pa.table(list(columns), names), out, WRITING)
    return out.getvalue()


def _as_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Days as 2026-03-01 and numbers as they are; a text guarded."""
    if pa.types.is_list(column.type):
        column = joined_column(column)
    return guarded_column(column) if pa.types.is_string(column.type) else column


def _typed(cells: list[Any], decimal: str) -> pa.Array:
    """The cells of one column as what all of them are: days, whole numbers, numbers, else texts."""
    cells = [None if cell == "" else cell for cell in cells]
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {date}:
        return pa.array(cells, pa.date32())
    if kinds == {int}:
        return pa.array(cells, pa.int64())
    if kinds and kinds <= {int, float}:
        return pa.array([cell if cell is None else _decimal(cell, decimal) for cell in cells], pa.string())
    return guarded_column(pa.array([cell if cell is None else str(cell) for cell in cells], pa.string()))


def _decimal(value: float, decimal: str) -> str:
    """Every digit, no grouping."""
    return str(value) if isinstance(value, int) else f"{value:.10g}".replace(".", decimal)

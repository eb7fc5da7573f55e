"""A CSV file that opens right in a Vietnamese Excel."""

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Any

# A cell that begins with one of these would be run as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_file(rows: Sequence[dict[str, Any]], columns: dict[str, str]) -> bytes:
    """UTF-8 with a byte order mark, one line a row; `columns` maps names in the rows to the header."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns.values())
    writer.writerows([_cell(row[name]) for name in columns] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    """Text as it is, nothing for nothing; an apostrophe before what a spreadsheet would run."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text

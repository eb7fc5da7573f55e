"""Cells that no spreadsheet may take for something else.

A cell that begins with one of FORMULA would be run. A text such as "4 - 5", "4-5" or "2025-09" would come
back
from Excel as a date, and no quoting in a CSV file keeps it from that. Both get an apostrophe in front: it
can be
seen, it is one sign, and pandas, R and DuckDB still read the cell as text; taking one leading apostrophe
away gives
the text as printed. Invisible signs (a no-break space, a tab) would do the same in Excel and silently break
every
comparison in a program. `low` and `high` hold the numbers; XLSX and Parquet need none of this.
"""

import re

import pyarrow as pa
import pyarrow.compute as pc

FORMULA = ("=", "+", "-", "@", "\t", "\r")
MARK = "'"
_DATE = r"\s*\d{1,4}\s*[-/]\s*\d{1,4}(\s*[-/]\s*\d{1,4})?\s*$"
TAKEN = rf"^([=+\-@\t\r]|{_DATE})"
_taken = re.compile(TAKEN)


def guarded(text: str) -> str:
    """A text for a CSV cell."""
    return MARK + text if _taken.match(text) else text


def guarded_column(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A whole column of texts for CSV; the same rule as `guarded`, on all cells at once."""
    taken = pc.match_substring_regex(column, TAKEN)
    if not pc.any(taken).as_py():
        return column
    return pc.if_else(taken, pc.binary_join_element_wise(MARK, column, ""), column)


def joined(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column of lists as texts, joined by "|" as in the files of data/."""
    return pc.binary_join(column, "|")

"""Cells that no spreadsheet may take for something else.

A text that begins with one of FORMULA would be run. One such as "4 - 5", "4-5" or "2025-09" would come back
from Excel as a date, and no quoting in a CSV file keeps it from that. Both get an apostrophe in front: it can
be seen, it is one sign, and pandas, R and DuckDB still read the cell as text; taking one leading apostrophe
away gives the text as printed. Invisible signs (a no-break space, a tab) would do the same in Excel and
silently break every comparison in a program. A column of days or of numbers is never touched: 2026-03-01 and
-0.5 stay as they are. `low` and `high` hold the numbers; XLSX and Parquet need none of this.
"""

import pyarrow as pa
import pyarrow.compute as pc

# Some spreadsheets run the wide signs, too; a mark of the paper's own gets a second one, which is ours.
FORMULA = "=+\\-@\t\r\n＝＋－＠'"
APOSTROPHE = "'"
_DATE = r"\s*\d{1,4}\s*[-/]\s*\d{1,4}(\s*[-/]\s*\d{1,4})?\s*$"
MISREAD = rf"^(\s*[{FORMULA}]|{_DATE})"


def guarded_column(column: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    """A column of texts for CSV."""
    misread = pc.match_substring_regex(column, MISREAD)
    if not pc.any(misread).as_py():
        return column
    return pc.if_else(misread, pc.binary_join_element_wise(APOSTROPHE, column, ""), column)


def joined_column(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column of lists as texts, joined by "|" as in the files of data/."""
    return pc.binary_join(column, "|")

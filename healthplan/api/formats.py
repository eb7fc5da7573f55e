"""The formats of an answer: their ending, their type, and who writes them."""

from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa

from healthplan.formats import xlsx_file
from healthplan.formats.columnar import arrow_file, parquet_file
from healthplan.formats.csv_file import csv_table
from healthplan.formats.head import Head
from healthplan.formats.json_file import json_file
from healthplan.subjects.datasets.queries import MOST


@dataclass(frozen=True, slots=True)
class Format:
    """`whole`: a file, which holds every row unless a limit is named; `packs`: worth compressing on the wire;
    `most`: rows in one answer; `slow`: even few rows take long to write."""

    ending: str
    media_type: str
    write: Callable[[pa.Table, Head, str], bytes]
    whole: bool = True
    packs: bool = False
    most: int = MOST
    slow: bool = False

    def __reduce__(self) -> tuple[Callable[[str], "Format"], tuple[str]]:
        """A worker knows the same formats by their names."""
        return format_of, (self.ending,)


FORMATS = {
    one.ending: one
    for one in (
        Format("json", "application/json", json_file, whole=False, packs=True),
        Format("csv", "text/csv; charset=utf-8", lambda table, _head, _next: csv_table(table), packs=True),
        Format("parquet", "application/vnd.apache.parquet", lambda table, head, _next: parquet_file(table, head)),
        Format(
            "arrow", "application/vnd.apache.arrow.file", lambda table, head, _next: arrow_file(table, head), packs=True
        ),
        Format(
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            lambda table, head, _next: xlsx_file.xlsx_file(table, head),
            most=xlsx_file.MOST,
            slow=True,
        ),
    )
}


def format_of(ending: str) -> Format:
    """The format of an ending that is known."""
    return FORMATS[ending]

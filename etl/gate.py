"""The byte gate: what a curated CSV file may look like before anybody looks at its meaning."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from healthplan.model.complaint import Complaint

# Letters that Vietnamese never uses and that TCVN3 and VNI fonts show when their bytes are read as Latin-1.
LEGACY_LETTERS = re.compile("[ûïäåëöüøñÿî®µ¸¹¶¨©ª¬¾¼½Æ]")
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
BYTES_MAX = 50_000_000


class FileRefused(Exception):
    """The file as a whole cannot be read."""

    def __init__(self, fault: str, line: int = 0, **facts: str) -> None:
        super().__init__(fault)
        self.fault, self.line, self.facts = fault, line, facts


def open_rows(
    path: Path, name: str, columns: list[str], spare: Sequence[str] = ()
) -> tuple[list[tuple[int, dict[str, str]]], list[Complaint]]:
    """The rows of one CSV file as (physical line, cells by column), and what is wrong with the file. Columns
    that are `spare` may be absent; their cells are empty then."""
    try:
        text = _text(path)
        rows = list(_rows(text, columns, spare))
    except FileRefused as refused:
        return [], [Complaint(name, refused.line, "", "", refused.fault, refused.facts)]
    complaints = [
        Complaint(name, line, column, cell, "legacy_font")
        for line, cells in rows
        for column, cell in cells.items()
        if len(LEGACY_LETTERS.findall(cell)) > 1
    ]
    return rows, complaints


def _text(path: Path) -> str:
    if not path.is_file():
        raise FileRefused("file_is_folder")
    if path.stat().st_size > BYTES_MAX:
        raise FileRefused("file_too_big")
    raw = path.read_bytes()
    if raw.startswith(UTF16_MARKS):
        raise FileRefused("file_utf16")
    if b"\x00" in raw:
        raise FileRefused("file_nul", line=raw[: raw.index(b"\x00")].count(b"\n") + 1)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefused("file_not_utf8", line=raw[: error.start].count(b"\n") + 1) from error


def _rows(
    text: str, columns: list[str], spare: Sequence[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    first = text.split("\n", 1)[0]
    lines = StringIO(
        text, newline=""
    )  # splitlines() would also split at U+2028 and other signs inside a cell
    reader = csv.reader(lines, delimiter=";" if ";" in first else ",", strict=True)
    start = 1
    try:
        header = [name.strip() for name in next(reader, [])]
        _check_header(header, columns, spare)
        absent = {name: "" for name in spare if name not in header}
        start = reader.line_num + 1
        for cells in reader:
            if len(cells) > 0:
                if len(cells) != len(header):
                    raise FileRefused("row_width", start, cells=str(len(cells)), columns=str(len(header)))
                told = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
                yield start, absent | told
            start = reader.line_num + 1
    except csv.Error as error:
        raise FileRefused("file_quotes", start) from error


def _check_header(header: list[str], columns: list[str], spare: Sequence[str]) -> None:
    doubled = sorted({name for name in header if header.count(name) > 1})
    missing = [name for name in columns if name not in header and name not in spare]
    unknown = [name for name in header if name not in columns]
    for fault, names in (
        ("header_doubled", doubled),
        ("header_missing", missing),
        ("header_unknown", unknown),
    ):
        if names:
            told = ", ".join(name or "“”" for name in names)
            raise FileRefused(fault, 1, names=told, columns=", ".join(columns))

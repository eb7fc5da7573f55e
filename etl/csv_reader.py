"""The gate: the bytes of a curated CSV file become rows of cells, or one complaint that names the cause."""

import csv
import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from io import StringIO
from itertools import islice

from etl.damage import damage_of, hidden_character, without_refused
from healthplan.model.complaint import Complaint

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Workbooks and documents that bear the name of a CSV file: zip, old Office, PDF, web page, rich text.
OTHER_KINDS = re.compile(rb"PK\x03\x04|\xd0\xcf\x11\xe0|%PDF|\s*<(?:!DOCTYPE|html|\?xml|table)|\{\\rtf", re.I)
CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.M)
SEPARATORS = ",;\t|"
SPOKEN = {"\t": "tab", "|": "“|”"}
HEADER_WITHIN = 30  # a title above the header takes a few lines, not more
THROUGHOUT = {"code_page", "legacy_font", "letters_lost"}
MANY = 10
SPACES = re.compile(r"[^\S\n\t\v\f\r\x1c-\x1f\x85\u2028\u2029]")


class FileRefused(Exception):
    """The file as a whole cannot be read."""

    def __init__(self, fault: str, line: int = 0, **facts: str) -> None:
        super().__init__(fault)
        self.fault, self.line, self.facts = fault, line, facts


@dataclass(slots=True)
class CsvSheet:
    """One file as it was read: rows with their physical lines, how many blank rows and columns were skipped,
    and what is wrong."""

    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    blank_rows: int = 0
    blank_columns: int = 0
    complaints: list[Complaint] = field(default_factory=list)


Row = tuple[int, list[str]]  # the physical line a row begins on, its cells as they stand


def read_sheet(raw: bytes, name: str, columns: list[str], spare: Sequence[str] = ()) -> CsvSheet:
    """The rows of one CSV file with these columns. Those that are `spare` may be absent; their cells are
    empty then. Collects complaints, raises nothing."""
    sheet = CsvSheet()
    try:
        text = file_text(raw)
        try:
            _fill(sheet, text, columns, spare, name)
        except FileRefused:
            if found := _hidden_line(text):  # a character that nobody sees is a cause of any other fault
                raise found from None
            raise
    except FileRefused as refused:
        return CsvSheet(complaints=[Complaint(name, refused.line, "", "", refused.fault, refused.facts)])
    return sheet


def normal_text(text: str) -> str:
    """A text with one spelling for each letter, space and line break: NFC, Đ for the Icelandic Ð and the
    African Ɖ, a plain space for every other one, and no space around it."""
    text = unicodedata.normalize("NFC", text).replace("\u00d0", "\u0110").replace("\u0189", "\u0110")
    return SPACES.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def file_text(raw: bytes) -> str:
    """The text of a file that is UTF-8. Raises FileRefused."""
    if raw.startswith(UTF16_MARKS):
        raise FileRefused("file_utf16")
    if OTHER_KINDS.match(raw):
        raise FileRefused("file_other_kind")
    if b"\x00" in raw:
        raise FileRefused("file_nul", line=raw[: raw.index(b"\x00")].count(b"\n") + 1)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        try:
            return raw.decode("utf-8", "surrogatepass")  # halves of a letter, to be refused by their code
        except UnicodeDecodeError:
            raise FileRefused("file_not_utf8", line=raw[: error.start].count(b"\n") + 1) from error


def _hidden_line(text: str) -> FileRefused | None:
    """The first character of a file that nobody sees, told as if its cells were known."""
    for number, line in enumerate(re.split("\r\n|\r|\n", text), start=1):
        for cell in re.split(r'[,;|\t"]', line):
            if found := hidden_character(cell):
                return FileRefused(found.fault, number, **found.facts)
    return None


def _fill(sheet: CsvSheet, text: str, columns: list[str], spare: Sequence[str], name: str) -> None:
    check_leavings(text)
    rows = list(csv_rows(text, _find_separator(text, columns)))
    (line, names), *filled = [row for row in rows if not is_blank(row)]
    header = [_column_name(cell, line) for cell in names]
    _check_header([column for column in header if column], columns, spare, line)
    absent = {column: "" for column in spare if column not in header}
    sheet.blank_rows, sheet.blank_columns = len(rows) - len(filled) - 1, header.count("")
    titles = {cell for cell in names if cell.strip()}
    for start, cells in filled:
        if 2 * len(titles.intersection(cells)) > len(titles):
            raise FileRefused("header_twice", start)
        _check_width(start, cells, header)
        found = {column: cell for column, cell in zip(header, cells, strict=False) if column}
        sheet.rows.append(
            (
                start,
                absent
                | {
                    column: _cell(cell, sheet, Complaint(name, start, column, "", "")) for column, cell in found.items()
                },
            )
        )
    _gather(sheet, name)


def csv_rows(text: str, separator: str) -> Iterator[Row]:
    """Every row with the physical line it begins on. Only real line ends end a line: splitlines() would split
    at U+2028 and other signs inside a cell, too."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        fault = "cell_too_long" if "field limit" in str(error) else "file_quotes"
        raise FileRefused(fault, start) from error


def is_blank(row: Row) -> bool:
    """Whether no cell of a row holds anything."""
    return not any(cell.strip() for cell in row[1])


def check_leavings(text: str) -> None:
    """Raises FileRefused for lines that other programs put into a file, and for a file without a word."""
    if not text.strip(' \t\r\n\ufeff"' + SEPARATORS):
        raise FileRefused("file_empty")
    if found := re.match(r'\s*"?sep=', text, re.IGNORECASE):
        raise FileRefused("file_sep_line", _line_of(text, found.end()))
    if found := CONFLICT.search(text):
        raise FileRefused("file_conflict", _line_of(text, found.start()))


def _line_of(text: str, at: int) -> int:
    return len(re.split("\r\n|\r|\n", text[:at]))


def _find_separator(text: str, columns: list[str]) -> str:
    """The sign between the cells. It is found by the header: the row where most of the columns have their
    names. Raises FileRefused when that is not the first row, or the sign is none that we read."""
    known, before, at = max(
        (
            (_known(cells, columns), -line, -at)
            for at, separator in enumerate(SEPARATORS)
            for line, cells in first_rows(text, separator)
        ),
        default=(0, 0, 0),
    )
    if 2 * known <= len(columns):
        raise _without_header(text, columns)
    separator = SEPARATORS[-at]
    first = next(line for line, cells in first_rows(text, separator) if not is_blank((line, cells)))
    if first != -before:
        raise FileRefused("header_not_first", -before)
    if separator in SPOKEN:
        raise FileRefused("file_separator", first, sign=SPOKEN[separator])
    return separator


def _without_header(text: str, columns: list[str]) -> FileRefused:
    """Why no row has the names of the columns: quotes around whole lines, quotes that do not close, or the
    row is not there."""
    line, cells = next(row for row in csv_rows(text, ",") if not is_blank(row))
    filled = [cell for cell in cells if cell.strip()]
    inner = max((_known(filled[0].split(sign), columns) for sign in SEPARATORS), default=0)
    if len(filled) == 1 and 2 * inner > len(columns):
        return FileRefused("file_lines_quoted", line)
    return FileRefused("header_absent", line, columns=", ".join(columns))


def first_rows(text: str, separator: str) -> Iterator[Row]:
    """The first rows, read without complaint: one of them is the header."""
    start = 1
    lines = islice(StringIO(text, newline=""), HEADER_WITHIN)
    with suppress(csv.Error):
        reader = csv.reader(lines, delimiter=separator)
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1


def _known(cells: list[str], columns: list[str]) -> int:
    return len({_header_name(cell) for cell in cells} & set(columns))


def _header_name(cell: str) -> str:
    """A column's name however it was typed: "Name vi " is name_vi."""
    return re.sub(r"\s+", "_", normal_text(cell).lower())


def _column_name(cell: str, line: int) -> str:
    if found := hidden_character(cell):
        raise FileRefused(found.fault, line, **found.facts)
    return _header_name(cell)


def _check_header(header: list[str], columns: list[str], spare: Sequence[str], line: int) -> None:
    doubled = sorted({name for name in header if header.count(name) > 1})
    missing = [name for name in columns if name not in header and name not in spare]
    unknown = [name for name in header if name not in columns]
    if doubled:
        raise FileRefused("header_doubled", line, names=", ".join(doubled))
    if missing and unknown:
        raise FileRefused("header_misspelt", line, names=", ".join(unknown), missing=", ".join(missing))
    if missing:
        raise FileRefused("header_missing", line, names=", ".join(missing))
    if unknown:
        raise FileRefused("header_unknown", line, names=", ".join(unknown), columns=", ".join(columns))


def _check_width(line: int, cells: list[str], header: list[str]) -> None:
    """A row has a cell for every column, and nothing below a blank name. A cell too many is refused even when
    it is blank: "98,4" without its quotes moves every cell behind it."""
    named = max(at for at, column in enumerate(header, start=1) if column)
    if not named <= len(cells) <= len(header):
        raise FileRefused("row_width", line, cells=str(len(cells)), columns=str(len(header)))
    for column, cell in zip(header, cells, strict=False):
        if cell.strip() and not column:
            raise FileRefused("column_without_name", line, cell=normal_text(without_refused(cell))[:40])


def _cell(cell: str, sheet: CsvSheet, place: Complaint) -> str:
    """A cell in its one spelling; what is wrong with its text goes to the sheet's complaints."""
    found = damage_of(cell.replace("\r\n", "\n").replace("\r", "\n"))
    if not found:
        return normal_text(cell)
    clean = normal_text(without_refused(cell.replace("\r", "\n")))
    sheet.complaints.append(replace(place, value=clean, fault=found.fault, facts=found.facts))
    return clean


def _gather(sheet: CsvSheet, name: str) -> None:
    """One complaint for a file that is damaged throughout, in the place of one for each cell."""
    spoilt = [one for one in sheet.complaints if one.fault in THROUGHOUT]
    if len(spoilt) >= MANY:
        facts = {"count": str(len(spoilt)), "line": str(spoilt[0].line), "cell": spoilt[0].value[:40]}
        others = [one for one in sheet.complaints if one.fault not in THROUGHOUT]
        sheet.complaints = [Complaint(name, 0, "", "", "file_damaged", facts), *others]
        sheet.rows = []

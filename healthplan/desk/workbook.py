"""The bytes of a received file become grids of cells, or a complaint that names the cause. Nothing is opened before
its size, its compression and its cells are counted, and no macro or formula is ever run."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import openpyxl
import python_calamine
from openpyxl.utils import get_column_letter

from etl.csv_reader import SEPARATORS, FileRefused, check_leavings, csv_rows, file_text, first_rows
from etl.snapshot import BYTES_MAX
from healthplan.model.complaint import Complaint
from healthplan.text import Lang

UNPACKED_MAX, RATIO_MAX, ENTRIES_MAX, SHEETS_MAX = 200_000_000, 300, 2_000, 50
SMALL = 1_000_000  # bytes of an unpacked file whose ratio is nobody's concern: empty styles pack well
ROWS_MAX, COLUMNS_MAX, CELLS_MAX = 250_000, 200, 6_000_000
OLE, ZIP = b"\xd0\xcf\x11\xe0", b"PK"
ENCRYPTED, OLD_EXCEL = "EncryptedPackage".encode("utf-16-le"), "Workbook".encode("utf-16-le")
PICTURE = re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|BM|II\*\x00|MM\x00\*|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif|avif)", re.S)
CELL_NAME = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,9})([0-9]{1,12})["']""")
# What calamine does not tell: formulas, errors (they come as empty cells), hidden rows, cells that a style may show
# as per cent. A sheet with any of these is looked at with openpyxl, too.
SILENT = re.compile(
    rb"""<(?:\w+:)?f[\s>/]|\st\s*=\s*["']e["']|\shidden\s*="""
    rb"""|<(?:\w+:)?c\b(?![^>]*\st=["'](?!n["']))[^>]*\ss=[^>]*>\s*<(?:\w+:)?v"""
)
ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file as somebody sent it."""

    name: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Note:
    """What is told of a file and stands in nobody's way; `key` names the sentence, `facts` fill it."""

    file: str
    key: str
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Grid:
    """One sheet: its rows with their numbers, from column A on, cells as they were kept (text, number, day).
    `odd` says of a cell, by row number and column from 0, that it is a "formula", an "error" or a "percent"."""

    file: str
    sheet: str
    rows: list[tuple[int, Sequence[Any]]]
    odd: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)  # first row, column; last row, column
    hidden: set[int] = field(default_factory=set)

    def complain(self, line: int, column: int, value: str, fault: str, **facts: str) -> Complaint:
        """A complaint about a cell, its column from 0."""
        told = {"sheet": self.sheet} | facts_in(Lang.VI, facts)
        return Complaint(self.file, line, get_column_letter(column + 1), value, fault, told)


def facts_in(lang: Lang, facts: dict[str, str]) -> dict[str, str]:
    """The facts with those of one language under their own name: `indicator_en` as `indicator`, too."""
    ending = f"_{lang}"
    return facts | {name.removesuffix(ending): fact for name, fact in facts.items() if name.endswith(ending)}


@dataclass(slots=True)
class Opened:
    """What a file holds, what is wrong with it as a whole, and what is told of it."""

    grids: list[Grid] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def open_received(received: ReceivedFile) -> Opened:
    """The grids of a workbook or CSV file. Collects complaints, raises nothing."""
    opened = Opened()
    try:
        if len(received.raw) > BYTES_MAX:
            raise FileRefused("file_too_big")
        if received.raw[:2] == ZIP:
            _open_workbook(received, opened)
        elif fault := _other_kind(received.raw):
            raise FileRefused(fault)
        else:
            opened.grids.append(Grid(received.name, "", _csv_rows(received.raw)))
    except FileRefused as refused:
        told = Complaint(received.name, refused.line, "", "", refused.fault, refused.facts)
        return Opened(complaints=[told], notes=opened.notes)
    return opened


def _other_kind(raw: bytes) -> str:
    """The fault of what is no CSV file; "" for what may be one."""
    if not raw.strip():
        return "file_empty"
    if raw.startswith(OLE):
        return "bring_encrypted" if ENCRYPTED in raw else "bring_old_excel" if OLD_EXCEL in raw else "bring_no_workbook"
    if PICTURE.match(raw):
        return "bring_picture"
    return "bring_pdf" if raw[:1024].lstrip().startswith(b"%PDF") else ""


def _csv_rows(raw: bytes) -> list[tuple[int, Sequence[Any]]]:
    """The rows of a CSV file; the separator is the sign that splits its first rows into most cells."""
    text = file_text(raw)
    check_leavings(text)
    signs = [separator for separator in SEPARATORS if separator in text]
    if signs in ([], [","]):  # nothing to choose
        separator = ","
    else:
        widths = {sign: sum(len(cells) - 1 for _, cells in first_rows(text, sign)) for sign in SEPARATORS}
        separator = max(widths, key=lambda sign: widths[sign])
    rows: list[tuple[int, Sequence[Any]]] = []
    for line, cells in csv_rows(text, separator):
        if line > ROWS_MAX or len(cells) > COLUMNS_MAX:
            raise FileRefused("bring_too_many_cells", rows=str(ROWS_MAX), columns=str(COLUMNS_MAX))
        rows.append((line, cells))
    return rows


def _open_workbook(received: ReceivedFile, opened: Opened) -> None:
    parts = _checked_parts(received.raw)
    if any(name.endswith("vbaProject.bin") for name in parts):
        opened.notes.append(Note(received.name, "bring_note_macros"))
    try:
        book = python_calamine.load_workbook(BytesIO(received.raw))
        visible = python_calamine.SheetVisibleEnum.Visible
        sheets = [one for one in book.sheets_metadata if one.typ is python_calamine.SheetTypeEnum.WorkSheet]
        for meta in sheets:
            if meta.visible is not visible:
                opened.notes.append(Note(received.name, "bring_note_hidden_sheet", {"sheet": meta.name}))
                continue
            sheet = book.get_sheet_by_name(meta.name)
            grid = Grid(received.name, meta.name, list(enumerate(sheet.to_python(skip_empty_area=False), 1)))
            grid.merged = [
                (first[0] + 1, first[1], last[0] + 1, last[1]) for first, last in sheet.merged_cell_ranges or []
            ]
            opened.grids.append(grid)
    except FileRefused:
        raise
    except Exception as error:  # whatever a damaged package does to its reader
        raise FileRefused("bring_damaged") from error
    if any(SILENT.search(raw) for name, raw in parts.items() if name.startswith("xl/worksheets/")):
        _look_closer(received.raw, opened.grids)


def _checked_parts(raw: bytes) -> dict[str, bytes]:
    """The parts of a package that is an XLSX workbook within bounds. Every part is unpacked once, here, so that a
    size that was not declared truly is found before another program trusts it. Raises FileRefused."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            entries = package.infolist()
            _check_kind({entry.filename for entry in entries})
            unpacked = sum(entry.file_size for entry in entries)
            ratios = [entry.file_size / max(entry.compress_size, 1) for entry in entries if entry.file_size > SMALL]
            if len(entries) > ENTRIES_MAX or unpacked > UNPACKED_MAX or max(ratios, default=0) > RATIO_MAX:
                raise FileRefused("bring_bomb")
            if any(entry.flag_bits & 1 for entry in entries):
                raise FileRefused("bring_encrypted")
            parts = {entry.filename: package.read(entry) for entry in entries}
    except FileRefused:
        raise
    except Exception as error:
        raise FileRefused("bring_damaged") from error
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and (b"\x00" in part or ENTITY.search(part)):
            raise FileRefused("bring_damaged")
    sheets = [part for name, part in parts.items() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
    if len(sheets) > SHEETS_MAX:
        raise FileRefused("bring_too_many_sheets", most=str(SHEETS_MAX))
    for part in sheets:
        _check_extent(part)
    return parts


def _check_kind(names: set[str]) -> None:
    if "xl/workbook.xml" in names:
        return
    if "xl/workbook.bin" in names or "content.xml" in names:
        raise FileRefused("bring_other_workbook")
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise FileRefused("bring_no_workbook")
    raise FileRefused("bring_zip" if "[Content_Types].xml" not in names else "bring_no_workbook")


def _check_extent(part: bytes) -> None:
    """A sheet is held whole, from its first to its last cell: one cell far off would fill the memory."""
    rows = columns = 0
    for letters, digits in set(CELL_NAME.findall(part)):
        rows = max(rows, int(digits))
        columns = max(columns, _column_number(letters))
    if rows > ROWS_MAX or columns > COLUMNS_MAX or rows * columns > CELLS_MAX:
        raise FileRefused("bring_too_many_cells", rows=str(ROWS_MAX), columns=str(COLUMNS_MAX))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _look_closer(raw: bytes, grids: list[Grid]) -> None:
    """Fills in what calamine does not tell of the cells."""
    try:
        book = openpyxl.load_workbook(BytesIO(raw))
        for grid in grids:
            sheet = book[grid.sheet]
            grid.hidden = {line for line, look in sheet.row_dimensions.items() if look.hidden}
            grid.odd = dict(_odd_cells(sheet))
    except Exception as error:
        raise FileRefused("bring_damaged") from error


def _odd_cells(sheet: Any) -> Iterator[tuple[tuple[int, int], str]]:
    for cells in sheet.iter_rows():
        for cell in cells:
            kind = {"f": "formula", "e": "error"}.get(cell.data_type)
            if not kind and cell.data_type == "n" and cell.value is not None and "%" in (cell.number_format or ""):
                kind = "percent"
            if kind:
                yield (cell.row, cell.column - 1), kind

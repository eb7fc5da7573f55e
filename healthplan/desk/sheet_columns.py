"""A grid becomes the columns of values.csv: the header is found wherever it stands and however its names are spelt,
and every cell becomes text, or a complaint with what was probably meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from typing import Any

from openpyxl.utils import get_column_letter

from etl.csv_reader import HEADER_WITHIN, normal_text
from etl.damage import damage_of, without_refused
from healthplan.desk.workbook import Grid, Note
from healthplan.model.complaint import Complaint
from healthplan.model.search import bare

VALUES = ("printed", "numerator", "denominator", "unknown_reason")  # a cell that says something
CELLS_TOLD = 6
READ_ONLY = "-"  # a column of the template that is there to be read
# The columns as the template and offices name them, in folded letters.
COLUMNS = {
    "indicator": "indicator|ma chi tieu|chi tieu|ten chi tieu|indicator code|indicator name",
    "place": "place|ma dia phuong|dia phuong|don vi hanh chinh|ma xa|xa|xa phuong|tinh|place code|commune|province",
    "of_period": "of period|ky so lieu|ky|thang|ky bao cao|period|month",
    "printed": "printed|gia tri|so lieu|ket qua|thuc hien|gia tri thuc hien|ket qua thuc hien|value|result",
    "numerator": "numerator|tu so",
    "denominator": "denominator|mau so",
    "unknown_reason": "unknown reason|ly do khong co so lieu|ly do|ly do chua co so lieu|reason|reason for no value",
    "status": "status|trang thai|loai so lieu|kind of value",
    "said_by_vi": "said by vi|don vi bao cao|nguoi bao cao|said by|reported by",
    "said_by_en": "said by en",
    "said_on": "said on|ngay bao cao|reported on|date of report",
    "paper": "paper|so van ban|van ban|so ky hieu|document number",
    "locator": "locator|vi tri trong van ban|place in the paper",
    "note_vi": "note vi|ghi chu|note",
    "note_en": "note en",
    READ_ONLY: "ten day du|full name|don vi tinh|unit|moc cua nam|milestone of the year|so lieu gan nhat|"
    "last known value|tu so la|numerator counts|mau so la|denominator counts|stt|tt|so tt|no",
}
COLUMN_OF = {spelling: column for column, told in COLUMNS.items() for spelling in told.split("|")}
# What stands above the header of a template, each label beside its value.
HEAD = {
    "place": "dia phuong|place|don vi|xa|tinh",
    "period": "ky bao cao|period|ky",
    "release": "ban phat hanh|release",
    "said_on": "ngay bao cao|date of report|reported on",
    "said_by": "don vi bao cao|reported by",
    "paper": "so van ban|document number",
}
HEAD_OF = {spelling: name for name, told in HEAD.items() for spelling in told.split("|")}


@dataclass(slots=True)
class SheetColumns:
    """The entries of one sheet, column by column. `at` says in which column of the sheet each stands, `head` is what
    stands above the header with its cell."""

    grid: Grid
    lines: list[int] = field(default_factory=list)
    cells: dict[str, list[str]] = field(default_factory=dict)
    at: dict[str, int] = field(default_factory=dict)
    head: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    named: list[bool] = field(default_factory=list)  # which columns have a heading
    blank: int = 0  # rows that say nothing of their indicator
    complaints: list[Complaint] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    told: dict[str, list[str]] = field(default_factory=dict)  # cells that were read otherwise than kept, by sentence

    def complain(self, entry: int, column: str, value: str, fault: str, **facts: str) -> Complaint:
        """A complaint about one cell of an entry; about its indicator where the sheet has no such column."""
        at = self.at.get(column, self.at["indicator"])
        return self.grid.complain(self.lines[entry], at, value, fault, **facts)


def entry_sheets(grids: list[Grid], file: str) -> tuple[list[SheetColumns], list[Complaint]]:
    """The sheets of a file that have a header with an indicator and a value; a complaint where none has."""
    found = [one for one in map(_columns, grids) if one]
    for grid in grids if found else []:
        if all(one.grid is not grid for one in found) and any(map(_is_wide, grid.rows)):
            found[0].notes.append(Note(file, "bring_note_sheet_without_header", {"sheet": grid.sheet}))
    return found, [] if found else [Complaint(file, 0, "", "", "bring_no_header")]


def _is_wide(row: tuple[int, Sequence[Any]]) -> bool:
    """Whether a row has more than one cell: prose has not."""
    return sum(cell not in ("", None) for cell in row[1]) > 1


def _columns(grid: Grid) -> SheetColumns | None:
    start, names = _header(grid)
    if start < 0:
        return None
    sheet = SheetColumns(grid)
    _take_header(sheet, grid.rows[start], names)
    for line, cells in grid.rows[:start]:
        _take_head(sheet, line, cells)
    if not _take_plain_rows(sheet, grid.rows[start + 1 :]):
        for line, cells in grid.rows[start + 1 :]:
            _take_row(sheet, line, cells)
    for first, left, last, right in grid.merged:
        if last > grid.rows[start][0] and any(left <= at <= right for at in sheet.at.values()):
            name = f"{get_column_letter(left + 1)}{first}:{get_column_letter(right + 1)}{last}"
            sheet.complaints.append(grid.complain(first, left, "", "bring_merged", range=name))
    for key, cells_told in sheet.told.items():
        shown = "; ".join(cells_told[:CELLS_TOLD]) + ("; …" if len(cells_told) > CELLS_TOLD else "")
        facts = {"sheet": grid.sheet, "count": str(len(cells_told)), "cells": shown}
        sheet.notes.append(Note(grid.file, key, facts))
    return sheet


def _header(grid: Grid) -> tuple[int, list[str]]:
    """The index of the header row and the column each cell names; -1 where there is none."""
    best, at, names = 1, -1, []
    for index, (_, cells) in enumerate(grid.rows[:HEADER_WITHIN]):
        told = [_column_named(cell) if isinstance(cell, str) and not cell.isdecimal() else "" for cell in cells]
        known = set(told) - {"", READ_ONLY}
        if len(known) > best and "indicator" in known and known.intersection(VALUES):
            best, at, names = len(known), index, told
    return at, names


@lru_cache(maxsize=10_000)
def _column_named(cell: str) -> str:
    """The column that a heading means, in either language or in both with a slash or a new line between; "" for
    none."""
    for part in (cell, *re.split(r"[\n/(]", cell)):
        if found := COLUMN_OF.get(bare(part.replace("_", " "))):
            return found
    return ""


def _take_header(sheet: SheetColumns, header: tuple[int, Sequence[Any]], names: list[str]) -> None:
    grid, (line, cells) = sheet.grid, header
    # "Mã chỉ tiêu" beside "Chỉ tiêu": the first is the indicator, the other is there to be read.
    for at, name in enumerate(names):
        if name == "indicator" and name in sheet.at:
            continue
        if name and name != READ_ONLY:
            if name in sheet.at:
                other = get_column_letter(sheet.at[name] + 1)
                sheet.complaints.append(grid.complain(line, at, cells[at], "bring_column_twice", other=other))
            sheet.at.setdefault(name, at)
        elif not name and isinstance(cells[at], str) and cells[at].strip():
            facts = {"sheet": grid.sheet, "column": get_column_letter(at + 1), "name": normal_text(cells[at])[:60]}
            sheet.notes.append(Note(grid.file, "bring_note_column_not_read", facts))
    sheet.cells = {name: [] for name in sheet.at}
    sheet.named = [bool(str(cell).strip()) if cell is not None else False for cell in cells]


def _take_head(sheet: SheetColumns, line: int, cells: Sequence[Any]) -> None:
    for at, cell in enumerate(cells):
        name = _head_named(cell) if isinstance(cell, str) else ""
        value = next(((one, at + 1 + n) for n, one in enumerate(cells[at + 1 : at + 4]) if one not in ("", None)), None)
        if name and value and name not in sheet.head:
            column = "said_on" if name == "said_on" else "of_period" if name == "period" else name
            sheet.head[name] = (_text(sheet, line, value[1], value[0], column), line, value[1])


def _head_named(cell: str) -> str:
    return next((HEAD_OF[told] for told in map(bare, re.split(r"[\n/:(]", cell)) if told in HEAD_OF), "")


def _take_plain_rows(sheet: SheetColumns, rows: Sequence[tuple[int, Sequence[Any]]]) -> bool:
    """Takes the rows of a CSV file column by column, as `_take_row` would one by one: thousands of communes send files
    in which every row is as wide as the header, says a value and has no damaged letter. False, with nothing taken, for
    any other file."""
    width = len(sheet.named)
    if sheet.grid.sheet or not all(sheet.named) or any(len(cells) != width for _, cells in rows):
        return False
    columns = [*zip(*(cells for _, cells in rows), strict=True)]
    found: dict[str, list[str]] = {}
    for name, at in sheet.at.items() if columns else ():
        whole = "".join(columns[at])
        if whole.isascii() and whole.isalnum():  # numbers and codes, mostly
            found[name] = [*columns[at]]
            continue
        clean = {cell: _clean(cell) for cell in set(columns[at])}
        if any(damage for _, damage in clean.values()):
            return False
        found[name] = [clean[cell][0] for cell in columns[at]]
    said = zip(*(found[name] for name in VALUES if name in found), strict=True)
    if not all(map(any, said)):
        return False
    sheet.lines += [line for line, _ in rows]
    for name, cells in found.items():
        sheet.cells[name] += cells
    return True


def _take_row(sheet: SheetColumns, line: int, cells: Sequence[Any]) -> None:
    grid, width = sheet.grid, len(cells)
    if not any(cell not in ("", None) and (not isinstance(cell, str) or cell.strip()) for cell in cells) and not any(
        (line, at) in grid.odd for at in sheet.at.values()
    ):
        return
    told = len(sheet.complaints)
    texts = {name: _text(sheet, line, at, cells[at] if at < width else "", name) for name, at in sheet.at.items()}
    odd = any((line, sheet.at[name]) in grid.odd for name in VALUES if name in sheet.at)
    if not odd and not any(texts.get(name) for name in VALUES):
        if texts["indicator"] and len(sheet.complaints) == told:
            sheet.blank += 1
        return
    if line in grid.hidden:
        sheet.complaints.append(grid.complain(line, sheet.at["indicator"], texts["indicator"], "bring_hidden_row"))
    _check_width(sheet, line, cells)
    sheet.lines.append(line)
    for name, text in texts.items():
        sheet.cells[name].append(text)


def _check_width(sheet: SheetColumns, line: int, cells: Sequence[Any]) -> None:
    """Complains of cells below no heading. In a CSV file a cell too many is a fault even when it is blank: 98,4
    without its quotes moves every cell behind it."""
    named, width = len(sheet.named), len(cells)
    if width > named and not sheet.grid.sheet:
        facts = {"cells": str(width), "columns": str(named)}
        sheet.complaints.append(sheet.grid.complain(line, named, "", "row_width", **facts))
        return
    for at, cell in enumerate(cells):
        if not (at < named and sheet.named[at]) and cell is not None and str(cell).strip():
            shown = normal_text(without_refused(str(cell)))[:40]
            sheet.complaints.append(sheet.grid.complain(line, at, shown, "column_without_name", cell=shown))


def _text(sheet: SheetColumns, line: int, at: int, cell: Any, column: str) -> str:
    """A cell as the text that its column takes."""
    grid = sheet.grid
    odd = grid.odd.get((line, at), "")
    if odd == "error":
        sheet.complaints.append(grid.complain(line, at, "", "bring_error_cell"))
        return ""
    if odd == "formula":
        if cell in ("", None):
            sheet.complaints.append(grid.complain(line, at, "", "bring_formula_empty"))
            return ""
        _tell(sheet, line, at, "bring_note_formula", str(cell))
    if isinstance(cell, str):
        clean, damage = _clean(cell)
        if damage:
            sheet.complaints.append(grid.complain(line, at, clean, damage[0], **dict(damage[1])))
        return clean
    if cell is None:
        return ""
    return _typed_text(sheet, line, at, cell, column)


def _typed_text(sheet: SheetColumns, line: int, at: int, cell: Any, column: str) -> str:
    """What a spreadsheet kept as a number, a day or a time."""
    grid = sheet.grid
    if isinstance(cell, bool):
        sheet.complaints.append(grid.complain(line, at, str(cell).upper(), "bring_boolean_cell"))
        return ""
    if isinstance(cell, int | float) and isfinite(cell):
        percent = grid.odd.get((line, at)) == "percent"
        shown = _number_text(cell * 100 if percent else cell) + ("%" if percent else "")
        if column == "of_period":
            return shown
        if percent:
            _tell(sheet, line, at, "bring_note_percent", shown)
        elif cell != int(cell):
            _tell(sheet, line, at, "bring_note_decimal", shown)
        return shown
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        if column == "said_on":
            return cell.isoformat()
        if column == "of_period" and cell.day == 1:
            _tell(sheet, line, at, "bring_note_month", f"{cell:%Y-%m}")
            return f"{cell:%Y-%m}"
        ends = (cell.month, cell.year % 100) if cell.day == 1 else sorted((cell.day, cell.month))
        facts = {"day": cell.isoformat(), "meant": f"{ends[0]} - {ends[1]}"}
        sheet.complaints.append(grid.complain(line, at, cell.isoformat(), "bring_date_cell", **facts))
        return ""
    told = str(cell) if isinstance(cell, time | timedelta) else repr(cell)
    sheet.complaints.append(grid.complain(line, at, told, "bring_time_cell"))
    return ""


def _tell(sheet: SheetColumns, line: int, at: int, key: str, shown: str) -> None:
    sheet.told.setdefault(key, []).append(f"{get_column_letter(at + 1)}{line}: {shown}")


def _number_text(number: float) -> str:
    """A number of a spreadsheet with a decimal comma: 98.4 is "98,4", 95.0 is "95"; the fifteen digits that Excel
    shows, never an exponent."""
    return f"{Decimal(f'{number:.15g}'):f}".replace(".", ",")


@lru_cache(maxsize=200_000)
def _clean(cell: str) -> tuple[str, tuple[str, tuple[tuple[str, str], ...]] | None]:
    """The text in its one spelling, and what is wrong with its letters."""
    if cell.isascii() and cell.isalnum():
        return cell, None
    text = cell.replace("\r\n", "\n").replace("\r", "\n")
    if found := damage_of(text):
        return normal_text(without_refused(text)), (found.fault, tuple(found.facts.items()))
    return normal_text(cell), None

"""A received file given back with every complaint and question at its cell: a fill and a comment in both languages. A
CSV file comes back as a workbook."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import column_index_from_string

from healthplan.desk.bring import Brought, BroughtQuestion, complaint_sentence
from healthplan.desk.workbook import Grid, ReceivedFile, open_received
from healthplan.formats.office import xml_text
from healthplan.model.complaint import Complaint
from healthplan.text import Lang

FAULT, DOUBT = (PatternFill("solid", start_color=colour) for colour in ("FFF4B6B6", "FFFFE699"))
AUTHOR = "Lộ trình 72"
WIDTH, LINE = 360, 22  # pixels of a comment, and of a line of it
LETTERS = 45  # in a line of it


def marked_file(received: ReceivedFile, brought: Brought) -> bytes | None:
    """The file as XLSX with its sentences; None for one that is no table or cannot be opened, or has none."""
    grids = open_received(received).grids
    marks: dict[tuple[str, int, int], list[str]] = {}
    doubts: set[tuple[str, int, int]] = set()
    told: list[Complaint | BroughtQuestion] = [*brought.complaints, *brought.questions]
    for one in told if grids else ():
        if one.file == received.name:
            column = column_index_from_string(one.column) if one.column else 1
            at = (one.facts.get("sheet") or grids[0].sheet, one.line or 1, column)
            marks.setdefault(at, []).append(_both(one))
            doubts |= {at} if isinstance(one, BroughtQuestion) else set()
    if not marks:
        return None
    book = _book(received, grids)
    for (sheet, line, column), words in marks.items():
        fill = DOUBT if (sheet, line, column) in doubts else FAULT
        _mark(book[sheet] if sheet else book.active, line, column, words, fill)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _both(one: Complaint | BroughtQuestion) -> str:
    """What is told of a cell, in both languages."""
    if isinstance(one, BroughtQuestion):
        return "\n".join(one.sentence(lang) for lang in Lang)
    return "\n".join(complaint_sentence(lang, one) for lang in Lang)


def _book(received: ReceivedFile, grids: Sequence[Grid]) -> Any:
    if received.raw.startswith(b"PK"):
        return openpyxl.load_workbook(BytesIO(received.raw))
    book = openpyxl.Workbook()
    for line, cells in grids[0].rows:
        for column, cell in enumerate(cells, 1):
            if cell:
                there = book.active.cell(line, column)
                there.value, there.data_type, there.number_format = xml_text(cell), "s", "@"
    return book


def _mark(sheet: Any, line: int, column: int, words: list[str], fill: PatternFill) -> None:
    cell = sheet.cell(line, column)
    for merged in sheet.merged_cells.ranges:  # a comment stands on the first cell only
        if cell.coordinate in merged:
            cell = sheet.cell(merged.min_row, merged.min_col)
    cell.fill, text = fill, "\n\n".join(words)
    lines = sum(1 + len(part) // LETTERS for part in text.split("\n"))
    cell.comment = Comment(xml_text(text), AUTHOR, width=WIDTH, height=LINE * (lines + 1))

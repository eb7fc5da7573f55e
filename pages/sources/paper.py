"""The paper beside a number: its own lines with the words marked, the row of its table, what contradicts it, and the
whole paper to read on."""

from dataclasses import dataclass, replace
from typing import Any

from healthplan.drafting.printed_table import PrintedTable, printed_tables
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.documents.evidence import documents_by_name
from healthplan.subjects.documents.paper import column_named, contradictions, line_texts, rows_at_lines
from healthplan.subjects.findings.sides import finding_sides
from healthplan.text.paper_words import LinePiece, MarkedLine, QuotedWords, filled_lines, first_filled, marked_lines
from healthplan.text.quotation import is_press

BESIDE = (3, 4)  # lines with words before and after a figure
BESIDE_OTHER = (1, 1)  # around what contradicts it
READ = (2, 38)  # around the line that an address names: room to read on
CONTRADICTING = 3  # findings that are told beside a figure


@dataclass(frozen=True, slots=True)
class TableExcerpt:
    """A row of a paper's table with its head, between the rows before and after it. `rows`: the first line of each,
    whether it is the row that was asked for, its cells in pieces."""

    heads: tuple[str, ...]
    rows: tuple[tuple[int, bool, tuple[tuple[LinePiece, ...], ...]], ...]


@dataclass(frozen=True, slots=True)
class PaperExcerpt:
    """Some lines of a paper. `line` is the one that was asked for; `starts` are the lines that open each piece of the
    paper when it is read from the first to the last."""

    paper: Row
    line: int
    total: int
    lines: tuple[MarkedLine, ...]
    table: TableExcerpt | None
    starts: tuple[int, ...] = ()

    @property
    def earlier(self) -> int:
        """A line to open for what stands before; 0 at the beginning."""
        first = self.lines[0].number if self.lines else self.line
        return max(1, first - 1) if first > 1 else 0

    @property
    def later(self) -> int:
        """A line to open for what stands behind; 0 at the end."""
        last = self.lines[-1].number if self.lines else self.line
        return last + 1 if last < self.total else 0


def beside_figure(view: View, row: Row, document: str) -> PaperExcerpt | None:
    """The lines around the words that a figure rests on; None where its paper's text is not held."""
    if not row["line"] or is_press(row):
        return None
    return _excerpt(view, document, row["line"], [row], BESIDE)


def read_from(view: View, document: str, line: int) -> PaperExcerpt | None:
    """A piece of a paper from a line on, every figure of ours marked; None where there is no such line."""
    total = len(line_texts(view, document))
    if not 1 <= line <= total:
        return None
    first, last = filled_lines(line_texts(view, document), line, *READ)
    return _excerpt(view, document, line, rows_at_lines(view, document, first, last), READ)


def _excerpt(view: View, document: str, line: int, rows: list[Row], around: tuple[int, int]) -> PaperExcerpt | None:
    lines = line_texts(view, document)
    if not 1 <= line <= len(lines):
        return None
    tables = printed_tables(tuple(lines))
    quoted = [_quoted(row, tables) for row in rows]
    first, last = filled_lines(lines, line, *around)
    told = tuple(marked_lines(lines, first, last, quoted, (first_filled(lines, line),)))
    starts = piece_starts(lines) if around == READ else ()
    paper = documents_by_name(view)[document]
    return PaperExcerpt(paper, line, len(lines), told, _table(tables, line, quoted), starts)


def _quoted(row: Row, tables: tuple[PrintedTable, ...]) -> QuotedWords:
    """What a statement quotes; of a row of a table also the cell."""
    words, line, cell = row["printed"] or "", row["line"], None
    for table in tables:
        at = table.row_of(line)
        if at is not None:
            cell = table.cell_of(at, words, column_named(row["locator"]))
    return QuotedWords(line, words, row["row"], cell)


def _table(tables: tuple[PrintedTable, ...], line: int, quoted: list[QuotedWords]) -> TableExcerpt | None:
    for table in tables:
        at = table.row_of(line)
        if at is None:
            continue
        told = []
        for i in range(max(0, at - 1), min(len(table.rows), at + 2)):
            row = table.rows[i]
            own = [one for one in quoted if i == at and table.row_of(one.line) == at]
            cells = [_cell(row.cell(index).text, index, own) for index in range(len(table.heads))]
            told.append((row.line, i == at, tuple(cells)))
        return TableExcerpt(table.heads, tuple(told))
    return None


def _cell(text: str, index: int, quoted: list[QuotedWords]) -> tuple[LinePiece, ...]:
    """A cell with what is quoted of it marked; of an empty one that it is empty."""
    words = [replace(one, line=1, cell=None) for one in quoted if one.cell == index]
    if not text:
        return (LinePiece("", marked=True, row=words[0].row),) if words else ()
    return marked_lines((text,), 1, 1, words)[0].pieces


def piece_starts(lines: list[str]) -> tuple[int, ...]:
    """The lines that open a paper piece by piece, so that nothing is left out between two pieces."""
    starts, at = [], 1
    while at <= len(lines):
        starts.append(at)
        at = filled_lines(lines, at, 0, READ[1])[1] + 1
    return tuple(starts)


def contradicting(view: View, rows: list[Row]) -> list[dict[str, Any]]:
    """What the plan review finds against some statements: its sentence, and the other side with its lines."""
    names = tuple(row["row"] for row in rows)
    found = view.ask(contradictions, rows=names) if names else []
    sides = finding_sides(view, tuple(one["other"] for one in found))
    told = []
    for one in found[:CONTRADICTING]:
        side = sides.get(one["other"])
        if side is None:
            continue
        paper = None if side["press"] or not side["line"] else _other_side(view, side)
        told.append({"finding": one, "side": side, "excerpt": paper})
    return told


def _other_side(view: View, side: dict[str, Any]) -> PaperExcerpt | None:
    if side["document"] not in documents_by_name(view):
        return None
    return _excerpt(view, side["document"], side["line"], [side], BESIDE_OTHER)

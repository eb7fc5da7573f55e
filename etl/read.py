"""Reads every file of a snapshot of data/ into records, cell by cell, and collects what is wrong. No rule
between files here, but for folders and the documents they belong to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from etl.changes import check_changes
from etl.commune_files import row_counts
from etl.contract import CellContent, Column, TableSchema
from etl.csv_reader import CsvSheet, read_sheet
from etl.names import name_meant
from etl.papers import read_papers
from etl.snapshot import Snapshot
from etl.tables import TABLES
from healthplan.model.complaint import Complaint
from healthplan.model.period import YEARS, is_period

DIGITS = 12  # of a number that is looked at; any bound has fewer


@dataclass(frozen=True, slots=True)
class Record:
    """One row: where it stands, and its cells as text. `document` is the folder of a plan or of a
    report on it, else empty."""

    file: str
    line: int
    document: str
    cells: dict[str, str]

    def complain(self, column: str, fault: str, **facts: str) -> Complaint:
        """A complaint about one of this row's cells."""
        return Complaint(self.file, self.line, column, self.cells.get(column, ""), fault, facts)


@dataclass(frozen=True, slots=True)
class Skipped:
    """How many blank rows and blank columns of a file were passed over. No fault, but its curator is told."""

    file: str
    rows: int
    columns: int


@dataclass(slots=True)
class Facts:
    """All records by table, the lines of the papers by document, all complaints so far, what was blank, the
    text of CHANGES.md, the paths of what lies there under another name or cannot be read (`missed`), and the
    files of communes' values below `root` with their numbers of rows, which are read later."""

    records: dict[str, list[Record]] = field(default_factory=dict)
    papers: dict[str, list[str]] = field(default_factory=dict)
    keys: dict[str, set[str]] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    skipped: list[Skipped] = field(default_factory=list)
    changes: str = ""
    missed: set[str] = field(default_factory=set)
    commune_rows: dict[str, int] = field(default_factory=dict)
    root: Path = Path()

    @property
    def refused_files(self) -> list[str]:
        """Files of which no row could be read."""
        return [complaint.file for complaint in self.complaints if not complaint.column]

    def lacks(self, table: str, key: str) -> bool:
        """Whether a key is in no row of a table, which may have none. False while a file of the table itself
        is refused (`unread`): one fault, told once."""
        return table not in self.unread and key not in self.keys[table]


def read_facts(taken: Snapshot) -> Facts:
    """Everything in a snapshot of data/. Collects complaints, raises nothing."""
    papers, damaged = read_papers(taken.papers)
    communes, unread = row_counts(taken)
    facts = Facts(
        papers=papers,
        complaints=[*taken.complaints, *damaged, *unread],
        changes=taken.changes,
        missed=taken.missed,
        commune_rows=communes,
    )
    for table in TABLES:
        paths = taken.matching(table.pattern)
        if not paths and not table.optional and not taken.misses(table.pattern):
            facts.complaints.append(Complaint(table.pattern, 0, "", "", "file_absent"))
        facts.records[table.name] = [
            record for path in paths for record in _records(path, taken.files[path], table, facts)
        ]
        if set(facts.refused_files) & {table.pattern, *paths}:
            facts.unread.add(table.name)
        facts.keys[table.name] = {record.cells[table.key[0]] for record in facts.records[table.name]}
    facts.keys["places"] |= facts.keys["communes"]
    for table in TABLES:
        for record in facts.records[table.name]:
            facts.complaints.extend(_check(record, table, facts))
        facts.complaints.extend(_doubled_keys(table, facts.records[table.name]))
    facts.complaints.extend(_check_folders(taken, facts))
    facts.complaints.extend(_check_lengths(facts))
    facts.complaints.extend(check_changes(taken.files.get("CHANGES.md", b"")))
    return facts


@lru_cache(maxsize=256)
def _sheet(raw: bytes, path: str, table: str) -> CsvSheet:
    """A file as it was read; of one that is the same as before it is not read again. Nobody changes a sheet."""
    (schema,) = [one for one in TABLES if one.name == table]
    return read_sheet(raw, path, schema.names, schema.spare)


def _records(path: str, raw: bytes, table: TableSchema, facts: Facts) -> Iterator[Record]:
    sheet = _sheet(raw, path, table.name)
    facts.complaints.extend(sheet.complaints)
    if not (sheet.rows or sheet.complaints or table.may_be_empty):
        facts.complaints.append(Complaint(path, 0, "", "", "file_without_rows"))
    if sheet.blank_rows or sheet.blank_columns:
        facts.skipped.append(Skipped(path, sheet.blank_rows, sheet.blank_columns))
    document = path.split("/")[-2] if table.pattern.startswith(("plans/", "reports/")) else ""
    for line, cells in sheet.rows:
        yield Record(path, line, document, cells)


def _check_folders(taken: Snapshot, facts: Facts) -> Iterator[Complaint]:
    """A folder that belongs to no plan of documents.csv or to no period, and a plan without one goal."""
    plans = {
        record.cells["document"]: record for record in facts.records["documents"] if record.cells["kind"] == "plan"
    }
    for folder in taken.folders:
        *above, name, _ = folder.split("/")
        if above == ["reports"] and not is_period(name):
            yield Complaint(folder, 0, "", name, "report_without_period", {"folder": name})
        if (
            above
            and name not in plans
            and (above[0] == "plans" or facts.lacks("places", name))
            and facts.keys["documents"]
            and (above == ["plans"] or (above[0] == "reports" and len(above) == 2))
        ):
            meant = name_meant(name, set(plans))
            if meant and "/".join([*above, meant, ""]) not in taken.folders:
                taken.missed.add("/".join([*above, meant]))
            fault = "folder_near_document" if meant else "folder_without_document"
            yield Complaint(folder, 0, "", name, fault, {"document": name, "meant": meant})
    for path in taken.papers:
        name = path.removeprefix("papers/").removesuffix(".txt")
        if facts.lacks("documents", name):
            yield Complaint(path, 0, "", name, "paper_without_document")
    with_goals = {record.document for record in facts.records["goals"]}
    for name, record in plans.items():
        path = f"plans/{name}/goals.csv"
        if name not in with_goals and path not in taken.files and not taken.misses(path):
            yield record.complain("document", "plan_without_goal", path=path)


def _check_lengths(facts: Facts) -> Iterator[Complaint]:
    """A paper's text that does not have the lines that documents.csv says: it was cut, or edited so that
    every `line` may be wrong."""
    for record in facts.records["documents"]:
        held, lines = facts.papers.get(record.cells["document"]), record.cells["lines"]
        if held is not None and re.fullmatch("[0-9]+", lines) and _number(lines) != len(held):
            path = f"papers/{record.cells['document']}.txt"
            yield record.complain("lines", "paper_length", path=path, lines=str(len(held)))


def _check(record: Record, table: TableSchema, facts: Facts) -> Iterator[Complaint]:
    for column in table.columns:
        cell = record.cells[column.name]
        if not cell:
            if column.required:
                yield record.complain(column.name, "cell_missing")
            continue
        yield from _check_cell(record, column, cell, facts)


def _check_cell(record: Record, column: Column, cell: str, facts: Facts) -> Iterator[Complaint]:
    match column.holds:
        case CellContent.CHOICE if cell not in column.among:
            yield record.complain(column.name, "cell_choice", allowed=", ".join(column.among))
        case CellContent.REFERENCE if facts.lacks(column.among[0], cell):
            fault, meant = f"unknown_{column.among[0]}", _with_noughts(cell, facts.keys[column.among[0]])
            yield record.complain(column.name, "noughts_lost" if meant else fault, meant=meant)
        case CellContent.COUNT if not re.fullmatch("[0-9]+", cell):
            yield record.complain(column.name, "cell_count")
        case CellContent.COUNT if not column.least <= _number(cell) <= column.most:
            yield record.complain(column.name, "cell_bounds", least=str(column.least), most=str(column.most))
        case CellContent.YEAR if not re.fullmatch(r"[0-9]{4}", cell) or int(cell) not in YEARS:
            yield record.complain(column.name, "cell_year")
        case CellContent.PERIOD if not is_period(cell):
            yield record.complain(column.name, "cell_period")
        case CellContent.DATE if not is_date(cell):
            yield record.complain(column.name, "cell_date")


def _with_noughts(cell: str, known: set[str]) -> str:
    """The code that a spreadsheet took for a number and cut: "03808" for 3808; "" for none."""
    codes = (cell.zfill(length) for length in (2, 5))
    return next((code for code in codes if cell.isdecimal() and code in known), "")


def _number(digits: str) -> int:
    """A whole number; of one without end only that it is too high."""
    return int(digits.lstrip("0")[:DIGITS] or 0)


def is_date(cell: str) -> bool:
    """Whether the text is a real day such as 2026-03-23."""
    try:
        return re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", cell) is not None and date.fromisoformat(cell).year in YEARS
    except ValueError:
        return False


def _doubled_keys(table: TableSchema, records: list[Record]) -> Iterator[Complaint]:
    first: dict[tuple[str, ...], int] = {}
    for record in records:
        key = (record.file, *(record.cells[name] for name in table.key))
        if key in first:
            yield record.complain(table.key[0], "key_doubled", key=" · ".join(key[1:]), first=str(first[key]))
        first.setdefault(key, record.line)

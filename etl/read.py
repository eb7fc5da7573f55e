"""Reads every file of data/ into records, cell by cell, and collects what is wrong. No rule between files
here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from etl.contract import Column, Holds, Table
from etl.gate import open_rows
from etl.papers import read_papers
from etl.tables import TABLES
from healthplan.model.complaint import Complaint

YEARS = range(2000, 2101)
PERIOD = re.compile(r"^([0-9]{4})(-Q[1-4]|-(0[1-9]|1[0-2]))?$")


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


@dataclass(slots=True)
class Facts:
    """All records by table, the lines of the papers by document, and all complaints so far."""

    records: dict[str, list[Record]] = field(default_factory=dict)
    papers: dict[str, list[str]] = field(default_factory=dict)
    keys: dict[str, set[str]] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)

    @property
    def refused_files(self) -> list[str]:
        """Files of which no row could be read."""
        return [complaint.file for complaint in self.complaints if not complaint.column]

    def lacks(self, table: str, key: str) -> bool:
        """Whether a key is in no row of a table. False while the table's own file is refused: one fault,
        told once."""
        return bool(self.keys[table]) and key not in self.keys[table]


def read_facts(root: Path) -> Facts:
    """Everything below `root`. Collects complaints, raises nothing."""
    facts = Facts()
    facts.papers, facts.complaints = read_papers(root)
    for table in TABLES:
        paths = sorted(root.glob(table.pattern))
        if not paths and not table.optional:
            facts.complaints.append(Complaint(table.pattern, 0, "", "", "file_absent"))
        facts.records[table.name] = [
            record for path in paths for record in _records(root, path, table, facts)
        ]
        facts.keys[table.name] = {record.cells[table.key[0]] for record in facts.records[table.name]}
    for table in TABLES:
        for record in facts.records[table.name]:
            facts.complaints.extend(_check(record, table, facts))
        facts.complaints.extend(_doubled_keys(table, facts.records[table.name]))
    return facts


def _records(root: Path, path: Path, table: Table, facts: Facts) -> Iterator[Record]:
    name = path.relative_to(root).as_posix()
    rows, complaints = open_rows(path, name, table.names)
    facts.complaints.extend(complaints)
    document = path.parent.name if table.pattern.startswith(("plans/", "reports/")) else ""
    for line, cells in rows:
        yield Record(name, line, document, cells)


def _check(record: Record, table: Table, facts: Facts) -> Iterator[Complaint]:
    for column in table.columns:
        cell = record.cells[column.name]
        if not cell:
            if column.required:
                yield record.complain(column.name, "cell_missing")
            continue
        yield from _check_cell(record, column, cell, facts)


def _check_cell(record: Record, column: Column, cell: str, facts: Facts) -> Iterator[Complaint]:
    match column.holds:
        case Holds.CHOICE if cell not in column.among:
            yield record.complain(column.name, "cell_choice", allowed=", ".join(column.among))
        case Holds.REFERENCE if facts.lacks(column.among[0], cell):
            yield record.complain(column.name, f"unknown_{column.among[0]}")
        case Holds.COUNT if not re.fullmatch(r"[0-9]{1,9}", cell):
            yield record.complain(column.name, "cell_count")
        case Holds.YEAR if not re.fullmatch(r"[0-9]{4}", cell) or int(cell) not in YEARS:
            yield record.complain(column.name, "cell_year")
        case Holds.PERIOD if not (found := PERIOD.match(cell)) or int(found[1]) not in YEARS:
            yield record.complain(column.name, "cell_period")
        case Holds.DATE if not is_date(cell):
            yield record.complain(column.name, "cell_date")


def is_date(cell: str) -> bool:
    """Whether the text is a real day such as 2026-03-23."""
    try:
        return (
            re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", cell) is not None
            and date.fromisoformat(cell).year in YEARS
        )
    except ValueError:
        return False


def _doubled_keys(table: Table, records: list[Record]) -> Iterator[Complaint]:
    first: dict[tuple[str, ...], int] = {}
    for record in records:
        key = (record.file, *(record.cells[name] for name in table.key))
        if key in first:
            yield record.complain(table.key[0], "key_doubled", key=" · ".join(key[1:]), first=str(first[key]))
        first.setdefault(key, record.line)

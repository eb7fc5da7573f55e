"""A draft as the files of data/plans/<document>/: the columns of the contract, sorted by key; and the paper's own
row of documents.csv."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO

from etl.contract import TableSchema
from etl.tables import TABLES
from healthplan.drafting.draft import Draft
from healthplan.drafting.paper_reader import Paper

DRAFTED = ("goals", "observations", "tasks", "task_groups", "duties", "citations")
OPEN = ("line", "words", "why")  # of unplaced.csv


def plan_files(draft: Draft, paper: Paper, document: str) -> dict[str, str]:
    """Path below data/ and text of each file that a draft makes. Rows whose indicator is open stand with all else
    that found no place in `unplaced.csv`, which is for the steward and no file of data/."""
    files = {f"papers/{document}.txt": paper.text}
    for table in TABLES:
        if table.name in DRAFTED and table.pattern.startswith("plans/"):
            rows = [
                row.cells
                for row in draft.of(table.name)
                if row.table not in ("goals", "observations") or row.cells["indicator"]
            ]
            if rows:
                files[table.pattern.replace("*", document)] = _text(
                    table.names, sorted(rows, key=lambda row: file_key(row, table))
                )
    unplaced = [dict(zip(OPEN, (str(one.line), one.words, one.why), strict=True)) for one in draft.unplaced]
    unplaced += [
        dict(zip(OPEN, (str(row.line), f"{row.name}: {row.words}", doubt), strict=True))
        for row in draft.rows
        for doubt in row.doubts
    ]
    files["unplaced.csv"] = _text(list(OPEN), sorted(unplaced, key=lambda row: int(row["line"])))
    documents = next(table for table in TABLES if table.name == "documents")
    own = {
        "document": document,
        "kind": "plan",
        "file": f"{document}.txt",
        "lines": str(len(paper.lines)),
    } | draft.paper
    files["documents.csv"] = _text(documents.names, [own])
    return files


def file_key(row: Mapping[str, str], table: TableSchema) -> list[str]:
    """What the rows of a file are sorted by."""
    return [row.get(name, "") for name in table.key]


def _text(columns: list[str], rows: Iterable[Mapping[str, str]]) -> str:
    file = StringIO()
    writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()

"""Fills a draft database: raw text, checks between files, typed tables, verdicts, views."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from etl.contract import Table
from etl.judge import judge_all
from etl.read import Facts, Record
from etl.tables import TABLES
from etl.values import VALUE_TABLES
from healthplan.model.agency import UnknownAgency, resolve
from healthplan.model.complaint import Complaint
from healthplan.model.grammar import plain

HERE = Path(__file__).parent
CONTENT = (
    "themes",
    "indicators",
    "places",
    "documents",
    "agencies",
    "goals",
    "observations",
    "benchmarks",
    "tasks",
    "duties",
    "remarks",
)
VALUE_TYPES = {
    "kind": pa.string(),
    "low": pa.float64(),
    "high": pa.float64(),
    "low_open": pa.bool_(),
    "high_open": pa.bool_(),
    "rank": pa.int32(),
    "unknown_reason": pa.string(),
}


def load_raw(db: duckdb.DuckDBPyConnection, facts: Facts, values: dict[str, list[dict[str, Any]]]) -> None:
    """One table `raw_<name>` for each kind of file: all text, with the file and line each row came from."""
    for table in TABLES:
        columns = _text_columns(table, facts.records[table.name])
        if table.name in VALUE_TABLES:
            rows = values[table.name]
            names = [name for name in VALUE_TYPES if name not in columns] + ["unknown_reason"]
            columns |= {name: pa.array([row[name] for row in rows], VALUE_TYPES[name]) for name in names}
        if table.name == "tasks":
            columns |= _agencies(facts)
        db.register("incoming", pa.table(columns))
        db.execute(f"create table raw_{table.name} as from incoming")  # a name of ours, not of the data
        db.unregister("incoming")


def _text_columns(table: Table, records: list[Record]) -> dict[str, pa.Array]:
    columns = {
        name: pa.array([record.cells[name] for record in records], pa.string()) for name in table.names
    }
    if "file" in columns:
        columns["paper"] = columns["file"]  # `file` itself says where the row stands
    return columns | {
        "file": pa.array([record.file for record in records], pa.string()),
        "file_line": pa.array([record.line for record in records], pa.int32()),
        "document": columns.get("document", pa.array([record.document for record in records], pa.string())),
    }


def spellings(facts: Facts) -> dict[str, str]:
    """Each printed spelling of an agency, in plain form, and the agency it names."""
    return {
        plain(spelling): record.cells["agency"]
        for record in facts.records["agencies"]
        for spelling in record.cells["spellings"].split("|")
    }


def _agencies(facts: Facts) -> dict[str, pa.Array]:
    known = spellings(facts)
    pairs = (("leads", "lead_printed"), ("partners", "partners_printed"))
    return {
        name: pa.array(
            [_resolved(record, column, known)[0] for record in facts.records["tasks"]], pa.list_(pa.string())
        )
        for name, column in pairs
    }


def _resolved(record: Record, column: str, known: dict[str, str]) -> tuple[list[str], list[Complaint]]:
    try:
        return resolve(record.cells[column], known), []
    except UnknownAgency as unknown:
        return [], [record.complain(column, "unknown_agency", rest=unknown.rest[:60])]


def check_agencies(facts: Facts) -> list[Complaint]:
    """Printed agencies that agencies.csv does not know; none while that file itself is refused."""
    known = spellings(facts)
    if not known:
        return []
    return [
        complaint
        for record in facts.records["tasks"]
        for column in ("lead_printed", "partners_printed")
        for complaint in _resolved(record, column, known)[1]
    ]


def check_between_files(db: duckdb.DuckDBPyConnection) -> list[Complaint]:
    """Every checks/*.sql is a query for rows that must not exist; the file's name is the fault's name."""
    complaints = []
    for path in sorted((HERE / "checks").glob("*.sql")):
        for file, line, column, value, facts in db.execute(path.read_text(encoding="utf-8")).fetchall():
            known = {key: str(fact) for key, fact in facts.items()}
            complaints.append(Complaint(file, line, column, value, path.stem, known))
    return complaints


def finish(db: duckdb.DuckDBPyConnection, name: str, data_date: str, inputs_hash: str) -> None:
    """Typed tables, verdicts, views and the row that says which release this is; drops the raw text."""
    db.execute((HERE / "schema.sql").read_text(encoding="utf-8"))
    judge_all(db)
    db.execute((HERE / "views.sql").read_text(encoding="utf-8"))
    rows = sum(count(db, table) for table in CONTENT)
    db.execute(
        "insert into release values ($name, $data_date, $built_at, $hash, $rows)",
        {
            "name": name,
            "data_date": data_date,
            "built_at": datetime.now(UTC).replace(tzinfo=None),
            "hash": inputs_hash,
            "rows": rows,
        },
    )
    for table in TABLES:
        db.execute(f"drop table raw_{table.name}")
    db.execute("checkpoint")


def count(db: duckdb.DuckDBPyConnection, table: str) -> int:
    """The number of rows of a table."""
    return int(db.table(table).count("*").fetchall()[0][0])

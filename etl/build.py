"""Fills a draft database: raw text, checks between files, typed tables, verdicts, views."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from etl.agencies import NAMED, resolved_agencies
from etl.contract import TableSchema
from etl.findings.find import find_all
from etl.read import Facts, Record
from etl.tables import TABLES
from etl.values import VALUE_TABLES
from etl.verdicts.judge import judge_all
from healthplan.model.complaint import Complaint
from healthplan.model.content import CONTENT
from healthplan.model.provenance import Provenance
from healthplan.model.search import abbreviations_of, bare, searchable_words
from healthplan.release.reference_data import abbreviations
from healthplan.text import Lang, numbers, say

HERE = Path(__file__).parent
VALUE_TYPES = {
    "kind": pa.string(),
    "low": pa.float64(),
    "high": pa.float64(),
    "low_open": pa.bool_(),
    "high_open": pa.bool_(),
    "about": pa.bool_(),
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
            columns |= {name: pa.array([row.get(name) for row in rows], VALUE_TYPES[name]) for name in names}
        if table.name in NAMED:
            columns |= resolved_agencies(facts, table.name)
        db.register("incoming", pa.table(columns))
        db.execute(f"create table raw_{table.name} as from incoming")  # a name of ours, not of the data
        db.unregister("incoming")
    db.execute((HERE / "raw.sql").read_text(encoding="utf-8"))


def _text_columns(table: TableSchema, records: list[Record]) -> dict[str, pa.Array]:
    columns = {name: pa.array([record.cells[name] for record in records], pa.string()) for name in table.names}
    if "file" in columns:
        columns["paper"] = columns["file"]  # `file` itself says where the row stands
    return columns | {
        "file": pa.array([record.file for record in records], pa.string()),
        "file_line": pa.array([record.line for record in records], pa.int32()),
        "document": columns.get("document", pa.array([record.document for record in records], pa.string())),
    }


def check_between_files(db: duckdb.DuckDBPyConnection) -> list[Complaint]:
    """Every checks/*.sql is a query for rows that must not exist; the file's name is the fault's name."""
    complaints = []
    for path in sorted((HERE / "checks").glob("*.sql")):
        for file, line, column, value, facts in db.execute(path.read_text(encoding="utf-8")).fetchall():
            known = {key: str(fact) for key, fact in facts.items()}
            complaints.append(Complaint(file, line, column, value, path.stem, known))
    return complaints


def store_papers(db: duckdb.DuckDBPyConnection, papers: Mapping[str, list[str]]) -> None:
    """Keeps every line of the papers whose text is held, so that each figure opens its paper."""
    numbered = [(name, at, text) for name, lines in sorted(papers.items()) for at, text in enumerate(lines, start=1)]
    names, numbers, texts = ([one[at] for one in numbered] for at in range(3))
    columns = {"document": pa.array(names, pa.string()), "line": pa.array(numbers, pa.int32())}
    db.register("incoming", pa.table(columns | {"text": pa.array(texts, pa.string())}))
    db.execute("create table paper_lines as from incoming order by document, line")
    db.unregister("incoming")


def fill_judged(db: duckdb.DuckDBPyConnection) -> None:
    """Typed tables and views of what was loaded, with every verdict and finding."""
    make_tables(db)
    judge_all(db)
    find_all(db)


def finish(db: duckdb.DuckDBPyConnection, name: str, data_date: str, inputs_hash: str) -> None:
    """The row that says which release this is, and what readers take away; drops the raw text."""
    db.execute(
        "insert into release values ($name, $data_date, $built_at, $hash, $rows)",
        {
            "name": name,
            "data_date": data_date,
            "built_at": datetime.now(UTC).replace(tzinfo=None),
            "hash": inputs_hash,
            "rows": content_rows(db),
        },
    )
    make_datasets(db)
    for name in ("rolled_up", *(table.name for table in TABLES)):
        db.execute(f"drop table raw_{name}")


def make_tables(db: duckdb.DuckDBPyConnection) -> None:
    """Typed tables and views; verdicts and findings are still without rows."""
    db.create_function("said_law", said_law, ["VARCHAR", "VARCHAR", "VARCHAR"], "VARCHAR")
    db.create_function("said", lambda key, lang: say(Lang(lang), key), ["VARCHAR", "VARCHAR"], "VARCHAR")
    db.create_function("report_title", report_title, ["VARCHAR"] * 4, "VARCHAR")
    for name in ("schema.sql", "views.sql"):
        db.execute((HERE / name).read_text(encoding="utf-8"))
    for name in ("said_law", "said", "report_title"):
        db.remove_function(name)


def report_title(key: str, period: str, place: str, lang: str) -> str:
    """What was reported for a period, as a paper is named; of a whole year in the words for it."""
    ending = "" if "-" in period else "_year"
    return say(Lang(lang), f"{key}{ending}", period=numbers.period(period, Lang(lang)), place=place)


def said_law(law: str, reading: str, lang: str) -> str:
    """A law as sentences and screens name it beside one of its benchmarks: with a word where the press was
    read in its place."""
    return say(Lang(lang), "law_by_press", law=law) if reading == Provenance.PRESS else law


def make_datasets(db: duckdb.DuckDBPyConnection) -> None:
    """The schema `datasets`: what readers take away, and the index of the search. Words are made plain once,
    here, by the same functions that every search of ours uses."""
    db.create_function("searchable", searchable_words(abbreviations_of(abbreviations(db))), ["VARCHAR"], "VARCHAR")
    db.create_function("bare", bare, ["VARCHAR"], "VARCHAR")
    for name in ("datasets.sql", "search_index.sql"):
        db.execute((HERE / name).read_text(encoding="utf-8"))
    for name in ("searchable", "bare"):
        db.remove_function(name)


def content_rows(db: duckdb.DuckDBPyConnection) -> int:
    """The number of rows of the facts in a release."""
    counts = " + ".join(f"(select count(*) from {table})" for table in CONTENT)
    return int(db.execute(f"select {counts}").fetchall()[0][0])

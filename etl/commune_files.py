"""The communes' own values, reports/<period>/communes.parquet: what is wrong with a file and with its rows."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from etl.rollup import commune_rows
from etl.snapshot import Snapshot
from healthplan.model.complaint import Complaint

PATTERN = "reports/*/communes.parquet"
TYPES = {
    "commune": pa.string(),
    "indicator": pa.string(),
    "of_period": pa.string(),
    "numerator": pa.int64(),
    "denominator": pa.int64(),
    "received": pa.date32(),
}
TOLD = {pa.string(): "VARCHAR", pa.int64(): "BIGINT", pa.date32(): "DATE"}
ROWS_MAX = 5_000_000  # of one file: 14 000 facilities report 600 000 values a month
CHECKS = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
DAMAGED = (pa.ArrowException, duckdb.Error, OSError)


def row_counts(taken: Snapshot) -> tuple[dict[str, int], list[Complaint]]:
    """The rows of each file that can be read, by its path below data/, and what is wrong with the others."""
    rows, complaints = {}, []
    for path in taken.matching(PATTERN):
        faults = list(_faults_of_file(path, taken.files[path]))
        complaints += faults
        if not faults:
            rows[path] = pq.read_metadata(BytesIO(taken.files[path])).num_rows
    return rows, complaints


def _faults_of_file(path: str, raw: bytes) -> Iterator[Complaint]:
    try:
        file = pq.ParquetFile(BytesIO(raw))
        columns, rows = {field.name: field.type for field in file.schema_arrow}, file.metadata.num_rows
    except DAMAGED:
        yield Complaint(path, 0, "", "", "parquet_damaged")
        return
    if missing := [name for name in TYPES if name not in columns]:
        yield Complaint(path, 0, "", "", "header_missing", {"names": ", ".join(missing)})
    if unknown := [name for name in columns if name not in TYPES]:
        facts = {"names": ", ".join(unknown), "columns": ", ".join(TYPES)}
        yield Complaint(path, 0, "", "", "header_unknown", facts)
    for name, wanted in TYPES.items():
        if name in columns and _plain(columns[name]) != wanted:
            facts = {"name": name, "type": TOLD[wanted], "found": str(columns[name])}
            yield Complaint(path, 0, "", name, "parquet_type", facts)
    if not 0 < rows <= ROWS_MAX:
        yield Complaint(path, 0, "", "", "parquet_too_long" if rows else "file_without_rows")


def _plain(told: pa.DataType) -> pa.DataType:
    """The type without what only a writer's memory layout adds."""
    told = told.value_type if pa.types.is_dictionary(told) else told
    return pa.string() if pa.types.is_large_string(told) or pa.types.is_string_view(told) else told


def check_rows(draft: duckdb.DuckDBPyConnection, root: Path, files: dict[str, int]) -> Iterator[Complaint]:
    """Complaints about the rows of whole files below `root`, at most a thousand of a file. The draft holds the
    raw tables."""
    with duckdb.connect() as db:
        db.register("communes", expected_communes(draft))
        db.register(
            "rules", draft.sql("select indicator, name_vi, counts, rollup, per from raw_indicators").to_arrow_table()
        )
        for path in files:
            commune_rows(db, [root / path]).create_view("commune_values", replace=True)
            try:
                found = db.sql(CHECKS).fetchall()
            except duckdb.Error:
                yield Complaint(path, 0, "", "", "parquet_damaged")
                continue
            for line, column, value, fault, facts in found:
                told = {name: str(fact) for name, fact in facts.items() if fact is not None}
                yield Complaint(path, line, column, "" if value is None else str(value), fault, told)


def expected_communes(draft: duckdb.DuckDBPyConnection) -> pa.Table:
    """Every commune (`commune`) and the province it belongs to (`province`)."""
    return draft.sql(
        """select c.place as commune, c.parent as province from raw_places c join raw_places p on p.place = c.parent
           where c.kind = 'commune' and p.kind = 'province' order by commune"""
    ).to_arrow_table()

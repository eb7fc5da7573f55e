"""Reads values back from the typed tables of a draft."""

from collections import defaultdict

import duckdb
import pyarrow as pa

from healthplan.release.query import Row, query_rows

VALUE = (
    "{0}.kind, {0}.low, {0}.high, {0}.low_open, {0}.high_open, {0}.about, {0}.rank, {0}.step_vi, {0}.step_en,"
    " {0}.unknown_reason"
)


def rows_by_pair(db: duckdb.DuckDBPyConnection, sql: str) -> dict[tuple[str, str], list[Row]]:
    """The rows of one query by indicator and place, in its order; no rows for any other pair."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in query_rows(db, sql):
        found[row["indicator"], row["place"]].append(row)
    return found


def insert_rows(db: duckdb.DuckDBPyConnection, table: str, rows: list[Row]) -> None:
    """Puts rows into a table by name; what a row does not say is null. No row changes nothing."""
    if not rows:
        return
    names = [column for column in db.table(table).columns if any(column in row for row in rows)]
    db.register("incoming", pa.table({name: [row.get(name) for row in rows] for name in names}))
    db.execute(f"insert into {table} by name from incoming")  # a name of ours, not of the data
    db.unregister("incoming")

"""Reads values back from the typed tables of a draft."""

from typing import Any

import duckdb

from healthplan.model.value import Grade, Interval, Kind, Marker, Reason, Universal, Unknown, Value

VALUE = "{0}.kind, {0}.low, {0}.high, {0}.low_open, {0}.high_open, {0}.rank, {0}.unknown_reason"
Row = dict[str, Any]


def value_of(row: Row) -> Value:
    """The value that a row of the database holds."""
    match Kind(row["kind"]):
        case Kind.UNIVERSAL:
            return Universal()
        case Kind.GRADE:
            return Grade(row["rank"])
        case Kind.MARKER:
            return Marker()
        case Kind.UNKNOWN:
            return Unknown(Reason(row["unknown_reason"]))
        case _:
            return Interval(row["low"], row["high"], row["low_open"], row["high_open"])


def stored_rows(db: duckdb.DuckDBPyConnection, sql: str) -> list[Row]:
    """The rows of one query as dictionaries."""
    return db.sql(sql).to_arrow_table().to_pylist()

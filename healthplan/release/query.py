"""What the screens ask. One question, one function; rows come back as dictionaries in a stated order."""

from typing import Any

import duckdb

Row = dict[str, Any]
Connection = duckdb.DuckDBPyConnection


def query_rows(db: duckdb.DuckDBPyConnection, sql: str, **asked: Any) -> list[Row]:
    """The answer to one query; `asked` fill its $parameters."""
    found: list[Row] = db.sql(sql, params=asked or None).to_arrow_table().to_pylist()
    return found

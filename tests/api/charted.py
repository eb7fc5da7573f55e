"""Asks for charts: a picture that is drawn now, the rows behind one, a number of the release."""

import csv
from io import StringIO
from typing import Any

import duckdb

from healthplan.api import pictures
from tests.api.asked import ask

EVERYBODY = "places=11,12,20,40,03808"


def picture(chart: str, query: str) -> bytes:
    """A picture drawn now and not before."""
    pictures._file.cache_clear()
    found = ask(f"/charts/{chart}.svg", query)
    assert found["status"] == 200, found["body"].decode()
    return found["body"]


def rows(chart: str, query: str = "") -> list[dict[str, Any]]:
    body = ask(f"/charts/{chart}.csv", f"lang=en&{query}")["body"].decode("utf-8-sig")
    return list(csv.DictReader(StringIO(body)))


def one(db: duckdb.DuckDBPyConnection, sql: str) -> int:
    (number,) = db.execute(sql).fetchone()
    return number

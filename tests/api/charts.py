"""Asks for charts: a picture that is drawn now, the rows behind one, a number of the release."""

import csv
from io import StringIO
from typing import Any
from urllib.parse import parse_qsl

import duckdb

from healthplan.api.chart_files import _body
from healthplan.api.charts import choices_of
from healthplan.api.requests import view_for
from healthplan.text import Lang
from tests.api.client import ask

EVERYBODY = "places=11,12,20,40,03808"


def picture(chart: str, query: str) -> bytes:
    """A picture drawn now, and in this process, where a test can watch."""
    values = dict(parse_qsl(query))
    view = view_for(Lang(values.get("lang", Lang.VI)), values.get("release", ""))
    return _body(view.path, view.lang, chart, "svg", choices_of(view, chart, "svg", values))


def rows(chart: str, query: str = "") -> list[dict[str, Any]]:
    body = ask(f"/charts/{chart}.csv", f"lang=en&{query}")["body"].decode("utf-8-sig")
    return list(csv.DictReader(StringIO(body)))


def one(db: duckdb.DuckDBPyConnection, sql: str) -> int:
    (number,) = db.execute(sql).fetchone()
    return number

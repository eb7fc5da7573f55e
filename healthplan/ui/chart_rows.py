"""The rows behind a chart as a file: printed and read, with paper, place in the paper and release."""

from typing import Any

from healthplan.export.csv_file import csv_file
from healthplan.queries import Row
from healthplan.text import Lang
from healthplan.ui.trajectories import Told, table_rows
from healthplan.ui.view import View

COLUMNS = ("place", "place_name", "indicator", "indicator_name", "year", "role", "printed", "parsed", "unit",
           "kind", "low", "high", "document", "source", "locator", "line", "release")


def chart_rows(view: View, told: list[tuple[Row, Told]]) -> bytes:
    """One row a statement of each indicator, the nation first."""
    rows = [_row(view, indicator, row) for indicator, known in told
            for row in table_rows(view, indicator, known)]  # fmt: skip
    return csv_file(rows, {name: view.say(f"file_{name}") for name in COLUMNS})


def _row(view: View, indicator: Row, row: dict[str, Any]) -> dict[str, Any]:
    of_law = row["series"] == "benchmark"
    return row | {
        "place_name": row["name"],
        "indicator_name": view.name(indicator),
        "role": row["role_word"],
        "kind": row["kind_word"],
        "unit": view.name(indicator, "unit"),
        "low": _number(row["low"], view.lang),
        "high": _number(row["high"], view.lang),
        "source": view.name(row, "short"),
        "locator": "" if of_law else view.where(row["locator"]),
        "release": view.edition,
    }


def _number(value: float | None, lang: Lang) -> str:
    """Every digit, no grouping: a spreadsheet of the reader's language reads it as a number and not as a
    day."""
    if value is None:
        return ""
    text = f"{value:.10g}"
    return text.replace(".", ",") if lang is Lang.VI else text

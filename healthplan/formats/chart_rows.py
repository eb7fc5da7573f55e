"""The rows behind a chart as a file: printed and read, with paper, place in the paper and release."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from healthplan.formats.csv_file import csv_file
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.records import IndicatorSpans
from healthplan.subjects.targets.spans import silence_words, verdict_words
from healthplan.subjects.trajectories.series import Series, series_of, table_rows
from healthplan.text import Lang
from healthplan.text.quotation import is_press

COLUMNS = (
    "place",
    "place_name",
    "indicator",
    "indicator_name",
    "year",
    "period",
    "role",
    "printed",
    "parsed",
    "unit",
    "kind",
    "low",
    "high",
    "document",
    "source",
    "locator",
    "line",
    "release",
)
SIGNED = (*COLUMNS[:-1], "sign", "reason", COLUMNS[-1])


def chart_rows(view: View, told: list[tuple[Row, Series]], names: Collection[str] | None = None) -> bytes:
    """One row a statement of each indicator, the nation first; with `names` only these."""
    rows = [
        _row(view, indicator, row)
        for indicator, known in told
        for row in table_rows(view, known)
        if names is None or row["row"] in names
    ]
    return rows_file(view, rows, COLUMNS)


def span_rows(view: View, shown_here: list[IndicatorSpans]) -> bytes:
    """The statements behind each indicator of a chart from baseline to goal; a goal with its sign, and a row
    without a value for each place that states none."""
    rows = [row for one in shown_here for row in _of_indicator(view, one)]
    return rows_file(view, rows, SIGNED)


def rows_file(view: View, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> bytes:
    """The rows as CSV: columns by their names for people, numbers with the decimal sign of their language. The
    release is the view's."""
    rows = [{**row, "release": view.edition} for row in rows]
    names = {name: view.say(f"file_{name}") for name in columns}
    return csv_file(rows, names, decimal="," if view.lang is Lang.VI else ".")


def _of_indicator(view: View, one: IndicatorSpans) -> list[dict[str, Any]]:
    places = list(dict.fromkeys(span["place"] for span in (*one.spans, *one.others)))
    told = table_rows(view, series_of(view, one.indicator, places))
    signs = {span["row"]: _sign(view, span) for span in one.spans if span["row"]}
    stated = [
        _row(view, one.indicator, row) | signs.get(row["row"], {"sign": "", "reason": ""})
        for row in told
        if row["row"] in one.names
    ]
    return stated + [_silent(view, one.indicator, span) for span in one.spans if not span["row"]]


def _sign(view: View, span: Row) -> dict[str, str]:
    """How a goal stands to the nation, in a word and in a sentence."""
    return {"sign": verdict_words(view, span), "reason": view.name(span, "reason") if span["verdict"] else ""}


def _silent(view: View, indicator: Row, span: Row) -> dict[str, Any]:
    """A place that states no goal: its name and the word for it."""
    told = {
        "place": span["place"],
        "place_name": view.place_name(span["place"]),
        "indicator": indicator["indicator"],
        "indicator_name": view.name(indicator),
        "parsed": silence_words(view, span),
        "unit": view.name(indicator, "unit"),
    }
    return dict.fromkeys(SIGNED, "") | told | _sign(view, span)


def _row(view: View, indicator: Row, row: dict[str, Any]) -> dict[str, Any]:
    return row | {
        "place_name": row["name"],
        "indicator_name": view.name(indicator),
        "role": row["role_word"],
        "kind": row["kind_word"],
        "unit": view.name(indicator, "unit"),
        "period": row["period"] if row["month"] else "",
        "source": view.name(row, "short"),
        "printed": row["cell"] if is_press(row) else row["printed"],
        "locator": "" if is_press(row) else view.where(row["locator"]),
    }

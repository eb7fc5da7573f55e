"""The evidence of a figure: everything a reader needs to find it in its paper."""

import re

from healthplan.release.query import Row
from healthplan.release.reference_data import documents
from healthplan.release.view import View
from healthplan.subjects.documents.queries import evidence, value_reports
from healthplan.subjects.targets.spans import goal_year, is_excerpt
from healthplan.text.figures import kind_word, value_with_unit
from healthplan.text.quotation import is_press, printed_cell, quotation


def evidence_row(view: View, name: str) -> Row | None:
    """A statement with its paper and its value in words; None when the release has no such row."""
    found = view.ask(evidence, row=name) if re.fullmatch(r"[gob][0-9a-f]{10}", name) else []
    if not found:
        return None
    row = found[0]
    unit = view.name(row, "unit")
    return row | {
        "value": value_with_unit(row, view.lang, unit),
        "kind_word": kind_word(row, view.lang),
        "quotation": quotation(row, view.lang),
        "press": is_press(row),
        "when": goal_year(view, row),
        "role_word": view.say(f"role_{row['role']}"),
        "paper": documents_by_name(view)[row["paper"]],
        "reports": [
            report | {"value": value_with_unit(report, view.lang, unit)} for report in view.ask(value_reports, row=name)
        ],
    }


def paper_blank(paper: Row) -> str:
    """The sentence for a number or a date that a paper does not have: left blank in the plan that we hold, or
    not seen, because we hold the words of others only."""
    return "paper_blank" if paper["kind"] == "plan" and not is_excerpt(paper) else "paper_not_seen"


def documents_by_name(view: View) -> dict[str, Row]:
    """Every paper and page by its name in the data."""
    return {row["document"]: row for row in view.ask(documents)}


def evidence_rows(view: View, rows: list[Row]) -> list[Row]:
    """Statements with their year as people say it, and their words with where these were read."""
    return [
        row
        | {"when": goal_year(view, row), "quotation": quotation(row, view.lang), "cell": printed_cell(row, view.lang)}
        for row in rows
    ]


def press_readings(view: View, rows: list[Row]) -> list[str]:
    """The benchmarks that were read in the press only, each with its year and law."""
    return [
        view.say("methods_press_one", indicator=view.name(row, "short"), year=row["when"], law=row["law"])
        for row in rows
        if is_press(row)
    ]

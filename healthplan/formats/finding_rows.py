"""The findings of the plan review as a file: names in the reader's language beside the codes."""

from healthplan.formats.chart_rows import rows_file
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.findings.queries import rules
from healthplan.subjects.findings.review import finding_items

COLUMNS = (
    "finding",
    "rule",
    "rule_name",
    "severity_name",
    "place",
    "place_name",
    "document",
    "indicator",
    "indicator_name",
    "year",
    "sentence",
    "printed_a",
    "locator_a",
    "line_a",
    "printed_b",
    "locator_b",
    "line_b",
)


def finding_rows(view: View, chosen: list[Row]) -> bytes:
    """One row a finding, in the order of the screen."""
    names = {row["rule"]: view.name(row) for row in view.ask(rules)}
    lines = [
        row | {"rule_name": names[row["rule"]], "severity_name": view.say(f"severity_{row['severity']}")}
        for row in finding_items(view, chosen)
    ]
    return rows_file(view, lines, COLUMNS)

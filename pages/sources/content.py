"""Where every figure comes from, what was taken and how it is judged."""

from healthplan.parameters.parameter import Choices, Kind, Parameter
from healthplan.release.view import View
from healthplan.subjects.documents.evidence import papers, row_told


def _called(view: View, name: str) -> str:
    row = row_told(view, name) or {}
    return view.say("evidence_title", indicator=view.name(row, "indicator"), value=row["value"])


def _usual(view: View, choices: Choices) -> str:
    row = row_told(view, choices["row"])
    return row["paper"]["document"] if row else ""


ROW = Parameter(name="row", kind=Kind.NAME, label="evidence_label", shown=_called,
                known=lambda view, name: row_told(view, name) is not None)
DOCUMENT = Parameter(name="document", label="pick_document", options=lambda view, _: list(papers(view)),
                     default=_usual, shown=lambda view, one: view.name(papers(view)[one], "short"))
PARAMETERS = (ROW, DOCUMENT)


def heading(view: View, _choices: Choices) -> str:
    """What the screen is about."""
    return view.say("sources_title")

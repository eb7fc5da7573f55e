"""Where every figure comes from, what was taken and how it is judged."""

from healthplan.parameters.parameter import Choices, Parameter, ParameterKind
from healthplan.release.view import View
from healthplan.subjects.documents.evidence import documents_by_name, evidence_row


def _document_name(view: View, name: str) -> str:
    row = evidence_row(view, name) or {}
    return view.say("evidence_title", indicator=view.name(row, "indicator"), value=row["value"])


def _usual(view: View, choices: Choices) -> str:
    row = evidence_row(view, choices["row"])
    return row["paper"]["document"] if row else ""


ROW = Parameter(name="row", kind=ParameterKind.NAME, label="evidence_label", shown=_document_name,
                known=lambda view, name: evidence_row(view, name) is not None)  # fmt: skip
DOCUMENT = Parameter(name="document", label="pick_document", options=lambda view, _: list(documents_by_name(view)),
                     default=_usual, shown=lambda view, one: view.name(documents_by_name(view)[one], "short"))  # fmt: skip
PARAMETERS = (ROW, DOCUMENT)


def heading(view: View, _choices: Choices) -> str:
    """What the screen is about."""
    return view.say("sources_title")

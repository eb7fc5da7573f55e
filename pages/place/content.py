"""One place: plain words, its indicators on a spine, its tasks and its paper."""

from typing import Any

from healthplan.parameters.parameter import Choices
from healthplan.release.view import View
from healthplan.subjects.findings.queries import gravest
from healthplan.subjects.findings.review import finding_items

FIRST = 3  # findings that lead the page


def heading(view: View, choices: Choices) -> str:
    """The name of the place."""
    return view.place_name(choices["place"])


def first_findings(view: View, place: str) -> list[dict[str, Any]]:
    """The findings that a reader of this place must know first."""
    return finding_items(view, view.ask(gravest, place=place, most=FIRST))

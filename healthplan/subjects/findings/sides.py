"""The rows that findings rest on, as they are quoted: the words printed, what they mean, where they stand."""

from typing import Any

from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.findings.queries import pieces
from healthplan.subjects.targets.spans import goal_year
from healthplan.text.figures import value_with_unit
from healthplan.text.quotation import is_press, quotation

VALUES = ("goal", "observation", "benchmark")


def finding_sides(view: View, names: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """The rows of some names in their order, each as printed, as read, when it is due, and where it stands."""
    return {piece["row"]: _side(view, piece) for piece in view.ask(pieces, names=names)} if names else {}


def _side(view: View, piece: Row) -> dict[str, Any]:
    is_value = piece["what"] in VALUES
    value = value_with_unit(piece, view.lang, view.name(piece, "unit")) if is_value else ""
    return piece | {
        "value": value,
        "quotation": quotation(piece, view.lang),
        "press": is_press(piece),
        "when": goal_year(view, piece) if is_value else "",
        "role_word": view.say(f"role_{piece['role']}" if piece["role"] else f"what_{piece['what']}"),
        "link": {"row": piece["row"]} if is_value else {"document": piece["document"], "line": piece["line"]},
    }

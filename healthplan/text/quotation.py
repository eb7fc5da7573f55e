"""The words of a statement as a reader may be shown them: a paper's own in quotation marks, a press reading
always with its origin and never as print."""

from typing import Any

from healthplan.text import Lang, say


def is_press(row: dict[str, Any]) -> bool:
    """Whether the value was read in the press and not yet checked against the text of its law."""
    return row.get("reading") == "press"


def quotation(row: dict[str, Any], lang: Lang) -> str:
    """The printed words in quotation marks; for a press reading where it was read; "" where nothing is
    printed."""
    if is_press(row):
        return say(lang, "reading_press")
    return f"“{row['printed']}”" if row["printed"] else ""


def printed_cell(row: dict[str, Any], lang: Lang) -> str:
    """A cell under "as printed": the words, the origin of a press reading, or a dash."""
    return say(lang, "reading_press") if is_press(row) else row["printed"] or "–"

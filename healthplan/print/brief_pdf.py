"""A place's brief as an A4 PDF."""

from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from healthplan.print.typeset import LONGEST_TEXT, page_count, pdf

TEMPLATE = Path(__file__).parent / "brief.typ"
PAGES = 2
SHORTER = (500, 160, 80, 40)  # letters of a text, one try after the other


def brief_pdf(facts: dict[str, Any]) -> bytes:
    """The brief as PDF, dated as its data. What would take more than two pages stands closer; where that is
    not enough, very long names are cut."""
    day = date.fromisoformat(facts["day"])
    tries = [(False, LONGEST_TEXT), *((True, longest) for longest in (LONGEST_TEXT, *SHORTER))]
    made = (pdf(TEMPLATE, facts | {"close": close}, day, longest) for close, longest in tries)
    first = next(made)
    return next((one for one in chain([first], made) if page_count(one) <= PAGES), first)

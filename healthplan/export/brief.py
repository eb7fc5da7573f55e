"""A place's brief as an A4 PDF."""

from datetime import date
from typing import Any

from healthplan.export.typeset import pages_of, pdf

PAGES = 2
SHORTER = (500, 160, 80, 40)  # letters of a text, one try after the other


def brief_pdf(facts: dict[str, Any]) -> bytes:
    """The brief as PDF, dated as its data. Where very long names would take it beyond two pages, they are
    cut."""
    day = date.fromisoformat(facts["day"])
    whole = pdf("brief.typ", facts, day)
    if pages_of(whole) <= PAGES:
        return whole
    shorter = (pdf("brief.typ", facts, day, longest) for longest in SHORTER)
    return next((made for made in shorter if pages_of(made) <= PAGES), whole)

"""A place's brief as an A4 PDF."""

from datetime import date
from typing import Any

from healthplan.export.typeset import pdf


def brief_pdf(facts: dict[str, Any]) -> bytes:
    """The brief as PDF, dated as its data."""
    return pdf("brief.typ", facts, date.fromisoformat(facts["day"]))

"""Printed values and years as they stand in the sentences of verdicts and findings."""

from healthplan.release.query import Row
from healthplan.text import Lang, say
from healthplan.text.figures import value_with_unit


def value_words(row: Row, lang: Lang) -> str:
    """The value in a sentence: as printed in Vietnamese, as read in English, where a goal in words is "this".
    Rows bring the columns of a value, `printed` and `unit_en`."""
    if row["kind"] == "marker" and (lang is Lang.EN or row["printed"] == "x"):
        return say(lang, "this_matter")
    if row["kind"] is None or (lang is Lang.VI and row["kind"] != "unknown"):
        return str(row["printed"])
    return value_with_unit(row, lang, row["unit_en"])


def year_words(row: Row, lang: Lang) -> str:
    """The year of a goal, with a word where the paper dates it by a heading only; "" without a year."""
    year = str(row.get("year") or "")
    return say(lang, "year_by_heading", year=year) if row.get("dated_by") == "heading" else year


def due_words(row: Row, lang: Lang) -> str:
    """When a goal is due, in full: "năm 2030", "từ năm 2026", "không nêu năm"."""
    year, since, each = row.get("year"), row.get("from_year"), "_each" if row.get("each_year") else ""
    if since and year and since < year:
        return say(lang, f"time_period{each}", since=str(since), until=str(year))
    if since:
        return say(lang, f"time_from{each}", year=str(since))
    return say(lang, "time_year", year=year_words(row, lang)) if year else say(lang, "no_year")

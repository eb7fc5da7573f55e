"""The release as the tests of the forms look it up, and numbers as each language writes them."""

import re
from functools import cache
from pathlib import Path

from healthplan.release import publication
from tests.deck.forms.slides import Figure

PIECES = """
    from (from pieces where what not in ('task', 'duty')
          union all by name select row, place, time_printed as printed, 'words' as kind from tasks
          union all by name select row, place, due_printed as printed, 'words' as kind from duties) one
    join places using (place) left join indicators using (indicator)
    select one.row, case when one.reading = 'press' then '' else one.printed end as printed,
           one.kind, low, high, rank, one.year, one.place, one.indicator,
           places.name_vi as place_vi, places.name_en as place_en, short_vi, short_en, unit_vi, unit_en"""
ENDS = {"exact": ("low",), "range": ("low", "high"), "at_least": ("low",), "more_than": ("low",),
        "at_most": ("high",), "less_than": ("high",)}  # fmt: skip


def facts() -> dict[str, dict]:
    """Every row of the current release that a figure can be from, by its name."""
    return _facts(publication.current_path())


@cache
def _facts(path: Path) -> dict[str, dict]:
    with publication.open_release(path) as opened:
        found = opened.execute(PIECES)
        names = [column[0] for column in found.description]
        return {row[0]: dict(zip(names, row, strict=True)) for row in found.fetchall()}


def numbers(text: str, lang: str) -> set[float]:
    """The numbers of a text in the way its language writes them."""
    found = re.findall(r"\d+(?:[.,]\d+)*", text)
    thousands, comma = (".", ",") if lang == "vi" else (",", ".")
    return {float(one.replace(thousands, "").replace(comma, ".")) for one in found}


def ends(fact: dict, prefix: str = "") -> set[float]:
    """The numbers that must be shown of a value; none of a word."""
    return {fact[prefix + end] for end in ENDS.get(fact[f"{prefix}kind"], ())}


def height(fact: dict) -> float:
    """Where a value stands on the scale of a chart; the lower end of a range."""
    fixed = {"universal": 100.0, "grade": fact["rank"]}
    return fixed[fact["kind"]] if fact["kind"] in fixed else fact[ENDS[fact["kind"]][0]]


def says(figure: Figure, fact: dict, lang: str) -> bool:
    """Whether a figure says what a row of the release says: the same words, and the same numbers."""
    if figure.printed != fact["printed"]:
        return False
    if fact["kind"] not in ENDS:
        return True  # in words: nothing is shown but words
    return numbers(figure.shown.removesuffix(fact[f"unit_{lang}"] or ""), lang) == ends(fact)


def about(figure: Figure, fact: dict, lang: str) -> bool:
    """Whether a figure tells the place, the indicator and the year of a row."""
    place = fact[f"place_{lang}"] if fact["place"] != "VN" else {"vi": "Cả nước", "en": "Nation"}[lang]
    year = str(fact["year"]) in figure.when if fact["year"] and fact["kind"] != "words" else True
    return figure.about.startswith(place) and (fact[f"short_{lang}"] or "") in figure.about and year


def candidates(figure: Figure) -> list[dict]:
    """The row that a figure names; where its form gives no name, all rows with its words."""
    rows = facts()
    if figure.row:
        return [rows[figure.row]]
    return [one for one in rows.values() if one["printed"] == figure.printed]

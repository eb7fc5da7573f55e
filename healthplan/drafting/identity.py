"""What a paper says of itself: number, date, title, place, and the annexes that it names and has not."""

import re
from collections.abc import Mapping

from healthplan.drafting.citations import OWN, SIGN, TITLE, iso_day
from healthplan.drafting.layout import PaperLayout, folded_words
from healthplan.drafting.vocabulary import Vocabulary

OWN_NUMBER = re.compile(rf"^Số\s*:?\s*(?P<number>\d*\s?[-/]?\s?(?:{SIGN})(?:\s?[-/]\s?{SIGN})*)", re.I)
OWN_DATE = re.compile(r"ngày\s*(?P<day>\d{0,2})\s*(?:/|tháng)\s*(?P<month>\d{0,2})\s*(?:/|năm)\s*(?P<year>\d{4})", re.I)
NAMED_ANNEX = re.compile(r"\bPhụ lục(?:\s+(?:số\s+)?(?P<number>\d{1,2}|[IVX]{1,5})\b)?", re.I)
DATE_LINE = re.compile(r"^[^\d]{2,40},\s*ngày", re.I)
OPENING_BLOCKS = 12
COMMUNE = re.compile(r"(?:[Xx]ã|XÃ|[Pp]hường|PHƯỜNG|[Đđ]ặc khu|ĐẶC KHU)((?:\s+[^\W\d_]+){1,4})")


def paper_cells(layout: PaperLayout, known: Vocabulary) -> dict[str, str]:
    """Number, date, title, place and missing annexes of a paper, as cells of documents.csv; what it leaves blank or
    does not say stays empty."""
    opening = [block.words.text for block in layout.blocks if not block.headings][:OPENING_BLOCKS]
    attached = [block.words.text for block in layout.blocks if OWN.search(block.words.text)]
    cells = {"number": "", "issued_on": "", "date_printed": ""}
    for text in [*opening, *attached]:
        own = OWN.search(text)
        number = OWN_NUMBER.match(re.sub(r"^.*?(?=số)", "", text[own.end() :], count=1, flags=re.I) if own else text)
        told = re.sub(r"\s+", "", number["number"]) if number else ""
        if not cells["number"] and re.match(r"\d", told):
            cells["number"] = told
        dated = OWN_DATE.search(text) if number or DATE_LINE.match(text) else None
        day = iso_day(dated) if dated and dated["day"] and dated["month"] else ""
        if dated and (not cells["date_printed"] or (day and not cells["issued_on"])):
            cells |= {"date_printed": dated[0], "issued_on": day}
    closing = [block.words.text for block in layout.blocks if block.place == "đoạn kết"]
    place = place_named(" ".join([*opening, *attached, *closing]), known)
    return cells | {"title_vi": _title(opening), "place": place, "annexes_missing": "|".join(_missing_annexes(layout))}


def place_named(text: str, known: Vocabulary) -> str:
    """The place that a text names most, a commune before a province; "" where it names none that is known, or a
    commune of a name that several have and no province tells apart."""
    provinces = {
        code: len(re.findall(rf"(?:(?:tỉnh|thành phố|TP\.?)\s+|^|\s){re.escape(name)}\b", text, re.I))
        for code, (kind, name, _) in known.places.items()
        if kind == "province"
    }
    communes = [code for words in COMMUNE.findall(text) for code in _communes_named(words, known)]
    in_named = [code for code in communes if provinces.get(known.places[code][2])]
    if communes:
        best = set(in_named or communes)
        return best.pop() if len(best) == 1 else ""
    most = max(provinces, key=lambda code: provinces[code], default="")
    return most if provinces.get(most) else ""


def _communes_named(words: str, known: Vocabulary) -> list[str]:
    """The communes of the longest name that some words begin with."""
    parts = words.lower().split()
    for length in range(len(parts), 0, -1):
        if found := known.communes.get(" ".join(parts[:length])):
            return found
    return []


def held_already(paper: Mapping[str, str], known: Vocabulary) -> str:
    """The document of data/ that a paper is: the same number and day, or, where these are blank, the same place and
    title; "" for a new one."""
    for row in known.papers:
        numbered = paper["number"] and (paper["number"], paper["issued_on"]) == (row["number"], row["issued_on"])
        titled = (paper["place"], folded_words(paper["title_vi"])) == (row["place"], folded_words(row["title_vi"]))
        if row["kind"] == "plan" and (numbered or (titled and not row["number"])):
            return row["document"]
    return ""


def _title(opening: list[str]) -> str:
    at = next((i for i, text in enumerate(opening) if TITLE.match(text)), None)
    if at is None:
        return ""
    goes_on = opening[at].isupper() and at + 1 < len(opening)
    return f"{opening[at].capitalize()} {opening[at + 1]}" if goes_on else opening[at]


def _missing_annexes(layout: PaperLayout) -> list[str]:
    """Annexes that the text names and that neither stand in the paper nor, unnumbered, are one of its tables."""
    named: dict[str, str] = {}
    for block in layout.blocks:
        if not any(heading.level == 0 for heading in block.headings):
            for one in NAMED_ANNEX.finditer(block.words.text):
                named.setdefault((one["number"] or "").upper().lstrip("0"), one[0])
    there = {number.upper() for number in layout.annexes}
    numbered = [number for number in named if number]
    if layout.annexes or not layout.tables:
        missing = [number for number in numbered if number not in there]
    else:
        missing = numbered[len(layout.tables) :]
    without_any = not numbered and named and not layout.tables and not there
    return [named[number] for number in missing] + ([named[""]] if without_any else [])

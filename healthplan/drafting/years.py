"""The years that a sentence or heading sets: until, from, before, a period."""

import re
from dataclasses import dataclass

YEAR = r"20[2-9]\d"
PHRASES = re.compile(
    rf"(?P<period>(?:giai đoạn|thời kỳ|từ năm|từ|trong)?\s*(?P<a>{YEAR})\s?(?:[-–—]|đến(?: năm)?)\s?(?P<b>{YEAR}))"
    rf"|(?P<since>(?:bắt đầu |kể )?từ\s+(?:đầu\s+)?"
    rf"(?:quý\s+(?:[IVX]+|\d)\s?(?:/|năm )\s?|tháng\s+\d+\s?(?:/|năm )\s?)?(?:năm\s+)?(?P<s>{YEAR}))"
    rf"|(?P<before>trước\s+(?:năm\s+)(?P<p>{YEAR}))"
    rf"|(?P<until>(?:(?:đến|tới|vào|trong|hết|cuối|mốc)\s+)*(?:tháng\s+\d+\s?/|năm\s+)(?P<u>{YEAR})|(?:đến|tới)\s+(?P<v>{YEAR})|(?P<w>{YEAR})(?=\s?:))",
    re.I,
)
NO_GOAL = re.compile(r"(?:so với|tháng \d{1,2}|của|khóa|như|/\d{1,2}/)\s*(?:cuối )?$", re.I)
DATED = re.compile(r"(?:ngày\s+\d{1,2}\s+)?tháng\s+\d{1,2}\s+$", re.I)
VISION = 2040  # from here on a year is a vision's


@dataclass(frozen=True, slots=True)
class YearPhrase:
    """Words that say when: they begin and end in the text. `until` and `since` are years, 0 where not said."""

    start: int
    end: int
    until: int
    since: int
    is_before: bool = False

    @property
    def year(self) -> str:
        """The cell `year`."""
        return str(self.until or self.since or "")

    @property
    def from_year(self) -> str:
        """The cell `from_year`."""
        return str(self.since or "")


def year_phrases(text: str) -> list[YearPhrase]:
    """Every phrase of a text that says from when or until when, but for dates of papers and for years that
    something is compared with."""
    found = []
    for one in PHRASES.finditer(text):
        before = text[max(0, one.start() - 30) : one.start()]
        if NO_GOAL.search(before) or DATED.search(before) or re.search(r"\d/$|\d{1,2}/\d{1,2}/$", before):
            continue
        start = one.start() + len(one[0]) - len(one[0].lstrip())
        if one["period"]:
            phrase = YearPhrase(start, one.end(), int(one["b"]), int(one["a"]))
        elif one["since"]:
            phrase = YearPhrase(start, one.end(), 0, int(one["s"]))
        elif one["before"]:
            phrase = YearPhrase(start, one.end(), int(one["p"]) - 1, 0, True)
        else:
            phrase = YearPhrase(start, one.end(), int(one["u"] or one["v"] or one["w"]), 0)
        found.append(phrase)
    return found


def heading_year(words: str) -> int:
    """The year that a heading sets for the goals below it; 0 for none. "Mục tiêu giai đoạn 2026-2030" sets 2030;
    of "đến năm 2030, tầm nhìn 2045" the first counts."""
    words = re.sub(r"\([^)]*\d\s?%[^)]*\)", "", words)  # a level of another year
    found = year_phrases(words)
    if found:
        return found[0].until or found[0].since
    alone = re.search(rf"\b{YEAR}\b", words)
    return int(alone[0]) if alone else 0

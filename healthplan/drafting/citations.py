"""The papers that a paper cites: number, who issued it, date; and its own number, date and annexes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from healthplan.drafting.layout import PaperLayout, TextBlock
from healthplan.drafting.passage import Passage

SIGN = r"[A-ZĐƯ]{2}[A-Za-zĐđƯư0-9]{0,8}"
NUMBER = re.compile(
    rf"(?<![\w/.,-])(?P<number>\d{{1,5}}[a-z]?\s?(?:/\d{{4}}\s?)?[-/]\s?{SIGN}"
    rf"(?:\s?[-/&–]\s?{SIGN}| (?:NQ|CP|TU|TW|KH|CT|QĐ|KL)(?=[,;. )]|$))*"
    rf"|\d{{1,5}} (?:NQ|KH|CT|KL|QĐ|CTr)/{SIGN})"
)
DATE = re.compile(
    r"^[\s,;)]*(?:\([^)]{0,40}\)\s*)?,?\s*(?:ban hành\s+)?ngày\s+(?P<day>\d{1,2})\s?(?:/|tháng)"
    r"\s?(?P<month>\d{1,2})\s?(?:/|năm)\s?(?P<year>\d{4})",
    re.I,
)
ISSUERS = (  # longest first; what stands behind "của"
    r"Ban Chấp hành Trung ương(?: Đảng)?(?: khóa [IVX]+)?", r"Ban Bí thư(?: Trung ương(?: Đảng)?)?", r"Bộ Chính trị",
    r"Thủ tướng(?: Chính phủ)?", r"Chính phủ", r"Quốc hội(?: khóa [IVX]+)?", r"Ủy ban Thường vụ Quốc hội",
    r"Ban [Tt]hường vụ (?:Tỉnh|Thành|Đảng|Huyện)[^,;.()]{0,60}?(?= về| thực hiện| triển khai|[,;.()]|$)",
    r"Ban Chấp hành Đảng bộ[^,;.()]{0,50}?(?= về| thực hiện| triển khai|[,;.()]|$)",
    r"Đảng [uủỷ][ỷyủ]?[^,;.()]{0,50}?(?= về| thực hiện| triển khai|[,;.()]|$)",
    r"(?:Tỉnh|Thành) [uủ][ỷyủ]?",
    r"Bộ (?:trưởng Bộ )?[A-ZĐ][^,;.()]{0,40}?(?= về| quy định| ban hành| thực hiện|[,;.()]|$)",
    r"(?:HĐND|Hội đồng nhân dân)[^,;.()]{0,30}?(?= về| quy định| thực hiện|[,;.()]|$)",
    r"(?:UBND|[ỦU]y ban nhân dân|Chủ tịch UBND)[^,;.()]{0,30}?(?= về| quy định| thực hiện| ban hành|[,;.()]|$)",
    r"Đại hội[^,;.()]{0,60}?(?=[,;.()]|$)", r"Hội nghị[^,;.()]{0,60}?(?=[,;.()]|$)",
)  # fmt: skip
ISSUER = re.compile(r"^\s*(?:,\s*)?(?:của|do)\s+(?P<issuer>" + "|".join(ISSUERS) + ")")
OWN = re.compile(r"[Kk]èm theo (?:Kế hoạch|Chương trình|Nghị quyết|Quyết định|Công văn)")
OWN_NUMBER = re.compile(rf"^Số\s*:?\s*(?P<number>\d*\s?[-/]?\s?(?:{SIGN})(?:\s?[-/]\s?{SIGN})*)", re.I)
OWN_DATE = re.compile(r"ngày\s*(?P<day>\d{0,2})\s*(?:/|tháng)\s*(?P<month>\d{0,2})\s*(?:/|năm)\s*(?P<year>\d{4})", re.I)
NAMED_ANNEX = re.compile(r"\bPhụ lục(?:\s+(?:số\s+)?(?P<number>\d{1,2}|[IVX]{1,5})\b)?", re.I)


@dataclass(slots=True)
class Citation:
    """A cited paper. `words` is its number as printed, where it is first printed."""

    words: Passage
    locator: str
    issuer: str = ""
    issued_on: str = ""

    @property
    def number(self) -> str:
        """The number as printed, without the blanks that a line break leaves."""
        return re.sub(r"\s*([-/])\s*", r"\1", self.words.text)


def citations_of(pieces: Iterable[tuple[Passage, str]]) -> list[Citation]:
    """The papers that passages cite, each with its place; number and date make one, whatever stands between.
    A citation without date is the paper of that number that has one."""
    found: dict[tuple[str, str], Citation] = {}
    for words, locator in pieces:
        for one in NUMBER.finditer(words.text):
            if OWN.search(words.text[max(0, one.start() - 40) : one.start()]):
                continue
            citation = Citation(words.part(one.start(), one.end()), locator)
            rest = words.text[one.end() : one.end() + 200]
            if dated := DATE.match(rest):
                citation.issued_on = _iso(dated)
                rest = rest[dated.end() :]
            if issuer := ISSUER.match(rest):
                citation.issuer = issuer["issuer"].strip()
            _add(found, citation)
    return list(found.values())


def _add(found: dict[tuple[str, str], Citation], citation: Citation) -> None:
    plain = re.sub(r"[\s\-/]", "", citation.number).lower()
    same = [key for key in found if key[0] == plain]
    if citation.issued_on and (plain, "") in found:  # now its date is known
        held = found.pop((plain, ""))
        held.issued_on, held.issuer = citation.issued_on, held.issuer or citation.issuer
        found[plain, citation.issued_on] = held
        return
    if same and (not citation.issued_on or (plain, citation.issued_on) in found):
        held = found[(plain, citation.issued_on) if (plain, citation.issued_on) in found else same[0]]
        held.issuer = held.issuer or citation.issuer
        return
    found[plain, citation.issued_on] = citation


def _iso(one: re.Match[str]) -> str:
    try:
        return date(int(one["year"]), int(one["month"]), int(one["day"])).isoformat()
    except ValueError:
        return ""


def own_cells(layout: PaperLayout) -> dict[str, str]:
    """Number, date, title and missing annexes of the paper itself, as cells of documents.csv; what it leaves blank
    stays empty."""
    opening = [block.words.text for block in layout.blocks if not block.headings][:12]
    attached = [block.words.text for block in layout.blocks if OWN.search(block.words.text)]
    cells = {"number": "", "issued_on": "", "date_printed": "", "title_vi": _title(opening), "annexes_missing": ""}
    for text in [*opening, *attached]:
        at = OWN.search(text)
        number = OWN_NUMBER.match(re.sub(r"^.*?(?=số)", "", text[at.end() :], count=1, flags=re.I) if at else text)
        told = re.sub(r"\s+", "", number["number"]) if number else ""
        if not cells["number"] and re.match(r"\d", told):
            cells["number"] = told
        dated = OWN_DATE.search(text) if number or re.match(r"^[^\d]{2,30},\s*ngày", text) else None
        if dated and (
            not cells["date_printed"]
            or (not cells["issued_on"] and _iso(dated) if dated["day"] and dated["month"] else False)
        ):
            cells["date_printed"] = dated[0]
            cells["issued_on"] = _iso(dated) if dated["day"] and dated["month"] else ""
    cells["annexes_missing"] = "|".join(_missing_annexes(layout))
    return cells


def _title(opening: list[str]) -> str:
    at = next((i for i, text in enumerate(opening) if re.match(r"(?:KẾ HOẠCH|CHƯƠNG TRÌNH|NGHỊ QUYẾT)", text)), None)
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
                named.setdefault((one["number"] or "").upper(), one[0])
    there = {number.upper() for number in layout.annexes}
    numbered = [number for number in named if number]
    if layout.annexes or not layout.tables:
        missing = [number for number in numbered if number not in there]
    else:
        missing = numbered[len(layout.tables) :]
    told = [named[number] for number in missing]
    if not numbered and named and not layout.tables and not there:
        told.append(named[""])
    return told


def cited_passages(layout: PaperLayout) -> Iterable[tuple[Passage, str]]:
    """Where papers are cited: the text, then the tables."""
    for block in layout.blocks:
        yield block.words, _opening_place(block, layout)
    for table in layout.tables:
        for row in table.rows:
            for cell in row.cells:
                if cell.text:
                    yield cell, f"{table.annex or 'Phụ lục'}, dòng {row.cell(0).text}".rstrip(" ,")


def _opening_place(block: TextBlock, layout: PaperLayout) -> str:
    opening = [one for one in layout.blocks if not one.headings]
    at = next(
        (i for i, one in enumerate(opening) if re.match(r"(?:KẾ HOẠCH|CHƯƠNG TRÌNH|NGHỊ QUYẾT)", one.words.text)), -2
    )
    is_title = at + 1 < len(opening) and at >= 0 and opening[at + 1] is block
    return "Tiêu đề" if is_title else block.locator

"""The papers that a paper cites: number, who issued it, date."""

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
TITLE = re.compile(r"KẾ HOẠCH|CHƯƠNG TRÌNH|NGHỊ QUYẾT")
OWN = re.compile(r"[Kk]èm theo (?:Kế hoạch|Chương trình|Nghị quyết|Quyết định|Công văn)")


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
                citation.issued_on = iso_day(dated)
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


def iso_day(one: re.Match[str]) -> str:
    """A printed day as 2026-03-23; "" for one that is none."""
    try:
        return date(int(one["year"]), int(one["month"]), int(one["day"])).isoformat()
    except ValueError:
        return ""


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
    at = next((i for i, one in enumerate(opening) if TITLE.match(one.words.text)), len(opening))
    return "Tiêu đề" if at + 1 < len(opening) and opening[at + 1] is block else block.locator

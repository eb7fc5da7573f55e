"""Figures, grades, words for everybody and comparisons in a sentence, as the one grammar reads them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from healthplan.drafting.vocabulary import KnownIndicator
from healthplan.model.grammar import BOUNDS, WORDS, UnreadableValue, Word, read_value
from healthplan.model.value import Interval, Value
from healthplan.text.paper_words import comma_decimals

NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
BEFORE = sorted(
    (word for meaning in (*BOUNDS, Word.ABOUT, Word.FROM, Word.INCREASE) for word in WORDS[meaning]),
    key=len,
    reverse=True,
)
LEAD = "|".join(re.escape(word) + (r"(?=\s|\d)" if word[-1].isalpha() else "") for word in BEFORE)
EVERYBODY = re.compile(
    r"\b(?:toàn bộ (?:người dân|dân số|nhân dân)|toàn dân|(?:mọi|mỗi|tất cả(?: mọi)?) người dân|người dân|mọi người)\b",
    re.I,
)
GRADE = re.compile(
    r"\bhạng (?:đặc biệt|I{1,3}V?|IV|[1-4])\b(?:,? (?:và )?(?:đạt |xếp )cấp (?:chuyên sâu|cơ bản|ban đầu))?"
    r"|\b(?:đạt |xếp )?cấp (?:chuyên sâu|cơ bản|ban đầu)\b(?: chất lượng cao(?: trong khu vực)?)?",
    re.I,
)
COMPARED = re.compile(
    r"\b(?:không thấp hơn|không dưới|cao hơn|ngang tầm|ngang bằng|tương đương|trên|bằng)\s+(?:với\s+|mức\s+|của\s+)*"
    r"(?:tăng chi\s+)?(?:bình quân|trung bình|các (?:tỉnh|xã|phường|nước|quốc gia|địa phương)|cả nước|quốc gia)"
    r"[^;,.:]*",
    re.I,
)
FROM_TO = re.compile(r"\b(?:tăng|giảm|nâng)(?: thêm| lên)? từ\s*$", re.I)
FROM = re.compile(r"\btừ\s*$", re.I)
CHANGES_TO = re.compile(  # behind the level that a change begins with: "94% (năm 2025) lên 98%"
    r"\s*\(?(?:(?:vào |của |ở )?(?:hiện nay|hiện có|hiện tại|năm \d{4}))?\)?,?"
    r"\s*(?:tăng |giảm |nâng )?(?:lên|xuống|còn)\b"
)
CHANGE_BEFORE = re.compile(
    r"\b(?:tăng|giảm)(?: thêm| bình quân| trung bình| khoảng| ít nhất| tối thiểu| từ| mỗi năm| h[àằ]ng năm)*\s*$", re.I
)
A_YEAR = re.compile(r"\s?(?:/\s?năm|mỗi năm|một năm|h[àằ]ng năm|so với)\b|\s?điểm\b", re.I)
CHANGE_A_YEAR = re.compile(  # "giảm tỷ lệ suy dinh dưỡng mỗi năm 0,5%"
    r"\b(?:tăng|giảm)\b[^,;:.]*\b(?:mỗi năm|h[àằ]ng năm|bình quân)\s*(?:từ|khoảng|ít nhất|tối thiểu|trên)?\s*$", re.I
)
YEARLY = re.compile(r"\b(?:mỗi năm|h[àằ]ng năm|bình quân|trung bình)\b[^,;:]{0,30}$", re.I)
ENOUGH = re.compile(r"\bđủ (?:số lượng )?(?:bác sĩ|bác sỹ)\b", re.I)


@dataclass(frozen=True, slots=True)
class Figure:
    """Words that can be a value, where they begin and end, and the longer and shorter ways to read them."""

    start: int
    end: int
    texts: tuple[str, ...]
    has_unit: bool
    kind: str = "figure"  # or grade, everybody, compared, enough
    is_change: bool = False  # how much a level moves: "mỗi năm giảm 0,5%"
    is_start: bool = False  # the level that a change begins with: "từ 94% lên 98%"

    @property
    def is_whole(self) -> bool:
        """Whether it is the share of all: a goal also among the tasks."""
        return self.kind == "figure" and re.fullmatch(r"100\s?%", self.texts[0]) is not None

    @property
    def is_increase(self) -> bool:
        """Whether it says how much more."""
        return re.search(r"\b(?:tăng|thêm)\b|^\+", self.texts[0], re.I) is not None


@lru_cache
def _pattern(units: tuple[str, ...]) -> re.Pattern[str]:
    unit = "|".join([f"(?P<per>{PER_PEOPLE})", *map(_unit, units)])
    ranged = rf"{NUMBER}(?:\s?%?\s?(?:[-–÷~]|đến|tới)\s?{NUMBER})?"
    return re.compile(
        rf"(?<![\w.,/])(?P<lead>(?:(?:h[àằ]ng năm\s+)?(?:(?:{LEAD})\s*)+)?)(?<![\d.,/-])"
        rf"(?P<number>{ranged})(?![\d]|[.,/]\d|\s?[-/]\s?[A-ZĐ])"
        rf"(?P<unit>\s?(?:{unit})(?!\w))?(?P<up>\s+trở (?:lên|xuống))?",
        re.I,
    )


# What is counted by people, of indicators that nobody has yet: "25 điều dưỡng/10.000 dân".
PER_PEOPLE = (
    r"[^\W\d_]+(?:\s[^\W\d_]+){0,3}\s?/\s?(?:1\s)?(?:vạn|100[. ]?000|10[. ]?000|1[. ]?000)\s(?:dân|người|trẻ|ca)"
)


def _unit(unit: str) -> str:
    """A unit however it is spelt: "bác sỹ/trạm y tế" is "bác sĩ/trạm y tế"."""
    told = re.escape(unit).replace(r"\ ", r"\s?").replace("sĩ", "s[ĩỹ]")
    if unit == "%":
        return r"(?:%|phần trăm)"
    return (
        told.replace("/", r"\s?(?:/|trên|mỗi)\s?")
        .replace(r"\svạn", r"(?:1\s)?vạn")
        .replace("vạn", r"(?:vạn|1 vạn|10[. ]?000)")
    )


SLIP = re.compile(r"(?<!\w)(?=[\dlIOo|]*\d)(?=[\dlIOo|]*[lIOo|])[\dlIOo|]{2,4}(?:,\d+)?\s?%")  # "l00%", "1OO%"
RATIO = re.compile(r"(?<![\w.,/])\d+(?:,\d+)?\s?/\s?(?:1|10|100)[. ]?000\b")  # "40/100.000 trẻ đẻ sống"
POINT_BEFORE_UNIT = re.compile(  # "95.5%", "4.5 - 5.5 bác sĩ"
    r"(?<![\w.,/])\d+\.\d{1,2}(?:\s?(?:[-–÷~]|đến|tới)\s?\d+(?:[.,]\d{1,2})?)?\s?"
    r"(?:%|‰|phần trăm|bác sĩ|bác sỹ|giường|tuổi|năm\b(?!\s*\d{4})|cm\b)",
    re.I,
)
POINT_ALONE = re.compile(r"\s*\d{1,3}\.\d{1,2}\s*")
CELLS_OF_NAME = 2  # of a table's row: its number, which may be 2.1, and its words
MORE_UNITS = ("‰",)  # of indicators that nobody has yet


def point_read(line: str) -> str:
    """A paper's line, as long as before, with commas for the decimal points that stand before a unit or alone in a cell
    of a table; the numbers of headings and rows keep theirs."""
    cells = line.split("\t")
    named, values = cells[:CELLS_OF_NAME], cells[CELLS_OF_NAME:]
    line = "\t".join([*named, *(comma_decimals(cell) if POINT_ALONE.fullmatch(cell) else cell for cell in values)])
    return POINT_BEFORE_UNIT.sub(lambda one: comma_decimals(one[0]) if line[: one.start()].strip() else one[0], line)


def figures_of(text: str, units: Iterable[str]) -> list[Figure]:
    """Every value of a text, in its order, that does not stand inside another."""
    units = (*units, *MORE_UNITS)
    found = [_figure(one, units) for one in _pattern(units).finditer(text) if _is_value(text, one)]
    for kind, pattern in (("grade", GRADE), ("compared", COMPARED), ("enough", ENOUGH), ("everybody", EVERYBODY)):
        found += [Figure(one.start(), one.end(), (one[0],), True, kind) for one in pattern.finditer(text)]
    return sorted(found, key=lambda one: one.start)


def _figure(one: re.Match[str], units: Iterable[str]) -> Figure:
    """A number with its bounds; of "4 bác sĩ/trạm y tế" also "4 bác sĩ", where an indicator counts these."""
    unit, up = one["unit"] or "", one["up"] or ""
    before, behind = one.string[: one.start("number")], one.string[one.end() :]
    is_start = FROM.search(before) is not None and CHANGES_TO.match(behind) is not None
    head = f"{one['lead']}{one['number']}"
    if is_start or FROM_TO.search(before):  # "tăng từ 94% lên 98%": no bound
        head = one["number"]
    if unit.strip().lower().startswith("phần trăm"):
        tails = [unit]
    elif unit.strip().startswith("%"):
        tails = [unit[: unit.index("%") + 1]]
    elif one["per"] and not any(re.fullmatch(_unit(known), unit.strip(), re.I) for known in units):
        tails = [unit]
    else:
        shorter = [unit[: len(known) + 1] for known in units if unit[1:].lower().startswith(known.lower())]
        tails = [unit, *shorter]
    texts = dict.fromkeys(f"{head}{tail}{up}".strip() for tail in tails)
    start = one.string.index(next(iter(texts)), one.start())
    moves = CHANGE_BEFORE.search(before) and (A_YEAR.match(behind) or YEARLY.search(before))
    is_change = bool(moves or CHANGE_A_YEAR.search(before))
    return Figure(start, one.end(), tuple(texts), bool(unit), is_change=is_change, is_start=is_start)


def _is_value(text: str, one: re.Match[str]) -> bool:
    """Whether a number is no date, no year and no number of a paper or an age."""
    before = text[max(0, one.start("number") - 12) : one.start("number")].lower()
    if re.search(r"năm\s*$", before):  # "năm 2030", but "mỗi năm 50 lượt"
        return re.match(r"(?:19|20)\d\d(?!\d)", one["number"]) is None
    return not re.search(r"(?:tháng|ngày|quý|(?<!tổng )số|mục|khóa|điều|thứ|lần thứ)\s*$", before)


def value_as(figure: Figure, indicator: KnownIndicator, *, is_beside: bool = False) -> tuple[str, Value] | None:
    """The words that state a value of an indicator, and the value; None where it can hold none of them. A figure that
    stands right beside the name (`is_beside`) needs no unit."""
    for text in figure.texts:
        try:
            value = read_value(text, indicator.wordings, measure=indicator.measure)
        except UnreadableValue:
            continue
        is_change = figure.is_change and indicator.scale == "level"
        if isinstance(value, Interval) and (is_change or not (figure.has_unit or is_beside)):
            continue
        return text, value
    return None

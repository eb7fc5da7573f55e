"""Reads a figure as a Vietnamese paper prints it ("98,4", "4 - 5", ">95", "từ 95% trở lên", "khoảng 70%",
"toàn dân", "x"), and says which word or sign is the fault where it cannot."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from healthplan.model.figure import FigureRefused, is_plausible, number
from healthplan.model.measure import ANYTHING, Measure, plain_form
from healthplan.model.value import Grade, Interval, Marker, Reason, Universal, Unknown, Value

NOT_SURVEYED = "chưa có số liệu điều tra"
UNIVERSAL_WORDS = frozenset({"toàn dân", "mỗi người dân", "mọi người dân", "người dân", "toàn bộ người dân"})


class Word(Enum):
    """What a word or sign before a figure does to it."""

    SAYS_NOTHING = auto()  # says what is measured or when
    INCREASE = auto()  # the figure is a change; only where the indicator is one
    ABOUT = auto()
    FROM = auto()
    AT_LEAST = auto()
    MORE = auto()
    AT_MOST = auto()
    LESS = auto()


BOUNDS = (Word.AT_LEAST, Word.MORE, Word.AT_MOST, Word.LESS)
ABOVE = ("trên", "cao hơn", "lớn hơn", "nhiều hơn", ">")
BELOW = ("dưới", "thấp hơn", "nhỏ hơn", "ít hơn", "<")
WORDS = {
    Word.SAYS_NOTHING: (
        "hàng năm",
        "hằng năm",
        "đạt",
        "lên",
        "lên đến",
        "lên tới",
        "tăng lên",
        "xuống",
        "xuống còn",
        "giảm xuống",
        "giảm xuống còn",
        "giảm còn",
        "còn",
        "là",
        "có",
        "được",
        "mức",
        "ở mức",
        "tỷ lệ",
    ),
    Word.INCREASE: ("tăng thêm", "tăng", "thêm", "+"),
    Word.ABOUT: (
        "khoảng",
        "vào khoảng",
        "khoảng chừng",
        "chừng",
        "xấp xỉ",
        "trên dưới",
        "ước",
        "ước tính",
        "~",
        "≈",
        "∼",
        "≃",
        "≅",
    ),
    Word.FROM: ("từ",),
    Word.AT_LEAST: (
        "tối thiểu",
        "ít nhất",
        "không dưới",
        "không thấp hơn",
        "không ít hơn",
        "không nhỏ hơn",
        "≥",
        "≧",
        *(f"{word} hoặc bằng" for word in ABOVE),
        *(f"bằng hoặc {word}" for word in ABOVE),
        "⩾",
        ">=",
        "> =",
        "=>",
        "= >",
    ),
    Word.MORE: (
        "trên",
        "hơn",
        "cao hơn",
        "lớn hơn",
        "nhiều hơn",
        "vượt",
        "vượt quá",
        "vượt trên",
        "vượt mức",
        ">",
        "＞",
    ),
    Word.AT_MOST: (
        "tối đa",
        "nhiều nhất",
        "không quá",
        "không vượt",
        "không vượt quá",
        "không trên",
        "không hơn",
        "không cao hơn",
        *(f"{word} hoặc bằng" for word in BELOW),
        *(f"bằng hoặc {word}" for word in BELOW),
        "không lớn hơn",
        "không nhiều hơn",
        "≤",
        "≦",
        "⩽",
        "<=",
        "< =",
        "=<",
        "= <",
    ),
    Word.LESS: ("dưới", "thấp hơn", "nhỏ hơn", "ít hơn", "chưa đến", "chưa tới", "<", "＜"),
}
MEANING = {word: meaning for meaning, words in WORDS.items() for word in words}
PREFIX = re.compile(
    "|".join(  # the longest first, and never the beginning of a longer word
        re.escape(word) + (r"(?![^\W\d_])" if word[-1].isalpha() else "")
        for word in sorted(MEANING, key=len, reverse=True)
    )
)
NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
# What stands after a number: its unit, then the second number of a range or words that make it a bound.
AFTER = re.compile(
    r"(?P<unit>.*?) ?(?:(?:-|(?<= )(?:đến|tới)) ?(?P<next>[0-9].*)|(?P<up>trở lên)|(?P<down>trở xuống))?"
)
# "4-5" comes back from Excel as 05-Apr, "10-20" as Oct-20, in every language Excel speaks here.
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg ?\d{1,2})"
EXCEL_DATE = re.compile(
    rf"(?:\d{{1,2}}-{MONTH}(?:-\d{{2,4}})?|{MONTH}-\d{{2,4}}"
    r"|(?:\d{1,2}/\d{1,2}/(?:\d{2}|\d{4})|\d{1,2}([.-])\d{1,2}\1\d{4}|\d{4}([-/.])\d{1,2}\2\d{1,2})"
    r"(?:[ t]\d{1,2}:\d{2}.*)?)"
)
NEAR = re.compile(r"\b(?:gần|ngót|sát|suýt soát|non|độ|cỡ|tầm)\b")  # below the figure, or around it?
CHANGE = re.compile(r"\b(?:giảm(?: thêm| bớt)?|tăng(?: thêm)?|thêm)(?= |$)|\+")
NUMBER_WORDS = re.compile(r"\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|tỷ|tỉ|nửa|rưỡi)\b")
MARKUP = re.compile(r"</?[a-z]+\b[^<>]*>|&(?:[a-z]+|#\d+);")  # of a web page
EXPONENT = re.compile(r"e[+-]?\d+")  # Excel's way to write a large number
# What can stand behind a figure and is no unit, with the fault it is. The first that is found is told.
FAULTS_BEHIND = (
    ("value_thousands_space", re.compile(r"^ \d{3}\b")),
    ("value_slash", re.compile(r"^ ?/ ?(?!0?1 ?[^\W\d_])\d+(?![\d.,]| ?(?:vạn|nghìn|ngàn))")),
    ("value_range_sign", re.compile(r"(?:-+>|=+>|→|⇒|~|∼|÷|\.{2,}|…|:|_|—|--+)(?= ?\d)")),
    ("value_range_sign", re.compile(r"(?<![^\W_])(?:to|tiến tới|lên)(?= \d)")),
    ("value_footnote", re.compile(r"[*†‡§#]+|\(.*\)?|\[.*\]?|[¹²³⁰-⁹ⁱ]+")),
    ("value_multiplier", re.compile(r"^ ?(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ|k)\b")),
    ("value_two_figures", re.compile(r"(?:[;,&|<>≤≥]|\b(?:hoặc|và|hay|đến|tới|đạt|từ|so với)\b|-).*\d|^ \d.*")),
    ("value_sign", re.compile(r"(?<![^\W\d_])[^\w%‰°$€₫\s]+$")),
)


class UnreadableValue(ValueError):
    """The printed text is no figure of this indicator. `fault` names the sentence to show, `facts` fill
    it; the fact `part` is the word or sign at fault."""

    def __init__(self, fault: str, printed: str, **facts: str) -> None:
        super().__init__(f"{fault}: {printed!r} {facts}")
        self.fault = fault
        self.facts = facts


def read_value(
    printed: str, wordings: Mapping[str, str], reason: Reason | None = None, measure: Measure = ANYTHING
) -> Value:
    """Read one printed figure, once, at the edge.

    `wordings` are the indicator's own words (plain form) and how to read them: "universal", "marker" or a
    rank. `measure` is what its figures can be.
    `reason` is the curator's word for an empty cell. Raises UnreadableValue for everything else.
    """
    text = plain_form(printed)
    if not text:
        if reason is None:
            raise UnreadableValue("value_missing", printed)
        return Unknown(reason)
    if text == NOT_SURVEYED:
        return Unknown(Reason.NOT_SURVEYED)
    if text in wordings:
        return _word(wordings[text])
    if text == "x":
        return Marker()
    if text in UNIVERSAL_WORDS:
        if measure.units is not None and not measure.takes_everybody:
            raise UnreadableValue("value_everybody", printed, part=printed.strip(), unit=measure.units[0])
        return Universal()
    try:
        return _interval(text, measure)
    except FigureRefused as refused:
        facts = {name: _as_typed(fact, printed) for name, fact in refused.facts.items()}
        raise UnreadableValue(refused.fault, printed, **facts) from None


def _as_typed(fact: str, printed: str) -> str:
    """The fact with the capital letters of the cell, where it is a piece of the cell."""
    typed = unicodedata.normalize("NFC", printed)
    at = typed.lower().find(fact) if len(typed.lower()) == len(typed) else -1
    return fact if at < 0 else typed[at : at + len(fact)]


def _word(reading: str) -> Value:
    match reading:
        case "universal":
            return Universal()
        case "marker":
            return Marker()
        case rank:
            return Grade(int(rank))


@dataclass(slots=True)
class _Before:
    """What stands before a figure."""

    rest: str
    bound: Word | None = None
    about: bool = False
    since: bool = False  # "từ"


def _interval(text: str, measure: Measure) -> Interval:
    if EXCEL_DATE.fullmatch(text):
        raise FigureRefused("value_excel_date")
    if found := MARKUP.search(text):
        raise FigureRefused("value_markup", part=found[0])
    before = _before(text, measure)
    low_text = NUMBER.match(before.rest)
    if low_text is None:
        raise _fault_before(before.rest, text)
    if measure.in_words:
        raise FigureRefused("value_not_in_figures", part=before.rest)
    after, unit = _after(before.rest, low_text, measure)
    high_text, units = low_text, [unit]
    second = NUMBER.match(after["next"] or "")
    if second is not None:
        high_text = second
        again, unit = _after(after["next"], second, measure)
        if again["next"]:
            raise FigureRefused("value_two_figures", part=again[0].strip())
        after, units = again, [*units, unit]
    low, high = (number(one[0], measure, has_unit=any(units)) for one in (low_text, high_text))
    for one, told in ((low, low_text[0]), (high, high_text[0])):
        is_plausible(one, told, measure, has_unit=any(units))
    if low > high:
        raise FigureRefused("value_low_above_high")
    bound = _bound(before, after, is_range=second is not None)
    return _bounded(low, high, bound, before.about)


def _before(text: str, measure: Measure) -> _Before:
    """Takes the known words off the front."""
    before = _Before(text)
    while found := PREFIX.match(before.rest):
        meaning = MEANING[found[0]]
        if meaning is Word.INCREASE and measure is not ANYTHING and measure.scale != "increase":
            raise FigureRefused("value_change", part=found[0])
        if meaning in BOUNDS:
            if before.bound not in (None, meaning):
                raise FigureRefused("value_two_bounds", part=found[0])
            before.bound = meaning
        before.about |= meaning is Word.ABOUT
        before.since |= meaning is Word.FROM
        before.rest = before.rest[found.end() :].lstrip()
    return before


def _after(rest: str, figure: re.Match[str], measure: Measure) -> tuple[re.Match[str], str]:
    """What follows the figure that `rest` begins with, and its unit. Raises Refused for what is no unit."""
    tail = rest[figure.end() :]
    if found := EXPONENT.match(tail):
        raise FigureRefused("value_exponent", part=figure[0] + found[0])
    after = AFTER.fullmatch(tail)
    unit = after["unit"].strip() if after else tail.strip()
    if after is None or not measure.takes_unit(unit):
        raise _fault_behind(figure[0], after["unit"] if after else tail, unit, measure)
    return after, unit


def _bound(before: _Before, after: re.Match[str], *, is_range: bool) -> Word | None:
    """The bound that the words before and after a figure make together."""
    told = {"up": Word.AT_LEAST, "down": Word.AT_MOST}
    behind = next((meaning for name, meaning in told.items() if after[name]), None)
    if behind and before.bound not in (None, behind):
        raise FigureRefused("value_two_bounds", part=after["up"] or after["down"])
    alone = Word.AT_LEAST if before.since and not is_range else None  # "đạt từ 95%"
    return before.bound or behind or alone


def _bounded(low: float, high: float, bound: Word | None, about: bool) -> Interval:
    """A bound before a range binds its near end: "ít nhất 4 - 5" has the floor 4."""
    match bound:
        case Word.AT_LEAST:
            return Interval(low, None, about=about)
        case Word.MORE:
            return Interval(low, None, low_open=True, about=about)
        case Word.AT_MOST:
            return Interval(None, high, about=about)
        case Word.LESS:
            return Interval(None, high, high_open=True, about=about)
    return Interval(low, high, about=about)


def _fault_before(rest: str, text: str) -> FigureRefused:
    """Why no figure begins here: the first word or sign that is in the way."""
    head = re.split("[0-9]", rest, maxsplit=1)[0].strip()
    if head == rest.strip():
        return _fault_without_figure(rest, text)
    if head[0] in "'’‘`´\"“”":
        return FigureRefused("value_apostrophe", part=head[0])
    if head == "-":
        return FigureRefused("value_minus", part=head)
    for fault, words in (("value_near", NEAR), ("value_change", CHANGE)):
        if found := words.search(head):
            return FigureRefused(fault, part=found[0])
    known = re.search(rf"(?<=\s)(?:{PREFIX.pattern})", head)
    head = head[: known.start()].rstrip() if known else head
    return FigureRefused("value_word" if re.search(r"[^\W\d_]", head) else "value_sign", part=head)


def _fault_without_figure(rest: str, text: str) -> FigureRefused:
    other = re.search(r"\d[\d.,]*", rest)  # ordinary digits are not here
    if other:
        return FigureRefused("value_foreign_digits", part=other[0])
    if found := NUMBER_WORDS.search(rest):
        return FigureRefused("value_number_in_words", part=found[0])
    return FigureRefused("value_no_figure", part=rest or text)


def _fault_behind(figure: str, tail: str, unit: str, measure: Measure) -> FigureRefused:
    """What is wrong behind a figure."""
    for fault, found in ((fault, sign.search(tail)) for fault, sign in FAULTS_BEHIND):
        if found and not (fault == "value_multiplier" and measure.takes_unit(unit)):
            whole = fault in ("value_thousands_space", "value_slash")
            return FigureRefused(fault, part=figure + found[0] if whole else found[0].strip())
    return FigureRefused("value_unit", part=unit, units=", ".join(measure.units or ("…",)))

"""Reads a figure as a Vietnamese paper prints it: "98,4", "4 - 5", ">95", "từ 95% trở lên", "toàn dân",
"x"."""

import re
import unicodedata
from collections.abc import Mapping

from healthplan.model.value import Grade, Interval, Marker, Reason, Universal, Unknown, Value

NOT_SURVEYED = "chưa có số liệu điều tra"
UNIVERSAL_WORDS = frozenset({"toàn dân", "mỗi người dân", "mọi người dân", "người dân", "toàn bộ người dân"})

NUMBER = r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?"
# The units that stand next to a figure in the papers. A unit we do not know is refused, not skipped.
UNIT = (
    r"(?:%|tuổi|năm|cm|bác s[ĩỹ]|giường(?: bệnh)?|lượt(?: bác sĩ| cán bộ)?|dịch vụ|trạm y tế|bệnh viện|người)"
    r"(?: ?/ ?(?:trạm y tế|trạm|vạn dân|năm))?(?: dân số)?"
)
# "4-5" comes back from Excel as 05-Apr, "10-20" as Oct-20, in every language Excel speaks here.
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg ?\d{1,2})"
EXCEL_DATE = re.compile(
    rf"^(?:\d{{1,2}}-{MONTH}(?:-\d{{2,4}})?|{MONTH}-\d{{2,4}}"
    r"|(?:\d{1,2}/\d{1,2}/(?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2})(?: 0?0:00(?::00)?)?)$"
)
# Words that say what is measured or when, and do not change the figure.
LEAD_IN = r"(?:hàng năm |hằng năm |đạt |lên |xuống |tăng lên |tăng thêm |thêm |khoảng )*"
MORE = r"trên|>|hơn"
AT_LEAST = r"tối thiểu|ít nhất|≥|>=|không thấp hơn"
LESS = r"dưới|<"
AT_MOST = r"tối đa|không quá|≤|<="
SHAPE = re.compile(
    rf"^{LEAD_IN}(?P<bound>(?:{AT_LEAST}|{AT_MOST}|{MORE}|{LESS}) ?)?(?P<from>từ )?"
    rf"(?P<low>{NUMBER}) ?(?:{UNIT})?(?: ?- ?(?P<high>{NUMBER}) ?(?:{UNIT})?)?(?P<up> trở lên)?$"
)


class UnreadableValue(ValueError):
    """The printed text is no figure that the grammar knows. `fault` names the sentence to show."""

    def __init__(self, fault: str, printed: str) -> None:
        super().__init__(f"{fault}: {printed!r}")
        self.fault = fault


def plain(text: str) -> str:
    """The text with one spelling for each letter, dash and space, in lower case."""
    text = unicodedata.normalize("NFC", text).replace("Ð", "Đ").replace("\u00a0", " ")
    return re.sub(r"\s+", " ", re.sub("[–—−]", "-", text)).strip().lower()


def number(printed: str) -> float:
    """A Vietnamese figure as a number: comma for decimals, dot for thousands ("1.000,5" is 1000.5)."""
    return float(printed.replace(".", "").replace(",", "."))


def read_value(printed: str, wordings: Mapping[str, str], reason: Reason | None = None) -> Value:
    """Read one printed figure, once, at the edge.

    `wordings` are the indicator's own words (plain form) and how to read them: "universal", "marker" or a
    rank.
    `reason` is the curator's word for an empty cell. Raises UnreadableValue for everything else.
    """
    text = plain(printed)
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
        return Universal()
    return _interval(text, printed)


def _word(reading: str) -> Value:
    match reading:
        case "universal":
            return Universal()
        case "marker":
            return Marker()
        case rank:
            return Grade(int(rank))


def _interval(text: str, printed: str) -> Interval:
    if EXCEL_DATE.match(text):
        raise UnreadableValue("value_excel_date", printed)
    found = SHAPE.match(text)
    if found is None:
        fault = "value_decimal_dot" if re.search(r"\d\.\d{1,2}(?!\d)", text) else "value_unreadable"
        raise UnreadableValue(fault, printed)
    low = number(found["low"])
    high = number(found["high"]) if found["high"] else low
    if low > high:
        raise UnreadableValue("value_low_above_high", printed)
    bound = (found["bound"] or "").strip()
    from_on = found["from"] is not None and found["high"] is None and not bound  # "đạt từ 95%"
    if found["up"] and re.fullmatch(f"{MORE}|{LESS}|{AT_MOST}", bound):
        raise UnreadableValue("value_unreadable", printed)
    return _bounded(low, high, bound, found["up"] is not None or from_on)


def _bounded(low: float, high: float, bound: str, up: bool) -> Interval:
    """A bound before a range binds its near end: "ít nhất 4 - 5" has the floor 4."""
    if up or re.fullmatch(AT_LEAST, bound):
        return Interval(low, None)
    if re.fullmatch(MORE, bound):
        return Interval(low, None, low_open=True)
    if re.fullmatch(AT_MOST, bound):
        return Interval(None, high)
    if re.fullmatch(LESS, bound):
        return Interval(None, high, high_open=True)
    return Interval(low, high)

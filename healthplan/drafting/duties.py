"""Reporting duties and dated deadlines in the text: who, to whom, how often, by which day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from healthplan.drafting.layout import Block, Part, folded_words
from healthplan.drafting.prose import sentences
from healthplan.drafting.tasks import QUARTERS
from healthplan.drafting.years import YEAR

EVERY = r"h[àằ]ng\s+(?P<every>tuần|tháng|quý|năm)"
DUE = re.compile(
    rf"(?P<word>trước|chậm nhất(?: là| vào)?|vào dịp|vào|xong trước|đến)?\s*(?:ngày\s+)(?P<day>\d{{1,2}})"
    rf"(?:\s?(?:/|tháng\s)\s?(?P<month>\d{{1,2}})(?:\s?(?:/|năm\s)\s?(?P<year>{YEAR}))?)?"
    rf"(?:\s+(?:của\s+)?(?:{EVERY}|(?P<last>tháng cuối quý|tháng cuối của quý)))?",
    re.I,
)
DAY_IN_BRACKETS = re.compile(rf"\((?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})\)\s+{EVERY}", re.I)
SHORT_DUE = re.compile(
    rf"(?P<word>trước|chậm nhất)\s+(?:ngày\s+)?(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?:/(?P<year>{YEAR}))?(?:\s+{EVERY})?",
    re.I,
)
WITHIN = re.compile(
    rf"trong\s+(?:quý\s+(?P<quarter>IV|I{{1,3}}|[1-4])\s?(?:/|năm)\s?|tháng\s+(?P<month>\d{{1,2}})\s?(?:/|năm)\s?)(?P<year>{YEAR})",
    re.I,
)
PERIODIC = re.compile(r"định kỳ\s+(?:h[àằ]ng\s+(?P<every>tuần|tháng|quý|năm)|(?P<half>6 tháng|sáu tháng))", re.I)
LOOSE = re.compile(r"\bđịnh kỳ\b|\bđột xuất\s+theo yêu cầu\b", re.I)
ON_REQUEST = re.compile(r"\bđột xuất\s+(?P<due>theo yêu cầu)", re.I)
RAISE = re.compile(r"\b(?:nếu|khi)\b[^.]{0,120}\b(?:vướng mắc|phát sinh|điều chỉnh|bổ sung)\b", re.I)
ACTS = re.compile(
    r"\b(?:bao cao|tham muu|trinh|tong hop|so ket|tong ket|danh gia|hoan thanh|ban hanh|xai dung|xay dung|to chuc|kiem tra|giam sat|gui|phan anh|de xuat|huong ung)\b"
)
REPORT = re.compile(
    r"\b(?:tong hop,? bao cao|bao cao (?:ket qua|tinh hinh|[A-Zu])|bao cao dinh ki|so ket|tong ket|bao cao tinh ui)\b"
)
PERIODIC_SURE = 0.7
DAY_BEHIND = 4  # "định kỳ 6 tháng (trước ngày 15/6)" is due by that day
BY_RULE = re.compile(r"\bbáo cáo\s+[A-ZĐ][^.;]{0,80}?(?P<due>theo quy định)")
CADENCES = {"tuần": "weekly", "tháng": "monthly", "quý": "quarterly", "năm": "yearly"}
RECIPIENT = re.compile(
    r"\b(?:gửi(?: về)?|(?:báo cáo|phản ánh|tham mưu)(?:\s+kết quả(?: thực hiện)?)?(?: về| với| cho)?)\s+"
    r"(?P<body>(?:UBND|Ủy ban nhân dân|Sở|Tỉnh ủy|Thành ủy|Bộ|Đảng ủy|Ban Thường vụ|Văn phòng|Chủ tịch|HĐND)(?:\s(?!để|kết|tình|tổng|trước|xem|kịp|theo|về|và|qua)[^\s,;.()]+){0,6})"
)
ALONE = re.compile(r"(?:giao|đề nghị|yêu cầu)\s+|:$", re.I)


@dataclass(frozen=True, slots=True)
class FoundDuty:
    """A duty: its cells, and where the words of its deadline stand in the block."""

    cells: dict[str, str]
    start: int
    end: int
    rule: str
    sure: float


def duties_in(block: Block) -> Iterator[FoundDuty]:
    """The duties that a block states."""
    text = block.words.text
    for offset, sentence in sentences(text):
        words = folded_words(sentence)
        if not ACTS.search(words):
            continue
        dated = [told for one in _matches(sentence) if (told := _dated(one))]
        precise = {told[0]["cadence"] for told in dated if "day" in told[0]}
        begun = {start for _, start, _, _, _ in dated}
        dated = [
            told
            for told in dated
            if told[4] != PERIODIC_SURE
            or not (told[0]["cadence"] in precise or begun & set(range(told[2], told[2] + DAY_BEHIND)))
        ]
        for cells, start, end, rule, sure in dated:
            yield FoundDuty(_who(block, sentence, cells), offset + start, offset + end, rule, sure)
        if not dated and (loose := _loose(block, sentence, words)):
            cells, start, end, rule, sure = loose
            yield FoundDuty(_who(block, sentence, cells), offset + start, offset + end, rule, sure)


Told = tuple[dict[str, str], int, int, str, float]


def _matches(sentence: str) -> list[re.Match[str]]:
    """The phrases of time, none inside another, in their order."""
    found: list[re.Match[str]] = []
    for pattern in (SHORT_DUE, DAY_IN_BRACKETS, DUE, WITHIN, PERIODIC, ON_REQUEST):
        for one in pattern.finditer(sentence):
            if not any(one.start() < other.end() and other.start() < one.end() for other in found):
                found.append(one)
    return sorted(found, key=lambda one: one.start())


def _dated(one: re.Match[str]) -> Told | None:
    groups = one.groupdict()
    start, printed = one.start() + len(one[0]) - len(one[0].lstrip()), one[0].strip()
    if "due" in groups:
        return (
            {"cadence": "on_request", "due_printed": groups["due"]},
            one.start("due"),
            one.end("due"),
            "on_request",
            0.8,
        )
    cells = {"due_printed": printed}
    every = groups.get("every")
    if "quarter" in groups:
        year = int(groups["year"])
        month = 3 * QUARTERS[groups["quarter"].lower()] if groups["quarter"] else int(groups["month"])
        last = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
        return (
            cells | {"cadence": "once", "due_on": date.fromordinal(last).isoformat(), "bound": "within"},
            start,
            one.end(),
            "within",
            0.85,
        )
    if "half" in groups:
        return (
            cells | {"cadence": "half_yearly" if groups["half"] else CADENCES[every or "năm"]},
            start,
            one.end(),
            "periodic",
            PERIODIC_SURE,
        )
    day, month, year = groups["day"], groups.get("month"), groups.get("year")
    word = (groups.get("word") or "").lower()
    if not word and not every and not groups.get("last"):
        return None  # the date of a paper
    bound = "before" if word.startswith(("trước", "xong")) else "on"
    if year:
        if not word or word == "đến":
            return None
        try:
            due = date(int(year), int(month or 0), int(day)).isoformat()
        except ValueError:
            return None
        return (
            cells
            | {"cadence": "once", "month": str(int(month or 0)), "day": str(int(day)), "due_on": due, "bound": bound},
            start,
            one.end(),
            "dated",
            0.9,
        )
    cadence = "quarterly" if groups.get("last") else "yearly" if month else CADENCES[every] if every else ""
    if not cadence:
        return None
    told = {
        "cadence": cadence,
        "day": str(int(day)),
        "month": str(int(month)) if month else "3" if groups.get("last") else "",
        "bound": bound,
    }
    return cells | told, start, one.end(), "dated", 0.9


def _loose(block: Block, sentence: str, words: str) -> Told | None:
    """A duty without a day: periodic reports, and what is to be raised when it comes up."""
    if block.place == "đoạn kết" and (found := RAISE.search(sentence)):
        return {"cadence": "on_request", "due_printed": ""}, found.start(), found.start(), "raised_when_needed", 0.7
    found = re.search(r"\bđịnh kỳ\b", sentence, re.I)
    if found and re.search(r"\b(?:so ket|tong ket|bao cao)\b", words):
        return {"cadence": "periodic", "due_printed": found[0]}, found.start(), found.end(), "periodic", 0.6
    if block.part is Part.ORGANISED and (found := BY_RULE.search(sentence)):
        return (
            {"cadence": "periodic", "due_printed": found["due"]},
            found.start("due"),
            found.end("due"),
            "by_rule",
            0.5,
        )
    if block.part is Part.ORGANISED and (
        re.search(r"\btong hop,? bao cao\b", words) or re.search(r"\bbao cao tinh ui\b", words)
    ):
        return {"cadence": "periodic", "due_printed": ""}, 0, 0, "report_without_day", 0.5
    return None


def _who(block: Block, sentence: str, cells: dict[str, str]) -> dict[str, str]:
    """The duty with who must act (the heading of its part), to whom, and its words."""
    who = ""
    if block.part is Part.ORGANISED and block.headings:
        heading = block.headings[-1].words.text
        who = heading if len(heading) < 160 and len(block.headings) > 1 else ""
    found = re.match(
        r"(?:Giao |Đề nghị )?((?:Văn phòng|Sở|Ủy ban|UBND|Ban|Phòng)\s[^,;.]{2,50}?)(?=\s(?:chủ trì|phối hợp|tham mưu|xây dựng|tổng hợp|có trách nhiệm|theo dõi))",
        sentence,
    )
    who = found[1] if found else who
    recipient = RECIPIENT.search(sentence)
    told = {"who_vi": who, "to_whom_vi": recipient["body"].strip() if recipient else "", "what_vi": sentence}
    return told | cells

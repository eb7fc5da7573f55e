"""Reporting duties and dated deadlines in the text: who, to whom, how often, by which day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from healthplan.drafting.layout import Part, TextBlock, folded_words
from healthplan.drafting.prose import sentences
from healthplan.drafting.tasks import QUARTERS, last_of_month
from healthplan.drafting.years import YEAR

CADENCES = {"tuần": "weekly", "tháng": "monthly", "quý": "quarterly", "năm": "yearly", "6": "half_yearly"}
WORD = r"(?P<word>xong trước|trước|chậm nhất(?: là| vào)?|vào dịp|vào|đến)?\s*"
EVERY = r"h[àằ]ng\s+(?P<every>tuần|tháng|quý|năm)"
LAST_MONTH = r"(?P<last>tháng cuối (?:của )?quý)"
DAY_MONTH = r"(?P<day>\d{1,2})\s?(?:/|\stháng\s)\s?(?P<month>\d{1,2})"
IN_YEAR = rf"(?:\s?(?:/|\snăm\s)\s?(?P<year>{YEAR}))?"
DATES = tuple(
    re.compile(pattern, re.I)
    for pattern in (  # the first that takes a place keeps it
        rf"(?P<word>trước|chậm nhất)\s+(?:ngày\s+)?{DAY_MONTH}{IN_YEAR}(?:\s+{EVERY})?",
        rf"\({DAY_MONTH}\)\s+{EVERY}",
        rf"(?<=và ){DAY_MONTH}\s+{EVERY}",  # "ngày 15/6 và 15/12 hằng năm"
        rf"{EVERY}[,\s(]+(?P<word>trước|vào)\s+ngày\s+(?P<day>\d{{1,2}})(?!\d|\s?/|\s+tháng\s)",
        rf"{WORD}ngày\s+{DAY_MONTH}{IN_YEAR}(?:\s+{EVERY})?",
        rf"{WORD}ngày\s+(?P<day>\d{{1,2}})\s+(?:của\s+)?(?:{EVERY}|{LAST_MONTH})",
    )
)
WITHIN = re.compile(
    rf"trong\s+(?:quý\s+(?P<quarter>IV|I{{1,3}}|[1-4])|tháng\s+(?P<month>\d{{1,2}}))\s?(?:/|\s?năm)\s?(?P<year>{YEAR})",
    re.I,
)
SPAN = r"(?:h[àằ]ng\s+)?(?:tuần|tháng|quý|(?:6|06|sáu)\s+tháng|năm)\b"
PERIODIC = re.compile(rf"định kỳ\s+{SPAN}(?:(?:,\s*|\s+và\s+){SPAN})*", re.I)
ON_REQUEST = re.compile(r"\bđột xuất\s+(?P<due>theo yêu cầu)", re.I)
RAISED = re.compile(r"\b(?:nếu|khi)\b[^.]{0,120}\b(?:vướng mắc|phát sinh|điều chỉnh|bổ sung)\b", re.I)
BY_RULE = re.compile(r"\bbáo cáo\s+[A-ZĐ][^.;]{0,80}?(?P<due>theo quy định)")
REGULARLY = re.compile(r"\bđịnh kỳ\b", re.I)
DAY_BEHIND = 4  # letters: "định kỳ 6 tháng (trước ngày 15/6)" is due by that day
ACTS = re.compile(
    r"\b(?:bao cao|tham muu|trinh|tong hop|so ket|tong ket|danh gia|hoan thanh|ban hanh|xay dung|to chuc|kiem tra"
    r"|giam sat|gui|phan anh|de xuat|huong ung)\b"
)
REPORTS = re.compile(r"\b(?:so ket|tong ket|bao cao)\b")
COMPILES = re.compile(r"\btong hop bao cao\b")
BODY = (
    r"(?:Ủy ban nhân dân|UBND|HĐND|Sở|Tỉnh ủy|Thành ủy|Đảng ủy|Ban Thường vụ|Bộ|Văn phòng|Chủ tịch|Phòng)"
    r"(?:\s(?!để|kết|tình|tổng|trước|xem|kịp|theo|về|và|qua|chậm|báo|định|gửi|hằng|hàng|vào|trong)[^\s,;.()]+){0,6}"
)
RECIPIENT = re.compile(
    rf"\b(?:gửi(?: về)?|(?:báo cáo|phản ánh|tham mưu)(?:\s+kết quả(?: thực hiện)?)?(?: về| với| cho)?|về)\s+"
    rf"(?P<body>{BODY})"
)
ACTOR = re.compile(
    r"(?:Giao |Đề nghị |Yêu cầu )?(?P<body>(?:Văn phòng|Sở|Ủy ban|UBND|Ban|Phòng|Đảng ủy|Các|các|Bảo hiểm xã hội"
    r"|Công an|Trạm|Bệnh viện|Trung tâm)\s[^:;.]{2,80}?)(?=\s(?:chủ trì|phối hợp|tham mưu|xây dựng|tổng hợp"
    r"|có trách nhiệm|theo dõi|chỉ đạo|lãnh đạo|là cơ quan|là đầu mối|định kỳ|báo cáo|thực hiện|hướng dẫn|gửi))"
)
WHO_LONGEST = 160  # letters of a heading that names who must act


@dataclass(frozen=True, slots=True)
class FoundDuty:
    """A duty: its cells, where the words of its deadline stand in the text, and the rule that found it."""

    cells: dict[str, str]
    start: int
    end: int
    rule: str
    sure: float


def duties_in(block: TextBlock) -> Iterator[FoundDuty]:
    """The duties that a block states."""
    for offset, sentence in sentences(block.words.text):
        if ACTS.search(folded_words(sentence)):
            dated = [*_dated(sentence), *_within(sentence), *_on_request(sentence)]
            dated += _periodic(sentence, dated)
            for duty in sorted(dated, key=lambda one: one.start) or _loose(block, sentence):
                cells = _parties(block, sentence, duty.start) | duty.cells
                yield FoundDuty(cells, offset + duty.start, offset + duty.end, duty.rule, duty.sure)


def _dated(sentence: str) -> Iterator[FoundDuty]:
    """Deadlines with a day; a day without any word of time is the date of a paper."""
    taken: list[tuple[int, int]] = []
    for pattern in DATES:
        for one in pattern.finditer(sentence):
            if not any(one.start() < end and start < one.end() for start, end in taken):
                taken.append(one.span())
                if (cells := _day_cells(one.groupdict())) is not None:
                    start = one.start() + len(one[0]) - len(one[0].lstrip())
                    yield FoundDuty(cells | {"due_printed": one[0].strip()}, start, one.end(), "duty_dated", 0.9)


def _day_cells(found: dict[str, str | None]) -> dict[str, str] | None:
    """Cadence, day, month and bound of a deadline; None for the date of a paper."""
    word, every, year = (found.get("word") or "").lower(), found.get("every"), found.get("year")
    day, month = (str(int(number)) if (number := found.get(name)) else "" for name in ("day", "month"))
    bound = "before" if "trước" in word else "on"
    if year:
        due = _iso(year, month, day)
        return {"cadence": "once", "month": month, "day": day, "due_on": due, "bound": bound} if word and due else None
    if found.get("last"):
        return {"cadence": "quarterly", "month": "3", "day": day, "bound": bound}
    if month and (word or every):
        return {"cadence": "yearly", "month": month, "day": day, "bound": bound}
    return {"cadence": CADENCES[every], "day": day, "bound": bound} if every and not month else None


def _iso(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _within(sentence: str) -> Iterator[FoundDuty]:
    """ "trong Quý IV/2026": once, by the last day of the span."""
    for one in WITHIN.finditer(sentence):
        month = 3 * QUARTERS[one["quarter"].lower()] if one["quarter"] else int(one["month"])
        if 1 <= month <= 12:
            due = last_of_month(int(one["year"]), month).isoformat()
            cells = {"cadence": "once", "due_on": due, "bound": "within", "due_printed": one[0]}
            yield FoundDuty(cells, one.start(), one.end(), "duty_within", 0.85)


def _on_request(sentence: str) -> Iterator[FoundDuty]:
    for one in ON_REQUEST.finditer(sentence):
        cells = {"cadence": "on_request", "due_printed": one["due"]}
        yield FoundDuty(cells, *one.span("due"), "duty_on_request", 0.8)


def _periodic(sentence: str, dated: list[FoundDuty]) -> list[FoundDuty]:
    """ "định kỳ hằng quý, 6 tháng, năm": one a span, but where the sentence gives a day for that span."""
    precise = {duty.cells["cadence"] for duty in dated if "day" in duty.cells}
    begun = {duty.start for duty in dated}
    duties = []
    for phrase in PERIODIC.finditer(sentence):
        for at, one in enumerate(re.finditer(SPAN, phrase[0], re.I)):
            start = phrase.start() + (0 if at == 0 else one.start())
            end = phrase.start() + one.end()
            words = one[0].lower().split()
            cadence = CADENCES["6" if words[0] in ("6", "06", "sáu") else words[-1]]
            if cadence not in precise and not begun & set(range(end, end + DAY_BEHIND)):
                cells = {"cadence": cadence, "due_printed": sentence[start:end]}
                duties.append(FoundDuty(cells, start, end, "duty_periodic", 0.7))
    return duties


def _loose(block: TextBlock, sentence: str) -> list[FoundDuty]:
    """A duty without a day: periodic reports, and what is to be raised when it comes up."""
    words = folded_words(sentence)
    if block.place == "đoạn kết" and (found := RAISED.search(sentence)):
        return [
            FoundDuty(
                {"cadence": "on_request", "due_printed": ""}, found.start(), found.start(), "duty_when_needed", 0.6
            )
        ]
    if (found := REGULARLY.search(sentence)) and REPORTS.search(words):
        return [FoundDuty({"cadence": "periodic", "due_printed": found[0]}, *found.span(), "duty_regularly", 0.6)]
    if block.part is Part.ORGANISED and (found := BY_RULE.search(sentence)):
        return [
            FoundDuty({"cadence": "periodic", "due_printed": found["due"]}, *found.span("due"), "duty_by_rule", 0.5)
        ]
    if block.part is Part.ORGANISED and COMPILES.search(words):
        return [FoundDuty({"cadence": "periodic", "due_printed": ""}, 0, 0, "duty_without_day", 0.5)]
    return []


def _parties(block: TextBlock, sentence: str, at: int) -> dict[str, str]:
    """Who must act (the sentence's own actor, else the heading of its part), to whom (the last body that is named
    before the deadline, else the first), and what."""
    who = ""
    if block.part is Part.ORGANISED:
        heads = (heading.words.text.split(":")[0] for heading in reversed(block.headings[1:]))
        heading = next((words for words in heads if words != sentence), "")
        who = heading if len(heading) < WHO_LONGEST else ""
    if found := ACTOR.match(sentence):
        who = found["body"]
    recipients = list(RECIPIENT.finditer(sentence))
    before = [one for one in recipients if one.start() < at]
    chosen = before[-1] if before else recipients[0] if recipients else None
    return {"who_vi": who, "to_whom_vi": chosen["body"].strip() if chosen else "", "what_vi": sentence}

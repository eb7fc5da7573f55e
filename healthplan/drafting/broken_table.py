"""A table whose rows a copy of the paper broke over lines: every cell is a run of lines, and only the words tell
where the next cell begins."""

import re
from dataclasses import dataclass

from healthplan.drafting.passage import Passage, is_wordless, passage
from healthplan.drafting.wording import fold

TABLE_HEAD = re.compile(r"^(?:STT|TT|Số TT|Số thứ tự)\b", re.I)
NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?$|^[IVX]{1,5}\.?$")
GROUP = re.compile(r"^(?:\d{1,2}|[IVX]{1,5})\s?[.\-–)]\s*[^\W\d_]")
BODY = re.compile(
    r"^(?:Các|Sở|Ban|Phòng|Trạm Y|UBND|HĐND|[ỦU]y ban|[UỦ]ỷ ban|Hội|Đoàn|Công an|Bộ|Bảo hiểm xã|BHXH|Trung tâm|"
    r"Bệnh viện|Văn phòng|Thanh tra|Thống kê|Chi cục|Cục|MTTQ|Mặt trận|Đảng [uủ]|Báo(?! cáo)|Đài|Trường|Trưởng|Tỉnh ủy|"
    r"Liên đoàn|Viện|Tổ|Chủ tịch|Công đoàn|TTYT|TYT|SYT)\b"
)
TIME = re.compile(
    r"^(?:(?:thực hiện )?thường xuyên|h[àằ]ng (?:năm|tháng|quý)|năm 20|từ\b|đến\b|trước\b|quý\b|tháng\b|giai đoạn|"
    r"sau khi|khi\b|theo\b|định kỳ|dự kiến|trong\b|xong\b|hoàn thành|20\d\d|\d{1,2}/20\d\d)",
    re.I,
)
FIGURE = r"(?:[<>≥≤]\s?)?\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+(?:[.,]\d+)?)?%?|[xX]"
LAST_FIGURE = re.compile(rf"(?:^|\s)(?P<figure>{FIGURE})$")
ALONE = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?$")
INLINE = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?(?:$|\s+(?=[^\W\d_]))")
HEAD_LINES = 60
ROLES = (  # words of a head, folded, and what the column holds; the order of the paper is the order of the columns
    ("partners", r"\bphoi\b"),
    ("lead", r"\bchu tri\b|\bthuc hien$"),
    ("result", r"\bket qua\b|\bsan pham\b"),
    ("time", r"\bthoi (?:gian|han)\b|\btien do\b"),
)
HEAD_NAMES = {"lead": "Cơ quan chủ trì", "partners": "Cơ quan phối hợp", "result": "Kết quả", "time": "Thời gian"}
OPEN_END = (",", ";", "-", "–")
Line = tuple[int, str]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One printed row: its cells in the order of the columns, and the line that it begins in."""

    line: int
    cells: tuple[Passage, ...]

    def cell(self, at: int | None) -> Passage:
        """A cell; an empty one where the row is shorter."""
        return self.cells[at] if at is not None and at < len(self.cells) else Passage("")


@dataclass(slots=True)
class BrokenTable:
    """What was read: the head and the rows as cells, and the index of the first line behind the table."""

    head: list[TableRow]
    rows: list[TableRow]
    end: int


def read_broken_table(lines: list[str], at: int) -> BrokenTable | None:
    """The table whose head begins at a line; None where none does. Of figures only rows that have one for every
    column are put into columns."""
    if not TABLE_HEAD.match(lines[at].strip()) or "\t" in lines[at]:
        return None
    first = next((i for i in range(at + 1, min(at + HEAD_LINES, len(lines))) if _begins_row(lines, i)), None)
    if first is None:
        return None
    head = " ".join(line.strip() for line in lines[at:first] if line.strip())
    roles, years = _roles(head)
    if not roles and not years:
        return None
    end = next((i for i in range(first, len(lines)) if _ends_table(lines[i])), len(lines))
    rows = []
    for start, stop in _row_spans(lines, first, end, len(years)):
        rows += _row([(i + 1, lines[i]) for i in range(start, stop) if not is_wordless(lines[i])], roles, years, lines)
    names = ["STT", "Nội dung", *(HEAD_NAMES[role] for role in roles), *years]
    cells = tuple(Passage(name, ((0, at + 1),)) for name in names)
    return BrokenTable([TableRow(at + 1, cells)], rows, end)


def _begins_row(lines: list[str], at: int) -> bool:
    text = lines[at].strip()
    return bool(NUMBER.match(text) or GROUP.match(text) or INLINE.match(text))


def _ends_table(line: str) -> bool:
    text = line.strip()
    return bool(re.match(r"PHỤ LỤC|Phụ lục \d+$|Nơi nhận|DANH MỤC", text) or TABLE_HEAD.match(text))


def _roles(head: str) -> tuple[list[str], list[str]]:
    """The columns behind number and name, in their order, and the columns of years."""
    words = " ".join(fold(word) for word in re.findall(r"[^\W_]+", head))
    found = {role: match.start() for role, pattern in ROLES if (match := re.search(pattern, words))}
    years = re.findall(r"\b20[2-5]\d\b", head)
    return sorted(found, key=lambda role: found[role]), years if len(set(years)) > 1 and "time" not in found else []


def _row_spans(lines: list[str], first: int, end: int, count: int) -> list[tuple[int, int]]:
    """Where rows begin and end. A number counts only where it follows the last one, so that a line of a cell
    that is a number by chance begins no row; and of figures only behind as many as there are columns."""
    starts: list[int] = []
    last: tuple[int, ...] = ()
    for i in range(first, end):
        text = lines[i].strip()
        if GROUP.match(text) and _heads_group(lines, i, end):
            starts.append(i)
            last = ()
        elif found := _row_number(text, lines[starts[-1] : i] if starts else [], count):
            number = tuple(map(int, found[1].split(".")))
            if _follows(number, last) and (not last or _figures_at_end(lines[starts[-1] : i], count)):
                starts.append(i)
                last = number
    return list(zip(starts, [*starts[1:], end], strict=True))


def _row_number(text: str, row: list[str], count: int) -> "re.Match[str] | None":
    """The number that may begin a row: alone on its line, or before words, where figures tell the row's end or the
    row before ended with its time."""
    ended = count or not row or _time_start([line.strip() for line in row if line.strip()]) is not None
    return (INLINE if ended else ALONE).match(text)


def _figures_at_end(row: list[str], count: int) -> bool:
    """Whether a row that begins with its number ends with as many figures."""
    words = passage(enumerate(row)).text.partition(" ")[2]
    return len(_tail(words)) >= count


def _tail(text: str) -> list[tuple[int, int]]:
    """Where the figures that end a text begin and end, in its order."""
    spans: list[tuple[int, int]] = []
    end = len(text)
    while found := LAST_FIGURE.search(text[:end].rstrip()):
        spans.append(found.span("figure"))
        end = found.start("figure")
    return spans[::-1]


def _heads_group(lines: list[str], at: int, end: int) -> bool:
    """Whether words with a number before them head a group: a row's number comes next, before any body."""
    for i in range(at + 1, end):
        text = lines[i].strip()
        if re.fullmatch(r"\d{1,2}\.?", text):
            return True
        if BODY.match(text) and TIME.match(text):
            return False
        if i > at + 12:
            return False
    return False


def _follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    if not last:
        return len(number) == 1
    depth = len(number)
    if depth > len(last):
        return depth == len(last) + 1 and number[: len(last)] == last and number[-1] == 1
    return number[: depth - 1] == last[: depth - 1] and 0 < number[-1] - last[depth - 1] <= 2


def _row(row: list[Line], roles: list[str], years: list[str], lines: list[str]) -> list[TableRow]:
    number, *rest = row
    if years and INLINE.match(number[1].strip()):
        return [_figures(row, len(years))]
    heads = GROUP.match(number[1].strip()) and _time_start([text.strip() for _, text in row]) is None
    if not heads and (found := INLINE.match(number[1].strip())) and found.end() < len(number[1].strip()):
        number, rest = (number[0], found[1]), [(number[0], number[1].strip()[found.end() :]), *rest]
    if not NUMBER.match(number[1].strip()):
        return [TableRow(number[0], (passage(row),))]
    if not rest:
        return [TableRow(number[0], (passage([number]),))]
    cells = _cells(rest, roles, lines)
    return [TableRow(number[0], (passage([number]), *cells))]


def _figures(row: list[Line], count: int) -> TableRow:
    """A row of figures: as many at its end as there are columns of years; else its words only."""
    whole = passage(row)
    number = whole.part(0, len(whole.text.split(" ")[0]))
    words = whole.part(len(number.text), len(whole.text))
    spans = _tail(words.text)[-count:]
    if len(spans) < count:
        return TableRow(row[0][0], (number, words))
    name = words.part(0, spans[0][0])
    return TableRow(row[0][0], (number, name, *(words.part(*span) for span in spans)))


def _cells(rest: list[Line], roles: list[str], lines: list[str]) -> list[Passage]:
    """Name, lead, partners, result and time of one row, by how their words begin."""
    texts = [text.strip() for _, text in rest]
    if (in_order := _time_first(rest, texts, roles)) is not None:
        return in_order
    pages = [i for i, (line, text) in enumerate(rest) if i and _begins_page(text, lines[line - 2])]
    stop, later = len(texts), len(texts)
    for page in pages:  # behind the page's end the name goes on
        if _time_start(texts[:page]) is not None and not BODY.match(texts[page]):
            stop = later = page
            break
    time = _time_start(texts[:stop]) if "time" in roles else None
    before = stop if time is None else time
    bodies = [i for i in range(1, before) if BODY.match(texts[i])]
    starts = [i for i in bodies if not texts[i - 1].endswith(OPEN_END)]
    wanted = [role for role in roles if role in ("lead", "partners")]
    enough = starts if len(starts) >= len(wanted) else bodies
    chosen = enough[-len(wanted) :] if wanted else []
    bounds = [*chosen, before]
    cells = {"time": passage(rest[time:stop])} if time is not None else {}
    for role, start, end in zip(wanted[-len(chosen) :] if chosen else [], bounds, bounds[1:], strict=False):
        cells[role] = passage(rest[start:end])
    name = passage([*rest[: bounds[0]], *rest[later:]])
    return [name, *(cells.get(role, Passage("")) for role in roles)]


def _time_first(rest: list[Line], texts: list[str], roles: list[str]) -> list[Passage] | None:
    """Name, time, lead, partners and result where the time stands before the lead; None for another order."""
    if roles[:2] != ["time", "lead"]:
        return None
    time = next((i for i in range(1, len(texts)) if TIME.match(texts[i]) and not texts[i][0].islower()), None)
    if time is None:
        return None
    starts = [i for i in range(time + 1, len(texts)) if BODY.match(texts[i]) and not texts[i - 1].endswith(OPEN_END)]
    lead = starts[0] if starts else len(texts)
    partners = starts[1] if len(starts) > 1 and "partners" in roles else len(texts)
    ends = (
        i
        for i in range((partners if partners < len(texts) else lead) + 1, len(texts))
        if not BODY.match(texts[i]) and not texts[i][0].islower() and not texts[i - 1].endswith(OPEN_END)
    )
    result = next(ends, len(texts)) if roles[-1] == "result" else len(texts)
    bounds = {"time": (time, lead), "lead": (lead, min(partners, result)), "partners": (partners, result)}
    bounds["result"] = (result, len(texts))
    return [passage(rest[:time]), *(passage(rest[slice(*bounds[role])]) for role in roles)]


def _begins_page(text: str, before: str) -> bool:
    """A copy marks a page's end by a form feed, or by a blank before the first line of the next page."""
    return text.startswith(("\f", " ")) and bool(before.strip())


def _time_start(texts: list[str]) -> int | None:
    """Where the words of time at the end of a row begin; None where there are none."""
    at = next(
        (
            i
            for i in range(len(texts) - 1, 0, -1)
            if TIME.match(texts[i]) and texts[i][0].isupper() | texts[i][0].isdigit()
        ),
        None,
    )
    if at is None or any(BODY.match(text) for text in texts[at:]):
        return None
    while at > 1 and TIME.match(texts[at - 1]) and texts[at - 1][0].isupper():
        at -= 1
    return at

"""The lines of a paper as blocks: headings with the year that they set, paragraphs, dashes, and tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf
from statistics import median

from healthplan.drafting.broken_table import TABLE_HEAD, TableRow, read_broken_table
from healthplan.drafting.passage import Passage, is_wordless, passage
from healthplan.drafting.wording import fold
from healthplan.drafting.years import VISION, heading_year, year_phrases

ROMAN = r"[IVX]{1,5}"
MARKER = re.compile(
    r"^(?P<article>Điều\s+\d{1,2})\s?[.:]\s*(?=\w)"
    r"|^(?P<capital>[A-D])\s?[.\-)–/]\s*(?=\w)"
    rf"|^(?P<roman>{ROMAN})\s?[.\-)–/]\s*(?=\w)"
    r"|^(?P<ruled>\d{1,2})\s?[-–]\s*(?=[A-ZĐÀ-Ỹ])"
    r"|^(?P<number>\d{1,2}(?:\.\d{1,2})*)\s?(?:[.)](?:\s*(?=[^\d\s])|\s+(?=\d))|/\s*(?=[A-ZĐÀ-Ỹ]))"
    r"|^(?P<dotted>\d{1,2}(?:\.\d{1,2})+)\s+(?=\w)"
    r"|^(?P<round>\(\d{1,2}\))\s*|^(?P<letter>[a-zđ])(?:\)|[./](?=\s*[A-ZĐÀ-Ỹ\d]))\s*"
    r"|^(?P<dash>[-–—−‐‑•●*▪◦○■□✓✔➢➤►→§·]|o(?=\s+[A-ZĐÀ-Ỹ\d]))\s*(?=\S)|^(?P<plus>\+)\s*(?=\S)"
)
# A line that begins something new though it has no mark.
OPENING = re.compile(
    r"^(?:PHỤ LỤC|Phụ lục|DANH MỤC|BIỂU|Biểu|KẾ HOẠCH|CHƯƠNG TRÌNH|NGHỊ QUYẾT|Nơi nhận|TM\.|T/M|KT\.|Căn cứ|"
    r"Trên đây là|\()"
)
BARS = re.compile(r"\s*\|.*\|.*\|\s*$")
ENDED = re.compile(r"[.:;!?…”\"/)]$")
UNFINISHED = re.compile(
    r"\b(?:đạt|là|còn|có|trên|dưới|từ|đến|khoảng|ít nhất|tối thiểu|và|năm|tháng|ngày|số|quý)$"
)  # a figure follows
PART_LEVEL, INNER_CAPITAL = 1, 4  # "PHẦN THỨ HAI"; "A." below "I."
LEVELS = {
    "capital": 2, "roman": 3, "article": 3, "ruled": 5, "number": 5, "dotted": 6, "letter": 7, "round": 8, "dash": 9,
    "plus": 10,
}  # fmt: skip
ANNEX = re.compile(r"^(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu)\b(?:\s+(?:số\s+)?(?P<number>\d{1,2}|" + ROMAN + r"))?\b", re.I)
PART = re.compile(r"^PHẦN\s+(?:THỨ\s+)?(?:NHẤT|HAI|BA|TƯ|BỐN|NĂM|[IVX]{1,4}|[A-D]|\d)\b[\s.:–-]*")
ATTACHED_PLAN = re.compile(r"^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN)\b")  # behind the decision that issues it
SUBJECTS = (  # what the first words of a heading, folded, say that its part is about
    (
        "state",
        re.compile(
            r"^(?:phan (?:thu )?\w+ )?(?:danh gia (?:tinh hinh|thuc trang|ket qua|chung)|khai quat|dac diem|thuc trang"
            r"|tinh hinh|hien trang|boi canh|su can thiet|ket qua (?:dat duoc|thuc hien)|ton tai|han che|nguien nhan)\b"
        ),
    ),
    ("goals", re.compile(r"(?<!chuong trinh )\b(?:muc tieu|chi tieu|tam nhin)\b")),
    ("tasks", re.compile(r"\b(?:nhiem vu|giai phap|noi dung)\b")),
    ("organised", re.compile(r"\bto chuc (?:thuc hien|trien khai)\b|\btrach nhiem\b")),
    ("other", re.compile(r"\b(?:kinh phi|muc dich|can cu|nguon luc thuc hien)\b")),
)
SUBJECT_WORDS = 8
NAMES_PART = re.compile(r"(?:cac )?(?:muc tieu|chi tieu|tam nhin|nhiem vu|giai phap|to chuc thuc hien)\b")
TASK_VERBS = re.compile(
    r"(?:tiep tuc |kip thoi |tap trung |chu trong )*(?:doi moi|tang cuong|nang cao|dai manh|day manh|dot pha|hoan thien"
    r"|phat trien|huy dong|kien toan|cung co|trien khai|to chuc)\b"
)
RULE = re.compile("[-_=–—]{3,}")
PAGE_NUMBER = re.compile(r"[-–\s]*\d{1,3}[-–\s]*")
LEAD_LONGEST = 80  # letters of "Đến năm 2030" on a line of its own
HEADING_LONGEST = 400  # letters
HARD_WRAP = 160  # a paper whose lines are all shorter breaks its paragraphs over lines


class Part(StrEnum):
    """What a part of a paper is about."""

    OPENING = "opening"
    STATE = "state"  # what has been reached
    GOALS = "goals"
    TASKS = "tasks"
    ORGANISED = "organised"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its number as printed, its words, its depth."""

    number: str
    words: Passage
    level: int


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph or an item. `headings` stand above it, the outermost first; `mark` is what it begins with;
    `place` is where it stands below its heading ("gạch đầu dòng 3"); `above` is the item that it belongs to."""

    words: Passage
    mark: str
    headings: tuple[Heading, ...]
    part: Part
    place: str
    above: "TextBlock | None" = None

    @property
    def locator(self) -> str:
        """The place in the paper as data/plans writes it."""
        numbers = [heading.number for heading in self.headings if heading.number]
        if not numbers:
            return self.place or "Phần mở đầu"
        annex = numbers.pop(0) if numbers[0].startswith(("Phụ lục", "Điều")) else ""
        parts: list[str] = []
        for number in numbers:  # "2.1" stands for "2" and what is above it
            if "." in number:
                parts = [number] if parts and number.startswith(f"{parts[0]}.") else [*parts[:1], number]
            else:
                parts.append(number)
        told = f"{'mục' if annex else 'Mục'} {'.'.join(parts)}" if parts else ""
        return ", ".join(filter(None, [annex, told, self.place]))


@dataclass(slots=True)
class Table:
    """Rows under one heading. `title` are the words above it, `annex` the number of its annex as printed."""

    head: list[TableRow]
    rows: list[TableRow]
    title: str
    annex: str
    part: Part
    heading: str = ""  # the words of the heading that it stands below


@dataclass(slots=True)
class PaperLayout:
    """A paper in its parts, in the order of the paper. `annexes` are those that are there, by number."""

    blocks: list[TextBlock] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    annexes: list[str] = field(default_factory=list)


def folded_words(text: str) -> str:
    """A text as folded words with one blank between them."""
    return " ".join(fold(word) for word in re.findall(r"[^\W_]+", text))


def part_of(heading: str) -> Part | None:
    """What a heading is about, by its first words; None for one that does not say."""
    words = " ".join(folded_words(heading[:HEADING_LONGEST]).split()[:SUBJECT_WORDS])
    found = [(match.start(), part) for part, pattern in SUBJECTS if (match := pattern.search(words))]
    return Part(min(found)[1]) if found else None


def is_wrapped(lines: list[str]) -> bool:
    """Whether a paper breaks its paragraphs over lines of one width."""
    lengths = [len(line) for line in lines if line.strip() and not is_tab_row(line)]
    return bool(lengths) and sorted(lengths)[int(len(lengths) * 0.97)] <= HARD_WRAP


def paragraphs(lines: list[tuple[int, str]], wrapped: bool) -> Iterator[Passage]:
    """Lines put together that one sentence runs over."""
    full = median([len(line) for _, line in lines if len(line) > 30] or [0]) if wrapped else inf
    held: list[tuple[int, str]] = []
    for number, line in lines:
        words = passage([(number, line)]).text
        if held and RULE.fullmatch(words):
            yield passage(held)
            held = []
        if is_wordless(line) or PAGE_NUMBER.fullmatch(words):
            continue
        if held and not _runs_on(passage([held[-1]]).text, words, full):
            yield passage(held)
            held = []
        held.append((number, line))
    if held:
        yield passage(held)


def _runs_on(before: str, words: str, full: float) -> bool:
    """Whether a line goes on with the sentence of the line before."""
    if MARKER.match(words) and not (words[0].isdigit() and before.endswith(("số", "ngày", "tháng", "năm"))):
        return False
    if words[0].islower() or before.endswith((",", " -", "-")) or (words[0].isdigit() and UNFINISHED.search(before)):
        return True
    if OPENING.match(words) or ENDED.search(before) or before.isupper() != words.isupper():
        return False
    if words.isupper():
        return True
    return (len(before) >= 0.75 * full and not MARKER.match(before)) or len(before) >= 0.9 * full


def lay_out(lines: list[str]) -> PaperLayout:
    """The blocks and tables of a paper whose lines count from 1."""
    builder = _Builder(is_wrapped(lines))
    at = 0
    while at < len(lines):
        if is_tab_row(lines[at]):
            builder.add_row(at + 1, lines[at])
        elif (broken := read_broken_table(lines, at)) is not None:
            builder.add_table(broken.head, broken.rows)
            at = broken.end
            continue
        else:
            builder.loose.append((at + 1, lines[at]))
        at += 1
    builder.flush()
    return builder.layout


def cells_of(line: str) -> list[str]:
    """The cells of a line: between tabs, or between the bars of a table in Markdown."""
    return line.strip().strip("|").split("|") if BARS.match(line) else line.split("\t")


def is_tab_row(line: str) -> bool:
    """Whether a line is a row of cells."""
    return len(cells_of(line)) > 2 and not is_wordless(line)


class _Builder:
    """Puts paragraphs under their headings and rows into their tables."""

    def __init__(self, wrapped: bool) -> None:
        self.wrapped = wrapped
        self.layout = PaperLayout()
        self.loose: list[tuple[int, str]] = []
        self.headings: list[Heading] = []
        self.parts: list[Part] = []
        self.counts: dict[str, int] = {}
        self.above: list[TextBlock] = []
        self.titles: list[str] = []
        self.annex = ""
        self.closing = False  # from "Trên đây là" on
        self.closed = False  # behind the list of recipients
        self.open_table: Table | None = None

    def add_row(self, number: int, line: str) -> None:
        cells = tuple(passage([(number, cell)]) for cell in cells_of(line))
        row = TableRow(number, tuple(cell if cell.text else Passage("", ((0, number),)) for cell in cells))
        between = [one for one in paragraphs(self.loose, self.wrapped)] if self.loose else []
        heads = any(TABLE_HEAD.fullmatch(cell.text.strip(" .")) for cell in cells)
        last = self.layout.tables[-1] if self.open_table and self.layout.tables else None
        if last and not any(ANNEX.match(one.text) or one.text.isupper() for one in between) and len(between) <= 2:
            is_new = any(_dates_goals(one.text) for one in between)
            if heads and _same(row, last.head[0]) and not is_new:  # the head again, on a new page
                self._rows_between(last, between)
                self.open_table = Table([row], last.rows, last.title, last.annex, last.part)
                return
            if not heads:
                self._rows_between(last, between)
                self._to_table(row, last)
                return
        self.flush()
        self.open_table = Table([row], [], " ".join(self.titles[-4:]), self.annex, self._part(), self._heading())
        self.layout.tables.append(self.open_table)

    def _rows_between(self, table: Table, between: list[Passage]) -> None:
        """What stands between two pages of a table is a row of it: the heading of a group."""
        table.rows += [TableRow(words.first_line, (words,)) for words in between]
        self.loose = []

    def _to_table(self, row: TableRow, table: Table) -> None:
        opened = self.open_table or table
        texts = [cell.text for cell in row.cells]
        in_head = len(table.rows) == 0 or opened is not table
        numbered = [text for text in texts if re.fullmatch(r"\(?\d{1,2}\)?|[A-ZĐ]", text)]
        if len(numbered) == len([text for text in texts if text]) > 3 and in_head:
            return  # the columns' numbers
        again = opened is not table
        if in_head and (
            any(_same(row, head) for head in table.head)
            if again
            else len(opened.head) < 3 and _is_head(row, opened.head[0])
        ):
            opened.head.append(row)
            return
        self.open_table = table
        table.rows.append(row)

    def add_table(self, head: list[TableRow], rows: list[TableRow]) -> None:
        """A table that was read as a whole."""
        self.flush()
        title = " ".join(self.titles[-4:])
        self.layout.tables.append(Table(head, rows, title, self.annex, self._part(), self._heading()))
        self.open_table = None

    def flush(self) -> None:
        for words in paragraphs(self.loose, self.wrapped):
            self._paragraph(words)
        if any(not is_wordless(line) for _, line in self.loose):
            self.open_table = None
        self.loose = []

    def _heading(self) -> str:
        return self.headings[-1].words.text if self.headings else ""

    def _part(self) -> Part:
        return next((part for part in reversed(self.parts) if part is not Part.OTHER), Part.OPENING)

    def _paragraph(self, words: Passage) -> None:
        text = words.text
        annex = ANNEX.match(text)
        if annex and (text[:7].isupper() or (len(text) < 60 and not text.endswith("."))):
            number = (annex["number"] or "").lstrip("0")
            self.annex = f"Phụ lục {number}".strip()
            self.layout.annexes.append(number)
            self.headings, self.parts = [Heading(self.annex, words, 0)], [Part.OTHER]
            self.closing = self.closed = False
            self._reset()
            self.titles = []
        if text.isupper() or annex or text.startswith(("DANH MỤC", "BIỂU", "Biểu")):
            self.titles.append(text)
        elif not text.startswith("("):
            self.titles = []
        if text.startswith("Nơi nhận"):
            self.closed = True
        elif self.closed and text.isupper() and ATTACHED_PLAN.match(text):
            self.closed = self.closing = False
            self.headings, self.parts = [], []
            self._reset()
        self.closing |= text.startswith("Trên đây là")
        if self.closing and not self.closed:
            self.headings, self.parts = self.headings[:1], self.parts[:1]
            self._emit(words, "", "đoạn kết", Part.ORGANISED)
            return
        if self.closed:
            self._emit(words, "", "", Part.OTHER)
            return
        if part := PART.match(text):
            self._begin_heading("", words.part(part.end(), len(text)) if part.end() < len(text) else words, PART_LEVEL)
            return
        mark = MARKER.match(text)
        if not mark and self._heads_without_number(text):
            self._begin_heading("", words, LEVELS["roman" if text.isupper() else "number"])
            return
        self._marked(words, mark)

    def _marked(self, words: Passage, mark: "re.Match[str] | None") -> None:
        kind = mark.lastgroup if mark else None
        if mark and kind in LEVELS and not self._is_item(kind, words.text):
            level = self._level(kind) + (mark[kind].count(".") if kind in ("number", "dotted") else 0)
            rest = words.part(mark.end(), len(words.text))
            self._begin_heading(mark[kind], rest, level)
            return
        rest = words.part(mark.end(), len(words.text)) if mark else words
        place = self._place(kind, mark)
        self._emit(rest, kind or "", place, self.parts[-1] if self.parts else Part.OPENING)

    def _level(self, kind: str) -> int:
        """How deep a mark is; capitals stand above Roman numbers where they came first, else below them."""
        levels = [heading.level for heading in self.headings]
        is_inner = kind == "capital" and LEVELS["roman"] in levels and LEVELS["capital"] not in levels
        return INNER_CAPITAL if is_inner else LEVELS[kind]

    def _heads_without_number(self, text: str) -> bool:
        """Whether a short line names the part that follows: "Mục tiêu cụ thể"."""
        is_short = len(text) < LEAD_LONGEST and not text.endswith((".", ";", ","))
        in_annex = bool(self.headings) and self.headings[0].level == 0
        return is_short and not in_annex and NAMES_PART.match(folded_words(text)) is not None

    def _begin_heading(self, number: str, words: Passage, level: int) -> None:
        while self.headings and self.headings[-1].level >= level:
            self.headings.pop(), self.parts.pop()
        self.headings.append(Heading(number, words, level))
        self.parts.append(part_of(words.text.split(":")[0]) or self._inherited(words.text))
        self._reset()
        self._emit(words, "heading", "", self.parts[-1])

    def _inherited(self, words: str) -> Part:
        """The part of a heading that does not say its own: that of the heading above it; what begins like a task and
        stands alone, or below a vision, is one."""
        part = self.parts[-1] if self.parts else Part.OTHER
        above = self.headings[-2].words.text if len(self.headings) > 1 else ""
        is_alone = not self.parts or heading_year(above) >= VISION
        return Part.TASKS if is_alone and TASK_VERBS.match(folded_words(words)) else part

    def _is_item(self, kind: str, words: str) -> bool:
        """Whether a mark begins an item: a dash, "(1)" before a sentence, "a)" where nothing heads it."""
        return (
            kind in ("dash", "plus")
            or (kind == "round" and ENDED.search(words) is not None)
            or (kind == "letter" and not self.headings)
        )

    def _place(self, kind: str | None, mark: "re.Match[str] | None") -> str:
        if mark and kind == "round":
            self.counts = {key: count for key, count in self.counts.items() if key not in ("dash", "plus")}
            return f"ý {mark['round']}"
        names = {"dash": "gạch đầu dòng", "plus": "dấu cộng"}
        key = kind if kind in names else "paragraph"
        if key == "paragraph" and not self.headings:
            return ""
        self.counts[key] = self.counts.get(key, 0) + 1
        if key == "dash":
            self.counts["plus"] = 0
        told = f"{names.get(key, 'đoạn')} {self.counts[key]}"
        if key == "plus" and self.counts.get("dash"):
            return f"gạch đầu dòng {self.counts['dash']}, {told}"
        return told

    def _reset(self) -> None:
        self.counts, self.above = {}, []

    def _emit(self, words: Passage, mark: str, place: str, part: Part) -> None:
        rank = _rank(mark)
        while self.above and _rank(self.above[-1].mark) >= rank:
            self.above.pop()
        block = TextBlock(words, mark, tuple(self.headings), part, place, self.above[-1] if self.above else None)
        self.layout.blocks.append(block)
        is_lead = not mark and len(words.text) < LEAD_LONGEST and year_phrases(words.text)
        if words.text.endswith(":") or is_lead:
            self.above.append(block)


def _dates_goals(text: str) -> bool:
    """Whether words between two tables of one head are the heading of the second, "2. Chỉ tiêu đến năm 2030", and no
    group of its rows."""
    return MARKER.match(text) is not None and part_of(text) is Part.GOALS and heading_year(text) > 0


def _rank(mark: str) -> int:
    """How deep an item is; a paragraph without a mark is as deep as "(1)"."""
    return 0 if mark == "heading" else LEVELS.get(mark, LEVELS["round"])


def _same(row: TableRow, head: TableRow) -> bool:
    return [cell.text for cell in row.cells if cell.text] == [cell.text for cell in head.cells if cell.text]


def _is_head(row: TableRow, head: TableRow) -> bool:
    """Whether a row goes on with the head of a table: nothing below the columns for number and name."""
    first = next((at for at, cell in enumerate(head.cells) if TABLE_HEAD.fullmatch(cell.text.strip(" ."))), 0)
    return not any(cell.text for cell in row.cells[: first + 2]) and any(cell.text for cell in row.cells)

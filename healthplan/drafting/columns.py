"""What the columns of a table hold, by the words of its head."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from healthplan.drafting.broken_table import TABLE_HEAD, TableRow
from healthplan.drafting.layout import Table, folded_words
from healthplan.drafting.passage import Passage, joined
from healthplan.drafting.years import YEAR, heading_year

BASELINE = re.compile(r"\b(?:thuc hien|hien trang|uoc|ket qua|dat duoc|thuc trang|co so|hien tai|nen)\b")
OF_OTHERS = re.compile(  # the nation's goals beside the plan's, and money
    r"\b(?:trung uong|toan quoc|ca nuoc|quoc gia|nghi quiet so 72|nq 72|72 nq|kinh phi|ngan sach|von"
    r"|trieu dong|ti dong)\b"
)
AIMS_OF_COLUMN = re.compile(r"\b(?:chi tieu|muc tieu|ke hoach|phan dau)\b")
AIMS = re.compile(r"\bcac nam\b|\bchi tieu\b|\bmuc tieu\b")
YEAR_CELL = re.compile(rf"(?:(?:đến|ước|KH|kế hoạch|TH|thực hiện)\s+)*(?:năm\s+)?{YEAR}", re.I)
VALUE_CELL = re.compile(r"(?:[<>≥≤]|trên|dưới|ít nhất|tối thiểu|từ|đạt|khoảng)?\s*\d[^;]{0,40}$", re.I)
ROW_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5})[.)]?")
FIRST_YEAR = 2026  # of the plans that answer Resolution 72-NQ/TW; a figure of an earlier year is a baseline
ROLES = (  # the first that is found counts
    ("partners", re.compile(r"\bphoi hop\b")),
    (
        "lead",
        re.compile(
            r"\bchu tri\b|\bdau moi\b|\b(?:co quan|don vi) (?:thuc hien|chiu trach nhiem|theo doi)\b|\bphan cong\b"
        ),
    ),
    ("note", re.compile(r"\bghi chu\b")),
    ("unit", re.compile(r"\bdon vi(?: tinh)?$|\bdvt\b|\bdon vi tinh\b")),
    ("time", re.compile(r"\bthoi (?:gian|han|diem)\b|\btien do\b|\bhoan thanh\b|\blo trinh\b")),
    ("result", re.compile(r"\bket qua\b|\bsan pham\b|\bdau ra\b|\b(?:hinh thuc|loai) van ban\b")),
    ("name", re.compile(r"\b(?:chi tieu|muc tieu|noi dung|nhiem vu|ten|cong viec|hoat dong|chi so)\b")),
)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its place, what it holds (number, name, unit, baseline, goal, lead, partners, result, time, note
    or other), the year of its figures, and its words, alone and with those that span it."""

    at: int
    role: str
    year: int
    own: str
    words: str


def table_columns(table: Table) -> list[TableColumn]:
    """The columns of a table in their order. Of several that could be the name the first is; another "Chỉ tiêu"
    beside years is a goal without a year of its own."""
    texts = _head_texts(table.head)
    columns = [_column(at, own, whole) for at, (own, whole) in enumerate(texts)]
    if table_number(columns) < 0 and columns[0].role == "other" and _counts(table.rows):
        columns[0] = replace(columns[0], role="number")  # its head is blank, or misread
    has_years = any(column.role == "goal" for column in columns)
    says_goals = any(column.role == "unit" for column in columns) or _has_figures(table, columns)
    if not has_years and says_goals:  # "Chỉ tiêu | Đơn vị | Mục tiêu", "Chỉ tiêu | Mục tiêu | Lộ trình"
        columns = [*_goals_without_year(columns, heading_year(table.title) or heading_year(table.heading))]
        has_years = True
    named, told = False, []
    for column in columns:
        role = column.role
        if role == "name" and named:
            role = (
                "goal" if has_years and re.search(r"\b(?:chi tieu|muc tieu)\b", folded_words(column.words)) else "other"
            )
        elif role == "name" and has_years and table_number(columns) > column.at:
            role = "other"  # "Mục tiêu cụ thể của Nghị quyết" before the row's number
        named = named or role == "name"
        told.append(replace(column, role=role))
    return told


def _has_figures(table: Table, columns: list[TableColumn]) -> bool:
    """Whether the column of goals holds figures, which are due by a time of their own or by that of the heading."""
    goals = [column.at for column in _goals_without_year(columns, 0) if column.role == "goal"]
    cells = [row.cell(goals[0]).text for row in table.rows if row.cell(goals[0]).text] if goals else []
    return 2 * sum(VALUE_CELL.match(text) is not None for text in cells) > len(cells) > 0


def _goals_without_year(columns: list[TableColumn], year: int) -> Iterator[TableColumn]:
    """The columns of a table of goals that prints no year in its head: the second that could be a name holds the
    goals, which are due by the year of the table's title."""
    named = False
    for column in columns:
        is_goal = named and AIMS_OF_COLUMN.search(folded_words(column.words)) and column.role in ("name", "other")
        yield replace(column, role="goal", year=year) if is_goal else column
        named = named or column.role == "name"


def turned(table: Table) -> Table:
    """A table whose rows are years and whose columns are indicators, the other way round; any other as it is."""
    first = next((at for at in (0, 1) if _are_years([row.cell(at).text for row in table.rows])), None)
    if first is None or len(table.rows) < 2 or any(re.search(YEAR, cell.text) for cell in table.head[-1].cells):
        return table
    years = [row.cell(first) for row in table.rows]
    names = [joined([row.cell(at) for row in table.head]) for at in range(max(len(row.cells) for row in table.head))]
    rows = [
        TableRow(name.first_line, (name, *(row.cell(at) for row in table.rows)))
        for at, name in enumerate(names)
        if at > first and name.text
    ]
    head = TableRow(table.head[0].line, (Passage("Chỉ tiêu", ((0, table.head[0].line),)), *years))
    return replace(table, head=[head], rows=rows)


def _are_years(texts: list[str]) -> bool:
    return len(texts) > 1 and all(YEAR_CELL.fullmatch(text.strip(" .:")) for text in texts)


def _counts(rows: list[TableRow]) -> bool:
    """Whether most of the first cells of a table are numbers."""
    firsts = [row.cells[0].text for row in rows if len(row.cells) > 2]
    return 2 * sum(ROW_NUMBER.fullmatch(text) is not None for text in firsts) > len(firsts) > 1


def table_number(columns: list[TableColumn]) -> int:
    """The place of the column of numbers; -1 where there is none."""
    return next((column.at for column in columns if column.role == "number"), -1)


def _head_texts(head: list[TableRow]) -> list[tuple[str, str]]:
    """For each column its lowest own words, and these with the words that span it."""
    width = max(len(row.cells) for row in head)
    grid = [[row.cell(at).text for at in range(width)] for row in head]
    texts = []
    for at in range(width):
        own = next((row[at] for row in reversed(grid) if row[at]), "")
        above = []
        for depth, row in enumerate(grid):
            spanning = next((row[i] for i in range(at, -1, -1) if row[i]), "")
            below = any(lower[at] for lower in grid[depth + 1 :])
            above.append(row[at] or (spanning if below else ""))
        texts.append((own, " ".join(dict.fromkeys(filter(None, above)))))
    return texts


def _column(at: int, own: str, whole: str) -> TableColumn:
    words = folded_words(whole)
    if OF_OTHERS.search(words):
        return TableColumn(at, "other", 0, own, whole)
    if TABLE_HEAD.fullmatch(own.strip(" .")):
        return TableColumn(at, "number", 0, own, whole)
    for text in (own, whole):
        year = heading_year(text) if re.search(YEAR, text) else 0
        if year and not re.search(r"\b(?:nghi quyet|ke hoach so|quyet dinh)\b", folded_words(text)):
            is_baseline = year < FIRST_YEAR or (BASELINE.search(folded_words(text)) and not AIMS.search(words))
            return TableColumn(at, "baseline" if is_baseline else "goal", year, own, whole)
    found = next((role for role, pattern in ROLES if pattern.search(words)), "")
    if found == "partners" and re.search(r"\bchu tri\b", words):  # both in one column
        found = "lead"
    if not found and BASELINE.search(words):
        found = "baseline"
    return TableColumn(at, found or "other", 0, own, whole)


def merged_rows(table: Table, columns: list[TableColumn]) -> list[TableRow]:
    """The rows of a table, those put together that a page's end cut in two: what follows has no number, and goes
    on with a cell in small letters or has only pieces of cells."""
    number = table_number(columns)
    name = next((column.at for column in columns if column.role == "name"), number + 1)
    roles = {role: [column.at for column in columns if column.role == role] for role in ("goal", "time")}
    rows: list[TableRow] = []
    for row in table.rows:
        if rows and _is_next_time(row, rows[-1], roles, name):
            width = max(len(rows[-1].cells), len(row.cells))
            own = {*roles["goal"], *roles["time"]}
            cells = tuple(row.cell(at) if row.cell(at).text or at in own else rows[-1].cell(at) for at in range(width))
            rows.append(TableRow(row.line, cells))
        elif rows and number >= 0 and len(row.cells) > number + 1 and not row.cell(number).text and _goes_on(row, name):
            last = rows.pop()
            width = max(len(last.cells), len(row.cells))
            cells = tuple(
                joined([last.cell(at), row.cell(at)]) if row.cell(at).text else last.cell(at) for at in range(width)
            )
            rows.append(TableRow(last.line, cells))
        else:
            rows.append(row)
    return rows


def _is_next_time(row: TableRow, last: TableRow, roles: dict[str, list[int]], name: int) -> bool:
    """Whether a row says the next goal of the name above it, whose cell is merged over both."""
    times = [at for at in roles["time"] if re.search(YEAR, row.cell(at).text) and last.cell(at).text]
    goals = [at for at in roles["goal"] if VALUE_CELL.match(row.cell(at).text) and last.cell(at).text]
    return bool(times and goals) and row.cell(name).text in ("", last.cell(name).text)


def _goes_on(row: TableRow, name: int) -> bool:
    text = row.cell(name).text
    return any(cell.text for cell in row.cells) and (not text or text[0].islower())

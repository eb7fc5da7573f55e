"""Tables of tasks: number, group, lead, partners, result, time, as printed and as dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from healthplan.drafting.broken_table import TableRow
from healthplan.drafting.columns import merged_rows, table_columns
from healthplan.drafting.layout import Table, folded_words
from healthplan.drafting.passage import Passage
from healthplan.drafting.table_goals import is_goal_table
from healthplan.drafting.years import YEAR

TASK_NUMBER = re.compile(r"^\(?(?P<number>\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}(?:\.\d+)*|[a-zđ])[.)]?$")
GROUP = re.compile(r"^(?P<number>\d{1,2}|[IVX]{1,5}|[A-D])\s?[.\-–)/:]\s*(?=\D)")
ROMAN_NUMBER = re.compile(r"[IVX]{1,5}")
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
QUARTER = re.compile(
    rf"(?:qu[ýy]\s+|\bQ\.?\s?|\b(?=I{{1,3}}/|IV/))(IV|I{{1,3}}|[1-4])\s?(?:/|-|–|năm)\s?({YEAR})", re.I
)
DAY = re.compile(rf"\b(\d{{1,2}})\s?/\s?(\d{{1,2}})\s?/\s?({YEAR})")
QUARTERS_OF = re.compile(
    rf"qu[ýy]\s+(IV|I{{1,3}}|[1-4])\s?(?:-|–|,|và|đến)\s?(?:quý\s)?(IV|I{{1,3}}|[1-4])\s?(?:/|năm)\s?({YEAR})", re.I
)
MONTH = re.compile(rf"tháng\s+(\d{{1,2}})\s?(?:/|năm)\s?({YEAR})|\b(\d{{1,2}})/({YEAR})", re.I)
HALF_YEAR = re.compile(rf"6 tháng (đầu|cuối)\s?(?:/|của )?\s?(?:năm )?({YEAR})", re.I)
MONTHS_OF = re.compile(rf"tháng\s+(\d{{1,2}})\s?(?:-|–|và|đến)\s?(?:tháng\s)?(\d{{1,2}})\s?(?:/|năm)\s?({YEAR})", re.I)
PERIOD = re.compile(rf"({YEAR})\s?(?:-|–|—|đến(?: năm)?)\s?({YEAR})")
OPEN_ENDED = re.compile(r"\b(?:cac nam tiep theo|cac nam sau|thuong xuien|tro di|thuong xuyen)\b")
HEAD_WORDS = 200  # letters of a task's name that a draft takes over


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One row of tasks.csv or task_groups.csv, where it stands and how sure it is."""

    table: str
    cells: dict[str, str]
    line: int
    words: str
    sure: float
    doubts: tuple[str, ...] = ()


def is_task_table(table: Table) -> bool:
    """Whether a table shares out tasks: it has a name and a lead or a time, and states no goals."""
    roles = {column.role for column in table_columns(table)}
    return "name" in roles and bool(roles & {"lead", "time"}) and not is_goal_table(table)


def tasks_of(table: Table) -> Iterator[TaskRow]:
    """The groups and tasks of a table, in its order."""
    columns = table_columns(table)
    at = {column.role: column.at for column in reversed(columns)}
    group, parents, seen = "", [""], dict[str, int]()
    counted = 0  # the numbers of rows that print none
    for row in merged_rows(table, columns):
        if (heading := _group(row, at)) is not None:
            group, parents = heading[0], []
            if heading[1].text:
                yield TaskRow(
                    "task_groups", {"task_group": group, "title_vi": heading[1].text}, row.line, heading[1].text, 0.95
                )
            continue
        name = row.cell(at["name"])
        counted += 1
        found = TASK_NUMBER.match(row.cell(at["number"]).text if "number" in at else str(counted))
        if found is None or not name.text:
            continue
        number = found["number"]
        printed = {role: row.cell(at.get(role)).text for role in ("lead", "partners", "result", "time")}
        if ROMAN_NUMBER.fullmatch(number):
            group = number
            yield TaskRow("task_groups", {"task_group": group, "title_vi": name.text}, row.line, name.text, 0.9)
        group = group or "1"
        if number == "1":  # a new run of numbers
            seen.clear()
        seen[number] = seen.get(number, 0) + 1
        if not number.isalpha() or number.isupper():  # "a)" belongs to the number above it
            parents = [one for one in parents if one and number.startswith(one + ".")]
        kind, starts, ends = task_time(printed["time"])
        cells = {
            "number": number, "occurrence": str(seen[number]), "parent": parents[-1] if parents else "",
            "task_group": group, "title_vi": name.text[:HEAD_WORDS], "lead_printed": printed["lead"],
            "partners_printed": printed["partners"], "result_vi": printed["result"], "time_printed": printed["time"],
            "time_kind": kind, "starts": starts, "ends": ends,
            "locator": f"{table.annex or 'Phụ lục'}, nhiệm vụ {number}",
        }  # fmt: skip
        if not number.islower():
            parents.append(number)
        doubts = tuple(f"draft_without_{role}" for role in ("lead", "time") if role in at and not printed[role])
        is_heading = not any(printed.values())
        yield TaskRow(
            "tasks", cells, row.line, name.text, 0.95 if is_heading or not doubts else 0.6, () if is_heading else doubts
        )


def _group(row: TableRow, at: dict[str, int]) -> tuple[str, Passage] | None:
    """Number and words of a row that heads a group; None for any other row."""
    texts = [cell for cell in row.cells if cell.text]
    if len(texts) == 1 and (found := GROUP.match(texts[0].text)):
        return found["number"], texts[0].part(found.end(), len(texts[0].text))
    number, name = row.cell(at.get("number")).text.strip(" .)("), row.cell(at["name"])
    if len(texts) == 2 and name.text and re.fullmatch(r"[IVX]{1,5}|[A-D]", number):
        return number, name
    return None


def task_time(printed: str) -> tuple[str, str, str]:
    """The kind of a printed time, and its first and last day where it prints them."""
    words = folded_words(printed)
    if not words:
        return "", "", ""
    opens = re.match(r"(?:du kien |bat dau |ke |hang nam )?tu\b", words) or OPEN_ENDED.search(words)
    years = re.findall(YEAR, printed)
    first, last = _span(printed)
    if found := DAY.search(printed):
        return "by", "", _iso_day(found)
    if found := HALF_YEAR.search(printed):
        year, is_first = int(found[2]), found[1].lower() == "đầu"
        return (
            "period",
            date(year, 1 if is_first else 7, 1).isoformat(),
            last_of_month(year, 6 if is_first else 12).isoformat(),
        )
    if found := MONTHS_OF.search(printed):
        begins, ends, year = int(found[1]), int(found[2]), int(found[3])
        if 1 <= begins < ends <= 12:
            return "period", date(year, begins, 1).isoformat(), last_of_month(year, ends).isoformat()
    if first and re.match(r"truoc (?:thang|nam)\b", words):
        return "by", "", (first - timedelta(days=1)).isoformat()
    if found := QUARTERS_OF.search(printed):
        year = int(found[3])
        until = last_of_month(year, 3 * QUARTERS[found[2].lower()])
        return "period", date(year, 3 * QUARTERS[found[1].lower()] - 2, 1).isoformat(), until.isoformat()
    if re.match(r"(?:sau khi|khi|theo (?:huong dan|tien do|lo trinh|yeu cau|ke hoach))\b", words) and not years:
        return "conditional", "", ""
    if (period := PERIOD.search(printed)) and OPEN_ENDED.search(words):
        return "from", f"{period[1]}-01-01", ""
    if period:
        return "period", f"{period[1]}-01-01", f"{period[2]}-12-31"
    if first and opens:
        return "from", first.isoformat(), ""
    if (
        first
        and last
        and re.match(r"(?:den|truoc|xong|hoan thanh|trong|cham nhat)\b", words)
        and not QUARTER.search(printed)
    ):
        return "by", "", last.isoformat()
    if QUARTER.search(printed) and first and last:
        return "quarter", first.isoformat(), last.isoformat()
    if MONTH.search(printed) and first and last:
        return "month", first.isoformat(), last.isoformat()
    if len(years) > 1:
        return "period", f"{min(years)}-01-01", f"{max(years)}-12-31"
    if years:
        return "period", f"{years[0]}-01-01", f"{years[0]}-12-31"
    if re.match(r"(?:dinh ky )?hang (?:nam|thang|qui)\b", words) or re.search(r"\d hang nam$", words):
        return "yearly", "", ""
    if "thuong xuien" in words or "thuong xuyen" in words or "lien tuc" in words:
        return "ongoing", "", ""
    return "conditional", "", ""


def _iso_day(found: re.Match[str]) -> str:
    try:
        return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
    except ValueError:
        return ""


def _span(printed: str) -> tuple[date | None, date | None]:
    """First and last day of the quarter, month or year that is printed first."""
    if found := QUARTER.search(printed):
        quarter, year = QUARTERS[found[1].lower()], int(found[2])
        return date(year, 3 * quarter - 2, 1), last_of_month(year, 3 * quarter)
    if (found := MONTH.search(printed)) and 1 <= (month := int(found[1] or found[3])) <= 12:
        year = int(found[2] or found[4])
        return date(year, month, 1), last_of_month(year, month)
    if found := re.search(YEAR, printed):
        return date(int(found[0]), 1, 1), date(int(found[0]), 12, 31)
    return None, None


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)

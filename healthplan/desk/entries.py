"""The cells of many sheets become entries whose indicator, place, period and figures are known, or complaints. A text
that stands in many cells is read once."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

from etl.read import is_date
from etl.tables import REPORTED_VALUES
from healthplan.desk.references import Known
from healthplan.desk.sheet_columns import SheetColumns
from healthplan.desk.workbook import Note
from healthplan.model.complaint import Complaint
from healthplan.model.grammar import UnreadableValue, read_value
from healthplan.model.measure import plain_form
from healthplan.model.period import is_period, last_month
from healthplan.model.search import bare
from healthplan.model.value import Interval, Reason, Value
from healthplan.text import Lang, say

STATUSES = ("reported", "estimated", "revised")
REASONS = (Reason.NOT_SURVEYED, Reason.NOT_REPORTED)  # of a report; the others are of a paper
DASHES = re.compile(r"[-–—−_.…x*]+|n/?a|không có|chưa có|chưa có số liệu", re.IGNORECASE)
COLUMNS = REPORTED_VALUES.names
WHOLE = re.compile(r"[0-9]{1,12}|[0-9]{1,3}(?:\.[0-9]{3}){1,3}")
MONTH = re.compile(r"(?:thang )?(0?[1-9]|1[0-2])[/. -](?:nam )?([0-9]{4})")
QUARTER = re.compile(r"(?:quy |q)?(iii|ii|iv|i|[1-4])[/. -](?:nam )?([0-9]{4})")
DAY = re.compile(r"(0?[1-9]|[12][0-9]|3[01])[/.-](0?[1-9]|1[0-2])[/.-]([0-9]{4})")
ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


class Unread(Exception):
    """A cell that is not understood: the fault and its facts."""

    def __init__(self, fault: str, **facts: str) -> None:
        super().__init__(fault)
        self.fault, self.facts = fault, facts


@dataclass(slots=True)
class Entries:
    """All entries of all sheets, column by column; `sheet` and `at` say where each came from."""

    sheets: list[SheetColumns] = field(default_factory=list)
    sheet: list[int] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    cells: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in COLUMNS})
    numbers: dict[str, list[int | None]] = field(default_factory=lambda: {"numerator": [], "denominator": []})
    refused: dict[str, set[int]] = field(default_factory=lambda: {"numerator": set(), "denominator": set()})
    values: dict[tuple[str, str], Value] = field(default_factory=dict)  # by indicator and printed text
    complaints: list[Complaint] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.at)

    def complain(self, entry: int, column: str, value: str, fault: str, **facts: str) -> Complaint:
        """A complaint about one cell of an entry."""
        return self.sheets[self.sheet[entry]].complain(self.at[entry], column, value, fault, **facts)

    def table(self, communes: set[str]) -> pa.Table:
        """The entries as the rules of faults.sql and questions.sql ask for them."""
        found = [self.values.get(key) for key in zip(self.cells["indicator"], self.cells["printed"], strict=True)]
        intervals = [one if isinstance(one, Interval) else None for one in found]
        half_steps = {printed: _half_step(printed) for printed in set(self.cells["printed"])}
        text = {name: _texts(self.cells[name]) for name in COLUMNS}
        return pa.table(
            text
            | {name: pa.array(column, pa.int64()) for name, column in self.numbers.items()}
            | {
                "n": pa.array(range(len(self)), pa.int64()),
                "of_commune": pa.array([place in communes for place in self.cells["place"]], pa.bool_()),
                "low": pa.array([one.low if one else None for one in intervals], pa.float64()),
                "high": pa.array([one.high if one else None for one in intervals], pa.float64()),
                "about": pa.array([bool(one and one.about) for one in intervals], pa.bool_()),
                "half": pa.array([half_steps[printed] for printed in self.cells["printed"]], pa.float64()),
            }
            | {
                f"{name}_refused": pa.array([n in refused for n in range(len(self))], pa.bool_())
                for name, refused in self.refused.items()
            }
        )


class EntryReader:
    """Reads the cells of one reporter's sheets for one period."""

    def __init__(self, known: Known, period: str, today: date) -> None:
        self.known, self.period, self.today = known, period, today
        home = known.places[known.home]
        self.name_vi, self.name_en = (
            f"{home['type_vi']} {home['name_vi']}".strip(),
            f"{home['name_en']} {home['type_en']}".strip(),
        )
        self.entries = Entries()
        # What a text means in a column, whichever sheet it is in: "" for what is refused, and why.
        self.meanings: dict[str, dict[str, str]] = defaultdict(dict)
        self.unread: dict[str, dict[str, Unread]] = defaultdict(dict)

    def add(self, sheet: SheetColumns) -> None:
        """Adds the entries of one sheet."""
        entries, first = self.entries, len(self.entries)
        entries.sheets.append(sheet)
        count = len(sheet.lines)
        entries.sheet += [len(entries.sheets) - 1] * count
        entries.at += range(count)
        head = {name: told[0] for name, told in sheet.head.items()}
        said_by = head.get("said_by") or self.name_vi
        spare = {
            "place": self.known.home,
            "of_period": self.period,
            "status": STATUSES[0],
            "said_by_vi": said_by,
            "said_by_en": self.name_en if said_by == self.name_vi else said_by,
            "said_on": self._head_day(sheet),
            "paper": head.get("paper", ""),
        }
        readers: dict[str, Callable[[str], str]] = {
            "indicator": self._indicator,
            "place": self._place,
            "of_period": self._of_period,
            "unknown_reason": self._reason,
            "status": self._status,
            "said_on": self._said_on,
        }
        for name in COLUMNS:
            default, column = spare.get(name, ""), sheet.cells.get(name)
            if column is None:
                entries.cells[name] += [default] * count
            elif reader := readers.get(name):
                entries.cells[name] += self._read(sheet, name, column, default, reader)
            else:
                entries.cells[name] += [cell or default for cell in column] if default else column
        for name in ("numerator", "denominator"):
            numbers = self._numbers(sheet, name, count, first)
            entries.numbers[name] += numbers
            entries.cells[name][first:] = ["" if number is None else str(number) for number in numbers]
        self._values(sheet, first, count)

    def _read(
        self, sheet: SheetColumns, name: str, column: list[str], default: str, reader: Callable[[str], str]
    ) -> list[str]:
        """A column of texts as what they mean; "" for what is refused."""
        meanings, unread, texts = self.meanings[name], self.unread[name], set(column)
        for cell in texts - meanings.keys() - {""}:
            try:
                meanings[cell] = reader(cell)
            except Unread as fault:
                meanings[cell], unread[cell] = "", fault
        if "" not in texts and texts.isdisjoint(unread):
            return [meanings[cell] for cell in column]
        found = []
        for at, cell in enumerate(column):
            if not cell and name == "indicator":
                sheet.complaints.append(sheet.complain(at, name, "", "bring_indicator_missing"))
            if cell in unread:
                sheet.complaints.append(sheet.complain(at, name, cell, unread[cell].fault, **unread[cell].facts))
            found.append(meanings[cell] if cell else default)
        return found

    def _indicator(self, cell: str) -> str:
        known = self.known
        if cell in known.indicators:
            return cell
        found = known.indicator_names.get(bare(cell), [])
        if len(found) == 1:
            return found[0]
        if found:
            raise Unread("bring_indicator_ambiguous", codes=", ".join(found))
        meant = known.nearest_indicator(cell)
        if not meant:
            raise Unread("bring_indicator_unknown")
        cells = known.indicators[meant].cells
        raise Unread("bring_indicator_near", meant=meant, name_vi=cells["name_vi"], name_en=cells["name_en"])

    def _place(self, cell: str) -> str:
        return place_meant(self.known, cell)

    def _of_period(self, cell: str) -> str:
        found = period_meant(cell)
        if not found:
            raise Unread("bring_period")
        if last_month(found) > last_month(self.period):
            raise Unread("bring_period_after", period=self.period)
        if first_month(found) > f"{self.today:%Y-%m}":
            raise Unread("bring_period_future", today=self.today.isoformat())
        return found

    def _reason(self, cell: str) -> str:
        return _choice(cell, "reason", REASONS)

    def _status(self, cell: str) -> str:
        return _choice(cell, "bring_status", STATUSES)

    def _said_on(self, cell: str) -> str:
        found = DAY.fullmatch(cell)
        day = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else cell
        if not is_date(day):
            raise Unread("bring_day")
        if day > self.today.isoformat():
            raise Unread("bring_day_future", today=self.today.isoformat())
        return day

    def _head_day(self, sheet: SheetColumns) -> str:
        told = sheet.head.get("said_on")
        if told and told[0]:
            try:
                return self._said_on(told[0])
            except Unread as unread:
                sheet.complaints.append(sheet.grid.complain(told[1], told[2], told[0], unread.fault, **unread.facts))
        return self.today.isoformat()

    def _numbers(self, sheet: SheetColumns, name: str, count: int, first: int) -> list[int | None]:
        """Whole numbers; a Vietnamese dot for thousands is read."""
        cells = sheet.cells.get(name, [""] * count)
        digits = "".join(cells)
        if all(cells) and digits.isdecimal() and digits.isascii() and max(map(len, cells)) < 13:
            return [*map(int, cells)]
        found: list[int | None] = []
        for at, cell in enumerate(cells):
            if not cell:
                found.append(None)
            elif cell.isdecimal() and cell.isascii() and len(cell) < 13:
                found.append(int(cell))
            elif WHOLE.fullmatch(cell):
                found.append(int(cell.replace(".", "")))
            else:
                fault = _not_a_count(cell)
                sheet.complaints.append(sheet.complain(at, name, cell, fault))
                self.entries.refused[name].add(first + at)
                found.append(None)
        return found

    def _values(self, sheet: SheetColumns, first: int, count: int) -> None:
        """Reads what is printed, and complains of a reason beside a value."""
        entries, cells = self.entries, self.entries.cells
        for at in range(count if {"printed", "unknown_reason"} & set(sheet.at) else 0):
            n = first + at
            printed, code, reason = (cells[name][n] for name in ("printed", "indicator", "unknown_reason"))
            counted = any(entries.numbers[name][n] is not None for name in entries.numbers)
            if reason and (printed or counted):
                shown = printed or f"{cells['numerator'][n]} / {cells['denominator'][n]}"
                sheet.complaints.append(
                    sheet.complain(at, "unknown_reason", reason, "bring_reason_beside_value", printed=shown)
                )
            if not printed or not code or (code, printed) in entries.values:
                continue
            rules = self.known.indicators[code]
            if DASHES.fullmatch(printed) and plain_form(printed) not in ("x", *rules.words):
                sheet.complaints.append(sheet.complain(at, "printed", printed, "bring_dash"))
                continue
            try:
                entries.values[code, printed] = read_value(printed, rules.words, None, rules.measure)
            except UnreadableValue as unreadable:
                sheet.complaints.append(sheet.complain(at, "printed", printed, unreadable.fault, **unreadable.facts))


def _texts(cells: list[str]) -> pa.Array:
    """A column of texts; an empty one says nothing."""
    return pa.array([cell or None for cell in cells], pa.string()) if any(cells) else pa.nulls(len(cells), pa.string())


def spoken_choices(words: str, codes: Sequence[str]) -> dict[str, str]:
    """The words of a list in the template, each in both languages, and the code it stands for."""
    return {" / ".join(say(lang, f"{words}_{code}") for lang in Lang): code for code in codes}


def _choice(cell: str, words: str, codes: Sequence[str]) -> str:
    """The code of a list that a cell means: the code itself, its word in a language, or both."""
    for code in codes:
        spoken = {bare(name) for name in (code.replace("_", " "), *(say(lang, f"{words}_{code}") for lang in Lang))}
        if spoken & {bare(part.replace("_", " ")) for part in (cell, *cell.split("/"))}:
            return str(code)
    raise Unread("bring_choice", allowed=" · ".join(spoken_choices(words, codes)))


def _not_a_count(cell: str) -> str:
    if DASHES.fullmatch(cell):
        return "bring_dash"
    return "bring_negative" if re.match(r"[-−–]\s*[0-9]", cell) else "bring_not_whole"


def place_meant(known: Known, cell: str) -> str:
    """The place that a code or name means. Raises Unread for one that is unknown or not the reporter's."""
    home = known.places[known.home]
    for text in (cell, cell.partition("·")[0].strip()):
        code = next((one for one in (text, text.zfill(2), text.zfill(5)) if one in known.places), "")
        if code:
            if code not in known.own_places:
                named = known.places[code]
                raise Unread("bring_place_not_yours", name_vi=named["name_vi"], name_en=named["name_en"],
                             home_vi=home["name_vi"], home_en=home["name_en"])  # fmt: skip
            return code
        found = known.place_names.get(bare(text), [])
        if len(found) == 1:
            return found[0]
        if found:
            raise Unread("bring_place_ambiguous", codes=", ".join(found))
    raise Unread("bring_place_unknown", home_vi=home["name_vi"], home_en=home["name_en"])


def period_meant(cell: str) -> str:
    """The period that a text means: "10/2026" and "Tháng 10 năm 2026" are 2026-10, "Quý III/2026" is 2026-Q3; "" for
    none."""
    if is_period(cell):
        return cell
    text = re.sub(r"\s*([/-])\s*", r"\1", bare(cell).replace(" nam ", "-"))
    if found := MONTH.fullmatch(text):
        period = f"{found[2]}-{int(found[1]):02}"
    elif found := QUARTER.fullmatch(text):
        period = f"{found[2]}-Q{ROMAN.get(found[1], found[1])}"
    else:
        period = text.removeprefix("nam ")
    return period if is_period(period) else ""


def first_month(period: str) -> str:
    """The month in which a period begins."""
    year, _, part = period.partition("-")
    return f"{year}-{3 * int(part[1]) - 2:02}" if part.startswith("Q") else period if part else f"{year}-01"


def _half_step(printed: str) -> float:
    """Half a step of the last decimal that a figure has: 0.05 for "98,4"."""
    decimals = max((len(one) for one in re.findall(r",([0-9]+)", printed)), default=0)
    return 0.5 * 0.1**decimals

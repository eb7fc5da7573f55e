"""Goals and baselines in tables: a column a year, or a time of its own in every row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from healthplan.drafting.broken_table import TableRow
from healthplan.drafting.columns import TableColumn, merged_rows, table_columns
from healthplan.drafting.layout import Table, folded_words
from healthplan.drafting.passage import Passage
from healthplan.drafting.prose import EVERY, LIMITS, LIMITS_BY_WORDS, counts_some, goals_in
from healthplan.drafting.vocabulary import Mention, Vocabulary
from healthplan.drafting.years import VISION, YearPhrase, heading_year, year_phrases
from healthplan.model.grammar import NOT_SURVEYED, UnreadableValue, read_value
from healthplan.model.measure import plain_form

KIND_OF = re.compile(r"[-–+•]|trong đó\b|thể\b", re.I)  # begins the name of a kind of what the row above names
NAME_LONGEST = 40  # letters of a row's name where it has no number
NOTHING = re.compile(r"[-–—./…\s]*")
OF_NAMES = ("figure_near_name", "grade_near_name")
TITLE_GOALS = re.compile(r"\b(?:muc tieu|chi tieu)\b")
TITLE_TASKS = re.compile(r"\bnhiem vu\b|\bgiai phap\b")


@dataclass(frozen=True, slots=True)
class TableValue:
    """A cell as a goal or baseline: the words with their place, and the cells of its row that follow from it."""

    table: str
    words: Passage
    line: int
    cells: dict[str, str]
    name: str
    rule: str
    sure: float
    doubts: tuple[str, ...] = ()


def is_goal_table(table: Table) -> bool:
    """Whether a table states goals: it has a column of a year, or a time column under a title about goals."""
    columns = table_columns(table)
    roles = {column.role for column in columns}
    if "goal" in roles:
        return "name" in roles
    return bool({"lead", "time"} & roles) and _is_about_goals(table)


def _is_about_goals(table: Table) -> bool:
    title = folded_words(table.title)
    goals, tasks = TITLE_GOALS.search(title), TITLE_TASKS.search(title)
    return goals is not None and (tasks is None or goals.start() < tasks.start())


def table_values(table: Table, known: Vocabulary) -> Iterator[TableValue]:
    """Every value of a table of goals, cell by cell; of rows without figures nothing."""
    columns = table_columns(table)
    roles = {column.role: column for column in reversed(columns)}
    number, name = roles.get("number"), roles.get("name")
    if name is None:
        return
    values = [column for column in columns if column.role in ("goal", "baseline")]
    heading = ""  # the name of a row without values, for the rows of its kinds
    for row in merged_rows(table, columns):
        words = row.cell(name.at)
        if len(row.cells) <= name.at or not words.text:
            continue
        is_kind = KIND_OF.match(words.text) is not None and not (number and row.cell(number.at).text)
        if not is_kind:
            heading = "" if any(row.cell(column.at).text for column in values) else words.text
        told = (row.cell(number.at).text if number else "") or f"“{words.text[:NAME_LONGEST].strip()}”"
        place = f"{table.annex or 'Phụ lục'}, dòng {told}"
        if values:
            yield from _by_year(row, words, columns, values, place, known, heading if is_kind else "")
        else:
            yield from _by_time(row, words, roles, place, known)


def _by_year(
    row: TableRow,
    words: Passage,
    columns: list[TableColumn],
    values: list[TableColumn],
    place: str,
    known: Vocabulary,
    heading: str,
) -> Iterator[TableValue]:
    if not any(row.cell(column.at).text for column in values):
        return
    unit = next((row.cell(column.at).text for column in columns if column.role == "unit"), "")
    note = " ".join(row.cell(column.at).text for column in columns if column.role == "note")
    printed = [row.cell(column.at).text for column in values]
    years = [column.year for column in values if column.role == "goal"]
    last = max([year for year in years if year < VISION] or years, default=0)
    name = f"{heading.rstrip(' :')} {words.text.lstrip('-–+• ')}" if heading else words.text
    mentions: list[Mention | None] = [*named_indicators(name, unit, printed, known)] or [None]
    due = next((row.cell(column.at).text for column in columns if column.role == "time"), "")
    phrase = next(iter(year_phrases(due)), None) or (YearPhrase(0, 0, heading_year(due), 0) if due else None)
    for mention in mentions:
        for column in values:
            value = _cell(row, column, mention, name, f"{place}, cột {_told(column, values)}", last, note, known)
            yield value if column.year or phrase is None else _due_by(value, phrase)
    stated = {mention.indicator for mention in mentions if mention}
    twins = stated | {twin for one in stated for twin in (f"{one}_gain", one.removesuffix("_gain"))}
    for goal in goals_in(words.text, known):
        if goal.indicator in twins and (goal.rule in OF_NAMES or EVERY.match(goal.printed)):
            part = words.part(goal.start, goal.end)
            cells = {"indicator": goal.indicator, "year": goal.year or str(last), "from_year": goal.from_year,
                     "stated_in": "annex_name", "printed": goal.printed, "limits": goal.limits,
                     "dated_by": "" if goal.year else "annex_end", "locator": f"{place}, tên dòng"}  # fmt: skip
            yield TableValue("goals", part, part.first_line, cells, words.text, "goal_in_row_name", 0.8, goal.doubts)
    for column in columns:
        if column.role == "note":
            yield from _in_note(row.cell(column.at), stated, place, last, known)


def _due_by(value: TableValue, phrase: YearPhrase) -> TableValue:
    """A value of a column without year, dated by the time of its row."""
    if value.table != "goals" or not phrase.year:
        return value
    cells = value.cells | {"year": phrase.year, "from_year": phrase.from_year, "dated_by": "time_column"}
    doubts = tuple(doubt for doubt in value.doubts if doubt != "draft_table_without_years")
    return replace(value, cells=cells, doubts=doubts, sure=min(value.sure, 0.9))


def _in_note(words: Passage, stated: set[str], place: str, last: int, known: Vocabulary) -> Iterator[TableValue]:
    for goal in goals_in(words.text, known):
        if goal.indicator in stated and goal.rule != "goal_in_words":
            part = words.part(goal.start, goal.end)
            cells = {"indicator": goal.indicator, "year": goal.year or str(last), "from_year": goal.from_year,
                     "stated_in": "annex", "printed": goal.printed, "limits": goal.limits,
                     "dated_by": "" if goal.year else "annex_end", "locator": f"{place}, cột ghi chú"}  # fmt: skip
            yield TableValue("goals", part, part.first_line, cells, words.text, "goal_in_note", 0.7, goal.doubts)


def _cell(
    row: TableRow,
    column: TableColumn,
    mention: Mention | None,
    name: str,
    place: str,
    last: int,
    note: str,
    known: Vocabulary,
) -> TableValue:
    words = row.cell(column.at)
    text = words.text if not NOTHING.fullmatch(words.text) else ""
    reason, sure = "", 0.98 if mention else 0.4
    doubts: tuple[str, ...] = () if mention else ("draft_unknown_name",)
    if not text:
        reason = "blank"
    elif plain_form(text) == NOT_SURVEYED:
        reason = "not_surveyed"
    elif mention is not None:
        indicator = known.indicators[mention.indicator]
        try:
            read_value(text, indicator.wordings, measure=indicator.measure)
        except UnreadableValue:
            doubts, sure = ("draft_unread_cell",), 0.5
    cells = {"indicator": mention.indicator if mention else "", "printed": text, "unknown_reason": reason}
    line = words.first_line or row.line
    if column.role == "baseline":
        cells |= {"period": str(column.year or ""), "status": "baseline", "locator": place}
        return TableValue("observations", words, line, cells, name, "cell_of_baseline", sure, doubts)
    if not (column.year or last):
        doubts = (*doubts, "draft_table_without_years")
    said = folded_words(f"{name} {note}")
    limits = next((one for one, words in LIMITS if one in LIMITS_BY_WORDS and words.search(said)), "")
    cells |= {"year": str(column.year or last or ""), "stated_in": "annex", "limits": limits,
              "dated_by": "" if column.year else "annex_end", "locator": place}  # fmt: skip
    return TableValue("goals", words, line, cells, name, "cell_of_year", sure, doubts)


def _told(column: TableColumn, values: list[TableColumn]) -> str:
    """A column as a locator names it: by its year; "chỉ tiêu" where several have that year, or it has none."""
    alone = [other.role for other in values if other.year == column.year] == [column.role]
    if column.year and (alone or re.fullmatch(r"(?:năm )?\d{4}", column.own.lower())):
        return str(column.year)
    return f"chỉ tiêu {column.year or ''}".strip()


def named_indicators(name: str, unit: str, printed: list[str], known: Vocabulary) -> list[Mention]:
    """The indicators that a row is about: the one whose synonym has most words and that can hold its figures and
    its unit; of grades all that the name names."""
    best: list[tuple[int, int, Mention]] = []
    for mention in known.mentions(name):
        indicator = known.indicators[mention.indicator]
        read = [
            _reads(text, mention, known)
            for text in printed
            if text and text != "x" and plain_form(text) != NOT_SURVEYED
        ]
        if indicator.scale == "grade":
            fits = any(indicator.step_word in text.lower() for text in printed)
        elif indicator.scale == "word":
            fits = not any(re.search(r"\d", text) for text in printed)
        elif indicator.scale == "increase" and _has_level(mention, known):
            fits = any(re.search(r"\b(?:tăng|thêm)\b|\+", text, re.I) for text in printed)
        else:
            fits = _takes(unit, mention, known) and (not read or sum(read) * 2 >= len(read))
        if fits and not (indicator.scale == "count" and counts_some(name, mention)):
            best.append((mention.weight, mention.start, mention))
    if not best:
        return []
    grades = [one for _, _, one in best if known.indicators[one.indicator].scale == "grade"]
    if grades:
        return grades
    return [min(best, key=lambda one: (-one[0], one[1]))[2]]


def _has_level(mention: Mention, known: Vocabulary) -> bool:
    return (
        mention.indicator.removesuffix("_gain") != mention.indicator
        and mention.indicator.removesuffix("_gain") in known.indicators
    )


def _takes(unit: str, mention: Mention, known: Vocabulary) -> bool:
    """Whether a unit as the table prints it can be the indicator's; a table may leave out what it counts by."""
    measure = known.indicators[mention.indicator].measure
    told = " ".join(known.fold(unit).words)
    return (
        not told or measure.takes_unit(unit) or any(folded_words(one).startswith(told) for one in measure.units or ())
    )


def _reads(text: str, mention: Mention, known: Vocabulary) -> bool:
    indicator = known.indicators[mention.indicator]
    try:
        read_value(text, indicator.wordings, measure=indicator.measure)
    except UnreadableValue:
        return False
    return True


def _by_time(
    row: TableRow, words: Passage, roles: dict[str, TableColumn], place: str, known: Vocabulary
) -> Iterator[TableValue]:
    """The goals that the words of a row state, due by the time in its time column."""
    due = row.cell(roles["time"].at).text if "time" in roles else ""
    phrases = year_phrases(due) or ([YearPhrase(0, 0, heading_year(due), 0)] if heading_year(due) else [])
    for goal in goals_in(words.text, known, in_goals=True):
        part = words.part(goal.start, goal.end)
        phrase = phrases[0] if phrases and not goal.year else None
        cells = {"indicator": goal.indicator, "year": goal.year or (phrase.year if phrase else ""),
                 "from_year": goal.from_year or (phrase.from_year if phrase else ""), "stated_in": "annex",
                 "printed": goal.printed, "limits": goal.limits, "locator": place}  # fmt: skip
        yield TableValue("goals", part, part.first_line, cells, words.text, f"row_{goal.rule}", goal.sure, goal.doubts)

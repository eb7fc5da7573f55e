"""A paper's lines as a draft of its rows: every rule in turn, and what the paper does not print is refused."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from etl.quotes import quotation_fault
from healthplan.drafting.citations import citations_of, cited_passages
from healthplan.drafting.columns import FIRST_YEAR, merged_rows, table_columns, turned
from healthplan.drafting.draft import Draft, DraftRow, Unplaced
from healthplan.drafting.duties import duties_in
from healthplan.drafting.figures import SLIP, Figure, figures_of, point_read
from healthplan.drafting.identity import held_already, paper_identity
from healthplan.drafting.layout import PaperLayout, Part, Table, TextBlock, lay_out
from healthplan.drafting.passage import Passage
from healthplan.drafting.prose import (
    PRESENT,
    START,
    FoundGoal,
    clause_around,
    figures_without_goal,
    goals_in,
    loose_figures,
    phrase_of,
    sentences,
)
from healthplan.drafting.table_goals import is_goal_table, table_values
from healthplan.drafting.tasks import is_task_table, task_time, tasks_of
from healthplan.drafting.vocabulary import Vocabulary
from healthplan.drafting.years import VISION, heading_year, year_phrases

QUOTED = {"goals": "printed", "observations": "printed", "duties": "due_printed", "citations": "number"}
NOT_PRINTED = "draft_words_not_in_line"
REFUSED = {"words_without_bound": "draft_bound_left_out"}  # the fault of a quotation: the draft's own sentence
HEADING_CELLS = 2  # of a row that heads others: its number and its words
MONTH_PRINTED = re.compile(r"(?P<month>1[0-2]|0?[1-9])\s*(?:/|năm)\s*(?P<year>20\d\d)$")
GENERAL = ("mục tiêu chung", "mục tiêu tổng quát", "mục tiêu khái quát")


def draft_paper(lines: list[str], known: Vocabulary, place: str = "") -> Draft:
    """The rows that a paper states, whose lines count from 1, for a plan of this place, or of the one that it names.

    Every quotation stands letter by letter in the line that its row names; a row whose words do not is not in the
    draft but told."""
    lines = list(map(point_read, lines))
    layout = lay_out(lines)
    own = paper_identity(layout, known, place)
    draft = Draft(paper=own.cells, paper_lines=own.lines)
    named = draft.paper["place"]
    draft.paper["place"] = place = place or named
    if held := held_already(draft.paper, known) or held_already(draft.paper | {"place": named}, known):
        draft.notes.append(("paper_held_already", {"document": held}))
    if not place:
        draft.notes.append(("paper_place_unknown", {}))
    rows: list[DraftRow] = []
    for block in layout.blocks:
        rows += _block_rows(block, known, draft)
    for table in layout.tables:
        rows += _table_rows(table, known, draft)
    rows += _citation_rows(layout, draft.paper["number"])
    for row in _with_roles(_without_doubled(rows, draft), place):
        column = QUOTED.get(row.table)
        fault = quotation_fault(row.cells[column], lines[row.line - 1 :]) if column and row.cells.get(column) else None
        if fault is None:
            draft.rows.append(row)
        else:
            draft.unplaced.append(Unplaced(row.line, row.cells[column or ""], REFUSED.get(fault[0], NOT_PRINTED)))
    draft.unplaced.sort(key=lambda one: one.line)
    if not draft.of("goals"):
        draft.notes.append(("paper_without_goals", {}))
    return draft


def _block_rows(block: TextBlock, known: Vocabulary, draft: Draft) -> Iterator[DraftRow]:
    if block.part in (Part.GOALS, Part.TASKS, Part.ORGANISED):
        goals = goals_in(block.words.text, known, in_goals=block.part is Part.GOALS)
        for goal in goals:
            if goal.rule in (PRESENT, START):
                yield from _present_row(goal, block, draft)
            else:
                yield _goal_row(goal, block)
        for figure in figures_without_goal(block.words.text, known, goals):
            words = block.words.part(figure.start, figure.start + len(figure.texts[0]))
            name = clause_around(block.words.text, figure.start, figure.end)
            if block.part is Part.GOALS or figure.is_whole:
                yield _goal_row(_unnamed(figure, block.words.text, words), block, name)
            else:
                draft.unplaced.append(Unplaced(words.first_line, name, "draft_figure_without_goal"))
        if block.part is Part.GOALS:
            _tell_loose(block, known, goals, draft)
    if block.part is Part.STATE:
        yield from _state_rows(block, known, draft)
    if block.part is not Part.OTHER or not any(heading.level == 0 for heading in block.headings):
        for duty in duties_in(block):
            line = block.words.line(duty.start)
            cells = {"locator": block.locator, "line": str(line)} | duty.cells
            yield DraftRow("duties", cells, line, cells.get("due_printed", ""), duty.rule, duty.sure)


def _present_row(goal: FoundGoal, block: TextBlock, draft: Draft) -> Iterator[DraftRow]:
    """A level of today as a baseline of the month that the paper is dated by; told where it has none."""
    words = block.words.part(goal.start, goal.end)
    dated = MONTH_PRINTED.search(draft.paper["date_printed"]) if goal.rule == PRESENT else None
    if dated is None:
        draft.unplaced.append(
            Unplaced(words.first_line, clause_around(block.words.text, goal.start, goal.end), "draft_figure_of_state")
        )
        return
    cells = {
        "indicator": goal.indicator, "printed": words.text, "locator": block.locator, "line": str(words.first_line),
        "period": f"{dated['year']}-{int(dated['month']):02}", "status": "baseline",
    }  # fmt: skip
    yield DraftRow("observations", cells, words.first_line, words.text, goal.rule, goal.sure - 0.2)


def _tell_loose(block: TextBlock, known: Vocabulary, goals: list[FoundGoal], draft: Draft) -> None:
    """Numbers among the goals that no rule can read are told."""
    text = block.words.text
    for start, end in loose_figures(text, known, goals):
        why = "draft_misread_figure" if SLIP.match(text, start) else "draft_loose_figure"
        draft.unplaced.append(Unplaced(block.words.line(start), clause_around(text, start, end), why))


def _state_rows(block: TextBlock, known: Vocabulary, draft: Draft) -> Iterator[DraftRow]:
    """What a paper says of the years before it: baselines where it dates them, else told."""
    for goal in goals_in(block.words.text, known):
        year = goal.year or str(block_year(block) or "")
        if goal.rule in (PRESENT, START):
            yield from _present_row(goal, block, draft)
        elif goal.rule.startswith("figure") and year and int(year) < FIRST_YEAR:
            yield _goal_row(replace(goal, year=year, from_year=""), block)
        elif goal.rule.startswith("figure"):
            words = clause_around(block.words.text, goal.start, goal.end)
            draft.unplaced.append(Unplaced(block.words.line(goal.start), words, "draft_figure_of_state"))


def _unnamed(figure: Figure, text: str, words: Passage) -> FoundGoal:
    """A figure among the goals whose name no synonym knows."""
    offset, sentence = next(one for one in reversed(list(sentences(text))) if one[0] <= figure.start)
    phrase = phrase_of(
        sentence, figure.start - offset, figure.end - offset, figures_of(sentence, ()), year_phrases(sentence)
    )
    year, since = (phrase.year, phrase.from_year) if phrase else ("", "")
    end, rule = figure.start + len(words.text), "figure_without_name"
    return FoundGoal("", words.text, figure.start, end, rule, 0.4, year, since, doubts=("draft_unknown_name",))


def _goal_row(goal: FoundGoal, block: TextBlock, name: str = "") -> DraftRow:
    words = block.words.part(goal.start, goal.end)
    year, dated_by = goal.year, goal.dated_by
    if not year and block.part is Part.GOALS and (heading := block_year(block)):
        year, dated_by = str(heading), "heading"
    cells = {
        "indicator": goal.indicator, "year": year, "from_year": goal.from_year, "printed": words.text,
        "stated_in": "body" if block.part is Part.GOALS else "task", "dated_by": dated_by, "limits": goal.limits,
        "locator": block.locator, "line": str(words.first_line), "each_year": goal.each_year,
    }  # fmt: skip
    sure = goal.sure if block.part is Part.GOALS else goal.sure - 0.15
    if year and int(year) < FIRST_YEAR and not goal.from_year:  # "từ 94% năm 2025 lên 98% năm 2030"
        told = {name: cells[name] for name in ("indicator", "printed", "locator", "line")}
        base = told | {"period": year, "status": "baseline"}
        return DraftRow("observations", base, words.first_line, words.text, "figure_of_an_earlier_year", sure - 0.2)
    return DraftRow("goals", cells, words.first_line, words.text, goal.rule, sure, goal.doubts, name)


def block_year(block: TextBlock) -> int:
    """The year that the headings above a block set, or the item that it belongs to; 0 for none. A general goal
    has no year."""
    above = block.above
    while above is not None:
        if above.mark != "heading" and (year := heading_year(above.words.text)):
            return year
        above = above.above
    for heading in reversed(block.headings):
        words = heading.words.text.split(":")[0]
        if heading.words == block.words and (words == block.words.text or "(" in words):
            continue  # words of time among its figures date these
        if words.lower().startswith(GENERAL):
            return 0
        if year := heading_year(words):
            return year
    return 0


def _table_rows(table: Table, known: Vocabulary, draft: Draft) -> Iterator[DraftRow]:
    rows: list[DraftRow] = []
    table = turned(table)
    if is_goal_table(table):
        why = "draft_row_without_values"
        for value in table_values(table, known):
            cells = value.cells | {"line": str(value.line)}
            words = value.words.text
            rows.append(
                DraftRow(value.table, cells, value.line, words, value.rule, value.sure, value.doubts, value.name)
            )
    elif is_task_table(table):
        why = "draft_row_without_number"
        rows += _task_rows(table, known)
    else:
        why = "draft_table_unknown"
    yield from rows
    lines = {row.line for row in rows}
    for row in merged_rows(table, table_columns(table)):
        filled = [cell for cell in row.cells if cell.text]
        is_heading = len(filled) <= HEADING_CELLS and why != "draft_table_unknown"
        if not is_heading and not lines & {row.line, *(line for cell in filled for _, line in cell.starts)}:
            draft.unplaced.append(Unplaced(row.line, " · ".join(cell.text for cell in filled), why))


def _task_rows(table: Table, known: Vocabulary) -> Iterator[DraftRow]:
    for task in tasks_of(table):
        cells = task.cells | {"line": str(task.line)}
        yield DraftRow(task.table, cells, task.line, task.words, "row_of_tasks", task.sure, task.doubts)
    columns = {column.role: column for column in table_columns(table)}
    for row in merged_rows(table, list(columns.values())):
        time = row.cell(columns["time"].at).text if "time" in columns else ""
        number = row.cell(columns["number"].at).text if "number" in columns else ""
        for role in ("name", "result"):
            words = row.cell(columns[role].at) if role in columns else Passage("")
            for goal in goals_in(words.text, known):
                yield _goal_of_task(goal, words, table, number, time)


def _goal_of_task(goal: FoundGoal, words: Passage, table: Table, number: str, time: str) -> DraftRow:
    part = words.part(goal.start, goal.end)
    kind, starts, ends = task_time(time)
    year, since = goal.year, goal.from_year
    dated_by = goal.dated_by
    if not year and kind in ("from", "period", "by"):
        year, dated_by = (ends or starts)[:4], "time_column"
        since = starts[:4] if kind == "from" else ""
    cells = {
        "indicator": goal.indicator, "year": year, "from_year": since, "stated_in": "task", "printed": part.text,
        "dated_by": dated_by, "limits": goal.limits, "locator": f"{table.annex or 'Phụ lục'}, nhiệm vụ {number}",
        "line": str(part.first_line),
    }  # fmt: skip
    return DraftRow("goals", cells, part.first_line, part.text, f"task_{goal.rule}", goal.sure - 0.25, goal.doubts)


def _citation_rows(layout: PaperLayout, own: str) -> Iterator[DraftRow]:
    for citation in citations_of(cited_passages(layout)):
        if own and citation.number == own:
            continue
        line = citation.words.first_line
        cells = {"number": citation.words.text, "issuer_vi": citation.issuer, "issued_on": citation.issued_on,
                 "locator": citation.locator, "line": str(line)}  # fmt: skip
        yield DraftRow(
            "citations", cells, line, citation.words.text, "number_of_paper", 0.9 if citation.issued_on else 0.7
        )


def _without_doubled(rows: list[DraftRow], draft: Draft) -> list[DraftRow]:
    """One row of a goal that one line states twice for one year: the surer one; other words of it are told."""
    kept: dict[tuple[object, ...], DraftRow] = {}
    for row in rows:
        told = [
            row.cells.get(name, "") for name in ("indicator", "year", "from_year", "stated_in", "locator", "period")
        ]
        told += [] if row.cells.get("indicator") else [row.words]
        key = (row.table, *told, row.line, row.name) if row.table in ("goals", "observations") else (id(row),)
        other = kept.get(key)
        if other is None or row.sure > other.sure:
            kept[key] = row
        if other is not None and other.words != row.words:
            less = min(row, other, key=lambda one: one.sure)
            draft.unplaced.append(Unplaced(row.line, f"{less.cells['indicator']}: {less.words}", "draft_second_value"))
    return list(kept.values())


def _with_roles(rows: list[DraftRow], place: str) -> Iterator[DraftRow]:
    """Goals with their place and role: a milestone where a later year follows, a vision from 2040 on."""
    latest: dict[str, int] = defaultdict(int)
    for row in rows:
        year = row.cells.get("year", "")
        if row.table == "goals" and year and int(year) < VISION:
            latest[row.cells["indicator"] or row.name] = max(latest[row.cells["indicator"] or row.name], int(year))
    for row in rows:
        if row.table not in ("goals", "observations"):
            yield row
            continue
        cells = dict(row.cells) | {"place": place}
        if row.table == "goals":
            due = int(row.cells["year"] or 0)
            is_milestone = 0 < due < latest[row.cells["indicator"] or row.name] and not row.cells.get("from_year")
            cells["role"] = "vision" if due >= VISION else "milestone" if is_milestone else "target"
        yield DraftRow(row.table, cells, row.line, row.words, row.rule, row.sure, row.doubts, row.name)

"""The two tables of the report that a place owes: its indicators, and the source of each value."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from healthplan.formats.state_document import SMALL, TAGS, Cell, FramedTable, Piece
from healthplan.model.distance import DistanceState
from healthplan.model.period import last_month
from healthplan.model.reporting import Counts
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.reports.owed import Gap, OwedLine, OwedReport, Remainder, compared_columns
from healthplan.subjects.targets.spans import goal_year, is_excerpt
from healthplan.text import Lang, numbers
from healthplan.text.amounts import amount_words
from healthplan.text.figures import value_text

WIDTHS = (  # millimetres of the columns, by how many periods stand beside this one
    (12, 40, 31, 27, 26, 29),
    (12, 34, 25, 24, 24, 22, 24),
    (12, 27, 22, 20, 21, 20, 21, 22),
)
SOURCES = (38, 40, 87)


def write_indicators(document: Any, view: View, report: OwedReport) -> None:
    """One row an indicator, by theme."""
    columns, year, periods = report.columns, report.period[:4], compared_columns(report.period)
    table = FramedTable(document, WIDTHS[len(columns)], view.say("owed_part_1"), SMALL)
    names = ("number", "indicator", "goal", "milestone", "now", *columns, "remains")
    head = [[[Piece(view.say(f"owed_column_{name}", year=year), bold=True)]] for name in names]
    for cell, when in zip(head[4:], (report.period, *(periods[name] for name in columns)), strict=False):
        cell.append([Piece(numbers.period(when, view.lang), italic=True)])
    table.add_row(head, repeated=True)
    counted = iter(range(1, len(report.lines) + 1))
    for theme, lines in groupby(report.lines, key=lambda line: view.name(line.indicator, "theme")):
        table.add_row([[[Piece(theme, bold=True)]]], kept=True)
        for line in lines:
            table.add_row([[[Piece(str(next(counted)))]], *_cells(view, report, line, columns)])


def _cells(view: View, report: OwedReport, line: OwedLine, columns: Sequence[str]) -> Iterator[Cell]:
    unit = view.name(line.indicator, "unit")
    name: Cell = [
        [Piece(f"{view.name(line.indicator, 'short')} ({unit})" if unit else view.name(line.indicator, "short"))]
    ]
    if line.indicator.get("counts") == Counts.YEAR_TO_DATE:
        name.append([Piece(view.say("owed_from_january"), italic=True)])
    yield name
    silent: Cell = [[Piece(_no_goal(view, report.place), italic=True)]]
    yield [[_goal(view, one, dated=True)] for one in line.goals] or silent
    yield [[_goal(view, one)] for one in line.milestones] or silent
    yield _now(view, report, line)
    for column in columns:
        row, period = getattr(line, column), compared_columns(report.period)[column]
        yield _reported(view, row, period) or [[_silence(view, line, column)]]
    yield [[Piece(words)] for words in _remains(view, report, line)]


def _no_goal(view: View, place: str) -> str:
    """Why there is no goal: the plan is not here, only quotations of it are, or it states none."""
    plan = view.planned.get(place)
    if plan is None:
        return view.say("owed_no_plan")
    return view.say("sign_not_held" if is_excerpt(plan) else "reason_not_stated")


def stated_value(view: View, row: Row) -> Piece:
    """A value as printed, for readers of English as it is read; a word for none."""
    if view.lang is Lang.VI and row["printed"]:
        return Piece(row["printed"])
    return Piece(value_text(row, view.lang), italic=row["kind"] == "unknown")


def _goal(view: View, row: Row, *, dated: bool = False) -> Piece:
    """What the plan states, with what makes less of it."""
    said = stated_value(view, row)
    more = [goal_year(view, row)] if dated else []
    more += [view.say(f"limit_{row['limits']}")] if row["limits"] else []
    return Piece(f"{said.text} ({'; '.join(more)})" if more else said.text, italic=said.italic)


def _now(view: View, report: OwedReport, line: OwedLine) -> Cell:
    """The value of the period, what communes add up to beside it, and where there is none the last one known."""
    told = _reported(view, line.now, report.period) or [[_silence(view, line, "now")]]
    if line.added:
        facts = {"value": stated_value(view, line.added).text, "coverage": view.name(line.added, "note")}
        told.append([Piece(view.say("owed_added", **facts), italic=True)])
    known = line.now is not None and line.now["kind"] != "unknown"
    if not known and line.newest and last_month(line.newest["period"]) != last_month(report.period):
        facts = {
            "value": stated_value(view, line.newest).text,
            "when": numbers.period(line.newest["period"], view.lang),
        }
        told.append([Piece(view.say("owed_newest", **facts), italic=True)])
    return told


def _reported(view: View, row: Row | None, period: str) -> Cell:
    """A reported value, of which period it is where that is another one, and how it came about."""
    if row is None:
        return []
    told: Cell = [[stated_value(view, row)]]
    if row["period"] != period:
        told.append([Piece(view.say("owed_of_period", when=numbers.period(row["period"], view.lang)), italic=True)])
    if row["status"] == "estimated":
        told.append([Piece(view.say("role_estimated"), italic=True)])
    if row["status"] == "rolled_up":
        told.append([Piece(view.say("owed_added_coverage", coverage=view.name(row, "note")), italic=True)])
    return told


def _silence(view: View, line: OwedLine, column: str) -> Piece:
    """The word for a value that is not there: never 0."""
    key = "reason_not_reported"
    if column == "year_ago" and line.indicator.get("counts") == Counts.YEAR_TO_DATE:
        key = "owed_not_comparable"
    return Piece(view.say(key), italic=True)


def _remains(view: View, report: OwedReport, line: OwedLine) -> list[str]:
    """What is left to each milestone; said once where it is the same."""
    if report.place not in view.planned:
        return [view.say("owed_not_comparable")]
    words = [_remainder_words(view, line, one) for one in line.remains]
    if len(set(words)) == 1:
        return words[:1]
    goals = [_goal(view, one.milestone).text if one.milestone else "" for one in line.remains]
    return [view.say("owed_of_milestone", milestone=goal, words=one) for goal, one in zip(goals, words, strict=True)]


def _remainder_words(view: View, line: OwedLine, one: Remainder) -> str:
    if one.distance is None:
        return view.say(f"owed_gap_{one.gap or Gap.NO_VALUE}")
    if one.distance.missing is None or one.distance.state is DistanceState.UNSURE:
        return view.say("owed_met" if one.distance.state is DistanceState.MET else "distance_unsure")
    missing = amount_words(one.distance.missing, view.name(line.indicator, "change"), view.lang)
    return view.say(f"owed_left_{line.indicator['direction']}", missing=missing)


def write_sources(document: Any, view: View, report: OwedReport) -> None:
    """Of each value that the report tells: what it is, as printed, and where it stands."""
    table = FramedTable(document, SOURCES, view.say("owed_annex_title"), SMALL)
    table.add_row(
        [[[Piece(view.say(f"owed_column_{name}"), bold=True)]] for name in ("what", "printed", "source")], repeated=True
    )
    for line in report.lines:
        table.add_row([[[Piece(view.name(line.indicator), bold=True)]]], kept=True)
        for what, row in _told(view, line, report.columns):
            printed = Piece(row["printed"], lang=TAGS[Lang.VI]) if row["printed"] else stated_value(view, row)
            table.add_row([[[Piece(what)]], [[printed]], [[Piece(_source(view, row))]]])


def _told(view: View, line: OwedLine, columns: Sequence[str]) -> Iterator[tuple[str, Row]]:
    """The rows behind a line, each once, with what it is."""
    values = [line.now, line.added, *(getattr(line, name) for name in columns), line.newest]
    told = [
        *((view.say("owed_what_goal", when=goal_year(view, one)), one) for one in line.goals),
        *((view.say("owed_what_milestone", when=goal_year(view, one)), one) for one in line.milestones),
        *((_what(view, one), one) for one in values if one),
    ]
    seen: dict[str, tuple[str, Row]] = {}
    for what, row in told:
        seen.setdefault(row["row"], (what, row))
    yield from seen.values()


def _what(view: View, row: Row) -> str:
    """What a reported value is, and of when."""
    status = view.say(f"role_{row['status']}")
    return view.say(
        "owed_what_value", status=status[0].upper() + status[1:], when=numbers.period(row["period"], view.lang)
    )


def _source(view: View, row: Row) -> str:
    """Paper, place in it, who said it when; the parts of a share, and the note."""
    said, day = [view.name(row, "short"), row.get("paper")], row.get("said_on")
    # A value that names no place in its paper is located by its day, a sum by its coverage, which the note has.
    if row["locator"] and row.get("status") != "rolled_up" and not (day and row["locator"] == f"{day:%d/%m/%Y}"):
        said.append(view.where(row["locator"]))
    if day:
        said += [view.name(row, "said_by") if row["status"] != "rolled_up" else "", view.day(day)]
    if row.get("numerator") is not None:
        parts = {name: view.number(row[name]) for name in ("numerator", "denominator") if row[name] is not None}
        said.append(view.say("owed_parts" if len(parts) > 1 else "owed_parts_sum", **parts))
    return "; ".join(dict.fromkeys(filter(None, [*said, view.name(row, "note")])))

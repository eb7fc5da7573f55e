"""What the reports of a month moved: each newest value against the one before, and the goals that were reached or
lost between the two."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from healthplan.model.ambition import Direction
from healthplan.model.distance import DistanceState, distance
from healthplan.model.value import row_value
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.reports.month import AskedReport
from healthplan.subjects.reports.queries import level_verdicts, measuring_goals, values_with_before
from healthplan.subjects.targets.spans import goal_year
from healthplan.text import numbers
from healthplan.text.figures import value_with_unit


@dataclass(frozen=True, slots=True)
class ValueMove:
    """A reported value and the one before it, each with its unit and period. `change` is the difference of two exact
    figures in the unit that people say, "" where there is none; `way` is up, down, same, first (nothing to compare
    with) or other (a range, a bound or a word). `level` is the sentence of the level verdict."""

    row: Row
    now: str
    now_when: str
    before: str
    before_when: str
    change: str
    way: str
    level: str


@dataclass(frozen=True, slots=True)
class GoalCrossed:
    """A goal that the value meets and the one before did not (`reached`), or the other way round."""

    move: ValueMove
    reached: bool
    sentence: str
    goal_row: str


def value_moves(view: View, reports: Sequence[AskedReport]) -> list[ValueMove]:
    """The moves of what has come, by place and theme."""
    came = {(one.place, one.period) for one in reports if one.report}
    rows = view.ask(values_with_before, periods=tuple(sorted({period for _, period in came})))
    levels = {(one["indicator"], one["place"]): view.name(one, "reason") for one in view.ask(level_verdicts)}
    return [
        _move(view, row, levels.get((row["indicator"], row["place"]), ""))
        for row in rows
        if (row["place"], row["report_period"]) in came
    ]


def _move(view: View, row: Row, level: str) -> ValueMove:
    unit, known = view.name(row, "unit"), row["before_row"] is not None
    way = _way(row) if known else "first"
    change = ""
    if way in ("up", "down"):
        change = numbers.amount(abs(row["low"] - row["before_low"]), view.name(row, "change"), view.lang).removeprefix(
            "+"
        )
    return ValueMove(
        row=row,
        now=value_with_unit(row, view.lang, unit),
        now_when=numbers.period(row["period"], view.lang),
        before=value_with_unit(row, view.lang, unit, "before_") if known else "",
        before_when=numbers.period(row["before_period"], view.lang) if known else "",
        change=change,
        way=way,
        level=level,
    )


def _way(row: Mapping[str, object]) -> str:
    """How an exact figure stands to the exact figure before; ranges, bounds and words are only laid side by side."""
    if (row["kind"], row["before_kind"]) != ("exact", "exact"):
        return "other"
    now, before = float(str(row["low"])), float(str(row["before_low"]))
    return "same" if now == before else "up" if now > before else "down"


def goals_crossed(view: View, moves: Iterable[ValueMove]) -> list[GoalCrossed]:
    """The goals that the moves crossed, of plans before those of the nation. Of what adds up within a year only the
    whole year is held against a goal."""
    goals: dict[tuple[str, str], list[Row]] = {}
    for goal in view.ask(measuring_goals):
        goals.setdefault((goal["indicator"], goal["place"]), []).append(goal)
    return [
        crossed
        for move in moves
        if move.row["milestone"] and move.row["before_row"]
        for crossed in _crossed(view, move, goals.get((move.row["indicator"], move.row["place"]), []))
    ]


def _crossed(view: View, move: ValueMove, goals: Sequence[Row]) -> list[GoalCrossed]:
    way = Direction(move.row["direction"])
    now, before = row_value(move.row), row_value(move.row, "before_")
    found: dict[str, GoalCrossed] = {}
    for goal in goals:
        states = [distance(value, row_value(goal), way).state for value in (before, now)]
        if DistanceState.MET not in states or states[0] is states[1] or DistanceState.UNSURE in states:
            continue
        reached = states[1] is DistanceState.MET
        told = view.say(
            f"crossed_{goal['aim']}_{'reached' if reached else 'lost'}",
            indicator=view.name(move.row),
            place=view.place_name(move.row["place"]),
            now=move.now,
            when=move.now_when,
            before=move.before,
            before_when=move.before_when,
            goal=value_with_unit(goal, view.lang, view.name(move.row, "unit")),
            year=goal_year(view, goal),
            law=view.name(goal, "law") if goal["law_vi"] else "",
        )
        found.setdefault(told, GoalCrossed(move, reached, told, goal["row"]))
    return list(found.values())

"""What if: the reader assumes a change a year, or spreads a back-loaded plan evenly, and reads off the years in which
the goals are met. Nothing of it is data: it lives in an address and in what is drawn for it, and is never stored."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import duckdb

from healthplan.model.distance import LAST_YEAR, DistanceState, year_of
from healthplan.model.value import Interval
from healthplan.model.what_if import STEPS, meeting, needed_change, round_step
from healthplan.parameters.parameter import ANY, Choices, Parameter, ParameterKind
from healthplan.parameters.shared import DAY
from healthplan.release.query import Row, query_rows
from healthplan.release.view import View
from healthplan.subjects.distances.records import DistanceRecord, distances_of_indicator
from healthplan.text.amounts import amount_words
from healthplan.text.numbers import number_text

NEEDED, SO_FAR = "needed", "so_far"
EVERYONE = 100.0
Ends = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class AssumedLine:
    """A line that nobody stated: its ends as (time in years, value), 2026 being the end of 2026, and what it is."""

    ends: Ends
    words: str


@dataclass(frozen=True, slots=True)
class Met:
    """A goal and when the assumed change meets it, in words."""

    goal: DistanceRecord
    when: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a reader assumes of one place: `lines` are drawn dotted; `why` says why nothing can be worked out; `even`
    are the years of a plan spread evenly; `marks` are the named changes and where on the slider they stand, in per
    cent."""

    place: str
    lines: Sequence[AssumedLine] = ()
    change: str = ""
    met: Sequence[Met] = ()
    why: str = ""
    even: Sequence[tuple[int, str]] = ()
    can_be_even: bool = False
    marks: Sequence[tuple[str, str, float]] = ()


def pace_and_shape(db: duckdb.DuckDBPyConnection, *, indicator: str, place: str) -> list[Row]:
    """The verdicts on how fast a place goes, has to go by its plan, and how its plan shares that out."""
    return query_rows(
        db,
        """
        select v.*, g.low as plan_low, g.high as plan_high, o.low as base_low, o.high as base_high, o.year as base_year
        from verdicts v left join statements g on g.row = v.plan_row left join statements o on o.row = v.benchmark_row
        where v.sign in ('pace', 'required_pace', 'plan_shape') and v.indicator = $indicator and v.place = $place""",
        indicator=indicator,
        place=place,
    )


def _one_place(choices: Choices) -> str:
    """The only place of an address; "" where it names several."""
    places = choices.get("places", "").split(",")
    return places[0] if len(places) == 1 else ""


def _goals(view: View, choices: Choices, day: date) -> list[DistanceRecord]:
    """The goals of the one place: its plan's own, then the nation's that measure it."""
    place = _one_place(choices)
    found = distances_of_indicator(view, choices["indicator"], [place], day) if place else []
    return [one for way in found for one in (way.own, *way.national) if one and (one is way.own or one.row["measures"])]


def _aim(goals: Sequence[DistanceRecord]) -> DistanceRecord | None:
    """The goal that `needed` speaks of: the first whose distance is known."""
    return next((one for one in goals if one.state is DistanceState.SHORT and one.amount), None)


def _changes(view: View, choices: Choices, day: date) -> dict[str, float]:
    """What the slider offers, by its name in an address: round steps, what is needed and what was reached so far, each
    a change a year towards the better side."""
    aim = _aim(_goals(view, choices, day))
    missing = _reach(aim, aim.amount) if aim and aim.amount else None
    if aim is None or missing is None or not missing.high:
        return {}
    step = round_step(missing.high)
    offered = {f"{step * at:.10g}": step * at for at in range(STEPS + 1)}
    if needed := needed_change(missing, day, aim.row["year"]):
        offered[NEEDED] = needed
    pace = next((row for row in _judged(view, choices) if row["sign"] == "pace"), None)
    if pace and pace["amount"] is not None:
        offered[SO_FAR] = -pace["amount"] if aim.is_down else pace["amount"]
    return dict(sorted(offered.items(), key=lambda one: one[1]))


def _reach(goal: DistanceRecord, missing: Interval) -> Interval:
    """What is missing at most too, where a goal such as "above 95" leaves that open: it is met as soon as it is
    passed, from the worse end of the value as well."""
    low, high = goal.row["now_low"], goal.row["now_high"]
    if missing.low is None or not missing.low_open or missing.high is not None or None in (low, high):
        return missing
    return replace(missing, high=missing.low + high - low, high_open=True)


def _judged(view: View, choices: Choices) -> list[Row]:
    return view.ask(pace_and_shape, indicator=choices["indicator"], place=_one_place(choices))


def _shown(view: View, one: str) -> str:
    return view.say(f"pace_{one}") if one in (NEEDED, SO_FAR) else number_text(float(one), view.lang)


PACE = Parameter(
    name="pace",
    kind=ParameterKind.STEPS,
    label="pick_pace",
    options=lambda view, choices: list(_changes(view, choices, date.today())),
    shown=_shown,
    optional=True,
)
EVEN = Parameter(
    name="even",
    kind=ParameterKind.SWITCH,
    label="pick_even",
    options=lambda _view, _: ("no", "yes"),
    shown=lambda view, _: view.say("data_true"),
)
SINCE = replace(DAY, name="since", label="")  # the day from which a picture's assumption runs


def what_if(view: View, indicator: Row, choices: Choices, day: date) -> WhatIf | None:
    """What the address assumes, for a reader on a day; None where it names several places or the indicator has no
    number to assume of."""
    place, goals = _one_place(choices), _goals(view, choices, day)
    if not place or not goals:
        return None
    late = _late_plan(_judged(view, choices))
    even = _even(view, late) if late and choices["even"] == "yes" else []
    found = WhatIf(place, [_even_line(view, late)] if late and even else [], even=even, can_be_even=late is not None)
    offered, aim = _changes(view, choices, day), _aim(goals)
    if aim is None or not offered:
        return replace(found, why=_why(view, goals))
    found = replace(found, marks=_marks(view, offered, view.name(indicator, "change")))
    if choices["pace"] not in offered:
        return found
    change = offered[choices["pace"]]
    sign = -1 if aim.is_down else 1
    ends = {aim.row["now_low"], aim.row["now_high"]} - {None}
    share, words = indicator["unit_vi"] == "%", view.say("assumed_line")
    lines = [AssumedLine(_line(year_of(day), end, sign * change, is_share=share), words) for end in sorted(ends)]
    amount = amount_words(Interval(abs(change), abs(change)), view.name(indicator, "change"), view.lang)
    return replace(
        found,
        lines=[*lines, *found.lines],
        change=view.say(f"what_if_{'down' if sign * change < 0 else 'up'}", amount=amount, day=view.day(day)),
        met=[Met(goal, _when(view, goal, change, day)) for goal in goals],
    )


def _when(view: View, goal: DistanceRecord, change: float, day: date) -> str:
    """The year in which a goal is met, both where a range leaves it open, or why it is not known."""
    if goal.state is DistanceState.MET:
        return view.say("distance_met")
    if goal.amount is None:
        return view.say("what_if_unknown", why=view.say(f"what_if_{goal.state}"))
    met = meeting(_reach(goal, goal.amount), change, day)
    if met.first is None:
        return view.say("distance_pace_never")
    late = view.say("what_if_late") if goal.row["year"] and met.first > goal.row["year"] else ""
    if met.last is None:
        return view.say("what_if_from", year=str(met.first)) + late
    if met.first == met.last:
        return view.say("distance_pace_in_time", year=str(met.first)) + late
    return view.say("what_if_between", first=str(met.first), last=str(met.last)) + late


def _why(view: View, goals: Sequence[DistanceRecord]) -> str:
    """Why no change can be assumed: all is met, or what is missing."""
    if all(goal.state is DistanceState.MET for goal in goals):
        return view.say("what_if_met")
    state = next(goal.state for goal in goals if goal.state is not DistanceState.MET)
    return view.say("what_if_unknown", why=view.say(f"what_if_{state}"))


def _line(since: float, value: float, change: float, *, is_share: bool) -> Ends:
    """From a value on, until the last year that is told or the end of the scale of a share; nothing falls below 0."""
    until = float(LAST_YEAR)
    limit = EVERYONE if is_share and change > 0 else 0.0 if change < 0 else None
    if limit is not None and change:
        until = min(until, since + max(limit - value, 0.0) / change if change > 0 else since + value / -change)
    return ((since, value), (until, value + change * (until - since)))


def _late_plan(judged: Sequence[Row]) -> Row | None:
    """The even change of a plan that leaves most of its own to the last years."""
    by_sign = {row["sign"]: row for row in judged}
    shape, required = by_sign.get("plan_shape"), by_sign.get("required_pace")
    late = shape and required and shape["verdict"] == "back_loaded" and required["amount"]
    return required if late and required and required["base_low"] is not None else None


def _even_line(view: View, late: Row) -> AssumedLine:
    since, until = late["base_year"], late["base_year"] + late["years"]
    ends = ((since, late["base_low"]), (until, late["base_low"] + late["amount"] * late["years"]))
    return AssumedLine(ends, view.say("assumed_even"))


def _even(view: View, late: Row) -> list[tuple[int, str]]:
    """Each year of the plan spread evenly, its value as a reader writes it."""
    return [
        (late["base_year"] + at, number_text(late["base_low"] + late["amount"] * at, view.lang))
        for at in range(1, late["years"] + 1)
    ]


def _marks(view: View, offered: dict[str, float], unit: str) -> list[tuple[str, str, float]]:
    names = [ANY, *offered]
    return [
        (
            name,
            view.say(f"pace_mark_{name}", amount=f"{number_text(offered[name], view.lang)} {unit}"),
            100 * names.index(name) / (len(names) - 1),
        )
        for name in (NEEDED, SO_FAR)
        if name in offered
    ]

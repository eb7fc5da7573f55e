"""Ninety days from a first day: one-off dates and dates that come back apart."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from healthplan.model.deadline import days, repeats
from healthplan.parameters.parameter import Choices, Parameter
from healthplan.parameters.shared import DAY
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.deadlines.queries import bodies, deadlines_of_plans
from healthplan.text import Lang
from healthplan.text.numbers import MONTHS

WINDOW = timedelta(days=90)
ONE_DAY = timedelta(days=1)
YEARS = range(2026, 2031)  # of the plans; other days come by the address
FILE = "api/v1/calendar.ics"


@dataclass(frozen=True, slots=True)
class DeadlineFilter:
    """The reader's today and filters; an empty word is no choice."""

    first: date
    place: str = ""
    agency: str = ""

    @property
    def last(self) -> date:
        """The ninetieth day."""
        return self.first + WINDOW - ONE_DAY

    def takes(self, duty: Row) -> bool:
        """Whether a duty is among those picked."""
        bodies = (*duty["agencies"], *duty["recipients"])
        return self.place in ("", duty["place"]) and (not self.agency or self.agency in bodies)

    def state(self, **changes: str) -> dict[str, str]:
        """The filters as they stand in an address."""
        return {"place": self.place, "agency": self.agency} | changes


def deadline_places(view: View) -> list[str]:
    """The places whose plan dates something or sets a duty."""
    dating = {duty["place"] for duty in view.ask(deadlines_of_plans)}
    return [place for place in view.planned if place in dating]


def body_names(view: View) -> dict[str, str]:
    """Every body that acts, supports or receives."""
    named = {body for duty in view.ask(deadlines_of_plans) for body in (*duty["agencies"], *duty["recipients"])}
    return {row["agency"]: view.name(row) for row in view.ask(bodies, lang=view.lang) if row["agency"] in named}


def _bodies(view: View, _: Choices) -> list[str]:
    return list(body_names(view))


PLACE = Parameter(
    name="place",
    label="pick_calendar_place",
    options=lambda view, _: deadline_places(view),
    shown=View.place_name,
    optional=True,
    sorted=True,
)
AGENCY = Parameter(
    name="agency",
    label="pick_calendar_agency",
    options=_bodies,
    shown=lambda view, one: body_names(view)[one],
    optional=True,
)
PARAMETERS = (DAY, PLACE, AGENCY)


def deadline_filter(choices: Choices) -> DeadlineFilter:
    """The filter that an address chooses."""
    return DeadlineFilter(date.fromisoformat(choices["date"]), choices["place"], choices["agency"])


def agenda(view: View, picked: DeadlineFilter) -> dict[str, Any]:
    """What falls due in the ninety days, one-off dates and rules apart, and the duties without a day."""
    once: list[Row] = []
    rules: list[Row] = []
    undated: list[Row] = []
    for duty in filter(picked.takes, view.ask(deadlines_of_plans)):
        due = days(duty, picked.first, picked.last)
        if due:
            (rules if repeats(duty) else once).append(duty | {"days": due})
        elif not repeats(duty) and duty["due_on"] is None:
            undated.append(duty)
    for found in (once, rules):
        found.sort(key=lambda duty: duty["days"][0])
    every = [one for duty in (*once, *rules) for one in duty["days"]]
    return {
        "once": once,
        "rules": rules,
        "undated": undated,
        "count": len(every),
        "months": months(view, picked, {one for one in every}),
    }


def agenda_title(view: View, picked: DeadlineFilter, found: dict[str, Any]) -> str:
    """How many dates fall in the ninety days, and which is the first."""
    told = {"first": view.day(picked.first), "last": view.day(picked.last)}
    days = [duty["days"][0] for duty in (*found["once"], *found["rules"])]
    if not days:
        return view.say("calendar_title_none", **told)
    return view.say("calendar_title", count=view.number(found["count"]), earliest=view.day(min(days)), **told)


def entries(found: dict[str, Any]) -> list[tuple[date, Row]]:
    """Every date of an agenda with what falls due on it, by day; one-off dates before those that come back."""
    every = [(one, duty) for duty in (*found["once"], *found["rules"]) for one in duty["days"]]
    return sorted(every, key=lambda entry: entry[0])


def past_entries(view: View, picked: DeadlineFilter, today: date) -> list[tuple[date, Row]]:
    """What is over: the dates of the ninety days before today, or of the part of a choice before it; none
    where the choice begins after today."""
    if picked.first > today:
        return []
    since = picked if picked.first < today else replace(picked, first=today - WINDOW)
    return [(one, duty) for one, duty in entries(agenda(view, since)) if one < today]


def months(view: View, picked: DeadlineFilter, due: set[date]) -> list[dict[str, Any]]:
    """A sheet for each month that the ninety days touch, weeks from Monday."""
    sheets, at = [], picked.first.replace(day=1)
    while at <= picked.last:
        weeks = calendar.Calendar().monthdatescalendar(at.year, at.month)
        cells = [[one if one.month == at.month else None for one in week] for week in weeks]
        month = str(at.month) if view.lang is Lang.VI else MONTHS[at.month - 1]
        name = view.say("month_name", month=month, year=str(at.year))
        count = sum((one.year, one.month) == (at.year, at.month) for one in due)
        sheets.append({"name": name, "weeks": cells, "count": count, "due": due})
        at = (at + timedelta(days=32)).replace(day=1)
    return sheets

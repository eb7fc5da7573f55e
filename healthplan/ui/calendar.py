"""The screen of deadlines: ninety days from the reader's today, one-off dates and dates that come back
apart."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode, urljoin

import streamlit as st

from healthplan.model.deadline import days, repeats
from healthplan.queries import Row
from healthplan.queries.calendar import bodies, dated
from healthplan.text import Lang
from healthplan.text.numbers import MONTHS, day
from healthplan.ui.address import base, say_unknown
from healthplan.ui.by_name import places_by_name
from healthplan.ui.pickers import pick_one, pick_or_any
from healthplan.ui.view import View

WINDOW = timedelta(days=90)
FIRST_DAY, LAST_DAY = date(2025, 1, 1), date(2045, 12, 31)
ONE_DAY = timedelta(days=1)
YEARS = range(2026, 2031)  # of the plans; other days come by the address
FILE = "api/v1/calendar.ics"


@dataclass(frozen=True, slots=True)
class Picked:
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


def today() -> date:
    """The day on the reader's clock, which the page tells when it loads; else the server's."""
    told = day_of(str(st.context.cookies.get("today", "")))
    return told or date.today()


def day_of(text: str) -> date | None:
    """A day of an address; None for what is none, or lies outside the years of plans and visions."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def pick(view: View) -> Picked:
    """The pickers, one after the other."""
    now, asked = today(), st.query_params.get("date", "")
    chosen = day_of(asked)
    if asked and chosen is None:
        say_unknown([asked], view.lang)
        st.query_params.pop("date")
    starts = {now, chosen or now} | {date(year, month, 1) for year in YEARS for month in range(1, 13)}
    known = named_bodies(view)
    first, second, third = st.columns([3, 4, 6])
    with first:
        start = pick_one(view, "date", view.say("pick_date"), [str(one) for one in sorted(starts)], str(now),
                         lambda one: _start_name(view, date.fromisoformat(one), now))  # fmt: skip
    with second:
        place = pick_or_any(view, "place", view.say("pick_calendar_place"),
                             places_by_name(view, places(view)), view.place_name)
    with third:
        agency = pick_or_any(view, "agency", view.say("pick_calendar_agency"), list(known),
                             known.__getitem__)  # fmt: skip
    return Picked(date.fromisoformat(start), place, agency)


def _start_name(view: View, start: date, now: date) -> str:
    told = day(start, view.lang)
    return view.say("date_today", day=told) if start == now else told


def places(view: View) -> list[str]:
    """The places whose plan dates something or sets a duty."""
    dating = {duty["place"] for duty in view.ask(dated)}
    return [place for place in view.planned if place in dating]


def named_bodies(view: View) -> dict[str, str]:
    """Every body that acts, supports or receives."""
    named = {body for duty in view.ask(dated) for body in (*duty["agencies"], *duty["recipients"])}
    return {row["agency"]: view.name(row) for row in view.ask(bodies, lang=view.lang)
            if row["agency"] in named}  # fmt: skip


def agenda(view: View, picked: Picked) -> dict[str, Any]:
    """What falls due in the ninety days, one-off dates and rules apart, and the duties without a day."""
    once, rules, undated = [], [], []
    for duty in filter(picked.takes, view.ask(dated)):
        due = days(duty, picked.first, picked.last)
        if due:
            (rules if repeats(duty) else once).append(duty | {"days": due})
        elif not repeats(duty) and duty["due_on"] is None:
            undated.append(duty)
    for found in (once, rules):
        found.sort(key=lambda duty: duty["days"][0])
    every = [one for duty in (*once, *rules) for one in duty["days"]]
    return {"once": once, "rules": rules, "undated": undated, "count": len(every), "months":
            months(view, picked, {one for one in every})}  # fmt: skip


def title(view: View, picked: Picked, count: int) -> str:
    """How much falls due, and within which days."""
    first, last = view.day(picked.first), view.day(picked.last)
    return view.say("calendar_title", count=str(count), first=first, last=last)


def months(view: View, picked: Picked, due: set[date]) -> list[dict[str, Any]]:
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


def file_addresses(view: View, picked: Picked) -> dict[str, str]:
    """Where the calendar file of the choice is: for a link, and in full, to subscribe to."""
    state = picked.state(lang=view.lang if view.lang is not Lang.VI else "", **view.pin)
    query = urlencode({name: value for name, value in state.items() if value})
    link = f"{FILE}?{query}" if query else FILE
    return {"file": link, "whole": urljoin(base(), link)}

"""What falls due in ninety days, and the file for the reader's own calendar."""

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode, urljoin

from healthplan.parameters.address import files_of
from healthplan.parameters.parameter import Choices, ParameterKind
from healthplan.release.view import View
from healthplan.subjects.deadlines.agenda import (
    AGENCY,
    FIRST,
    PLACE,
    WINDOW,
    YEARS,
    DeadlineFilter,
    agenda,
    deadline_filter,
)
from pages.blocks import Block, Columns, Pick, ReaderContext, html

FILE = "api/v1/calendar.ics"


def heading(view: View, choices: Choices) -> str:
    """How much falls due, and within which days."""
    picked = deadline_filter(choices)
    count = agenda(view, picked)["count"]
    return view.say("calendar_title", count=str(count), first=view.day(picked.first), last=view.day(picked.last))


def content(view: View, choices: Choices, reader: ReaderContext) -> list[Block]:
    """Months, agenda, file."""
    picked, now = deadline_filter(choices), str(reader.today)
    day = replace(
        FIRST,
        kind=ParameterKind.ONE,
        options=lambda _view, _: _starts(picked.first, reader.today),
        shown=lambda view, one: _start_name(view, one, now),
    )
    found = agenda(view, picked)
    taken = {name: value for name, value in picked.state(date=str(picked.first)).items() if value}
    return [
        Columns([3, 4, 6], [[Pick(parameter=day, usual=now)], [Pick(parameter=PLACE)], [Pick(parameter=AGENCY)]]),
        html("heading.html", title=heading(view, choices), lead=view.say("calendar_lead")),
        html("calendar_months.html", months=found["months"], picked=picked, step=WINDOW),
        html("chart_files.html", files=files_of(view, "calendar", **taken)),
        html("calendar_agenda.html", **found),
        html("calendar_file.html", **file_addresses(view, picked, reader.base)),
    ]


def file_addresses(view: View, picked: DeadlineFilter, base: str) -> dict[str, str]:
    """Where the calendar file of the choice is: for a link, and in full, to subscribe to."""
    state = picked.state(lang=view.lang if view.lang is not view.lang.VI else "", **view.pin)
    query = urlencode({name: value for name, value in state.items() if value})
    link = f"{FILE}?{query}" if query else FILE
    return {"file": link, "whole": urljoin(base, link)}


def _starts(first: date, now: date) -> list[str]:
    """The days that a list offers to begin with: today, the chosen one, the first of each month."""
    months = {date(year, month, 1) for year in YEARS for month in range(1, 13)}
    return [str(one) for one in sorted({now, first} | months)]


def _start_name(view: View, start: str, now: str) -> str:
    told = view.day(date.fromisoformat(start))
    return view.say("date_today", day=told) if start == now else told

"""What falls due in ninety days, and the file for the reader's own calendar."""

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode, urljoin

from healthplan.parameters.address import files_of
from healthplan.parameters.parameter import Choices, ParameterKind
from healthplan.parameters.shared import DAY
from healthplan.release.view import View
from healthplan.subjects.deadlines.agenda import (
    AGENCY,
    PLACE,
    WINDOW,
    YEARS,
    DeadlineFilter,
    agenda,
    agenda_title,
    deadline_filter,
    entries,
    past_entries,
)
from healthplan.subjects.reports.month import handed_in
from pages.blocks import Block, Columns, Pick, ReaderContext, html

OPEN = 12  # dates that stand open; more are folded
FILE = "api/v1/calendar.ics"


def heading(view: View, choices: Choices) -> str:
    """How much falls due within which days, and when first."""
    picked = deadline_filter(choices)
    return agenda_title(view, picked, agenda(view, picked))


def content(view: View, choices: Choices, reader: ReaderContext) -> list[Block]:
    """The answer, months, what is coming by day, what is over, file."""
    picked, now = deadline_filter(choices), str(reader.today)
    day = replace(
        DAY,
        kind=ParameterKind.ONE,
        options=lambda _view, _: _starts(picked.first, reader.today),
        shown=lambda view, one: _start_name(view, one, now),
    )
    found = agenda(view, picked)
    taken = {name: value for name, value in picked.state(date=str(picked.first)).items() if value}
    return [
        html("heading.html", title=agenda_title(view, picked, found), lead=view.say("calendar_lead")),
        Columns([3, 4, 6], [[Pick(parameter=day, usual=now)], [Pick(parameter=PLACE)], [Pick(parameter=AGENCY)]]),
        html("calendar_months.html", months=found["months"], picked=picked, step=WINDOW, today=reader.today),
        html("chart_files.html", files=files_of(view, "calendar", **taken)),
        html(
            "calendar_agenda.html",
            coming=[entry for entry in entries(found) if entry[0] >= reader.today],
            past=past_entries(view, picked, reader.today),
            undated=found["undated"],
            today=reader.today if picked.first <= reader.today <= picked.last else None,
            most=OPEN,
            handed=handed_in(view, min(picked.first, reader.today - WINDOW), picked.last, reader.today),
        ),
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

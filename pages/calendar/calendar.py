"""What falls due in ninety days, and the file for the reader's own calendar."""

from dataclasses import replace
from datetime import date

import streamlit as st

from healthplan.parameters.files import files_of
from healthplan.parameters.parameter import Kind
from healthplan.release.view import View
from healthplan.subjects.deadlines.agenda import AGENCY, FIRST, PLACE, WINDOW, YEARS, agenda, filter_of
from pages.calendar.content import file_addresses, heading
from pages.shared.pickers import pick, read
from pages.shared.reader import base, current_view, today
from pages.shared.render import render


def starts(first: date, now: date) -> list[str]:
    """The days that a list offers to begin with: today, the chosen one, the first of each month."""
    months = {date(year, month, 1) for year in YEARS for month in range(1, 13)}
    return [str(one) for one in sorted({now, first} | months)]


def start_name(view: View, start: str, now: date) -> str:
    """What such a day is called."""
    told = view.day(date.fromisoformat(start))
    return view.say("date_today", day=told) if start == str(now) else told


view, now = current_view(), today()
choices = read(view, "calendar", {"date": str(now)})
picked = filter_of(choices)
days = replace(FIRST, kind=Kind.ONE, options=lambda _view, _: starts(picked.first, now),
               shown=lambda view, one: start_name(view, one, now))
slots = st.columns([3, 4, 6])
with slots[0]:
    pick(view, days, choices, usual=str(now))
with slots[1]:
    pick(view, PLACE, choices)
with slots[2]:
    pick(view, AGENCY, choices)
found = agenda(view, picked)
render("heading.html", view, title=heading(view, choices), lead=view.say("calendar_lead"))
render("calendar_months.html", view, months=found["months"], picked=picked, step=WINDOW)
taken = {name: value for name, value in picked.state(date=str(picked.first)).items() if value}
render("chart_files.html", view, files=files_of(view, "calendar", **taken))
render("calendar_agenda.html", view, **found)
render("calendar_file.html", view, **file_addresses(view, picked, base()))

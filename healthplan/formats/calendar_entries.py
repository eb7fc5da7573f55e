"""The deadlines as events of a calendar file, in the reader's words."""

from datetime import date, timedelta
from urllib.parse import urljoin

from healthplan.formats.calendar_file import CalendarEntry, calendar_file
from healthplan.model.deadline import days, repeats
from healthplan.model.locator import english
from healthplan.parameters.address import link
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.deadlines.queries import deadlines_of_plans
from healthplan.text import Lang
from healthplan.text.numbers import day

NEVER = date(2046, 1, 1)
ONE_YEAR = timedelta(days=366)  # within which every rule has a day
TITLES = {"duty": "ics_entry", "task_start": "ics_entry_starts", "task_end": "ics_entry_ends"}


def deadline_calendar(view: View, *, place: str, agency: str, base: str) -> bytes:
    """The calendar file of every deadline of a place and a body, of all when they are "". `base` is where
    the screens are."""
    chosen = [
        duty
        for duty in view.ask(deadlines_of_plans)
        if place in ("", duty["place"]) and agency in ("", *duty["agencies"], *duty["recipients"])
    ]
    entries = [entry for duty in chosen if (entry := _entry(view, duty, base))]
    name = view.say("ics_name_of", place=view.place_name(place)) if place else view.say("ics_name")
    told = view.say("ics_told", day=day(view.release["data_date"], view.lang))
    return calendar_file(
        entries, name=name, description=told, lang=view.lang.value.upper(), released=view.release["data_date"]
    )


def _entry(view: View, duty: Row, base: str) -> CalendarEntry | None:
    """The event of a duty; None when the paper prints no day that is still to come after it was issued."""
    due = _first(duty)
    if due is None:
        return None
    told = view.say(
        "ics_description",
        who=view.name(duty, "who") or view.say("who_not_named"),
        whom=view.name(duty, "to_whom") or view.say("whom_not_named"),
        printed=duty["printed"],
        source=view.name(duty, "short"),
        locator=duty["locator"] if view.lang is Lang.VI else english(duty["locator"]),
    )
    shown_on = "calendar" if duty["what"] == "duty" else "tasks"
    screen = link(shown_on, view.lang, **view.pin, place=duty["place"])
    place = view.place_name(duty["place"])
    title = view.say(TITLES[duty["what"]], place=place, title=view.name(duty, "title"))
    return CalendarEntry(duty["entry"], due, repeats(duty), title, told, urljoin(base, screen), place)


def _first(duty: Row) -> date | None:
    """The first of the days on which a duty falls due."""
    last = duty["issued"] + ONE_YEAR if repeats(duty) else NEVER
    return next(iter(days(duty, duty["issued"], last)), None)

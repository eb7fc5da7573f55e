"""An iCalendar file (RFC 5545) of days: one event a deadline, with a rule where it comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from urllib.parse import urljoin

from icalendar import Calendar, Event, Timezone

from healthplan.model.deadline import days, repeats
from healthplan.model.locator import english
from healthplan.parameters.address import link
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.deadlines.queries import deadlines_of_plans
from healthplan.text import Lang
from healthplan.text.numbers import day

ZONE = "Asia/Ho_Chi_Minh"
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One deadline: `day` is the first last good day, `rule` the recurrence of RFC 5545 or empty."""

    uid: str
    day: date
    rule: dict[str, Any]
    title: str
    description: str
    address: str
    category: str


def calendar_file(entries: Sequence[CalendarEntry], *, name: str, description: str, lang: str, released: date) -> bytes:
    """The file. A paper prints no hour, so every event lasts its whole day. The same release gives the same
    bytes: each event is stamped with the day of the release."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Roadmap 72//{lang}//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("calscale", "GREGORIAN")
    for line, value in (("x-wr-calname", name), ("x-wr-caldesc", description), ("x-wr-timezone", ZONE)):
        calendar.add(line, value)
    # A subscriber asks once a day (RFC 7986; the second line is the one that Outlook reads).
    calendar.add("refresh-interval", ONE_DAY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    calendar.add_component(Timezone.from_tzid(ZONE, first_date=date(2025, 1, 1), last_date=date(2046, 1, 1)))
    for entry in entries:
        calendar.add_component(_event(entry, datetime.combine(released, time(), UTC)))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: CalendarEntry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@roadmap72")
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + ONE_DAY)
    if entry.rule:
        event.add("rrule", entry.rule)
    event.add("summary", entry.title)
    event.add("description", entry.description)
    event.add("url", entry.address)
    event.add("categories", [entry.category])
    event.add("transp", "TRANSPARENT")  # a deadline does not make anybody busy
    return event


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

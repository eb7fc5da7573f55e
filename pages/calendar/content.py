"""What falls due in ninety days, and where the file for the reader's own calendar is."""

from urllib.parse import urlencode, urljoin

from healthplan.parameters.parameter import Choices
from healthplan.release.view import View
from healthplan.subjects.deadlines.agenda import DeadlineFilter, agenda, filter_of

FILE = "api/v1/calendar.ics"


def heading(view: View, choices: Choices) -> str:
    """How much falls due, and within which days."""
    picked = filter_of(choices)
    count = agenda(view, picked)["count"]
    return view.say("calendar_title", count=str(count), first=view.day(picked.first),
                    last=view.day(picked.last))


def file_addresses(view: View, picked: DeadlineFilter, base: str) -> dict[str, str]:
    """Where the calendar file of the choice is: for a link, and in full, to subscribe to."""
    state = picked.state(lang=view.lang if view.lang is not view.lang.VI else "", **view.pin)
    query = urlencode({name: value for name, value in state.items() if value})
    link = f"{FILE}?{query}" if query else FILE
    return {"file": link, "whole": urljoin(base, link)}

"""An iCalendar file (RFC 5545) of days: one event a deadline, with a rule where it comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Calendar, Event, Timezone

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

"""An iCalendar file (RFC 5545) of days: one event a deadline, with a rule where it comes back."""

from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urljoin

from icalendar import Calendar, Event, Timezone

from healthplan.model.deadline import days, repeats
from healthplan.parameters.address import link
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.deadlines.queries import deadlines_of_plans
from healthplan.subjects.reports.month import handed_in, report_period
from healthplan.text.numbers import ZONE

ONE_DAY = timedelta(days=1)
NEVER = date(2046, 1, 1)
ONE_YEAR = timedelta(days=366)  # within which every rule has a day
RECEIVED_MOST = 3  # reports that an event names
TITLES = {"duty": "ics_entry", "task_start": "ics_entry_starts", "task_end": "ics_entry_ends"}


def deadline_calendar(view: View, *, place: str, agency: str, base: str) -> bytes:
    """The calendar file of every deadline of a place and a body, of all when they are "". `base` is where
    the screens are. A paper prints no hour, so every event lasts its whole day. The same release gives the
    same bytes: each event is stamped with the day of the release."""
    chosen = [
        duty
        for duty in view.ask(deadlines_of_plans)
        if place in ("", duty["place"]) and agency in ("", *duty["agencies"], *duty["recipients"])
    ]
    released = view.release["data_date"]
    calendar = Calendar()
    calendar.add("prodid", f"-//Roadmap 72//{view.lang.upper()}//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("calscale", "GREGORIAN")
    calendar.add(
        "x-wr-calname", view.say("ics_name_of", place=view.place_name(place)) if place else view.say("ics_name")
    )
    calendar.add("x-wr-caldesc", view.say("ics_told", day=view.day(released)))
    calendar.add("x-wr-timezone", ZONE.key)
    # A subscriber asks once a day (RFC 7986; the second line is the one that Outlook reads).
    calendar.add("refresh-interval", ONE_DAY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    calendar.add_component(Timezone.from_tzid(ZONE.key, first_date=date(2025, 1, 1), last_date=date(2046, 1, 1)))
    came = _received_words(view)
    for duty in chosen:
        if due := _first(duty):  # else the paper prints no day that is still to come after it was issued
            calendar.add_component(_event(view, duty, due, base, came.get(duty["row"], "")))
    written: bytes = calendar.to_ical()
    return written


def _received_words(view: View) -> dict[str, str]:
    """By the duty that asks for them the newest reports that have come up to the day of the release."""
    released: date = view.release["data_date"]
    lines: dict[str, list[str]] = {}
    for (duty, _), one in sorted(handed_in(view, released - ONE_YEAR, released, released).items(), reverse=True):
        if one.received and len(lines.get(duty, [])) < RECEIVED_MOST:
            facts = {"period": report_period(view, one.period), "day": view.day(one.received)}
            lines.setdefault(duty, []).append(view.say(f"ics_{one.state}", **facts))
    return {duty: "\n".join(told) for duty, told in lines.items()}


def _event(view: View, duty: Row, due: date, base: str, came: str) -> Event:
    """The event of a duty whose first last good day is `due`; `came` says which of its reports have come."""
    told = view.say(
        "ics_description",
        who=view.name(duty, "who") or view.say("who_not_named"),
        whom=view.name(duty, "to_whom") or view.say("whom_not_named"),
        printed=duty["printed"],
        source=view.name(duty, "short"),
        locator=view.where(duty["locator"]),
    )
    shown_on = "calendar" if duty["what"] == "duty" else "tasks"
    stamp = datetime.combine(view.release["data_date"], time(), UTC)
    place = view.place_name(duty["place"])
    event = Event()
    event.add("uid", f"{duty['entry']}@roadmap72")
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("dtstart", due)
    event.add("dtend", due + ONE_DAY)
    if rule := repeats(duty):
        event.add("rrule", rule)
    event.add("summary", view.say(TITLES[duty["what"]], place=place, title=view.name(duty, "title")))
    event.add("description", f"{told}\n{came}" if came else told)
    event.add("url", urljoin(base, link(shown_on, view.lang, **view.pin, place=duty["place"])))
    event.add("categories", [place])
    event.add("transp", "TRANSPARENT")  # a deadline does not make anybody busy
    return event


def _first(duty: Row) -> date | None:
    """The first of the days on which a duty falls due."""
    last = duty["issued"] + ONE_YEAR if repeats(duty) else NEVER
    return next(iter(days(duty, duty["issued"], last)), None)

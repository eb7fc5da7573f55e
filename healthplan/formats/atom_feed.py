"""An Atom feed (RFC 4287): one entry a publication, and one a report that is due soon or overdue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from html import escape
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from healthplan.parameters.address import link, query
from healthplan.release.view import View
from healthplan.subjects.changes.publications import Publication, publications
from healthplan.subjects.changes.words import move_words, scores
from healthplan.subjects.reports.month import AskedReport, owed_reports, report_period
from healthplan.text.numbers import ZONE

ATOM = "http://www.w3.org/2005/Atom"
FEED = "api/v1/changes.atom"
AHEAD = 7  # days
LINES_MOST = 40  # of an entry
NAMES = uuid5(NAMESPACE_URL, "urn:roadmap72:changes")


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """What a follower is told once: its name for good, since when it is true, and where it stands."""

    name: str
    title: str
    moment: datetime
    address: str
    lines: Sequence[str]


def change_entries(view: View, place: str, indicator: str, today: date, base: str) -> list[ChangeEntry]:
    """The publications that changed a place and an indicator and the reports that are owed, the newest first. `base`
    is where the screens are."""
    owed = [] if indicator else owed_reports(view, place, today, AHEAD)
    entries = [_owed_entry(view, one, today, base) for one in owed]
    entries += [_entry(view, one, place, indicator, base) for one in publications(view, place, indicator)]
    return sorted(entries, key=lambda entry: entry.moment, reverse=True)


def feed_address(view: View, place: str, indicator: str) -> str:
    """Where the feed of a choice is."""
    state = {"place": place, "indicator": indicator, "lang": view.lang.value if view.lang is not view.lang.VI else ""}
    return FEED + query({name: value for name, value in state.items() if value})


def changes_feed(view: View, *, place: str, indicator: str, today: date, base: str) -> bytes:
    """The feed of a place and an indicator, of everything where they are "". `base` is where the screens are. Names of
    entries stay the same for good; publications lead to their own release."""
    entries = change_entries(view, place, indicator, today, base)
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": view.lang.value})
    about = [view.nation_or_place(place)] if place else []
    about += [view.name(view.indicators[indicator])] if indicator else []
    title = view.say("feed_title")
    _add(feed, "title", view.say("feed_of", title=title, about=", ".join(about)) if about else title)
    _add(feed, "subtitle", view.say("feed_subtitle"))
    _add(feed, "id", _name(view, "feed", place, indicator))
    newest = entries[0].moment if entries else datetime.combine(view.release["data_date"], time(), UTC)
    _add(feed, "updated", _stamp(newest))
    _add(_add(feed, "author"), "name", view.say("product"))
    _link(feed, "self", urljoin(base, feed_address(view, place, indicator)), "application/atom+xml")
    _link(feed, "alternate", urljoin(base, link("changes", view.lang, place=place, indicator=indicator)), "text/html")
    feed.extend(map(_element, entries))
    ElementTree.indent(feed)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _entry(view: View, one: Publication, place: str, indicator: str, base: str) -> ChangeEntry:
    """A publication, with the lines of what it changed, losses first."""
    lines = [
        view.say(f"update_score_{kind}") + ": " + move_words(view, move).line
        for kind, moves in one.moves.items()
        for move in moves
    ]
    shown = lines[:LINES_MOST] or [scores(view, one)]
    if len(lines) > LINES_MOST:
        shown.append(view.say("changes_more", count=view.number(len(lines) - LINES_MOST)))
    title = view.say("feed_published", day=view.day(one.published.astimezone(ZONE).date()), scores=scores(view, one))
    there = link("changes", view.lang, place=place, indicator=indicator, release=one.name)
    named = _name(view, "release", one.name, place, indicator)
    return ChangeEntry(named, title, one.published, urljoin(base, there), shown)


def _owed_entry(view: View, one: AskedReport, today: date, base: str) -> ChangeEntry:
    """A report that has not come, since a week before its day, or since the day after it."""
    due = one.due or today
    kind, since = ("overdue", due + timedelta(days=1)) if due < today else ("due", due - timedelta(days=AHEAD))
    facts = {"place": view.place_name(one.place), "period": report_period(view, one.period), "day": view.day(due)}
    lines = [view.name(one.duty, "what"), f"“{one.duty['due_printed']}”"] if one.duty else []
    moment = datetime.combine(since, time(), ZONE)
    there = urljoin(base, link("month", view.lang, month=f"{due:%Y-%m}", place=one.place))
    named = _name(view, kind, one.place, one.period)
    return ChangeEntry(named, view.say(f"feed_{kind}", **facts), moment, there, lines)


def _element(one: ChangeEntry) -> ElementTree.Element:
    entry = ElementTree.Element("entry")
    _add(entry, "id", one.name)
    _add(entry, "title", one.title)
    _add(entry, "updated", _stamp(one.moment))
    _link(entry, "alternate", one.address, "text/html")
    items = "".join(f"<li>{escape(line)}</li>" for line in one.lines)
    _add(entry, "content", f"<ul>{items}</ul>").set("type", "html")
    return entry


def _name(view: View, *parts: str) -> str:
    """A name for good, of what is told in one language."""
    return uuid5(NAMES, "|".join((*parts, view.lang.value))).urn


def _stamp(moment: datetime) -> str:
    """A moment as RFC 3339 has it."""
    return moment.isoformat(timespec="seconds")


def _add(parent: ElementTree.Element, name: str, text: str = "") -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name)
    child.text = "".join(letter for letter in text if letter >= " " or letter in "\n\t") or None
    return child


def _link(parent: ElementTree.Element, relation: str, there: str, media_type: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": relation, "href": there, "type": media_type})

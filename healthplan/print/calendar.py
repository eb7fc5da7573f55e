"""Ninety days of deadlines as a picture: the months, and below them what is due; and its rows."""

from html import escape
from typing import Any

from healthplan.charts.captions import Block, Caption
from healthplan.charts.drawing import Drawing, Panel, TableDrawing, TableLine, WordDrawing, grid
from healthplan.charts.months import Month
from healthplan.charts.picture import Picture
from healthplan.formats.chart_rows import rows_file
from healthplan.print.picture_words import drawing_heading, foot_lines, place_dot, small_words, word_drawing
from healthplan.release.view import View
from healthplan.subjects.deadlines.agenda import DeadlineFilter, agenda, agenda_title, body_names
from healthplan.theme import LIGHT

COLUMNS = (
    "day",
    "place",
    "place_name",
    "title",
    "who",
    "to_whom",
    "printed",
    "cadence",
    "document",
    "source",
    "locator",
    "line",
    "release",
)
WIDTHS = (1.5, 6.0, 3.0)


def calendar_picture(view: View, picked: DeadlineFilter) -> Picture:
    """What falls due in ninety days."""
    found = agenda(view, picked)
    days = view.say("week_days").split(",")
    sheets = [
        Panel(Month(days, one["weeks"], one["due"], picked.first, picked.last), (drawing_heading(escape(one["name"])),))
        for one in found["months"]
    ]
    lists = [
        _list(view, "once_title", "once_none", found["once"]),
        _list(view, "repeated_title", "repeated_none", found["rules"]),
    ]
    due = [*found["once"], *found["rules"]]
    papers = [view.name(duty, "short") for duty in due]
    return Picture(
        title=agenda_title(view, picked, found),
        subtitle=" ".join((view.say("calendar_lead"), *_filter_words(view, picked))),
        drawing=grid([grid(sheets, len(sheets), above=0), *lists]),
        alt=" ".join(
            f"{view.day(day)}: {view.name(duty, 'title')}, {view.place_name(duty['place'])}."
            for duty in due
            for day in duty["days"]
        ),
        foot=foot_lines(view, papers),
    )


def calendar_rows(view: View, picked: DeadlineFilter) -> bytes:
    """One row a day on which something falls due."""
    found = agenda(view, picked)
    rows = [_row(view, duty) | {"day": day} for duty in (*found["once"], *found["rules"]) for day in duty["days"]]
    return rows_file(view, sorted(rows, key=lambda row: row["day"]), COLUMNS)


def _filter_words(view: View, picked: DeadlineFilter) -> list[str]:
    """The place and the body that were chosen, in a sentence."""
    chosen = []
    if picked.place:
        chosen.append(f"{view.say('pick_calendar_place')}: {view.place_name(picked.place)}")
    if picked.agency:
        chosen.append(f"{view.say('pick_calendar_agency')}: {body_names(view)[picked.agency]}")
    return [view.say("picture_chosen", chosen="; ".join(chosen))] if chosen else []


def _list(view: View, title: str, nothing: str, duties: list[dict[str, Any]]) -> Panel:
    """Duties one below the other; a sentence where there is none."""
    lines: Drawing = TableDrawing(WIDTHS, [_line(view, duty) for duty in duties], middle=False)
    if not duties:
        lines = word_drawing(escape(view.say(nothing)), colour=LIGHT.muted)
    return Panel(lines, (drawing_heading(escape(view.say(title))),))


def _line(view: View, duty: dict[str, Any]) -> TableLine:
    bound = "due_on_day" if duty["bound"] == "on" else "due_latest"
    if duty["what"] == "task_start":
        bound = "starts_on"
    when = [Block((Caption(small_words(view.say(bound))),), 12, 17, 0)]
    when += [Block((Caption(view.day(day)),), 13.5, 19, 0, LIGHT.ink, "bold") for day in duty["days"]]
    dot = place_dot(view, duty["place"])
    what = [
        Block((Caption(escape(view.name(duty, "title"))),), 13.5, 19, 0, LIGHT.ink),
        Block((Caption(f"{dot.text} · {escape(_who(view, duty))}", dot.mark),), 12.5, 18, 0),
    ]
    facts = [Block((Caption(escape(f"“{duty['printed']}”")),), 13, 18, 0, LIGHT.ink)] if duty["printed"] else []
    where = f"{_duty_words(view, duty)} · {view.where(duty['locator'])}"
    facts.append(Block((Caption(escape(where)),), 12, 17, 0))
    return TableLine((WordDrawing(tuple(when)), WordDrawing(tuple(what)), WordDrawing(tuple(facts))))


def _who(view: View, duty: dict[str, Any]) -> str:
    who, whom = view.name(duty, "who") or view.say("who_not_named"), view.name(duty, "to_whom")
    return f"{who} → {whom}" if whom else who


def _duty_words(view: View, duty: dict[str, Any]) -> str:
    """Which task of the plan, or how often."""
    if duty["number"]:
        return view.say("calendar_task", number=duty["number"])
    return view.say(f"cadence_{duty['cadence']}")


def _row(view: View, duty: dict[str, Any]) -> dict[str, Any]:
    return duty | {
        "place_name": view.place_name(duty["place"]),
        "title": view.name(duty, "title"),
        "who": view.name(duty, "who"),
        "to_whom": view.name(duty, "to_whom"),
        "cadence": _duty_words(view, duty),
        "source": view.name(duty, "short"),
        "locator": view.where(duty["locator"]),
    }

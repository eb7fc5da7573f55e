"""The screen of tasks: the reader's choice, the tree, the load of the agencies, the work papers share."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

import streamlit as st

from healthplan.model.search import matches
from healthplan.model.status import NO_REPORT, Status
from healthplan.queries import Row
from healthplan.queries.task_facts import told
from healthplan.queries.tasks import agencies, joins, points, tasks
from healthplan.ui.by_name import places_by_name
from healthplan.ui.pickers import pick_or_any, pick_text
from healthplan.ui.task_facts import statuses
from healthplan.ui.time_strip import YEARS, Span, runs_in, strip
from healthplan.ui.view import View

KINDS = ("ongoing", "yearly", "from", "period", "quarter", "month", "by", "conditional")


@dataclass(frozen=True, slots=True)
class Picked:
    """The reader's filters; an empty word is no choice."""

    words: str = ""
    place: str = ""
    agency: str = ""
    kind: str = ""
    theme: str = ""
    indicator: str = ""
    year: str = ""
    status: str = ""

    @property
    def span(self) -> Span:
        """The time that is drawn."""
        return Span(int(self.year), int(self.year)) if self.year else Span()

    def state(self, **changes: str) -> dict[str, str]:
        """The choice as it stands in an address."""
        return {name: value for name, value in (asdict(self) | changes).items() if value}

    def takes(self, task: Row) -> bool:
        """Whether a task is among those picked."""
        return (
            self.place in ("", task["place"])
            and (not self.agency or self.agency in (*task["leads"], *task["partners"]))
            and self.kind in ("", task["time_kind"])
            and (not self.theme or any(join["theme"] == self.theme for join in task["joins"]))
            and (not self.indicator or self.indicator in task["indicators"])
            and self.status in ("", task["status"])
            and (not self.year or (not task["heading"] and runs_in(task, int(self.year))))
            and (not self.words or matches(self.words, task["searched"]))
        )


def pick(view: View) -> Picked:
    """The pickers, one after the other."""
    first, *slots = st.columns([5, 3, 4, 3])
    more = st.columns([5, 5, 2, 3])
    with first:
        words = pick_text("words", view.say("pick_words"), view.say("pick_words_hint"), view)
    taken = {}
    for slot, (name, options, shown) in zip((*slots, *more), choices(view), strict=True):
        with slot:
            taken[name] = pick_or_any(view, name, view.say(f"pick_task_{name}"), options, shown)
    return Picked(words, **taken)


def choices(view: View) -> tuple[tuple[str, list[str], Callable[[str], str]], ...]:
    """Every filter but the words: its name, its options, what an option is called."""
    with_tasks = {task["place"] for task in view.ask(tasks)}
    bodies = {row["agency"]: view.name(row) for row in view.ask(agencies, lang=view.lang)}
    joined = {row["indicator"] for row in view.ask(joins)}
    themes = {row["theme"]: view.name(row, "theme")
              for name, row in view.indicators.items() if name in joined}
    return (
        ("place", places_by_name(view, (one for one in view.planned if one in with_tasks)), view.place_name),
        ("agency", list(bodies), bodies.__getitem__),
        ("kind", kinds(view.ask(tasks)), lambda kind: view.say(f"time_kind_{kind}")),
        ("theme", list(themes), themes.__getitem__),
        ("indicator", [name for name in view.indicators if name in joined],
         lambda name: view.name(view.indicators[name])),
        ("year", [str(year) for year in YEARS], str),
        ("status", statuses(view), lambda status: view.say(f"status_{status}")),
    )


def kinds(among: list[Any]) -> list[str]:
    """The kinds of time that occur."""
    return [kind for kind in KINDS if any(task["time_kind"] == kind for task in among)]


def found(view: View, picked: Picked) -> list[dict[str, Any]]:
    """The tasks of the reader's choice in the papers' order, each with its strip: of the years, or of the
    quarters of the one year that is chosen."""
    span = picked.span
    return [task | {"strip": strip(task, span)} for task in view.ask(told) if picked.takes(task)]


def title(view: View, count: int) -> str:
    """How many tasks are among those picked."""
    return view.say("tasks_screen_title", count=str(count))


def counted(chosen: list[Row]) -> list[tuple[str, int]]:
    """How many of the chosen tasks stand where, by the newest report."""
    words = [task["status"] for task in chosen if not task["heading"]]
    return [(word, words.count(word)) for word in (NO_REPORT, *Status) if word in words]


def paper(view: View, picked: Picked, chosen: list[Row]) -> dict[str, Any]:
    """What is printed of the body that is chosen; `body` is None when none is."""
    body = next((row for row in view.ask(agencies, lang=view.lang) if row["agency"] == picked.agency), None)
    work = [task for task in chosen if not task["heading"]]
    return {"body": body, "work": work, "leads": str(sum(picked.agency in task["leads"] for task in work))}


def tree(chosen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Place, group, task."""
    places = []
    for place, members in groupby(chosen, key=lambda task: task["place"]):
        groups = [list(own) for _, own in groupby(members, key=lambda task: task["task_group"])]
        places.append({"place": place, "groups": [{"first": own[0], "tasks": own} for own in groups]})
    return places


def shared(view: View) -> dict[str, Any]:
    """The points that at least two papers share: who leads them where, and when."""
    places = list(dict.fromkeys(task["place"] for task in view.ask(tasks)))
    by_point: dict[tuple[str, str], list[Row]] = {}
    for task in view.ask(tasks):
        if not task["heading"]:
            by_point.setdefault((task["point"], task["place"]), []).append(task)
    rows = [
        point | {"cells": [(place, by_point.get((point["point"], place), [])) for place in places]}
        for point in view.ask(points)
    ]
    return {"places": places, "points": rows}

"""The screen of tasks: the reader's choice, the tree, the load of the agencies, the work papers share."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

import streamlit as st

from healthplan.model.search import matches
from healthplan.queries import Row
from healthplan.queries.tasks import agencies, joins, points, tasks
from healthplan.ui.pickers import pick_or_any, pick_text
from healthplan.ui.time_strip import YEARS, runs_in, strip
from healthplan.ui.view import View

KINDS = ("ongoing", "yearly", "from", "period", "quarter", "month", "by", "conditional")
SEARCHED = ("number", "title_vi", "title_en", "result_vi", "result_en", "lead_printed", "partners_printed",
            "time_printed", "group_vi", "group_en")
NEARLY_ALL = 0.8


@dataclass(frozen=True, slots=True)
class Picked:
    """The reader's filters; an empty word is no choice."""

    words: str = ""
    place: str = ""
    agency: str = ""
    kind: str = ""
    indicator: str = ""
    year: str = ""

    def takes(self, task: Row) -> bool:
        """Whether a task is among those picked."""
        return (
            self.place in ("", task["place"])
            and (not self.agency or self.agency in (*task["leads"], *task["partners"]))
            and self.kind in ("", task["time_kind"])
            and (not self.indicator or self.indicator in task["indicators"])
            and (not self.year or (not task["heading"] and runs_in(task, int(self.year))))
            and (not self.words or matches(self.words, " ".join(task[name] or "" for name in SEARCHED)))
        )


def pick(view: View) -> Picked:
    """The pickers, one after the other."""
    with_tasks = {task["place"] for task in view.ask(tasks)}
    bodies = {row["agency"]: view.name(row) for row in view.ask(agencies)}
    joined = {row["indicator"] for row in view.ask(joins)}
    choices = (
        ("place", [place for place in view.planned if place in with_tasks], view.place_name),
        ("agency", list(bodies), bodies.__getitem__),
        ("kind", kinds(view.ask(tasks)), lambda kind: view.say(f"time_kind_{kind}")),
        ("indicator", [name for name in view.indicators if name in joined],
         lambda name: view.name(view.indicators[name])),
        ("year", [str(year) for year in YEARS], str),
    )
    first, *slots = st.columns([5, 3, 4, 3])
    more = st.columns([5, 3, 7])
    with first:
        words = pick_text("words", view.say("pick_words"), view.say("pick_words_hint"), view)
    taken = {}
    for slot, (name, options, shown) in zip((*slots, *more[:2]), choices, strict=True):
        with slot:
            taken[name] = pick_or_any(view, name, view.say(f"pick_task_{name}"), options, shown)
    return Picked(words, **taken)


def kinds(among: list[Any]) -> list[str]:
    """The kinds of time that occur."""
    return [kind for kind in KINDS if any(task["time_kind"] == kind for task in among)]


def found(view: View, picked: Picked) -> list[dict[str, Any]]:
    """The tasks of the reader's choice in the papers' order, each with its strip, joins and like tasks."""
    why: dict[str, list[Row]] = {}
    for join in view.ask(joins):
        why.setdefault(join["row"], []).append(join)
    everyone = view.ask(tasks)
    return [
        task | {"strip": strip(task), "joins": why.get(task["row"], []), "alike": _alike(task, everyone)}
        for task in everyone if picked.takes(task)
    ]


def _alike(task: Row, everyone: list[Row]) -> list[Row]:
    """Tasks of other places that answer the same point."""
    if not task["point"]:
        return []
    return [one for one in everyone if one["point"] == task["point"] and one["place"] != task["place"]]


def tree(chosen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Place, group, task."""
    places = []
    for place, members in groupby(chosen, key=lambda task: task["place"]):
        groups = [list(own) for _, own in groupby(members, key=lambda task: task["task_group"])]
        places.append({"place": place, "groups": [{"first": own[0], "tasks": own} for own in groups]})
    return places


def loads(view: View, chosen: list[Row]) -> list[dict[str, Any]]:
    """For each place how many of the chosen tasks each body leads and supports; `chief` leads nearly all."""
    known = {row["agency"]: row for row in view.ask(agencies)}
    told = []
    work = [task for task in chosen if not task["heading"]]
    for place, members in groupby(work, key=lambda task: task["place"]):
        own = list(members)
        bodies = [
            known[agency] | {"leads": sum(agency in task["leads"] for task in own),
                             "partners": sum(agency in task["partners"] for task in own)}
            for agency in {agency for task in own for agency in (*task["leads"], *task["partners"])}
        ]
        bodies.sort(key=lambda body: (-body["leads"], -body["partners"], body["name_vi"]))
        chief = bodies[0] if bodies and bodies[0]["leads"] >= NEARLY_ALL * len(own) > 1 else None
        told.append({"place": place, "total": len(own), "bodies": bodies, "chief": chief})
    return told


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

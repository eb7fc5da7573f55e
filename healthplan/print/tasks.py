"""The time of tasks and the load of bodies as pictures."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Any

from healthplan.charts.captions import Block, Entry
from healthplan.charts.drawing import Grid, Panel, Words
from healthplan.charts.picture import Picture
from healthplan.charts.runs import Cells
from healthplan.charts.table import Bar, Line, Table
from healthplan.charts.time_strip import named_cells, with_strips
from healthplan.print.words import NOTHING, foot, heading, place_dot, theme_heading, words
from healthplan.release.lists import documents
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.tasks.filters import TaskFilter, chosen_words, counted, found, kinds, tree
from healthplan.subjects.tasks.loads import loads
from healthplan.theme import LIGHT

INDENT = 18.0  # of a task below another
TASK = (0.5, 6.1, 4.4)  # widths of the columns
LOAD = (5.0, 5.0, 1.6)


def tasks_picture(view: View, picked: TaskFilter) -> Picture | None:
    """The chosen tasks and when they run; None when there are none."""
    chosen = found(view, picked)
    if not chosen:
        return None
    places = tree(with_strips(chosen, picked.span))
    names = named_cells(view, picked.span)
    panels = [Panel(Table(TASK, _groups(view, place["groups"], names)), (_place(view, place["place"]),))
              for place in places]
    counts = "; ".join(f"{view.say(f'status_{word}')} {count}" for word, count in counted(chosen))
    told = Entry(escape(f"{view.say('status_counts')}: {counts}."))
    told_of_places = ", ".join(view.place_name(place["place"]) for place in places)
    return Picture(
        title=view.say("picture_tasks", count=str(len(chosen)), places=told_of_places),
        subtitle=_lead(view, "picture_tasks_lead", picked),
        drawing=Grid(panels),
        alt="; ".join(_alternative(view, task) for task in chosen if not task["heading"]),
        key=tuple(Entry(escape(view.say(f"time_kind_{kind}")), f"time-{kind}") for kind in kinds(chosen)),
        notes=((told,),),
        foot=foot(view, _papers(view, [place["place"] for place in places])),
    )


def load_picture(view: View, picked: TaskFilter) -> Picture | None:
    """How many of the chosen tasks each body leads and supports; None when there are none."""
    known = loads(view, found(view, picked))
    if not known:
        return None
    return Picture(
        title=view.say("load_title"),
        subtitle=_lead(view, "load_lead", picked),
        drawing=Grid([Panel(_load(view, load), (_place(view, load["place"]),)) for load in known]),
        alt=" ".join(_load_told(view, load) for load in known),
        foot=foot(view, _papers(view, [load["place"] for load in known])),
    )


def _lead(view: View, key: str, picked: TaskFilter) -> str:
    """What the chart shows, and by which choice."""
    chosen = "; ".join(chosen_words(view, picked))
    return f"{view.say(key)} {view.say('picture_chosen', chosen=chosen)}" if chosen else view.say(key)


def _place(view: View, place: str) -> Block:
    dot = place_dot(view, place)
    return heading(dot.text, dot.mark)


def _groups(view: View, groups: Sequence[dict[str, Any]], names: tuple[str, ...]) -> list[Line]:
    lines = []
    for group in groups:
        first = group["first"]
        title = theme_heading(f"{first['task_group']}. {view.name(first, 'group')}")
        lines += [Line((title,), rule="", below=0), Line((NOTHING, NOTHING, Cells(names)), above=0, below=2)]
        lines += [_task(view, task) for task in group["tasks"]]
    return lines


def _task(view: View, task: dict[str, Any]) -> Line:
    weight = "bold" if task["heading"] else "regular"
    told = [Block((Entry(escape(view.name(task, "title"))),), 13.5, 19, 0, LIGHT.ink, weight)]
    if task["reports"]:
        status = Entry(escape(view.say(f"status_{task['status']}")), f"status-{task['status']}")
        told.append(Block((status,), 12, 17, 0))
    number = words(escape(task["number"]), colour=LIGHT.muted)
    run = NOTHING if task["heading"] else replace(task["strip"], words=_no_time(view, task))
    return Line((number, Words(tuple(told), INDENT * task["depth"]), run), above=5, below=5)


def _no_time(view: View, task: dict[str, Any]) -> str:
    return view.say("time_kind_conditional" if task["strip"].kind == "conditional" else "no_time")


def _alternative(view: View, task: Row) -> str:
    return f"{task['number']}. {view.name(task, 'title')}: {task['time_printed'] or view.say('no_time')}"


def _load(view: View, load: dict[str, Any]) -> Words | Table:
    """A bar for each body that leads; a sentence where one body leads nearly all."""
    if load["chief"]:
        return words(escape(_chief(view, load)))
    heads = (view.say("load_agency"), view.say("task_lead"), view.say("task_partners"))
    lines = [Line(tuple(words(escape(head), 12.5, colour=LIGHT.muted) for head in heads), LIGHT.strong_line)]
    lines += [
        Line((words(escape(view.name(body))), Bar(body["leads"] / load["total"], words(str(body["leads"]))),
              words(str(body["partners"]))), above=5, below=5)
        for body in load["bodies"] if body["leads"]
    ]
    return Table(LOAD, lines)


def _chief(view: View, load: dict[str, Any]) -> str:
    chief, total = load["chief"], str(load["total"])
    return view.say("load_chief", agency=view.name(chief), count=str(chief["leads"]), total=total)


def _load_told(view: View, load: dict[str, Any]) -> str:
    if load["chief"]:
        return f"{view.place_name(load['place'])}: {_chief(view, load)}"
    led = ", ".join(f"{view.name(body)} {body['leads']}" for body in load["bodies"] if body["leads"])
    return f"{view.place_name(load['place'])}: {led}."


def _papers(view: View, places: Sequence[str]) -> list[str]:
    return [view.name(row, "short") for row in view.ask(documents)
            if row["kind"] == "plan" and row["place"] in places]

"""The time of tasks and the load of bodies as pictures."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Any

from healthplan.charts.captions import Block, Caption
from healthplan.charts.drawing import BarDrawing, Panel, TableDrawing, TableLine, WordDrawing, grid
from healthplan.charts.picture import Picture
from healthplan.charts.time_bars import TimeCells, cell_names, with_strips
from healthplan.print.picture_words import NOTHING, drawing_heading, foot_lines, place_dot, theme_heading, word_drawing
from healthplan.release.query import Row
from healthplan.release.reference_data import documents
from healthplan.release.view import View
from healthplan.subjects.tasks.filters import (
    TaskFilter,
    filter_words,
    filtered_tasks,
    status_counts,
    task_tree,
    time_kinds,
)
from healthplan.subjects.tasks.loads import loads
from healthplan.theme import LIGHT

INDENT = 18.0  # of a task below another
TASK = (0.5, 6.1, 4.4)  # widths of the columns
LOAD = (5.0, 5.0, 1.6)


def tasks_picture(view: View, picked: TaskFilter) -> Picture | None:
    """The chosen tasks and when they run; None when there are none."""
    chosen = filtered_tasks(view, picked)
    if not chosen:
        return None
    places = task_tree(with_strips(chosen, picked.span))
    names = cell_names(view, picked.span)
    panels = [
        Panel(TableDrawing(TASK, _groups(view, place["groups"], names)), (_place(view, place["place"]),))
        for place in places
    ]
    counts = "; ".join(f"{view.say(f'status_{word}')} {count}" for word, count in status_counts(chosen))
    told = Caption(escape(f"{view.say('status_counts')}: {counts}."))
    told_of_places = ", ".join(view.place_name(place["place"]) for place in places)
    return Picture(
        title=view.say("picture_tasks", count=str(len(chosen)), places=told_of_places),
        subtitle=_lead(view, "picture_tasks_lead", picked),
        drawing=grid(panels),
        alt="; ".join(_alternative(view, task) for task in chosen if not task["heading"]),
        key=tuple(Caption(escape(view.say(f"time_kind_{kind}")), f"time-{kind}") for kind in time_kinds(chosen)),
        notes=((told,),),
        foot=foot_lines(view, _papers(view, [place["place"] for place in places])),
    )


def load_picture(view: View, picked: TaskFilter) -> Picture | None:
    """How many of the chosen tasks each body leads and supports; None when there are none."""
    known = loads(view, filtered_tasks(view, picked))
    if not known:
        return None
    return Picture(
        title=view.say("load_title"),
        subtitle=_lead(view, "load_lead", picked),
        drawing=grid([Panel(_load(view, load), (_place(view, load["place"]),)) for load in known]),
        alt=" ".join(_load_told(view, load) for load in known),
        foot=foot_lines(view, _papers(view, [load["place"] for load in known])),
    )


def _lead(view: View, key: str, picked: TaskFilter) -> str:
    """What the chart shows, and by which choice."""
    chosen = "; ".join(filter_words(view, picked))
    return f"{view.say(key)} {view.say('picture_chosen', chosen=chosen)}" if chosen else view.say(key)


def _place(view: View, place: str) -> Block:
    dot = place_dot(view, place)
    return drawing_heading(dot.text, dot.mark)


def _groups(view: View, groups: Sequence[dict[str, Any]], names: tuple[str, ...]) -> list[TableLine]:
    lines = []
    for group in groups:
        first = group["first"]
        title = theme_heading(f"{first['task_group']}. {view.name(first, 'group')}")
        lines += [
            TableLine((title,), rule="", below=0),
            TableLine((NOTHING, NOTHING, TimeCells(names)), above=0, below=2),
        ]
        lines += [_task(view, task) for task in group["tasks"]]
    return lines


def _task(view: View, task: dict[str, Any]) -> TableLine:
    weight = "bold" if task["heading"] else "regular"
    told = [Block((Caption(escape(view.name(task, "title"))),), 13.5, 19, 0, LIGHT.ink, weight)]
    if task["reports"]:
        status = Caption(escape(view.say(f"status_{task['status']}")), f"status-{task['status']}")
        told.append(Block((status,), 12, 17, 0))
    number = word_drawing(escape(task["number"]), colour=LIGHT.muted)
    run = NOTHING if task["heading"] else replace(task["strip"], words=_no_time(view, task))
    return TableLine((number, WordDrawing(tuple(told), INDENT * task["depth"]), run), above=5, below=5)


def _no_time(view: View, task: dict[str, Any]) -> str:
    return view.say("time_kind_conditional" if task["strip"].kind == "conditional" else "no_time")


def _alternative(view: View, task: Row) -> str:
    return f"{task['number']}. {view.name(task, 'title')}: {task['time_printed'] or view.say('no_time')}"


def _load(view: View, load: dict[str, Any]) -> WordDrawing | TableDrawing:
    """A bar for each body that leads; a sentence where one body leads nearly all."""
    if load["chief"]:
        return word_drawing(escape(_chief(view, load)))
    heads = (view.say("load_agency"), view.say("task_lead"), view.say("task_partners"))
    lines = [
        TableLine(tuple(word_drawing(escape(head), 12.5, colour=LIGHT.muted) for head in heads), LIGHT.strong_line)
    ]
    lines += [
        TableLine(
            (
                word_drawing(escape(view.name(body))),
                BarDrawing(body["leads"] / load["total"], word_drawing(str(body["leads"]))),
                word_drawing(str(body["partners"])),
            ),
            above=5,
            below=5,
        )
        for body in load["bodies"]
        if body["leads"]
    ]
    return TableDrawing(LOAD, lines)


def _chief(view: View, load: dict[str, Any]) -> str:
    chief, total = load["chief"], str(load["total"])
    return view.say("load_chief", agency=view.name(chief), count=str(chief["leads"]), total=total)


def _load_told(view: View, load: dict[str, Any]) -> str:
    if load["chief"]:
        return f"{view.place_name(load['place'])}: {_chief(view, load)}"
    led = ", ".join(f"{view.name(body)} {body['leads']}" for body in load["bodies"] if body["leads"])
    return f"{view.place_name(load['place'])}: {led}."


def _papers(view: View, places: Sequence[str]) -> list[str]:
    return [view.name(row, "short") for row in view.ask(documents) if row["kind"] == "plan" and row["place"] in places]

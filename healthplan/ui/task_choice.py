"""The reader's choice of tasks in words, what stands over their strips, and the files of what is chosen."""

from typing import Any

from healthplan.queries import Row
from healthplan.ui import tasks
from healthplan.ui.files import files_of
from healthplan.ui.task_loads import loads
from healthplan.ui.view import View


def chosen_words(view: View, picked: tasks.Picked) -> list[str]:
    """The reader's choice in words: "Địa phương: Lai Châu"."""
    told = [f"{view.say('pick_words')}: “{picked.words}”"] if picked.words else []
    for name, _, shown in tasks.choices(view):
        if value := getattr(picked, name):
            told.append(f"{view.say(f'pick_task_{name}')}: {shown(value)}")
    return told


def named_cells(view: View, picked: tasks.Picked) -> tuple[str, ...]:
    """What stands over the strips: years, or the quarters of the one year that is chosen."""
    cells = picked.span.cells
    return tuple(f"{view.say('quarters_over')} {cell}" for cell in cells) if picked.year else tuple(cells)


def files(view: View, picked: tasks.Picked, chosen: list[Row]) -> dict[str, dict[str, str]]:
    """The addresses of the picture and the rows of each place's tasks."""
    places = dict.fromkeys(task["place"] for task in chosen)
    return {place: files_of(view, "tasks", **picked.state(place=place)) for place in places}


def tree_facts(view: View, picked: tasks.Picked, chosen: list[Row]) -> dict[str, Any]:
    """The facts of tasks_tree.html."""
    return {"places": tasks.tree(chosen), "cells": named_cells(view, picked), "kinds": tasks.kinds(chosen),
            "statuses": tasks.counted(chosen), "files": files(view, picked, chosen)}


def load_facts(view: View, picked: tasks.Picked, chosen: list[Row]) -> dict[str, Any]:
    """The facts of tasks_load.html."""
    return {"loads": loads(view, chosen), "files": files_of(view, "load", **picked.state())}

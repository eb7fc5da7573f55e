"""The tasks of the reader's choice: the tree, the load of the bodies, what papers share."""

from typing import Any

from healthplan.charts.time_strip import named_cells, with_strips
from healthplan.parameters.files import files_of
from healthplan.parameters.parameter import Choices
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.tasks.filters import TaskFilter, counted, found, kinds, tree
from healthplan.subjects.tasks.loads import loads


def heading(view: View, choices: Choices) -> str:
    """How many tasks are among those chosen."""
    return view.say("tasks_screen_title", count=str(len(found(view, TaskFilter(**choices)))))


def tree_facts(view: View, picked: TaskFilter, chosen: list[Row]) -> dict[str, Any]:
    """The facts of tasks_tree.html."""
    places = dict.fromkeys(task["place"] for task in chosen)
    return {"places": tree(with_strips(chosen, picked.span)), "cells": named_cells(view, picked.span),
            "kinds": kinds(chosen), "statuses": counted(chosen), "files":
            {place: files_of(view, "tasks", **picked.state(place=place)) for place in places}}


def load_facts(view: View, picked: TaskFilter, chosen: list[Row]) -> dict[str, Any]:
    """The facts of tasks_load.html."""
    return {"loads": loads(view, chosen), "files": files_of(view, "load", **picked.state())}

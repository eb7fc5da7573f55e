"""The tasks of the reader's choice: the tree, the load of the bodies, what papers share."""

from typing import Any

from healthplan.charts.time_strip import cell_names, with_strips
from healthplan.parameters.files import files_of
from healthplan.parameters.parameter import Choices
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.tasks.filters import TaskFilter, filtered_tasks, status_counts, task_tree, time_kinds
from healthplan.subjects.tasks.loads import loads


def heading(view: View, choices: Choices) -> str:
    """How many tasks are among those chosen."""
    return view.say("tasks_screen_title", count=str(len(filtered_tasks(view, TaskFilter(**choices)))))


def tree_facts(view: View, picked: TaskFilter, chosen: list[Row]) -> dict[str, Any]:
    """The facts of tasks_tree.html."""
    places = dict.fromkeys(task["place"] for task in chosen)
    return {"places": task_tree(with_strips(chosen, picked.span)), "cells": cell_names(view, picked.span),
            "kinds": time_kinds(chosen), "statuses": status_counts(chosen), "files":
            {place: files_of(view, "tasks", **picked.state(place=place)) for place in places}}  # fmt: skip


def load_facts(view: View, picked: TaskFilter, chosen: list[Row]) -> dict[str, Any]:
    """The facts of tasks_load.html."""
    return {"loads": loads(view, chosen), "files": files_of(view, "load", **picked.state())}

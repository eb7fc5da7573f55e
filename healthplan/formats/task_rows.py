"""The rows behind the charts of tasks as files: each task with its time, each body with its load."""

from typing import Any

from healthplan.formats.chart_rows import rows_file
from healthplan.release.query import Row
from healthplan.release.reference_data import documents
from healthplan.release.view import View
from healthplan.subjects.tasks.filters import TaskFilter, filtered_tasks
from healthplan.subjects.tasks.loads import loads

TASKS = (
    "place",
    "place_name",
    "task_group",
    "number",
    "title",
    "lead_printed",
    "partners_printed",
    "time_printed",
    "time_kind",
    "starts",
    "ends",
    "status",
    "document",
    "source",
    "locator",
    "line",
    "release",
)
LOADS = ("place", "place_name", "agency", "agency_name", "leads", "partners", "total", "document", "source", "release")


def task_rows(view: View, picked: TaskFilter) -> bytes:
    """One row a task in the papers' order."""
    return rows_file(view, [_task(view, task) for task in filtered_tasks(view, picked)], TASKS)


def load_rows(view: View, picked: TaskFilter) -> bytes:
    """One row a place and body."""
    rows = [
        _placed(view, load["place"], view.planned[load["place"]]["document"])
        | {
            "agency": body["agency"],
            "agency_name": view.name(body),
            "leads": body["leads"],
            "partners": body["partners"],
            "total": load["total"],
        }
        for load in loads(view, filtered_tasks(view, picked))
        for body in load["bodies"]
    ]
    return rows_file(view, rows, LOADS)


def _task(view: View, task: Row) -> dict[str, Any]:
    kind = task["time_kind"]
    return (
        task
        | _placed(view, task["place"], task["document"])
        | {
            "title": view.name(task, "title"),
            "time_kind": view.say(f"time_kind_{kind}" if kind else "no_time"),
            "status": "" if task["heading"] else view.say(f"status_{task['status']}"),
            "locator": view.where(task["locator"]),
        }
    )


def _placed(view: View, place: str, paper: str) -> dict[str, Any]:
    (row,) = (one for one in view.ask(documents) if one["document"] == paper)
    return {"place": place, "place_name": view.place_name(place), "document": paper, "source": view.name(row, "short")}

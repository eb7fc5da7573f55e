"""What the nation sets for localities, each task beside those of one place that are joined to it."""

from itertools import groupby
from typing import Any

from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.tasks.queries import beside_national, national_tasks, tasks
from healthplan.subjects.tasks.records import rows_by


def national_comparison(view: View, place: str) -> dict[str, Any]:
    """The facts of tasks_national.html: law by law every task of the nation with `own`, the place's tasks
    that are joined to it. No law without a place, or where the place has no tasks."""
    own = {task["row"]: task for task in view.ask(tasks) if task["place"] == place and not task["heading"]}
    if not own:
        return {"place": place, "laws": [], "count": "0", "joined": "0"}
    joined = rows_by(view.ask(beside_national, place=place), "national_task")
    told = [task | {"own": _joined_tasks(joined.get(task["row"], []), own)} for task in view.ask(national_tasks)]
    laws = [(law, list(members)) for law, members in groupby(told, key=lambda task: view.name(task, "short"))]
    return {
        "place": place,
        "laws": laws,
        "count": str(len(told)),
        "joined": str(sum(bool(task["own"]) for task in told)),
    }


def _joined_tasks(matches: list[Row], own: dict[str, Row]) -> list[Row]:
    return [own[match["task"]] | {"same_point": match["same_point"]} for match in matches if match["task"] in own]

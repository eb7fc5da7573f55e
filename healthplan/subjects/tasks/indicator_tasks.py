"""The tasks that serve an indicator, and the statuses that occur."""

from healthplan.model.status import NO_REPORT, Status
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.tasks.queries import joins, reports, tasks
from healthplan.subjects.tasks.records import rows_by


def statuses(view: View) -> list[str]:
    """What reports say of tasks, in the order of Status; a task without a report is one of them."""
    told = {report["status"] for report in view.ask(reports)}
    return [NO_REPORT, *(status for status in Status if status in told)]


def indicator_tasks(view: View, indicator: str, places: list[str]) -> list[tuple[str, list[Row]]]:
    """For each place with tasks those that should move an indicator, each with the reason of the join."""
    why = {join["row"]: join for join in view.ask(joins) if join["indicator"] == indicator}
    everyone = rows_by(view.ask(tasks), "place")
    return [
        (place, [task | {"join": why[task["row"]]} for task in everyone[place] if task["row"] in why])
        for place in places
        if place in everyone
    ]

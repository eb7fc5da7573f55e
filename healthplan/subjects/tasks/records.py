"""What is known of a task beyond its own row: what it should move, what was reported, who does the same."""

import duckdb

from healthplan.model.search import abbreviations_of
from healthplan.model.status import NO_REPORT, Status
from healthplan.release.query import Row
from healthplan.release.reference_data import abbreviations
from healthplan.release.view import View
from healthplan.subjects.tasks.queries import joins, reports, tasks

SEARCHED = (
    "number",
    "title_vi",
    "title_en",
    "result_vi",
    "result_en",
    "lead_printed",
    "partners_printed",
    "time_printed",
    "group_vi",
    "group_en",
)


def task_records(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Every task with its joins, its reports, the newest status, its words as they are searched, and the
    tasks of other places that answer the same point."""
    everyone, words = tasks(db), abbreviations_of(abbreviations(db))
    why, said = rows_by(joins(db), "row"), rows_by(reports(db), "task")
    alike = rows_by([task for task in everyone if task["point"]], "point")
    return [
        task
        | {
            "joins": why.get(task["row"], []),
            "reports": said.get(task["row"], []),
            "status": said[task["row"]][0]["status"] if task["row"] in said else NO_REPORT,
            "searched": words.searchable(" ".join(task[name] or "" for name in SEARCHED)),
            "alike": [one for one in alike.get(task["point"], []) if one["place"] != task["place"]],
        }
        for task in everyone
    ]


def rows_by(found_rows: list[Row], column: str) -> dict[str, list[Row]]:
    """Rows gathered by what a column holds."""
    gathered: dict[str, list[Row]] = {}
    for row in found_rows:
        gathered.setdefault(row[column], []).append(row)
    return gathered


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

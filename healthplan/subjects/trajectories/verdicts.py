"""How each plan stands to each benchmark of one indicator."""

from typing import Any

from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.spans import goal_year
from healthplan.subjects.trajectories.queries import indicator_ambition


def verdict_rows(view: View, indicator: Row, places: list[str]) -> list[dict[str, Any]]:
    """One row a benchmark, with the verdict on each chosen place (none where a regional benchmark is not
    about it)."""
    found: dict[str, dict[str, Any]] = {}
    for verdict in view.ask(indicator_ambition, indicator=indicator["indicator"]):
        row = found.setdefault(verdict["benchmark_row"], verdict | {"by_place": {}, "when": goal_year(view, verdict)})
        row["by_place"][verdict["place"]] = verdict
    return [row | {"cells": [(place, row["by_place"].get(place)) for place in places]} for row in found.values()]

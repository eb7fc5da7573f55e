"""How many tasks each body leads and supports, place by place."""

from itertools import groupby
from typing import Any

from healthplan.release.query import Row
from healthplan.release.sorting import sorted_by_name
from healthplan.release.view import View
from healthplan.subjects.tasks.queries import agencies

NEARLY_ALL = 0.8


def loads(view: View, chosen: list[Row]) -> list[dict[str, Any]]:
    """For each place how many of the chosen tasks each body leads and supports; `chief` leads nearly all."""
    known = {row["agency"]: row for row in view.ask(agencies, lang=view.lang)}
    named = sorted_by_name(view, known, lambda one: view.name(known[one]))
    ranks = {agency: rank for rank, agency in enumerate(named)}
    loads = []
    work = [task for task in chosen if not task["heading"]]
    for place, members in groupby(work, key=lambda task: task["place"]):
        own = list(members)
        bodies = [
            known[agency]
            | {
                "leads": sum(agency in task["leads"] for task in own),
                "partners": sum(agency in task["partners"] for task in own),
            }
            for agency in {agency for task in own for agency in (*task["leads"], *task["partners"])}
        ]
        bodies.sort(key=lambda body: (-body["leads"], -body["partners"], ranks[body["agency"]]))
        chief = bodies[0] if bodies and bodies[0]["leads"] >= NEARLY_ALL * len(own) > 1 else None
        loads.append({"place": place, "total": len(own), "bodies": bodies, "chief": chief})
    return loads

"""The reader's choice of tasks, and what is told of the tasks that are chosen."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from healthplan.model.search import matches
from healthplan.model.status import NO_REPORT, Status
from healthplan.parameters.parameter import Choices, Parameter, ParameterKind, describe, quoted_words
from healthplan.parameters.shared import indicator_name
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.tasks.queries import agencies, joins, shared_points, tasks
from healthplan.subjects.tasks.records import statuses, task_records
from healthplan.subjects.tasks.time import YEARS, Span, runs_in

KINDS = ("ongoing", "yearly", "from", "period", "quarter", "month", "by", "conditional")


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What the reader chose; an empty word is no choice."""

    words: str = ""
    place: str = ""
    agency: str = ""
    kind: str = ""
    theme: str = ""
    indicator: str = ""
    year: str = ""
    status: str = ""

    @property
    def span(self) -> Span:
        """The time that is drawn."""
        return Span(int(self.year), int(self.year)) if self.year else Span()

    def state(self, **changes: str) -> dict[str, str]:
        """The choice as it stands in an address."""
        return {name: value for name, value in (asdict(self) | changes).items() if value}

    def takes(self, task: Row) -> bool:
        """Whether a task is among those picked."""
        return (
            self.place in ("", task["place"])
            and (not self.agency or self.agency in (*task["leads"], *task["partners"]))
            and self.kind in ("", task["time_kind"])
            and (not self.theme or any(join["theme"] == self.theme for join in task["joins"]))
            and (not self.indicator or self.indicator in task["indicators"])
            and self.status in ("", task["status"])
            and (not self.year or (not task["heading"] and runs_in(task, int(self.year))))
            and (not self.words or matches(self.words, task["searched"]))
        )


def _bodies(view: View) -> dict[str, str]:
    return {row["agency"]: view.name(row) for row in view.ask(agencies, lang=view.lang)}


def _joined(view: View, _: Choices) -> list[str]:
    known = {row["indicator"] for row in view.ask(joins)}
    return [name for name in view.indicators if name in known]


def _themes(view: View) -> dict[str, str]:
    return {view.indicators[name]["theme"]: view.name(view.indicators[name], "theme") for name in _joined(view, {})}


def _filter(
    name: str,
    options: Callable[[View, Choices], Sequence[str]],
    shown: Callable[[View, str], str],
    *,
    sorted: bool = False,
) -> Parameter:
    label = f"pick_task_{name}"
    return Parameter(name=name, label=label, options=options, shown=shown, optional=True, sorted=sorted)


PARAMETERS = (
    Parameter(name="words", kind=ParameterKind.WORDS, label="pick_words", shown=quoted_words),
    _filter("place", lambda view, _: list(view.planned), View.place_name, sorted=True),
    _filter("agency", lambda view, _: list(_bodies(view)), lambda view, one: _bodies(view)[one]),
    _filter("kind", lambda view, _: time_kinds(view.ask(tasks)), lambda view, one: view.say(f"time_kind_{one}")),
    _filter("theme", lambda view, _: list(_themes(view)), lambda view, one: _themes(view)[one]),
    _filter("indicator", _joined, indicator_name),
    _filter("year", lambda _view, _: [str(year) for year in YEARS], lambda _view, one: one),
    _filter("status", lambda view, _: statuses(view), lambda view, one: view.say(f"status_{one}")),
)


def time_kinds(among: list[Any]) -> list[str]:
    """The kinds of time that occur."""
    return [kind for kind in KINDS if any(task["time_kind"] == kind for task in among)]


def filtered_tasks(view: View, picked: TaskFilter) -> list[Row]:
    """The tasks of the reader's choice in the papers' order."""
    return [task for task in view.ask(task_records) if picked.takes(task)]


def places_without_tasks(view: View, picked: TaskFilter) -> list[str]:
    """The places, of those picked, of whose plan no task is held."""
    with_tasks = {task["place"] for task in view.ask(tasks)}
    return [place for place in view.planned if place not in with_tasks and picked.place in ("", place)]


def filter_words(view: View, picked: TaskFilter) -> list[str]:
    """The reader's choice in words: "Địa phương: Lai Châu"."""
    return [f"{label}: {words}" for label, words in describe(view, PARAMETERS, asdict(picked))]


def status_counts(chosen: list[Row]) -> list[tuple[str, int]]:
    """How many of the chosen tasks stand where, by the newest report."""
    words = [task["status"] for task in chosen if not task["heading"]]
    return [(word, words.count(word)) for word in (NO_REPORT, *Status) if word in words]


def printed_body(view: View, picked: TaskFilter, chosen: list[Row]) -> dict[str, Any]:
    """What is printed of the body that is chosen; `body` is None when none is."""
    body = next((row for row in view.ask(agencies, lang=view.lang) if row["agency"] == picked.agency), None)
    work = [task for task in chosen if not task["heading"]]
    return {"body": body, "work": work, "leads": str(sum(picked.agency in task["leads"] for task in work))}


def task_tree(chosen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Place, group, task."""
    places = []
    for place, members in groupby(chosen, key=lambda task: task["place"]):
        groups = [list(own) for _, own in groupby(members, key=lambda task: task["task_group"])]
        places.append({"place": place, "groups": [{"first": own[0], "tasks": own} for own in groups]})
    return places


def shared_work(view: View) -> dict[str, Any]:
    """The points that at least two papers share: who leads them where, and when."""
    places = list(dict.fromkeys(task["place"] for task in view.ask(tasks)))
    by_point: dict[tuple[str, str], list[Row]] = {}
    for task in view.ask(tasks):
        if not task["heading"]:
            by_point.setdefault((task["point"], task["place"]), []).append(task)
    rows = [
        point | {"cells": [(place, by_point.get((point["point"], place), [])) for place in places]}
        for point in view.ask(shared_points)
    ]
    return {"places": places, "points": rows}

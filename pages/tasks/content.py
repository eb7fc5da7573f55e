"""Who does what by when: what comes to its end soon, the tasks of every plan, the bodies that lead them."""

from dataclasses import replace
from datetime import date

from healthplan.charts.time_bars import cell_names, with_strips
from healthplan.parameters.address import files_of
from healthplan.parameters.parameter import Choices
from healthplan.parameters.shared import DAY
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.deadlines.agenda import DeadlineFilter
from healthplan.subjects.deadlines.due import DueWork, due_work
from healthplan.subjects.places.profile import no_tasks, plan_document
from healthplan.subjects.tasks import filters
from healthplan.subjects.tasks.filters import (
    TaskFilter,
    filtered_tasks,
    places_without_tasks,
    printed_body,
    shared_work,
    status_counts,
    task_tree,
    time_kinds,
)
from healthplan.subjects.tasks.loads import loads
from healthplan.subjects.tasks.national import national_comparison
from pages.blocks import Block, Columns, Pick, ReaderContext, html

PARAMETERS = (*filters.PARAMETERS, replace(DAY, label="pick_task_date"))
OPEN = 24  # tasks that stand open; more are folded


def heading(view: View, choices: Choices) -> str:
    """How much comes to its end in the twelve months from the day of the address, and when the first does."""
    picked, today = _picked(choices)
    chosen = filtered_tasks(view, picked)
    return _answer(view, picked, chosen, _due(view, picked, chosen, today))


def content(view: View, choices: Choices, reader: ReaderContext) -> list[Block]:
    """The answer, pickers, what is due, tree, what the nation sets beside it, the load of the bodies, what
    papers share."""
    picked, today = _picked(choices)
    chosen = filtered_tasks(view, picked)
    pickers = [[Pick(parameter=one)] for one in filters.PARAMETERS]
    places = dict.fromkeys(task["place"] for task in chosen)
    files = {place: files_of(view, "tasks", **picked.state(place=place)) for place in places}
    due, span = _due(view, picked, chosen, today), picked.span
    mark = view.say("date_today", day=view.day(today)) if today == reader.today else view.day(today)
    silent = places_without_tasks(view, picked)
    return [
        html(
            "heading.html",
            title=_answer(view, picked, chosen, due),
            lead=view.say("tasks_screen_lead", count=view.number(len(chosen))),
        ),
        html("tasks_silent.html", papers=[(one, plan_document(view, one), no_tasks(view, one)) for one in silent]),
        Columns([5, 3, 4, 3], pickers[:4]),
        Columns([5, 5, 2, 3], pickers[4:]),
        html("tasks_paper.html", **printed_body(view, picked, chosen)),
        html("tasks_due.html", due=due, mark=mark, tasks={task["row"]: task for task in chosen}),
        html(
            "tasks_tree.html",
            places=task_tree(with_strips(chosen, span)),
            kinds=time_kinds(chosen),
            cells=cell_names(view, span),
            now=span.at(today) if span.holds(today) else None,
            mark=mark,
            statuses=status_counts(chosen),
            files=files,
            folded=len(chosen) > OPEN,
            said=picked.place in silent,
        ),
        html("tasks_national.html", **national_comparison(view, picked.place)),
        html("tasks_load.html", loads=loads(view, chosen), files=files_of(view, "load", **picked.state())),
        html("tasks_shared.html", **shared_work(view)),
    ]


def _picked(choices: Choices) -> tuple[TaskFilter, date]:
    """The filters of an address, and the day that it is told on."""
    return TaskFilter(**{one.name: choices[one.name] for one in filters.PARAMETERS}), date.fromisoformat(
        choices["date"]
    )


def _due(view: View, picked: TaskFilter, chosen: list[Row], today: date) -> DueWork:
    return due_work(view, today, lambda end: _takes(picked, chosen, end))


def _takes(picked: TaskFilter, chosen: list[Row], end: Row) -> bool:
    """Whether an end is one of the choice. A duty outside the list of tasks has a place and bodies only."""
    if end["what"] == "task_end":
        return any(task["row"] == end["row"] for task in chosen)
    return picked == TaskFilter(place=picked.place, agency=picked.agency) and DeadlineFilter(
        date.min, picked.place, picked.agency
    ).takes(end)


def _answer(view: View, picked: TaskFilter, chosen: list[Row], due: DueWork) -> str:
    """How much comes to its end in the next twelve months, and when the first does."""
    if due.coming:
        day = view.day(due.coming[0]["due_on"])
        return view.say("tasks_answer", count=view.number(len(due.coming)), day=day)
    if chosen:
        return view.say("tasks_answer_later")
    where = view.place_name(picked.place) if picked.place else ""
    return view.say("tasks_answer_none_of", place=where) if where else view.say("tasks_answer_none")

"""Who does what by when: the tasks of every plan, their time, the bodies that lead them."""

from healthplan.charts.time_bars import cell_names, with_strips
from healthplan.parameters.address import files_of
from healthplan.parameters.parameter import Choices
from healthplan.release.view import View
from healthplan.subjects.tasks.filters import (
    PARAMETERS,
    TaskFilter,
    filtered_tasks,
    printed_body,
    shared_work,
    status_counts,
    task_tree,
    time_kinds,
)
from healthplan.subjects.tasks.loads import loads
from healthplan.subjects.tasks.national import national_comparison
from pages.blocks import Block, Columns, Pick, ReaderContext, html


def heading(view: View, choices: Choices) -> str:
    """How many tasks are among those chosen."""
    return view.say("tasks_screen_title", count=str(len(filtered_tasks(view, TaskFilter(**choices)))))


def content(view: View, choices: Choices, _reader: ReaderContext) -> list[Block]:
    """Pickers, tree, what the nation sets beside it, the load of the bodies, what papers share."""
    picked = TaskFilter(**choices)
    chosen = filtered_tasks(view, picked)
    pickers = [[Pick(parameter=one)] for one in PARAMETERS]
    places = dict.fromkeys(task["place"] for task in chosen)
    files = {place: files_of(view, "tasks", **picked.state(place=place)) for place in places}
    return [
        Columns([5, 3, 4, 3], pickers[:4]),
        Columns([5, 5, 2, 3], pickers[4:]),
        html("heading.html", title=heading(view, choices), lead=view.say("tasks_screen_lead")),
        html("tasks_paper.html", **printed_body(view, picked, chosen)),
        html(
            "tasks_tree.html",
            places=task_tree(with_strips(chosen, picked.span)),
            kinds=time_kinds(chosen),
            cells=cell_names(view, picked.span),
            statuses=status_counts(chosen),
            files=files,
        ),
        html("tasks_national.html", **national_comparison(view, picked.place)),
        html("tasks_load.html", loads=loads(view, chosen), files=files_of(view, "load", **picked.state())),
        html("tasks_shared.html", **shared_work(view)),
    ]

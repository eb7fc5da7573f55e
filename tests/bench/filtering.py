"""How long the server takes for a filter of the Tasks screen with more than ten times the tasks we ship:
the choice, the tree, the load and the HTML, without the browser."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from etl.run import run
from healthplan.charts.look import THEMES
from healthplan.queries.tasks import tasks as every_task
from healthplan.text import Lang
from healthplan.ui import task_choice, tasks
from healthplan.ui.render import markup
from healthplan.ui.view import View
from tests.bench.figures import Line
from tests.bench.made_up import made_up, provinces

ROUNDS = 5
PLANS = 19  # of 73 tasks each: more than ten times those we ship
FILTERS = (
    tasks.Picked(words="bac si"), tasks.Picked(words="BHYT"), tasks.Picked(place="11"),
    tasks.Picked(agency="finance_department"), tasks.Picked(kind="period"),
    tasks.Picked(theme="insurance"), tasks.Picked(indicator="health_insurance_coverage"),
    tasks.Picked(year="2026", place="12"), tasks.Picked(status="done"),
)


def lines(data: Path) -> list[Line]:
    """The slowest of the filters, round by round."""
    before = os.environ.get("ROADMAP72_DATA", "")
    with TemporaryDirectory() as folder:
        many = made_up(data, Path(folder) / "many", places=provinces(data)[:PLANS])
        os.environ["ROADMAP72_DATA"] = str(many)
        view = View(Lang.VI, THEMES["light"], run())
        count = len(view.ask(every_task))
        slowest = [max(_answer(view, picked) for picked in FILTERS) for _ in range(ROUNDS)]
    os.environ["ROADMAP72_DATA"] = before
    return [Line(f"Slowest filter of {count} tasks, server", "ms", slowest, [], 100, absolute=True)]


def _answer(view: View, picked: tasks.Picked) -> float:
    start = perf_counter()
    found = tasks.found(view, picked)
    markup("tasks_tree.html", view, **task_choice.tree_facts(view, picked, found))
    markup("tasks_load.html", view, **task_choice.load_facts(view, picked, found))
    return (perf_counter() - start) * 1000

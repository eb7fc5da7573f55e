"""How long the server takes for a filter of the Tasks screen with more than ten times the tasks we ship:
its blocks as HTML, without the browser."""

import gc
import os
from dataclasses import asdict
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from etl.run import run
from healthplan.release.view import View
from healthplan.subjects.tasks import filters
from healthplan.subjects.tasks.queries import tasks
from healthplan.text import Lang
from healthplan.theme import THEMES
from pages.blocks import Markup, ReaderContext
from pages.markup import markup
from pages.tasks import content
from tests.bench.figures import Line
from tests.bench.made_up import made_up, provinces

ROUNDS = 5
PLANS = 19  # of 73 tasks each: more than ten times those we ship
FILTERS = (
    filters.TaskFilter(words="bac si"),
    filters.TaskFilter(words="BHYT"),
    filters.TaskFilter(place="11"),
    filters.TaskFilter(agency="finance_department"),
    filters.TaskFilter(kind="period"),
    filters.TaskFilter(theme="insurance"),
    filters.TaskFilter(indicator="health_insurance_coverage"),
    filters.TaskFilter(year="2026", place="12"),
    filters.TaskFilter(status="done"),
)


def lines(data: Path) -> list[Line]:
    """The slowest of the filters, round by round."""
    before = os.environ.get("ROADMAP72_DATA", "")
    with TemporaryDirectory() as folder:
        many = made_up(data, Path(folder) / "many", places=provinces(data)[:PLANS])
        os.environ["ROADMAP72_DATA"] = str(many)
        view = View(Lang.VI, THEMES["light"], run())
        count = len(view.ask(tasks))
        gc.collect()
        gc.freeze()  # as the server does
        slowest = [max(_answer(view, picked) for picked in FILTERS) for _ in range(ROUNDS)]
        gc.unfreeze()
    os.environ["ROADMAP72_DATA"] = before
    return [Line(f"Slowest filter of {count} tasks, server", "ms", slowest, [], 100, absolute=True)]


def _answer(view: View, picked: filters.TaskFilter) -> float:
    start, today = perf_counter(), date.today()
    for block in content.content(view, asdict(picked) | {"date": str(today)}, ReaderContext("", today)):
        if isinstance(block, Markup):
            markup(block.template, view, **block.facts)
    return (perf_counter() - start) * 1000

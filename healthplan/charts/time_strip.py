"""When a task runs, on a strip of years or of one year's quarters. No end is drawn that the paper does not
print; a task without a printed start begins with its paper, and not before."""

from typing import Any

from healthplan.charts.time_bars import TimeBar
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.tasks.time import Span

NOT_DRAWN = (None, "", "conditional")


def with_strips(tasks: list[Row], span: Span) -> list[dict[str, Any]]:
    """The tasks, each with its strip: of the years, or of the quarters of the one year of the span."""
    return [task | {"strip": task_bar(task, span)} for task in tasks]


def cell_names(view: View, span: Span) -> tuple[str, ...]:
    """What stands over the strips: years, or the quarters of the one year."""
    if span.years > 1:
        return tuple(span.cells)
    return tuple(f"{view.say('quarters_over')} {cell}" for cell in span.cells)


def task_bar(task: Row, span: Span) -> TimeBar:
    """How a task's time is drawn. A task on a condition or without a time has no place on the strip."""
    start, end, kind, cells = task["starts"], task["ends"], task["time_kind"], len(span.cells)
    if kind in NOT_DRAWN:
        return TimeBar(kind or "none", cells=cells)
    if start is None and kind != "by":
        start = task["issued"]
    if start and kind == "yearly":
        start = start.replace(month=1, day=1)
    left = span.at(start) if start else 0.0
    width = round(max((span.at(end) if end else 100.0) - left, 1.2), 1)
    years = max(round(width * span.years / 100), 1)
    return TimeBar(kind, left, width, years, open=end is None, cells=cells)

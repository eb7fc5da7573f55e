"""What comes to an end that its paper prints: within twelve months from a day, and before that day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from healthplan.model.deadline import repeats
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.deadlines.queries import deadlines_of_plans

AHEAD = relativedelta(months=12)


@dataclass(frozen=True, slots=True)
class DueWork:
    """Ends of tasks and one-off duties by day: those of the next twelve months, and those that have passed."""

    coming: list[Row]
    past: list[Row]


def due_work(view: View, today: date, takes: Callable[[Row], bool]) -> DueWork:
    """The ends that `takes` takes; today is among what comes."""
    ended = [row for row in view.ask(deadlines_of_plans) if row["what"] != "task_start" and takes(row)]
    once = sorted((row for row in ended if row["due_on"] and not repeats(row)), key=lambda row: row["due_on"])
    coming = [row for row in once if today <= row["due_on"] < today + AHEAD]
    return DueWork(coming, [row for row in once if row["due_on"] < today])

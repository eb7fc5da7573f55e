"""Every chart that has an address: what it takes, its picture, its rows. Routes, the page for people and the
one for programs are made from this table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from healthplan.api.chart_parameters import (
    CALENDAR,
    FINDING,
    INDICATOR,
    MAP_YEAR,
    MAPPED,
    PLACE,
    PLACES,
    SIZE,
    TASKS,
    TRACED,
    UNTIL_YEAR,
    Facts,
    Parameter,
    nothing_drawn,
)  # fmt: skip
from healthplan.charts.picture import Picture
from healthplan.ui import calendar, compare
from healthplan.ui.calendar_picture import calendar_picture, calendar_rows
from healthplan.ui.card_pictures import dumbbells_picture, headlines_picture
from healthplan.ui.chart_rows import chart_rows, span_rows
from healthplan.ui.evidence_of_finding import opened
from healthplan.ui.files import OF_PICTURES, ROWS_ONLY
from healthplan.ui.map_picture import map_picture, map_rows
from healthplan.ui.pictures import compare_picture, finding_picture, trajectory_picture
from healthplan.ui.span_pictures import rug_picture, spine_picture
from healthplan.ui.spanned import beside, headlined, spanned
from healthplan.ui.task_pictures import load_picture, tasks_picture
from healthplan.ui.task_rows import load_rows, task_rows
from healthplan.ui.tasks import Picked
from healthplan.ui.trajectories import UNTIL, told_of
from healthplan.ui.view import View


@dataclass(frozen=True, slots=True)
class Chart:
    """`sheet` is the size of a chart that takes none; `ready` says that it has a default for all it takes."""

    takes: tuple[Parameter, ...]
    picture: Callable[[View, Facts], Picture | None]
    rows: Callable[[View, Facts], bytes]
    sheet: str = "grid"
    ready: bool = True

    def takes_as(self, form: str) -> tuple[Parameter, ...]:
        """What one of FORMS takes."""
        return tuple(one for one in self.takes if form not in ROWS_ONLY or one.name not in OF_PICTURES)


def _places(facts: Facts) -> list[str]:
    return facts["places"].split(",")


def _shared_rows(view: View, facts: Facts) -> bytes:
    places = _places(facts)
    return chart_rows(view, [(one, told_of(view, one, places)) for one in compare.shared(view, places)])


def _trajectory_rows(view: View, facts: Facts) -> bytes:
    indicator = view.indicators[facts["indicator"]]
    return chart_rows(view, [(indicator, told_of(view, indicator, _places(facts)))])


def _finding_rows(view: View, facts: Facts) -> bytes:
    evidence = opened(view, facts["finding"])
    if evidence is None or evidence.told is None:
        raise nothing_drawn()
    return chart_rows(view, [(view.indicators[evidence.row["indicator"]], evidence.told)])


def _every(view: View, facts: Facts) -> bytes:
    return span_rows(view, spanned(view, list(view.indicators.values()), _places(facts)))


def _ninety_days(facts: Facts) -> calendar.Picked:
    return calendar.Picked(date.fromisoformat(facts["date"]), facts["place"], facts["agency"])


CHARTS: dict[str, Chart] = {
    "trajectory": Chart(
        (INDICATOR, TRACED, UNTIL_YEAR, SIZE),
        lambda view, facts: trajectory_picture(
            view, view.indicators[facts["indicator"]], _places(facts), UNTIL[facts["until"]]),
        _trajectory_rows),
    "compare": Chart((PLACES,), lambda view, facts: compare_picture(view, _places(facts)), _shared_rows),
    "finding": Chart((FINDING, SIZE), lambda view, facts: finding_picture(view, facts["finding"]),
                     _finding_rows, ready=False),
    "map": Chart(
        (MAPPED, MAP_YEAR),
        lambda view, facts: map_picture(view, view.indicators[facts["indicator"]], facts["year"]),
        lambda view, facts: map_rows(view, view.indicators[facts["indicator"]], facts["year"]),
        sheet="tall"),
    "headlines": Chart((PLACES,), lambda view, facts: headlines_picture(view, _places(facts)),
                       lambda view, facts: span_rows(view, headlined(view, _places(facts)))),
    "dumbbells": Chart(
        (PLACES,), lambda view, facts: dumbbells_picture(view, _places(facts)),
        lambda view, facts: span_rows(
            view, spanned(view, compare.shared(view, _places(facts)), _places(facts)))),
    "rug": Chart((PLACES,), lambda view, facts: rug_picture(view, _places(facts)), _every),
    "spine": Chart((PLACE,), lambda view, facts: spine_picture(view, facts["place"]),
                   lambda view, facts: span_rows(view, beside(view, facts["place"]))),
    "calendar": Chart(CALENDAR, lambda view, facts: calendar_picture(view, _ninety_days(facts)),
                      lambda view, facts: calendar_rows(view, _ninety_days(facts))),
    "tasks": Chart(TASKS, lambda view, facts: tasks_picture(view, Picked(**facts)),
                   lambda view, facts: task_rows(view, Picked(**facts))),
    "load": Chart(TASKS, lambda view, facts: load_picture(view, Picked(**facts)),
                  lambda view, facts: load_rows(view, Picked(**facts))),
}  # fmt: skip

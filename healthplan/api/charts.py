"""Every chart that has an address: what it takes, its picture, its rows. Routes, the page for people and the
one for programs are made from this table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from healthplan.api.requests import EVERYWHERE
from healthplan.charts import comparison
from healthplan.charts.finding import FINDING, finding_evidence
from healthplan.charts.indicator import TRACED, UNTIL_YEAR
from healthplan.charts.picture import Picture
from healthplan.charts.tile_map import MAP_YEAR, MAPPED
from healthplan.formats.chart_rows import chart_rows, span_rows
from healthplan.formats.task_rows import load_rows, task_rows
from healthplan.parameters.address import OF_PICTURES, ROWS_ONLY
from healthplan.parameters.parameter import Choices, Parameter, parse
from healthplan.parameters.refusal import QuestionRefused
from healthplan.parameters.shared import INDICATOR, PLACES, PLANNED, SIZE
from healthplan.print.calendar import calendar_picture, calendar_rows
from healthplan.print.cards import dumbbells_picture, headlines_picture
from healthplan.print.spans import rug_picture, spine_picture
from healthplan.print.tasks import load_picture, tasks_picture
from healthplan.print.tile_map import map_picture, map_rows
from healthplan.print.trajectories import compare_picture, finding_picture, trajectory_picture
from healthplan.release.view import View
from healthplan.subjects.deadlines import agenda
from healthplan.subjects.distances.what_if import EVEN, PACE, SINCE, AssumedLine, what_if
from healthplan.subjects.targets.records import headline_spans, indicator_spans, spine_spans
from healthplan.subjects.tasks import filters
from healthplan.subjects.tasks.filters import TaskFilter
from healthplan.subjects.trajectories.series import UNTIL, series_of


def nothing_drawn() -> QuestionRefused:
    """The refusal for a choice of which there is nothing to draw."""
    return QuestionRefused("asked_nothing_drawn", {})


@dataclass(frozen=True, slots=True)
class Chart:
    """`sheet` is the size of a chart that takes none; `ready` says that it has a default for all it takes."""

    takes: Sequence[Parameter]
    picture: Callable[[View, Choices], Picture | None]
    rows: Callable[[View, Choices], bytes]
    sheet: str = "grid"
    ready: bool = True

    def takes_as(self, form: str) -> tuple[Parameter, ...]:
        """What one of FORMS takes."""
        return tuple(one for one in self.takes if form not in ROWS_ONLY or one.name not in OF_PICTURES)


def _places(facts: Choices) -> list[str]:
    return facts["places"].split(",")


def _assumed(view: View, facts: Choices) -> Sequence[AssumedLine]:
    """What the reader of an address assumes."""
    found = what_if(view, view.indicators[facts["indicator"]], facts, date.fromisoformat(facts["since"]))
    return found.lines if found else ()


def _shared_rows(view: View, facts: Choices) -> bytes:
    places = _places(facts)
    return chart_rows(view, [(one, series_of(view, one, places)) for one in comparison.shared_indicators(view, places)])


def _trajectory_rows(view: View, facts: Choices) -> bytes:
    indicator = view.indicators[facts["indicator"]]
    return chart_rows(view, [(indicator, series_of(view, indicator, _places(facts)))])


def _finding_rows(view: View, facts: Choices) -> bytes:
    evidence = finding_evidence(view, facts["finding"])
    if evidence is None or evidence.series is None:
        raise nothing_drawn()
    return chart_rows(view, [(view.indicators[evidence.row["indicator"]], evidence.series)])


def _every(view: View, facts: Choices) -> bytes:
    return span_rows(view, indicator_spans(view, list(view.indicators.values()), _places(facts)))


CHARTS: dict[str, Chart] = {
    "trajectory": Chart(
        (INDICATOR, TRACED, UNTIL_YEAR, PACE, EVEN, SINCE, SIZE),
        lambda view, facts: trajectory_picture(
            view, view.indicators[facts["indicator"]], _places(facts), UNTIL[facts["until"]], _assumed(view, facts)
        ),
        _trajectory_rows,
    ),
    "compare": Chart((PLACES,), lambda view, facts: compare_picture(view, _places(facts)), _shared_rows),
    "finding": Chart(
        (replace(FINDING, required=True), SIZE),
        lambda view, facts: finding_picture(view, facts["finding"]),
        _finding_rows,
        ready=False,
    ),
    "map": Chart(
        (MAPPED, MAP_YEAR),
        lambda view, facts: map_picture(view, view.indicators[facts["indicator"]], facts["year"]),
        lambda view, facts: map_rows(view, view.indicators[facts["indicator"]], facts["year"]),
        sheet="tall",
    ),
    "headlines": Chart(
        (PLACES,),
        lambda view, facts: headlines_picture(view, _places(facts)),
        lambda view, facts: span_rows(view, headline_spans(view, _places(facts))),
    ),
    "dumbbells": Chart(
        (PLACES,),
        lambda view, facts: dumbbells_picture(view, _places(facts)),
        lambda view, facts: span_rows(
            view, indicator_spans(view, comparison.shared_indicators(view, _places(facts)), _places(facts))
        ),
    ),
    "rug": Chart((PLACES,), lambda view, facts: rug_picture(view, _places(facts)), _every),
    "spine": Chart(
        (PLANNED,),
        lambda view, facts: spine_picture(view, facts["place"]),
        lambda view, facts: span_rows(view, spine_spans(view, facts["place"])),
    ),
    "calendar": Chart(
        agenda.PARAMETERS,
        lambda view, facts: calendar_picture(view, agenda.deadline_filter(facts)),
        lambda view, facts: calendar_rows(view, agenda.deadline_filter(facts)),
    ),
    "tasks": Chart(
        filters.PARAMETERS,
        lambda view, facts: tasks_picture(view, TaskFilter(**facts)),
        lambda view, facts: task_rows(view, TaskFilter(**facts)),
    ),
    "load": Chart(
        filters.PARAMETERS,
        lambda view, facts: load_picture(view, TaskFilter(**facts)),
        lambda view, facts: load_rows(view, TaskFilter(**facts)),
    ),
}


def choices_of(view: View, chart: str, form: str, values: Mapping[str, str]) -> Choices:
    """What an address chooses of a chart, as one of FORMS. Raises QuestionRefused."""
    return parse(view, CHARTS[chart].takes_as(form), values, strict=True, also=EVERYWHERE).choices

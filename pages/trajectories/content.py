"""One indicator, many places: plan paths, the nation and what has been reported."""

from healthplan.charts.indicator import TRACED, UNTIL_YEAR, indicator_chart, trajectory_title
from healthplan.parameters.address import FORMS, ROWS_ONLY, files_of
from healthplan.parameters.parameter import Choices
from healthplan.parameters.shared import INDICATOR
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.tasks.records import indicator_tasks
from healthplan.subjects.trajectories.demands import pace_cards, verdict_rows
from healthplan.subjects.trajectories.series import UNTIL, Series, series_of, table_rows
from pages.blocks import Block, Columns, FigureBlock, Pick, ReaderContext, html

PARAMETERS = (INDICATOR, TRACED, UNTIL_YEAR)


def heading(view: View, choices: Choices) -> str:
    """The heading of the chart."""
    indicator, places = view.indicators[choices["indicator"]], choices["places"].split(",")
    return trajectory_title(view, indicator, places, UNTIL[choices["until"]])


def content(view: View, choices: Choices, _reader: ReaderContext) -> list[Block]:
    """The chart, what each year demands, the tasks that serve it, the verdicts, every statement."""
    indicator, places = view.indicators[choices["indicator"]], choices["places"].split(",")
    series = series_of(view, indicator, places)
    planned = [place for place in places if place in view.planned]
    tasks = indicator_tasks(view, indicator["indicator"], planned)
    return [
        Columns([4, 5, 3], [[Pick(parameter=one)] for one in PARAMETERS]),
        *_chart(view, indicator, series, choices["until"]),
        html("paces.html", paces=pace_cards(view, indicator, planned)),
        html("serving.html", places=tasks, count=sum(len(own) for _, own in tasks)),
        html("definition.html", indicator=indicator),
        html(
            "verdicts.html",
            benchmarks=verdict_rows(view, indicator, planned),
            places=planned,
            unit=view.name(indicator, "unit"),
        ),
        html("statements.html", rows=table_rows(view, indicator, series)),
    ]


def _chart(view: View, indicator: Row, series: Series, until: str) -> list[Block]:
    """Title, chart, key and chips; a sentence instead of a chart when the goal has no number."""
    chart = indicator_chart(view, indicator, series, UNTIL[until])
    head = html("chart_head.html", title=chart.title, subtitle=chart.subtitle)
    drawn: list[Block] = []
    if chart.figure and view.phone:
        drawn.append(html("chart_legend.html", indicator=indicator, ends=chart.ends))
    if chart.figure:
        drawn.append(FigureBlock(chart.figure, chart.alt, "trajectory"))
    files = files_of(
        view,
        "trajectory",
        FORMS if chart.figure else ROWS_ONLY,
        until=until,
        indicator=indicator["indicator"],
        places=",".join(series.by_place),
    )
    foot = html(
        "chart_foot.html", shapes=chart.shapes, chips=chart.chips, key=chart.key, sources=chart.sources, files=files
    )
    return [head, *drawn, foot]

"""One indicator, many places: plan paths, the nation and what has been reported."""

from datetime import date

from healthplan.charts.chart_title import chart_title
from healthplan.charts.indicator import TRACED, UNTIL_YEAR, IndicatorChart, indicator_chart
from healthplan.charts.year_map import year_map
from healthplan.parameters.address import FORMS, ROWS_ONLY, files_of
from healthplan.parameters.parameter import Choices, Parameter, ParameterKind
from healthplan.parameters.shared import INDICATOR
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.distances.records import IndicatorDistances, distances_of_indicator
from healthplan.subjects.distances.what_if import EVEN, PACE, WhatIf, what_if
from healthplan.subjects.tasks.records import indicator_tasks
from healthplan.subjects.trajectories.between import month_beside_plan
from healthplan.subjects.trajectories.queries import indicator_progress
from healthplan.subjects.trajectories.series import SINCE, UNTIL, Series, series_of, table_rows
from healthplan.subjects.trajectories.verdicts import verdict_rows
from healthplan.subjects.trajectories.years import YEAR, stated_years, year_rows
from pages.blocks import Block, Columns, FigureBlock, Group, Pick, ReaderContext, html

SHOW = Parameter(
    name="show",
    kind=ParameterKind.ROW,
    label="pick_show",
    options=lambda _view, _: ("chart", "map", "table"),
    shown=lambda view, one: view.say(f"show_{one}"),
)
PARAMETERS = (INDICATOR, TRACED, UNTIL_YEAR, SHOW, YEAR, PACE, EVEN)
LISTED = 600  # statements in the table; of more places only the newest months, all are in the file of rows
FIRST = 6  # places whose cards are seen at once


def heading(view: View, choices: Choices) -> str:
    """What the chart finds."""
    return chart_title(view, view.indicators[choices["indicator"]], choices["places"].split(","))


def content(view: View, choices: Choices, reader: ReaderContext) -> list[Block]:
    """The chart, how far it is to the goals, the tasks that serve it, the verdicts, every statement. On a phone the
    chart comes before the pickers that it can do without."""
    indicator, places = view.indicators[choices["indicator"]], choices["places"].split(",")
    series = series_of(view, indicator, places)
    planned = [place for place in places if place in view.planned]
    name = indicator["indicator"]
    tasks = indicator_tasks(view, name, planned)
    assumed = what_if(view, indicator, choices, reader.today)
    chart = indicator_chart(view, indicator, series, UNTIL[choices["until"]], assumed=assumed.lines if assumed else ())
    figure = Group("figure", _figure(view, indicator, series, chart, choices))
    pickers: list[list[Block]] = [[Pick(parameter=one)] for one in (INDICATOR, TRACED, UNTIL_YEAR)]
    top: list[Block] = [Columns([4, 5, 3], pickers), figure]
    if view.phone:
        top = [*pickers[0], figure, *pickers[1], *pickers[2]]
    recent = series.recent if sum(map(len, series.by_place.values())) > LISTED else series
    return [
        *top,
        _foot(view, series, chart, choices, reader.today),
        *_what_if(view, assumed, choices),
        html(
            "reached.html",
            distances=_distances(view, indicator, places, reader.today),
            progress=[
                row
                for row in view.ask(indicator_progress, indicator=name)
                if row["place"] in planned and row["verdict"] != "not_enough_data"
            ],
            months=[
                (place, words)
                for place, rows in series.by_place.items()
                if (words := month_beside_plan(view, indicator, rows))
            ],
            today=reader.today,
            first=FIRST,
        ),
        html(
            "verdicts.html",
            benchmarks=verdict_rows(view, indicator, planned),
            places=planned,
            unit=view.name(indicator, "unit"),
            first=FIRST,
        ),
        html("serving.html", places=tasks, count=sum(len(own) for _, own in tasks)),
        html("definition.html", indicator=indicator),
        html("statements.html", rows=table_rows(view, recent), of_months=recent is not series),
    ]


def _distances(view: View, indicator: Row, places: list[str], day: date) -> list[IndicatorDistances]:
    """The nation's own distance, that of the place that the reader came for, then the others'."""
    order = list(dict.fromkeys(["VN", *([view.mine] if view.mine else []), *places]))
    return [one for one in distances_of_indicator(view, indicator["indicator"], order, day) if one.told]


def _what_if(view: View, found: WhatIf | None, choices: Choices) -> list[Block]:
    """The slider with its marks and what follows from it; of several places only that one is to be chosen."""
    if found is None:
        return []
    slider: list[Block] = [Pick(parameter=PACE)] if found.marks else []
    even: list[Block] = [Pick(parameter=EVEN)] if found.can_be_even else []
    state = {"indicator": choices["indicator"], "places": choices["places"]}
    head = html("what_if_head.html", found=found)
    told = html("what_if.html", found=found, state=state, pace=choices["pace"])
    return [Group("what-if", [head, *slider, told, *even, html("what_if_even.html", even=found.even)])]


def _figure(view: View, indicator: Row, series: Series, chart: IndicatorChart, choices: Choices) -> list[Block]:
    """One figure as chart, map or table, with the years to run through; numbers alone where nothing has a
    course, a sentence where there is no number."""
    head = html("chart_head.html", title=chart.title, subtitle=chart.subtitle)
    until, year = UNTIL[choices["until"]], int(choices["year"])
    years = stated_years(series, until)
    if not chart.figure and not chart.facts:
        return [head]
    match choices["show"]:
        case "map":
            shown: list[Block] = [
                html("year_map.html", tiles=year_map(view, indicator, years, year), year=year, alt=chart.alt)
            ]
        case "table":
            shown = [html("year_table.html", rows=year_rows(view, series, years), years=years)]
        case _ if chart.figure is None:
            shown = [html("chart_facts.html", facts=chart.facts)]
        case _:
            shown = [FigureBlock(chart.figure, chart.alt, "trajectory")]
            if view.phone:
                shown.append(html("chart_legend.html", indicator=indicator, ends=chart.ends))
    slider = html("year_slider.html", stops=years, first=SINCE, last=until, year=year)
    runs = chart.figure is not None or choices["show"] != "chart"
    return [head, Pick(parameter=SHOW), *([slider] if runs else []), *shown]


def _assumption(choices: Choices, day: date) -> dict[str, str]:
    """What the address of a picture says of what its reader assumes, and from which day on."""
    said = {name: choices[name] for name in ("pace", "even") if choices[name] not in ("", "no")}
    return said | ({"since": day.isoformat()} if said else {})


def _foot(view: View, series: Series, chart: IndicatorChart, choices: Choices, day: date) -> Block:
    """Key, what is not on the chart, sources and files."""
    files = files_of(
        view,
        "trajectory",
        FORMS if chart.figure else ROWS_ONLY,
        until=choices["until"],
        indicator=choices["indicator"],
        places=",".join(series.by_place),
        **_assumption(choices, day),
    )
    key = chart.key if chart.figure and choices["show"] == "chart" else []
    return html("chart_foot.html", shapes=chart.shapes, chips=chart.chips, key=key, sources=chart.sources, files=files)

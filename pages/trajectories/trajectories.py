"""One indicator, many places: plan paths, the nation and what has been reported."""

import streamlit as st

from healthplan.charts.indicator import charted
from healthplan.parameters.files import FORMS, ROWS_ONLY, files_of
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.tasks.serving import serving
from healthplan.subjects.trajectories.demands import pace_cards, verdict_rows
from healthplan.subjects.trajectories.series import UNTIL, Series, series_of, table_rows
from pages.shared.figures import show_figure
from pages.shared.pickers import pick, read
from pages.shared.reader import current_view
from pages.shared.render import render
from pages.trajectories.content import PARAMETERS


def show_chart(view: View, indicator: Row, told: Series, until: int) -> None:
    """Title, chart, key and chips; a sentence instead of a chart when the goal has no number."""
    chart = charted(view, indicator, told, until)
    render("chart_head.html", view, title=chart.title, subtitle=chart.subtitle)
    if chart.figure and view.phone:
        render("chart_legend.html", view, indicator=indicator, ends=chart.ends)
    if chart.figure:
        show_figure(chart.figure, alt=chart.alt, key="trajectory")
    taken = {"indicator": indicator["indicator"], "places": ",".join(told.by_place), "until": str(until)}
    forms = FORMS if chart.figure else ROWS_ONLY
    render("chart_foot.html", view, shapes=chart.shapes, chips=chart.chips, key=chart.key,
           sources=chart.sources, files=files_of(view, "trajectory", forms, **taken))


view = current_view()
choices = read(view, "trajectories")
for slot, parameter in zip(st.columns([4, 5, 3]), PARAMETERS, strict=True):
    with slot:
        pick(view, parameter, choices)
indicator, places = view.indicators[choices["indicator"]], choices["places"].split(",")
told = series_of(view, indicator, places)
show_chart(view, indicator, told, UNTIL[choices["until"]])
planned = [place for place in places if place in view.planned]
render("paces.html", view, paces=pace_cards(view, indicator, planned))
tasks = serving(view, indicator["indicator"], planned)
render("serving.html", view, places=tasks, count=sum(len(own) for _, own in tasks))
render("definition.html", view, indicator=indicator)
benchmarks = verdict_rows(view, indicator, planned)
render("verdicts.html", view, benchmarks=benchmarks, places=planned, unit=view.name(indicator, "unit"))
render("statements.html", view, rows=table_rows(view, indicator, told))

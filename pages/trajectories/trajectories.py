"""One indicator, many places: plan paths, the nation and what has been reported."""

import streamlit as st

from healthplan.ui import demands, reported, task_facts, trajectories
from healthplan.ui.pickers import USUAL, pick_indicator, pick_places, pick_row, provinces
from healthplan.ui.render import render
from healthplan.ui.view import current_view

view = current_view()
first, second, third = st.columns([4, 5, 3])
with first:
    indicator = view.indicators[pick_indicator(view, USUAL)]
with second:
    places = pick_places(view, provinces(view), also=reported.places(view))
with third:
    until = trajectories.UNTIL[
        pick_row(
            view,
            "until",
            view.say("pick_years"),
            list(trajectories.UNTIL),
            "2030",
            lambda year: view.say(f"years_{year}"),
        )
    ]
told = trajectories.told_of(view, indicator, places)
trajectories.show_chart(view, indicator, told, until)
planned = [place for place in places if place in view.planned]
render("paces.html", view, paces=demands.pace_cards(view, indicator, planned))
serving = task_facts.serving(view, indicator["indicator"], planned)
render("serving.html", view, places=serving, count=sum(len(tasks) for _, tasks in serving))
render("definition.html", view, indicator=indicator)
benchmarks = demands.verdict_rows(view, indicator, planned)
render("verdicts.html", view, benchmarks=benchmarks, places=planned, unit=view.name(indicator, "unit"))
render("statements.html", view, rows=trajectories.table_rows(view, indicator, told))

"""The nation at a glance: headline cards, the tile map, the rug."""

import streamlit as st

from healthplan.charts.cards import cards, rug
from healthplan.charts.tile_map import MAP_YEAR, MAPPED, tile_map
from healthplan.parameters.files import files_of
from healthplan.parameters.shared import COMMUNES, provinces
from healthplan.subjects.targets.queries import counts
from healthplan.subjects.targets.spans import spoken
from pages.overview.content import heading
from pages.shared.pickers import pick, read
from pages.shared.reader import current_view
from pages.shared.render import render

view = current_view()
choices = read(view, "overview")
held = view.ask(counts)[0]
render("heading.html", view, title=heading(view, choices),
       lead=view.say("overview_lead", goals=str(held["goals"])))
render("review_call.html", view, count=str(held["grave"]))
pick(view, COMMUNES, choices)
places = list(view.planned) if choices["communes"] == "yes" else provinces(view)
left, right = st.columns([17, 10], gap="large")
with left:
    render("cards.html", view, cards=cards(view, places), wide=False)
    render("chart_files.html", view, files=files_of(view, "headlines", places=",".join(places)))
with right:
    wide, narrow = st.columns([3, 1])
    with wide:
        pick(view, MAPPED, choices, clears="year")
    with narrow:
        pick(view, MAP_YEAR, choices)
    indicator, year = view.indicators[choices["indicator"]], choices["year"]
    render("tilemap.html", view, **tile_map(view, indicator, year),
           files=files_of(view, "map", indicator=indicator["indicator"], year=year))
render(
    "rug.html",
    view,
    themes=rug(view, places),
    places=[view.planned[place] for place in places],
    total=str(len(spoken(view))),
    files=files_of(view, "rug", places=",".join(places)),
)

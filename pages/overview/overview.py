"""The nation at a glance: headline cards, the tile map, the rug."""

import streamlit as st

from healthplan.queries.overview import counts
from healthplan.ui import overview, tile_map
from healthplan.ui.files import files_of
from healthplan.ui.pickers import USUAL, pick_indicator, pick_one, pick_with_communes
from healthplan.ui.render import render
from healthplan.ui.view import current_view

view = current_view()
held = view.ask(counts)[0]
render(
    "heading.html",
    view,
    title=overview.title(view),
    lead=view.say("overview_lead", goals=str(held["goals"])),
)
render("review_call.html", view, count=str(held["grave"]))
places = pick_with_communes(view)
left, right = st.columns([17, 10], gap="large")
with left:
    render("cards.html", view, cards=overview.cards(view, places), wide=False)
    render("chart_files.html", view, files=files_of(view, "headlines", places=",".join(places)))
with right:
    pick, pick_when = st.columns([3, 1])
    with pick:
        indicator = view.indicators[
            pick_indicator(view, USUAL, tile_map.mapped(view), clears="year")
        ]
    years = tile_map.map_years(view, indicator["indicator"])
    with pick_when:
        year = pick_one(view, "year", view.say("pick_year"), years, tile_map.usual_year(years), str)
    render("tilemap.html", view, **tile_map.tile_map(view, indicator, year),
           files=files_of(view, "map", indicator=indicator["indicator"], year=year))  # fmt: skip
render(
    "rug.html",
    view,
    themes=overview.rug(view, places),
    places=[view.planned[place] for place in places],
    total=str(len(overview.spoken(view))),
    files=files_of(view, "rug", places=",".join(places)),
)

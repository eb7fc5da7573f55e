"""Two to six places, all the indicators that they share."""

import streamlit as st

from healthplan.ui import compare
from healthplan.ui.pickers import pick_places, provinces
from healthplan.ui.render import render
from healthplan.ui.view import current_view

view = current_view()
places = pick_places(view, provinces(view), most=6)
indicators = compare.shared(view, places)
render(
    "heading.html",
    view,
    title=compare.title(view, places),
    lead=view.say("compare_lead", count=str(len(indicators))),
)
if len(places) < 2:
    st.info(view.say("compare_few"))
elif not indicators:
    st.info(view.say("compare_nothing"))
else:
    communes = [place for place in places if view.planned[place]["kind"] == "commune"]
    render("place_legend.html", view, places=places, commune=bool(communes))
    compare.show_multiples(view, indicators, places)
    render("heading2.html", view, title=view.say("dumbbell_title"), lead=view.say("dumbbell_lead"))
    compare.show_dumbbells(view, indicators, places)

"""Health Day: compose a deck, see it, take it into the hall and hand it out after."""

import streamlit as st

from healthplan.ui import present, present_choose, present_files, present_slides
from healthplan.ui.render import render
from healthplan.ui.view import current_view

view = current_view()
deck = present.asked_deck(view)
render("heading.html", view, title=view.say("present_heading"), lead=view.say("present_lead"))
present_files.say_refusal()
present_choose.choose(view, deck)
left, right = st.columns([5, 8], gap="large")
with left:
    present_slides.show_slides(view, deck)
    present_files.load(view)
with right:
    present_slides.preview(view, deck)
    present_files.open_hall(view, deck)
    present_files.take_away(view, deck)

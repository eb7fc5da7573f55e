"""Health Day: compose a deck, see it, take it into the hall and hand it out after."""

import streamlit as st

from pages.present import choose, desk, files, slides
from pages.shared.reader import current_view
from pages.shared.render import render

view = current_view()
deck = desk.current_deck(view)
render("heading.html", view, title=view.say("present_heading"), lead=view.say("present_lead"))
files.say_refusal()
choose.choose(view, deck)
left, right = st.columns([5, 8], gap="large")
with left:
    slides.show_slides(view, deck)
    files.load(view)
with right:
    slides.preview(view, deck)
    files.open_hall(view, deck)
    files.take_away(view, deck)

"""Health Day: compose a deck, see it, take it into the hall and hand it out after."""

import streamlit as st

from pages.blocks import ReaderContext
from pages.present import choose, desk, files, slides
from pages.present.content import content
from pages.shared.reader import base, current_view, today
from pages.shared.show import show_blocks

view = current_view()
deck = desk.current_deck(view)
show_blocks(view, content(view, {}, ReaderContext(base(), today())), {})
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

"""The desk, middle part: the slides in order, switched on or off, moved, renamed, added; and the deck as it
looks."""

from dataclasses import replace

import streamlit as st

from healthplan.deck.deck import ASKS_INDICATOR, LONGEST, MAY_NAME_INDICATOR, Deck, Slide, SlideKind
from healthplan.deck.options import deck_options
from healthplan.release.view import View
from pages.present.desk import chosen_slide, file_address, keep, number_of, slide_label, write_deck
from pages.shared.show import render
from pages.shared.widgets import button, show


def show_slides(view: View, deck: Deck) -> None:
    """The list of slides and what can be done with the one that is picked."""
    slide = chosen_slide(deck)
    key = f"deck-slide-{view.lang}"
    by_name = {one.name: one for one in deck.slides}
    names = list(by_name)
    show(
        st.radio,
        view.say("present_pick_slide"),
        key,
        slide.name,
        lambda: write_deck(view, deck, by_name[st.session_state[key]]),
        options=names,
        format_func=lambda name: slide_label(view, deck, by_name[name]),
    )
    _shown(view, deck, slide)
    _own_title(view, deck, slide)
    with st.container(horizontal=True):
        _button(view, deck, slide, "earlier", -1)
        _button(view, deck, slide, "later", 1)
    with st.expander(view.say("present_add")):
        _add(view, deck, slide)


def _shown(view: View, deck: Deck, slide: Slide) -> None:
    key = f"deck-on-{view.lang}"

    def changed() -> None:
        other = replace(slide, on=st.session_state[key])
        keep(view, deck, deck.changed(slide, other), other)

    show(st.toggle, view.say("present_on"), key, slide.on, changed)


def _own_title(view: View, deck: Deck, slide: Slide) -> None:
    key = f"deck-own-{view.lang}"

    def changed() -> None:
        other = replace(slide, title=st.session_state[key].strip())
        keep(view, deck, deck.changed(slide, other), other)

    show(
        st.text_input,
        view.say("present_own_title"),
        key,
        slide.title,
        changed,
        max_chars=LONGEST["title"],
        placeholder=view.say("present_own_usual"),
    )


def _button(view: View, deck: Deck, slide: Slide, name: str, by: int) -> None:
    at = deck.slides.index(slide) + by
    button(
        view.say(f"present_{name}"),
        f"deck-{name}",
        lambda: write_deck(view, deck.moved(slide, by), slide),
        disabled=not 0 <= at < len(deck.slides),
    )


def _add(view: View, deck: Deck, after: Slide) -> None:
    """A slide of any kind, put behind the one that is picked."""
    known = deck_options(view)
    kinds = list(SlideKind)
    kind = st.selectbox(
        view.say("present_kind"), kinds, key="deck-add-kind", format_func=lambda one: view.say(f"slide_kind_{one}")
    )
    about = ""
    if kind in MAY_NAME_INDICATOR:
        options = list(known.map_years) if kind is SlideKind.MAP else list(known.indicators)
        none = [] if kind in ASKS_INDICATOR else [""]
        about = st.selectbox(
            view.say("pick_indicator"),
            [*none, *options],
            key=f"deck-add-{kind}",
            format_func=lambda one: view.name(view.indicators[one]) if one else view.say("any_indicator"),
        )
    fresh = Slide(SlideKind(kind), about)
    at = deck.slides.index(after) + 1
    longer = replace(deck, slides=(*deck.slides[:at], fresh, *deck.slides[at:]))
    button(view.say("present_add_it"), "deck-add", lambda: keep(view, deck, longer, fresh))


def preview(view: View, deck: Deck) -> None:
    """The hall's own page, small, at the slide that is picked: web/assets/page.js puts it into a frame."""
    address = file_address(view, deck, "hall.html", number_of(deck, chosen_slide(deck)))
    render("deck_preview.html", view, address=address)

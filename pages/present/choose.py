"""The desk, upper part: which ready-made deck, which places, which words stand on the first slide."""

from dataclasses import replace
from datetime import date

import streamlit as st

from healthplan.deck.deck import LONGEST, MOST_PLACES, Deck
from healthplan.deck.options import deck_options
from healthplan.deck.ready import INDICATOR, READY, ready_deck
from healthplan.release.sorting import places_by_name
from healthplan.release.view import View
from pages.present.desk import keep, with_places, write_deck
from pages.shared.widgets import show


def choose(view: View, deck: Deck) -> None:
    """Pickers that put another deck into the address."""
    about = deck.ready == INDICATOR  # only this deck is about one indicator
    first, second, *others = st.columns([4, 5, 4] if about else [4, 9])
    with first:
        _ready(view, deck)
    with second:
        _places(view, deck)
    for room in others:
        with room:
            _indicator(view, deck)
    first, second, third = st.columns([5, 5, 3])
    with first:
        _words(view, deck, "title")
    with second:
        _words(view, deck, "event")
    with third:
        _day(view, deck)


def _ready(view: View, deck: Deck) -> None:
    key = f"deck-ready-{view.lang}"

    def changed() -> None:
        known, ready = deck_options(view), st.session_state[key]
        fresh = ready_deck(ready, known, lang=deck.lang, indicator=deck.indicator)
        write_deck(view, replace(fresh, day=deck.day, event=deck.event))

    show(
        st.selectbox,
        view.say("present_ready"),
        key,
        deck.ready,
        changed,
        options=READY,
        format_func=lambda one: view.say(f"ready_{one}"),
    )


def _places(view: View, deck: Deck) -> None:
    key, known, places = f"deck-places-{view.lang}", deck_options(view), list(deck.places)

    def changed() -> None:
        write_deck(view, with_places(deck, known, st.session_state[key]))

    show(
        st.multiselect,
        view.say("pick_places"),
        key,
        places,
        changed,
        options=places_by_name(view, known.places),
        format_func=view.place_name,
        max_selections=MOST_PLACES,
        placeholder=view.say("pick_more"),
        wrap=True,
    )


def _indicator(view: View, deck: Deck) -> None:
    """The indicator of a deck that is about one; its slides follow the choice."""
    key, known = f"deck-indicator-{view.lang}", deck_options(view)

    def changed() -> None:
        fresh = ready_deck(INDICATOR, known, lang=deck.lang, places=deck.places, indicator=st.session_state[key])
        write_deck(view, replace(fresh, day=deck.day, event=deck.event, title=deck.title))

    show(
        st.selectbox,
        view.say("pick_indicator"),
        key,
        deck.indicator,
        changed,
        options=known.indicators,
        format_func=lambda one: view.name(view.indicators[one]),
        placeholder=view.say("pick_more"),
    )


def _words(view: View, deck: Deck, name: str) -> None:
    key, value = f"deck-{name}-{view.lang}", getattr(deck, name)

    def changed() -> None:
        keep(view, deck, replace(deck, **{name: st.session_state[key].strip()}))

    show(
        st.text_input,
        view.say(f"present_{name}"),
        key,
        value,
        changed,
        max_chars=LONGEST[name],
        placeholder=view.say(f"present_{name}_usual"),
    )


def _day(view: View, deck: Deck) -> None:
    shown = date.fromisoformat(deck.day)
    key, value = f"deck-day-{view.lang}", f"{shown.day:02d}/{shown.month:02d}/{shown.year}"

    def changed() -> None:
        parts = st.session_state[key].strip().replace("-", "/").split("/")
        padded = [part.zfill(2) for part in reversed(parts)]
        keep(view, deck, replace(deck, day="-".join(padded)))

    show(st.text_input, view.say("present_day"), key, value, changed, max_chars=10)

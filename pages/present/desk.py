"""The screen Present: the deck that the address defines, and what the reader changes of it."""

from dataclasses import replace
from urllib.parse import urljoin

import streamlit as st

from healthplan.deck.address import address_of
from healthplan.deck.check import checked_deck
from healthplan.deck.deck import Deck, DeckOptions, DeckRefused, Slide
from healthplan.deck.options import deck_options
from healthplan.deck.pages import slide_name
from healthplan.deck.production import deck_refusal_sentence
from healthplan.parameters.address import query
from healthplan.release.view import View
from healthplan.text.escape import markdown_escape
from pages.present.content import SLIDE, address_deck, usual_deck
from pages.shared.reader import here


def current_deck(view: View) -> Deck:
    """The deck of the address; a sentence and the usual deck when it defines none."""
    try:
        return address_deck(view, st.query_params.to_dict())
    except DeckRefused as refused:
        st.info(deck_refusal_sentence(view.lang, refused))
        return usual_deck(view)


def write_deck(view: View, deck: Deck, slide: Slide | None = None) -> None:
    """Puts the deck into the address, and the slide that the desk is busy with."""
    named = view.pin | address_of(deck, deck_options(view))
    at = deck.slides.index(slide) + 1 if slide in deck.slides else 1
    st.query_params.from_dict(named | ({SLIDE: str(at)} if at > 1 else {}))


def keep(view: View, deck: Deck, changed: Deck, slide: Slide | None = None) -> None:
    """Keeps the change when the deck can still be shown; else says why, and keeps the old one."""
    try:
        write_deck(view, checked_deck(changed, deck_options(view)), slide)
    except DeckRefused as refused:
        st.session_state["deck-said"] = deck_refusal_sentence(view.lang, refused)
        write_deck(view, deck, chosen_slide(deck))


def chosen_slide(deck: Deck) -> Slide:
    """The slide that the desk is busy with; the first when the address names none."""
    asked = st.query_params.get(SLIDE, "1")
    at = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 3 else 1
    return deck.slides[min(max(at, 1), len(deck.slides)) - 1]


def file_address(view: View, deck: Deck, name: str, number: int = 1) -> str:
    """Where a file of the deck is, opened at one of its slides."""
    state = query(view.pin | address_of(deck, deck_options(view)))
    return urljoin(here(), f"api/v1/decks/{name}{state}") + (f"#{number}" if number > 1 else "")


def number_of(deck: Deck, slide: Slide) -> int:
    """The number that a slide has among those shown; that of the one before it when it is switched off."""
    before = deck.slides[: deck.slides.index(slide) + 1]
    return max(sum(one.on for one in before), 1)


def slide_label(view: View, deck: Deck, slide: Slide) -> str:
    """A slide in the list: its number in the deck, what it is, or its own title."""
    at = deck.slides.index(slide) + 1
    name = markdown_escape(slide.title or slide_name(view, slide))
    return view.say("present_slide" if slide.on else "present_slide_off", number=str(at), name=name)


def with_places(deck: Deck, known: DeckOptions, places: list[str]) -> Deck:
    """The deck for other places, in the usual order; with none it stays as it is."""
    ordered = tuple(place for place in known.places if place in places)
    return replace(deck, places=ordered) if ordered else deck

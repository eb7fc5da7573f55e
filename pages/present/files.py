"""The desk, lower part: the deck in the hall, as files, and a deck from a file."""

import streamlit as st

from healthplan.deck.deck import Deck, DeckRefused
from healthplan.deck.deck_json import LARGEST, deck_from_json
from healthplan.deck.options import deck_options
from healthplan.deck.production import deck_file, deck_refusal_sentence
from healthplan.release.view import View
from healthplan.text.escape import markdown_escape
from healthplan.work.client import network_of
from healthplan.work.worker import WorkRefused
from pages.present.desk import file_address, write_deck
from pages.shared.reader import base

FILES = {"deck.html": "hall.html", "deck.pptx": "deck.pptx", "deck.pdf": "deck.pdf"}


def open_hall(view: View, deck: Deck) -> None:
    """The way into the hall: the whole deck in a window of its own."""
    st.link_button(view.say("present_open"), file_address(view, deck, "hall.html"), type="primary")


def take_away(view: View, deck: Deck) -> None:
    """Makes the files, tells how far it is, and then shows where they are. A slide that failed is named."""
    if st.button(view.say("present_make"), key="deck-make"):
        with st.status(view.say("present_making")) as status:
            _make(view, deck)
            status.update(label=view.say("present_made"), state="complete", expanded=True)
    else:
        st.caption(view.say("present_make_hint"))
    st.link_button(view.say("present_save"), file_address(view, deck, "deck.json"))


def _make(view: View, deck: Deck) -> None:
    bar = st.progress(0.0)
    client = network_of(st.context.ip_address or "")
    for name, kind in FILES.items():

        def told(at: int, total: int, kind: str = kind) -> None:
            words = view.say("present_progress", at=str(at), total=str(total), file=view.say(f"file_{kind}"))
            bar.progress(at / total, text=words)

        try:
            ready = deck_file(view, deck, kind, base=base(), client=client, tell=told)
        except WorkRefused as refused:
            st.warning(view.say(refused.fault))
            continue
        for page in ready.failed:
            st.warning(markdown_escape(f"{page.title}. {page.failed}"))
        st.link_button(view.say(f"present_take_{kind}"), file_address(view, deck, name))
    bar.empty()


def load(view: View) -> None:
    """A deck from a file that was saved here."""
    key = "deck-file"

    def changed() -> None:
        file = st.session_state[key]
        if file is None:
            return
        try:
            write_deck(view, deck_from_json(file.getvalue()[: LARGEST + 1], deck_options(view)))
        except DeckRefused as refused:
            st.session_state["deck-said"] = deck_refusal_sentence(view.lang, refused)

    st.file_uploader(view.say("present_load"), type="json", key=key, max_upload_size=1, on_change=changed)


def say_refusal() -> None:
    """Why the last change or file was not taken; said once."""
    told = st.session_state.pop("deck-said", "")
    if told:
        st.warning(told)

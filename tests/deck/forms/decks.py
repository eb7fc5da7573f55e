"""Decks made in each form and read again, once for a worker."""

from functools import cache

import pytest

from healthplan.deck.deck import Deck
from healthplan.deck.ready import READY, ready_deck
from healthplan.deck.slide import Pages
from tests.deck.decks import every_kind, known, release_view, written_pages
from tests.deck.forms import FORMS
from tests.deck.forms.slides import SlideContent

EVERY = "every kind"
DECKS = [(ready, lang) for ready in (*READY, EVERY) for lang in ("vi", "en")]
EVERY_DECK = pytest.mark.parametrize(("ready", "lang"), DECKS)
# A paper is only words: those are compared with the words of the hall, which are looked up.
EVERY_FORM = pytest.mark.parametrize("form", [form for form in FORMS if form != "paper"])


@cache
def deck(ready: str, lang: str) -> Deck:
    found = known(release_view())
    return every_kind(found, lang) if ready == EVERY else ready_deck(ready, found, lang=lang)


@cache
def pages(ready: str, lang: str) -> Pages:
    return written_pages(release_view(), deck(ready, lang))


@cache
def slides_of(ready: str, lang: str, form: str) -> list[SlideContent]:
    """The slides of a deck as a form of it tells them."""
    return FORMS[form].read(FORMS[form].made(pages(ready, lang)))

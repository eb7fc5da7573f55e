"""Decks that the tests of the files write out."""

import pytest

from healthplan.deck.deck import Deck, DeckOptions, Slide, SlideKind
from healthplan.deck.options import deck_options
from healthplan.deck.pages import deck_pages
from healthplan.deck.ready import READY, ready_deck
from healthplan.deck.slide import Pages
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES

BASE = "http://localhost/"
DECKS = [(ready, lang) for ready in READY for lang in ("vi", "en")]
EVERY_DECK = pytest.mark.parametrize(("ready", "lang"), DECKS)
# Beside the ready-made decks: goals in grades, in words, in numbers below others; distances that nobody knows.
MORE = (
    *(Slide(kind) for kind in SlideKind if kind not in ("title", "trend", "map", "pace", "hard", "settle", "sources")),
    Slide(SlideKind.TREND, "provincial_general_hospital_grade"),
    Slide(SlideKind.TREND, "provincial_general_hospital_level"),
    Slide(SlideKind.TREND, "life_expectancy"), Slide(SlideKind.TREND, "replacement_fertility"),
    Slide(SlideKind.MAP, "annual_health_check"), Slide(SlideKind.PACE, "doctors_per_10k"),
)  # fmt: skip


def release_view() -> View:
    """A view of the current release. The test that asks has the fixture `real`."""
    return View(Lang.VI, THEMES["light"], publication.current_path())


def every_kind(known: DeckOptions, lang: str) -> Deck:
    """One deck with every kind of slide."""
    usual = ready_deck("nation", known, lang=lang)
    return Deck(usual.ready, lang, usual.places, usual.indicator, usual.day, "", "", (*usual.slides, *MORE))


def longest(known: DeckOptions, lang: str) -> Deck:
    """The ready-made deck with the most slides."""
    return max((ready_deck(ready, known, lang=lang) for ready in READY), key=lambda deck: len(deck.slides))


def written_pages(view: View, deck: Deck) -> Pages:
    """The deck written out; no slide of it may have failed."""
    pages = deck_pages(view, deck, base=BASE)
    assert [page.failed for page in pages.pages if page.failed] == []
    return pages


def ready_made(view: View, ready: str, lang: str) -> Pages:
    """One of the ready-made decks, written out."""
    return written_pages(view, ready_deck(ready, deck_options(view), lang=lang))


def known(view: View) -> DeckOptions:
    return deck_options(view)

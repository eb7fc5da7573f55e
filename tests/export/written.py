"""Decks that the tests of the files write out."""

import pytest

from healthplan.deck.deck import Deck, Kind, Known, Slide
from healthplan.deck.options import known_of
from healthplan.deck.pages import pages_of
from healthplan.deck.ready import READY, ready_deck
from healthplan.deck.slide import Pages
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES

BASE = "http://localhost/"
DECKS = [(ready, lang) for ready in READY for lang in ("vi", "en")]
EVERY_DECK = pytest.mark.parametrize(("ready", "lang"), DECKS)
# Beside the ready-made decks: goals in grades, in words, in numbers below others; paces that nobody knows.
MORE = (
    Slide(Kind.DEMANDS), Slide(Kind.TREND, "provincial_general_hospital_grade"),
    Slide(Kind.TREND, "provincial_general_hospital_level"),
    Slide(Kind.TREND, "life_expectancy"), Slide(Kind.TREND, "replacement_fertility"),
    Slide(Kind.MAP, "annual_health_check"), Slide(Kind.PACE, "doctors_per_10k"),
)  # fmt: skip


def release_view() -> View:
    """A view of the current release. The test that asks has the fixture `real`."""
    return View(Lang.VI, THEMES["light"], publication.current())


def every_kind(known: Known, lang: str) -> Deck:
    """One deck with every kind of slide."""
    usual = ready_deck("nation", known, lang=lang)
    return Deck(usual.ready, lang, usual.places, usual.indicator, usual.day, "", "", (*usual.slides, *MORE))


def longest(known: Known, lang: str) -> Deck:
    """The ready-made deck with the most slides."""
    return max((ready_deck(ready, known, lang=lang) for ready in READY), key=lambda deck: len(deck.slides))


def written(view: View, deck: Deck) -> Pages:
    """The deck written out; no slide of it may have failed."""
    pages = pages_of(view, deck, base=BASE)
    assert [page.failed for page in pages.pages if page.failed] == []
    return pages


def ready_made(view: View, ready: str, lang: str) -> Pages:
    """One of the ready-made decks, written out."""
    return written(view, ready_deck(ready, known_of(view), lang=lang))


def known(view: View) -> Known:
    return known_of(view)

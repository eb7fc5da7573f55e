"""The ready-made decks, written out from the release that is current."""

import pytest

from healthplan import published
from healthplan.charts.look import THEMES
from healthplan.model.deck_ready import READY, ready_deck
from healthplan.model.slide import Pages
from healthplan.text import Lang
from healthplan.ui.deck_known import known_of
from healthplan.ui.deck_pages import pages_of
from healthplan.ui.view import View

BASE = "http://localhost/"
DECKS = [(ready, lang) for ready in READY for lang in ("vi", "en")]
EVERY_DECK = pytest.mark.parametrize(("ready", "lang"), DECKS)


def current() -> View:
    """The current release as a reader of Vietnamese sees it."""
    return View(Lang.VI, THEMES["light"], published.current())


def written(view: View, ready: str, lang: str) -> Pages:
    """One of the ready-made decks."""
    return pages_of(view, ready_deck(ready, known_of(view), lang=lang), base=BASE)

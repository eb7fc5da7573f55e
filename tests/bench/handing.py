"""How long a deck of twenty slides takes to become each of its files, and the next slide to be seen in the
hall."""

import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Page

from etl.run import run
from healthplan.deck.deck import Deck, Slide, SlideKind
from healthplan.deck.files import MAKERS
from healthplan.deck.options import deck_options
from healthplan.deck.pages import deck_pages
from healthplan.deck.ready import NATION, ready_deck
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from tests.bench.figures import Line
from tests.browser.chromium import chromium, room

SLIDES, ROUNDS = 20, 3
BOUNDS = {"hall.html": 20_000, "deck.pptx": 10_000, "deck.pdf": 20_000}  # milliseconds
NEXT = 300
PRESS = """() => new Promise(seen => {
  const start = performance.now();
  document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));
  requestAnimationFrame(() => requestAnimationFrame(() => seen(performance.now() - start)));
})"""


def lines(data: Path) -> list[Line]:
    """Each kind of file, written from the database on; and each slide of the hall's page after the first."""
    before = os.environ.get("ROADMAP72_DATA", "")
    os.environ["ROADMAP72_DATA"] = str(data)
    view = View(Lang.VI, THEMES["light"], run())
    deck = _long_deck(view)
    found = [Line(f"Deck of {SLIDES} slides as {kind}", "ms",
                  [_took(view, deck, kind) for _ in range(ROUNDS)],
                  [], bound, absolute=True) for kind, bound in BOUNDS.items()]  # fmt: skip
    with chromium() as browser, TemporaryDirectory() as folder:
        hall = Path(folder) / "hall.html"
        hall.write_bytes(MAKERS["hall.html"](deck_pages(view, deck, base="http://localhost/")))
        page = room(browser).new_page()
        page.goto(hall.as_uri())
        found.append(Line("Next slide in the hall", "ms", _presses(page), [], NEXT, absolute=True))
    os.environ["ROADMAP72_DATA"] = before
    return found


def _long_deck(view: View) -> Deck:
    """The nation's deck with line charts of further indicators until it has SLIDES slides."""
    deck = ready_deck(NATION, deck_options(view))
    more = [Slide(SlideKind.TREND, name) for name in view.indicators
            if name not in {slide.indicator for slide in deck.slides}]  # fmt: skip
    return replace(deck, slides=(*deck.slides, *more)[:SLIDES])


def _took(view: View, deck: Deck, kind: str) -> float:
    start = perf_counter()
    MAKERS[kind](deck_pages(view, deck, base="http://localhost/"))
    return (perf_counter() - start) * 1000


def _presses(page: Page) -> list[float]:
    return [page.evaluate(PRESS) for _ in range(SLIDES - 1)]

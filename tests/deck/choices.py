"""Every choice for which a slide's sentence must be true: each indicator; one place, two of them, all."""

from dataclasses import replace
from functools import cache
from itertools import combinations

from healthplan.charts.chart_title import chart_title
from healthplan.deck.deck import Slide, SlideKind
from healthplan.deck.pages import MAKERS
from healthplan.deck.ready import ready_deck
from healthplan.deck.slide import Page
from healthplan.release.view import View
from healthplan.text import Lang
from tests.deck.decks import known, release_view

LANGS = ("vi", "en")


@cache
def _view() -> View:
    return release_view()


def subsets() -> list[tuple[str, ...]]:
    places = known(_view()).places
    return [chosen for size in (1, 2, len(places)) for chosen in combinations(places, size)]


def indicators() -> tuple[str, ...]:
    return known(_view()).indicators


def spoken(lang: str) -> View:
    return replace(_view(), lang=Lang(lang))


@cache
def slide(kind: SlideKind, places: tuple[str, ...], lang: str, indicator: str = "", year: str = "") -> Page:
    """The slide of a kind for some places."""
    deck = replace(ready_deck("nation", known(_view()), lang=lang), places=places)
    return MAKERS[kind](spoken(lang), deck, Slide(kind, indicator, year)).page


def sentence(places: tuple[str, ...], lang: str, indicator: str) -> str:
    """The sentence of an indicator's slide, without its chart: there are hundreds."""
    view = spoken(lang)
    return chart_title(view, view.indicators[indicator], list(places))


def short(indicator: str, lang: str) -> str:
    return spoken(lang).name(spoken(lang).indicators[indicator], "short")


def every_title(lang: str) -> list[str]:
    """The sentences of all slides, whatever is chosen."""
    about = (
        *(SlideKind.NOW, SlideKind.PROMISE, SlideKind.DEMANDS, SlideKind.PACE, SlideKind.SETTLE),
        *(SlideKind.BEHIND, SlideKind.CLASH),
    )
    alone = (
        SlideKind.NOW,
        SlideKind.PROMISE,
        SlideKind.DEMANDS,
        SlideKind.HARD,
        SlideKind.SETTLE,
        SlideKind.COMMUNES,
        SlideKind.RUG,
        SlideKind.TASKS,
        SlideKind.UNKNOWN,
        SlideKind.SOURCES,
        SlideKind.BEHIND,
        SlideKind.CLASH,
    )
    told = [slide(kind, places, lang, one).title for kind in about for places in subsets()
            for one in indicators()]  # fmt: skip
    told += [slide(kind, places, lang).title for kind in alone for places in subsets()]
    return told + [sentence(places, lang, one) for places in subsets() for one in indicators()]

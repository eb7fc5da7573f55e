"""Whether a release can show a deck. The first thing that is wrong is said; nothing is shown by halves."""

import re
from dataclasses import replace
from datetime import date

from healthplan.deck.deck import (
    ASKS_INDICATOR,
    LONGEST,
    MAY_NAME_INDICATOR,
    MOST_PLACES,
    MOST_SLIDES,
    Deck,
    DeckOptions,
    DeckRefused,
    Slide,
    SlideKind,
)
from healthplan.model.place_code import current_codes

# Letters that would hide or turn what follows them; a line break has no room on a slide.
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff<>]")


def checked_deck(deck: Deck, known: DeckOptions) -> Deck:
    """The deck, when this release can show it, with today's codes of places. Raises DeckRefused with the
    first thing that is wrong."""
    if known.old_codes.keys() & set(deck.places):
        deck = replace(deck, places=tuple(current_codes(deck.places, known.old_codes)))
    for name, value, allowed in (
        *(("places", place, known.places) for place in deck.places),
        *(("indicator", one, known.indicators) for one in {deck.indicator, *_indicators(deck)}),
        ("lang", deck.lang, ("vi", "en")),
    ):
        if value not in allowed:
            raise DeckRefused("unknown_value", name=name, value=value[:40], allowed=", ".join(allowed))
    if not deck.places or len(set(deck.places)) != len(deck.places) or len(deck.places) > MOST_PLACES:
        raise DeckRefused("places", most=str(MOST_PLACES))
    if len(deck.slides) > MOST_SLIDES or len({slide.name for slide in deck.slides}) != len(deck.slides):
        raise DeckRefused("slides", most=str(MOST_SLIDES))
    if not deck.shown:
        raise DeckRefused("no_slide")
    _check_words(deck)
    for slide in deck.slides:
        _check_slide(slide, known)
    return deck


def _indicators(deck: Deck) -> list[str]:
    return [slide.indicator for slide in deck.slides if slide.indicator]


def _check_words(deck: Deck) -> None:
    words = [("title", deck.title), ("event", deck.event), *(("title", slide.title) for slide in deck.slides)]
    for name, value in words:
        if len(value) > LONGEST[name]:
            raise DeckRefused("too_long", name=name, most=str(LONGEST[name]))
        if HIDDEN.search(value):
            raise DeckRefused("hidden_letter", name=name)
    try:
        day = date.fromisoformat(deck.day)
    except ValueError:
        raise DeckRefused("day", value=deck.day[:40]) from None
    if day.isoformat() != deck.day or not 2025 <= day.year <= 2045:
        raise DeckRefused("day", value=deck.day[:40])


def _check_slide(slide: Slide, known: DeckOptions) -> None:
    if slide.kind in ASKS_INDICATOR and not slide.indicator:
        raise DeckRefused("slide_needs_indicator", name=slide.name)
    if slide.indicator and slide.kind not in MAY_NAME_INDICATOR:
        raise DeckRefused("slide_too_much", name=slide.name)
    if slide.year and slide.kind is not SlideKind.MAP:
        raise DeckRefused("slide_too_much", name=slide.name)
    years = known.map_years.get(slide.indicator, ())
    if slide.kind is SlideKind.MAP and (not years or slide.year not in ("", *years)):
        raise DeckRefused("no_map", name=slide.name)

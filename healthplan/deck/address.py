"""A deck in an address, and back: `?ready=place&places=12&slides=title,trend.ehealth_record,-behind`.

What a ready-made deck has by itself is not repeated. A minus before a slide switches it off; `own.<slide>` is
a title of the presenter's own. `place=12` alone is the ready-made deck of that place.
"""

from collections.abc import Mapping
from dataclasses import replace

from healthplan.deck.check import checked_deck
from healthplan.deck.deck import Deck, DeckOptions, DeckRefused, Slide, SlideKind
from healthplan.deck.ready import NATION, PLACE, READY, ready_deck

NAMES = ("ready", "lang", "place", "places", "indicator", "day", "title", "event", "slides")
OWN = "own."
LONGEST_VALUE = 3000


def address_of(deck: Deck, known: DeckOptions) -> dict[str, str]:
    """The deck as names and values of an address; Vietnamese and the usual need no mention."""
    usual = ready_deck(deck.ready, known)
    found = {
        "ready": "" if deck.ready == NATION else deck.ready,
        "places": "" if deck.places == usual.places else ",".join(deck.places),
        "indicator": "" if deck.indicator == usual.indicator else deck.indicator,
        "day": "" if deck.day == usual.day else deck.day,
        "title": deck.title,
        "event": deck.event,
        "slides": _slides(deck, known),
        "lang": "" if deck.lang == "vi" else deck.lang,
    } | {OWN + slide.name: slide.title for slide in deck.slides}
    return {name: value for name, value in found.items() if value}


def _slides(deck: Deck, known: DeckOptions) -> str:
    usual = ready_deck(deck.ready, known, places=deck.places, indicator=deck.indicator).slides
    if [(slide.name, slide.on) for slide in deck.slides] == [(slide.name, slide.on) for slide in usual]:
        return ""
    return ",".join(("" if slide.on else "-") + slide.name for slide in deck.slides)


def deck_of(asked: Mapping[str, str], known: DeckOptions) -> Deck:
    """The deck that an address names. Raises DeckRefused with what is wrong; nothing is taken by halves."""
    _check_names(asked)
    place = asked.get("place", "")
    ready = asked.get("ready") or (PLACE if place else NATION)
    if ready not in READY:
        raise DeckRefused("unknown_value", name="ready", value=ready[:40], allowed=", ".join(READY))
    deck = ready_deck(
        ready,
        known,
        lang=asked.get("lang") or "vi",
        places=tuple(part for part in (asked.get("places") or place).split(",") if part),
        indicator=asked.get("indicator", ""),
    )
    slides = [_slide(word) for word in asked.get("slides", "").split(",") if word] or list(deck.slides)
    return checked_deck(
        replace(
            deck,
            day=asked.get("day") or deck.day,
            title=asked.get("title", ""),
            event=asked.get("event", ""),
            slides=_titled_slides(slides, asked),
        ),
        known,
    )


def _check_names(asked: Mapping[str, str]) -> None:
    for name, value in asked.items():
        if name not in NAMES and not name.startswith(OWN):
            raise DeckRefused("unknown_name", name=name[:40], allowed=", ".join(NAMES))
        if len(value) > LONGEST_VALUE:
            raise DeckRefused("too_long", name=name[:40], most=str(LONGEST_VALUE))


def _slide(word: str) -> Slide:
    kind, *more = word.removeprefix("-").split(".")
    if kind not in list(SlideKind) or len(more) > 2:
        allowed = ", ".join(SlideKind)
        raise DeckRefused("unknown_value", name="slides", value=word[:40], allowed=allowed)
    indicator, year = (*more, "", "")[:2]
    return Slide(SlideKind(kind), indicator, year, on=not word.startswith("-"))


def _titled_slides(slides: list[Slide], asked: Mapping[str, str]) -> tuple[Slide, ...]:
    own = {name.removeprefix(OWN): value for name, value in asked.items() if name.startswith(OWN)}
    strangers = set(own) - {slide.name for slide in slides}
    if strangers:
        raise DeckRefused("title_of_no_slide", name=min(strangers)[:60])
    return tuple(replace(slide, title=own.get(slide.name, "")) for slide in slides)

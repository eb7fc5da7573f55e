"""What a deck is: its date, place and language, and its slides in order. Rows and screens know nothing of it;
an address and a small file carry it whole."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

MOST_PLACES, MOST_SLIDES = 6, 40
LONGEST = {"title": 140, "event": 100}
# Letters that would hide or turn what follows them; a line break has no room on a slide.
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff<>]")


class Kind(StrEnum):
    """What a slide tells. The value is the word that stands for it in an address."""

    TITLE = "title"
    TREND = "trend"
    MAP = "map"
    RUG = "rug"
    PACE = "pace"
    DEMANDS = "demands"
    BEHIND = "behind"
    CLASH = "clash"
    TASKS = "tasks"
    UNKNOWN = "unknown"
    SOURCES = "sources"


ASKS_INDICATOR = frozenset({Kind.TREND, Kind.MAP, Kind.PACE})
MAY_NAME_INDICATOR = ASKS_INDICATOR | {Kind.BEHIND, Kind.CLASH}


class DeckRefused(Exception):
    """A deck that cannot be shown. `fault` names the sentence that says why, `facts` fill it."""

    def __init__(self, fault: str, **facts: str) -> None:
        super().__init__(fault)
        self.fault, self.facts = fault, facts


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: what it tells, of which indicator and year where it needs them, a title of the reader's own,
    and whether it is shown."""

    kind: Kind
    indicator: str = ""
    year: str = ""
    title: str = ""
    on: bool = True

    @property
    def name(self) -> str:
        """The slide in an address: `map.stunting_under5.2030`. A deck holds each only once."""
        return ".".join(part for part in (self.kind, self.indicator, self.year) if part)


@dataclass(frozen=True, slots=True)
class Known:
    """What a deck may ask of this release: codes of places, names of indicators (which of them head the
    product), the years of each indicator's map, and the day of the event unless another is given."""

    places: tuple[str, ...]
    provinces: tuple[str, ...]
    indicators: tuple[str, ...]
    headlines: tuple[str, ...]
    day: str
    map_years: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck. An empty `title` or `event` stands for the usual words of the ready-made deck."""

    ready: str
    lang: str
    places: tuple[str, ...]
    indicator: str
    day: str
    title: str
    event: str
    slides: tuple[Slide, ...]

    @property
    def shown(self) -> tuple[Slide, ...]:
        """The slides that are switched on."""
        return tuple(slide for slide in self.slides if slide.on)

    @property
    def year(self) -> int:
        """The year of the event, for what is due "this year"."""
        return int(self.day[:4])

    def changed(self, slide: Slide, other: Slide) -> "Deck":
        """The deck with one slide in another's place."""
        return replace(self, slides=tuple(other if one == slide else one for one in self.slides))

    def moved(self, slide: Slide, by: int) -> "Deck":
        """The deck with one slide some places earlier or later, as far as there are places."""
        at = self.slides.index(slide)
        others = [one for one in self.slides if one != slide]
        others.insert(max(0, min(at + by, len(others))), slide)
        return replace(self, slides=tuple(others))


def checked(deck: Deck, known: Known) -> Deck:
    """The deck, when this release can show it. Raises DeckRefused with the first thing that is wrong."""
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


def _check_slide(slide: Slide, known: Known) -> None:
    if slide.kind in ASKS_INDICATOR and not slide.indicator:
        raise DeckRefused("slide_needs_indicator", name=slide.name)
    if slide.indicator and slide.kind not in MAY_NAME_INDICATOR:
        raise DeckRefused("slide_too_much", name=slide.name)
    if slide.year and slide.kind is not Kind.MAP:
        raise DeckRefused("slide_too_much", name=slide.name)
    years = known.map_years.get(slide.indicator, ())
    if slide.kind is Kind.MAP and (not years or slide.year not in ("", *years)):
        raise DeckRefused("no_map", name=slide.name)

"""What a deck is: its date, place and language, and its slides in order. Rows and screens know nothing of it;
an address and a small file carry it whole."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

MOST_PLACES, MOST_SLIDES = 6, 40
LONGEST = {"title": 140, "event": 100}


class SlideKind(StrEnum):
    """What a slide tells. The value is the word that stands for it in an address."""

    TITLE = "title"
    NOW = "now"
    PROMISE = "promise"
    DEMANDS = "demands"
    PACE = "pace"
    TREND = "trend"
    HARD = "hard"
    SETTLE = "settle"
    COMMUNES = "communes"
    MAP = "map"
    RUG = "rug"
    BEHIND = "behind"
    CLASH = "clash"
    TASKS = "tasks"
    UNKNOWN = "unknown"
    SOURCES = "sources"


ASKS_INDICATOR = frozenset({SlideKind.TREND, SlideKind.MAP, SlideKind.PACE})
MAY_NAME_INDICATOR = ASKS_INDICATOR | {
    *(SlideKind.NOW, SlideKind.PROMISE, SlideKind.DEMANDS, SlideKind.HARD, SlideKind.SETTLE),
    *(SlideKind.BEHIND, SlideKind.CLASH),
}


class DeckRefused(Exception):
    """A deck that cannot be shown. `fault` names the sentence that says why, `facts` fill it."""

    def __init__(self, fault: str, **facts: str) -> None:
        super().__init__(fault)
        self.fault, self.facts = fault, facts


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: what it tells, of which indicator and year where it needs them, a title of the reader's own,
    and whether it is shown."""

    kind: SlideKind
    indicator: str = ""
    year: str = ""
    title: str = ""
    on: bool = True

    @property
    def name(self) -> str:
        """The slide in an address: `map.stunting_under5.2030`. A deck holds each only once."""
        return ".".join(part for part in (self.kind, self.indicator, self.year) if part)


@dataclass(frozen=True, slots=True)
class DeckOptions:
    """What a deck may ask of this release: codes of places, names of indicators (which of them head the
    product), the years of each indicator's map, the day of the event unless another is given, and old
    codes of places with those of today."""

    places: tuple[str, ...]
    provinces: tuple[str, ...]
    indicators: tuple[str, ...]
    headlines: tuple[str, ...]
    day: str
    map_years: dict[str, tuple[str, ...]]
    old_codes: dict[str, str] = field(default_factory=dict)


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

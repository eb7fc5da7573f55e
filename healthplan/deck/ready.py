"""The ready-made decks: what they hold for the places and the indicator that a presenter chose."""

from healthplan.deck.deck import MOST_PLACES, Deck, DeckOptions, Slide, SlideKind

NATION, PLACE, INDICATOR, SETTLE = READY = ("nation", "place", "indicator", "settle")
LAST = (SlideKind.BEHIND, SlideKind.CLASH, SlideKind.TASKS, SlideKind.UNKNOWN, SlideKind.SOURCES)


def ready_deck(
    ready: str, known: DeckOptions, *, lang: str = "vi", places: tuple[str, ...] = (), indicator: str = ""
) -> Deck:
    """A ready-made deck. Without places it holds as many as a deck may, the one-place deck the first; without
    an indicator the first headline."""
    chosen = places or (known.places[:1] if ready == PLACE else known.places[:MOST_PLACES])
    named = indicator or known.headlines[0]
    slides = {NATION: _nation, PLACE: _place, INDICATOR: _indicator, SETTLE: _settle}[ready](known, named)
    return Deck(ready, lang, chosen, named, known.day, "", "", tuple(slides))


def _maps(known: DeckOptions, *indicators: str) -> list[Slide]:
    return [Slide(SlideKind.MAP, one) for one in indicators if known.map_years.get(one)]


def _nation(known: DeckOptions, _indicator: str) -> list[Slide]:
    trends = [Slide(SlideKind.TREND, one) for one in known.headlines]
    rest = (SlideKind.RUG, *LAST)
    paces = [Slide(SlideKind.PACE, one) for one in known.headlines[-1:]]
    return [Slide(SlideKind.TITLE), *trends, *_maps(known, known.headlines[0]), *paces, *map(Slide, rest)]


def _place(known: DeckOptions, _indicator: str) -> list[Slide]:
    trends = [Slide(SlideKind.TREND, one) for one in known.headlines]
    rest = (SlideKind.RUG, SlideKind.DEMANDS, *LAST)
    return [Slide(SlideKind.TITLE), *trends, *map(Slide, rest)]


def _indicator(known: DeckOptions, indicator: str) -> list[Slide]:
    about = [Slide(kind, indicator) for kind in (SlideKind.PACE, SlideKind.BEHIND, SlideKind.CLASH)]
    first = [Slide(SlideKind.TITLE), Slide(SlideKind.TREND, indicator), *_maps(known, indicator)]
    return [*first, *about, Slide(SlideKind.SOURCES)]


def _settle(_known: DeckOptions, _indicator: str) -> list[Slide]:
    kinds = (SlideKind.TITLE, SlideKind.CLASH, SlideKind.BEHIND, SlideKind.UNKNOWN, SlideKind.TASKS, SlideKind.SOURCES)
    return [Slide(kind) for kind in kinds]

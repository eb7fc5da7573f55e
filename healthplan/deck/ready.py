"""The ready-made decks: what they hold for the places and the indicator that a presenter chose."""

from healthplan.deck.deck import MOST_PLACES, Deck, DeckOptions, Slide, SlideKind

NATION, PLACE, INDICATOR, SETTLE = READY = ("nation", "place", "indicator", "settle")


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
    paces = [Slide(SlideKind.PACE, one) for one in known.headlines]
    rest = (SlideKind.HARD, SlideKind.SETTLE, SlideKind.SOURCES)
    first = [Slide(SlideKind.TITLE), *_maps(known, known.headlines[0]), Slide(SlideKind.TREND, known.headlines[0])]
    return [*first, *paces, *map(Slide, rest)]


def _place(known: DeckOptions, _indicator: str) -> list[Slide]:
    first = (SlideKind.TITLE, SlideKind.NOW, SlideKind.PROMISE, SlideKind.DEMANDS)
    rest = (SlideKind.HARD, SlideKind.SETTLE, SlideKind.COMMUNES, SlideKind.SOURCES)
    return [*map(Slide, first), Slide(SlideKind.TREND, known.headlines[-1]), *map(Slide, rest)]


def _indicator(known: DeckOptions, indicator: str) -> list[Slide]:
    told = (SlideKind.NOW, SlideKind.PROMISE, SlideKind.PACE, SlideKind.TREND, SlideKind.HARD, SlideKind.SETTLE)
    about = [Slide(kind, indicator) for kind in told]
    return [Slide(SlideKind.TITLE), *_maps(known, indicator), *about, Slide(SlideKind.SOURCES)]


def _settle(_known: DeckOptions, _indicator: str) -> list[Slide]:
    """What the working level goes through: three things first, then the tables behind them."""
    first = (SlideKind.TITLE, SlideKind.SETTLE, SlideKind.CLASH, SlideKind.BEHIND, SlideKind.UNKNOWN)
    return [Slide(kind) for kind in (*first, SlideKind.TASKS, SlideKind.SOURCES)]

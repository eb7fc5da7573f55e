"""The ready-made decks: what they hold for the places and the indicator that a presenter chose."""

from healthplan.deck.deck import MOST_PLACES, Deck, Kind, Known, Slide

NATION, PLACE, INDICATOR, SETTLE = READY = ("nation", "place", "indicator", "settle")


def ready_deck(
    ready: str,
    known: Known,
    *,
    lang: str = "vi",
    places: tuple[str, ...] = (),
    indicator: str = "",
) -> Deck:
    """A ready-made deck. Without places it holds as many as a deck may, the one-place deck the first; without
    an indicator the first headline."""
    chosen = places or (known.places[:1] if ready == PLACE else known.places[:MOST_PLACES])
    named = indicator or known.headlines[0]
    slides = {
        NATION: _nation, PLACE: _place, INDICATOR: _indicator, SETTLE: _settle,
    }[ready](known, named)
    return Deck(ready, lang, chosen, named, known.day, "", "", tuple(slides))


def _maps(known: Known, *indicators: str) -> list[Slide]:
    return [Slide(Kind.MAP, one) for one in indicators if known.map_years.get(one)]


def _nation(known: Known, _indicator: str) -> list[Slide]:
    trends = [Slide(Kind.TREND, one) for one in known.headlines]
    rest = (Kind.RUG, Kind.BEHIND, Kind.CLASH, Kind.TASKS, Kind.UNKNOWN, Kind.SOURCES)
    paces = [Slide(Kind.PACE, one) for one in known.headlines[-1:]]
    return [Slide(Kind.TITLE), *trends, *_maps(known, known.headlines[0]), *paces, *map(Slide, rest)]


def _place(known: Known, _indicator: str) -> list[Slide]:
    trends = [Slide(Kind.TREND, one) for one in known.headlines]
    rest = (Kind.RUG, Kind.DEMANDS, Kind.BEHIND, Kind.CLASH, Kind.TASKS, Kind.UNKNOWN, Kind.SOURCES)
    return [Slide(Kind.TITLE), *trends, *map(Slide, rest)]


def _indicator(known: Known, indicator: str) -> list[Slide]:
    about = [Slide(kind, indicator) for kind in (Kind.PACE, Kind.BEHIND, Kind.CLASH)]
    first = [Slide(Kind.TITLE), Slide(Kind.TREND, indicator), *_maps(known, indicator)]
    return [*first, *about, Slide(Kind.SOURCES)]


def _settle(_known: Known, _indicator: str) -> list[Slide]:
    kinds = (Kind.TITLE, Kind.CLASH, Kind.BEHIND, Kind.UNKNOWN, Kind.TASKS, Kind.SOURCES)
    return [Slide(kind) for kind in kinds]

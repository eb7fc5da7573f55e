"""The first slide and the map."""

from datetime import date

from healthplan.charts.tile_map import map_tiles, tile_of, usual_year, years_of_map
from healthplan.charts.tiles import Tile
from healthplan.deck.deck import Deck, Slide
from healthplan.deck.ready import NATION
from healthplan.deck.slides.parts import SlideFacts, place_names, printed_figure, slide_page, source_line
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.spans import source_statements
from healthplan.text.numbers import day


def deck_title(view: View, deck: Deck) -> str:
    """The deck's own title, or that of the ready-made deck."""
    if deck.title:
        return deck.title
    name = view.name(view.indicators[deck.indicator])
    alone = "_one" if deck.ready == NATION and len(deck.places) == 1 else ""
    return view.say(
        f"deck_title_{deck.ready}{alone}",
        places=place_names(view, deck.places),
        indicator=name,
        count=str(len(deck.places)),
        year=str(deck.year),
    )


def when_and_where(view: View, deck: Deck) -> str:
    """The event, or Health Day, and its date."""
    event = deck.event or view.say("deck_event")
    return view.say("deck_day", event=event, day=day(date.fromisoformat(deck.day), view.lang))


def title_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """The first slide: title, event and date, whose plans."""
    made = slide_page(
        slide,
        deck_title(view, deck),
        lead=when_and_where(view, deck),
        words=(place_names(view, deck.places),),
        source=view.say("deck_release", release=view.edition, day=day(view.release["data_date"], view.lang)),
        notes=(view.say("deck_keys"), view.say("deck_promise")),
    )
    return SlideFacts(made, "overview", {})


def map_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """The 34 provinces and both archipelagos with the values of one year."""
    indicator = view.indicators[slide.indicator]
    year = slide.year or usual_year(years_of_map(view, slide.indicator))
    found = map_tiles(view, indicator, year)
    provinces = [tile for tile in found if tile["place_kind"] != "commune"]
    valued = [tile for tile in provinces if tile["figure"] and tile["kind"] != "unknown"]
    unit = view.name(indicator, "unit")
    title = view.say_count(
        "slide_map", len(valued), indicator=view.name(indicator, "short"), year=year, total=str(len(provinces))
    )
    rows = source_statements(view, [tile["row"] for tile in valued])
    made = slide_page(
        slide,
        title,
        lead=view.say("slide_map_lead", indicator=view.name(indicator), unit=unit or "–"),
        tiles=tuple(_tile(view, tile) for tile in found),
        words=_legend(view, valued),
        source=source_line(view, deck, [view.name(row, "short") for row in rows]) + " " + view.say("tile_note"),
        notes=(view.name(indicator, "caution"),),
        printed=tuple(printed_figure(view, row, unit) for row in rows),
        alt=view.say(
            "map_alt",
            indicator=view.name(indicator),
            year=year,
            found=" ".join(view.say("map_found", place=view.name(tile), value=tile["figure"]) for tile in valued),
        ),
    )
    return SlideFacts(made, "overview", {"indicator": slide.indicator, "year": year})


def _legend(view: View, valued: list[Row]) -> tuple[str, ...]:
    """How the map is read; only what is there."""
    shaded = len({tile["shade"] for tile in valued}) > 1
    universal = any(tile["universal"] for tile in valued)
    keys = {"slide_map_shade": shaded, "map_universal": universal, "slide_map_outline": True, "slide_map_pale": True}
    return tuple(view.say(key) for key, used in keys.items() if used)


def _tile(view: View, tile: Row) -> Tile:
    """In a hall a word for why there is no value gives way: the tile is pale."""
    return tile_of(view, tile if tile["kind"] != "unknown" else tile | {"figure": ""})

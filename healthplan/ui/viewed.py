"""What a reader looks at on each screen: its heading and its choices, read from its address alone."""

from collections.abc import Callable, Sequence
from datetime import date
from urllib.parse import urljoin

from healthplan.export.citation import Source
from healthplan.model.deck import DeckRefused
from healthplan.model.deck_address import NAMES, address_of, deck_of
from healthplan.model.deck_ready import INDICATOR, NATION, ready_deck
from healthplan.ui import compare, overview, place, reported, tile_map
from healthplan.ui.address import link, query
from healthplan.ui.deck_known import known_of
from healthplan.ui.deck_made import question
from healthplan.ui.evidence import papers, row_told
from healthplan.ui.pickers import USUAL, provinces
from healthplan.ui.present import NO_PART, SLIDE
from healthplan.ui.reading import Reading
from healthplan.ui.trajectories import UNTIL, title_of
from healthplan.ui.view import View
from healthplan.ui.viewed_lists import (
    calendar_heading,
    data_heading,
    review_heading,
    row_of,
    tasks_heading,
)


def _overview(view: View, read: Reading) -> str:
    read.one("communes", ("no", "yes"), "no", view.say("show_commune"), lambda _: view.say("data_true"))
    indicator = _indicator(view, read, tile_map.mapped(view))
    years = tile_map.map_years(view, indicator)
    read.one("year", years, tile_map.usual_year(years), view.say("pick_year"))
    return overview.title(view)


def _trajectories(view: View, read: Reading) -> str:
    indicator = _indicator(view, read, list(view.indicators))
    places = _places(view, read, also=reported.places(view))
    until = read.one("until", list(UNTIL), "2030", view.say("pick_years"),
                     lambda one: view.say(f"years_{one}"))  # fmt: skip
    return title_of(view, view.indicators[indicator], places, UNTIL[until])


def _compare(view: View, read: Reading) -> str:
    return compare.title(view, _places(view, read, most=6))


def _place(view: View, read: Reading) -> str:
    options = place.choices(view)
    return view.place_name(read.one("place", options, options[0], view.say("pick_place"), view.place_name))


def _present(view: View, read: Reading) -> str:
    known = known_of(view)
    deck_words = {name: value for name, value in read.values.items() if name not in NO_PART}
    try:
        deck = deck_of(deck_words, known)
    except DeckRefused as refused:
        if read.strict:
            raise question(refused) from refused
        deck = ready_deck(NATION, known, lang=view.lang.value)
    named = {"ready": [view.say(f"ready_{deck.ready}")], "places": map(view.place_name, deck.places),
             "title": [deck.title], "event": [deck.event], "day": [view.day(date.fromisoformat(deck.day))]}
    labels = {"ready": "present_ready", "places": "pick_places", "indicator": "pick_indicator"}
    if deck.ready == INDICATOR:
        named["indicator"] = [view.name(view.indicators[deck.indicator])]
    state = address_of(deck, known)
    for name in (*NAMES, *(one for one in state if one not in NAMES)):
        label = labels.get(name, f"present_{name}") if name in named else ""
        read.keep(name, state.get(name, ""), label and view.say(label), named.get(name, ()))
    read.keep(SLIDE, read.values.get(SLIDE, ""))
    return view.say("present_heading")


def _sources(view: View, read: Reading) -> str:
    row, known = row_of(read, "row", lambda name: row_told(view, name)), papers(view)
    usual = row["paper"]["document"] if row else next(iter(known))
    if row:
        words = view.say("evidence_title", indicator=view.name(row, "indicator"), value=row["value"])
        read.keep("row", row["row"], view.say("evidence_label"), [words])
    read.one("document", list(known), usual, view.say("pick_document"),
             lambda one: view.name(known[one], "short"))  # fmt: skip
    return view.say("sources_title")


def _indicator(view: View, read: Reading, options: list[str]) -> str:
    return read.one("indicator", options, USUAL, view.say("pick_indicator"),
                    lambda one: view.name(view.indicators[one]))  # fmt: skip


def _places(view: View, read: Reading, most: int = 99, also: Sequence[str] = ()) -> list[str]:
    return read.many("places", [*view.planned, *also], provinces(view), view.say("pick_places"),
                     view.place_name, most)


SCREENS: dict[str, Callable[[View, Reading], str]] = {
    "overview": _overview, "trajectories": _trajectories, "compare": _compare, "place": _place,
    "review": review_heading, "tasks": tasks_heading, "calendar": calendar_heading, "data": data_heading,
    "present": _present, "sources": _sources,
}  # fmt: skip


def view_source(view: View, screen: str, read: Reading, origin: str) -> Source:
    """What `read` has of the address of a screen, with the address of its release at `origin`. Raises
    QuestionRefused when `read` is strict and the address asks for what is not here."""
    heading = SCREENS[screen](view, read)
    read.finish()
    told = [view.say("cite_choice", label=label, words=words)
            for label, words in read.words if words not in heading]  # fmt: skip
    state = {name: value for name, value in read.state.items() if name != "lang"}
    facts = {"screen": view.say(f"menu_{screen}"), "heading": heading, "chosen": "; ".join(told),
             "issued_on": view.release["data_date"]}  # fmt: skip
    address = link(screen, view.lang, **state, release=view.path.stem)
    return Source(f"{screen} {query(state)}", facts, view.path.stem, urljoin(origin, address))

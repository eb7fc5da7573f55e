"""The deck that an address defines, as a citation speaks of it."""

from collections.abc import Mapping
from datetime import date

from healthplan.deck.address import NAMES, address_of, deck_of
from healthplan.deck.deck import Deck, DeckRefused
from healthplan.deck.options import deck_options
from healthplan.deck.pages import slide_name
from healthplan.deck.production import deck_refusal, deck_refusal_sentence
from healthplan.deck.ready import INDICATOR, NATION, PLACE, ready_deck
from healthplan.parameters.address import query
from healthplan.parameters.parameter import Choices
from healthplan.release.view import View
from pages.blocks import Block, ReaderContext, Sentence, html

SLIDE = "slide"  # the slide that the desk is busy with
NO_PART = (SLIDE, "release")  # of the address, but not of the deck


def address_deck(view: View, address: Mapping[str, str]) -> Deck:
    """The deck of an address. Raises DeckRefused."""
    return deck_of({name: value for name, value in address.items() if name not in NO_PART}, deck_options(view))


def usual_deck(view: View) -> Deck:
    """The deck of an address that defines none."""
    return ready_deck(NATION, deck_options(view), lang=view.lang.value)


def heading(view: View, _choices: Choices) -> str:
    """What the screen is about."""
    return view.say("present_heading")


def start(view: View) -> dict[str, str]:
    """The address of the deck about the place that the reader came for."""
    return {"ready": PLACE, "places": view.mine} if view.mine in view.planned else {}


def deck_reading(
    view: View, address: Mapping[str, str], strict: bool
) -> tuple[str, dict[str, str], list[tuple[str, str]]]:
    """Heading, state and words of a deck's address. Raises QuestionRefused when strict."""
    try:
        deck = address_deck(view, address)
    except DeckRefused as refused:
        if strict:
            raise deck_refusal(refused) from refused
        deck = usual_deck(view)
    named = {
        "ready": view.say(f"ready_{deck.ready}"),
        "places": ", ".join(map(view.place_name, deck.places)),
        "title": deck.title,
        "event": deck.event,
        "day": view.day(date.fromisoformat(deck.day)),
    }
    labels = {"ready": "present_ready", "places": "pick_places", "indicator": "pick_indicator"}
    if deck.ready == INDICATOR:
        named["indicator"] = view.name(view.indicators[deck.indicator])
    state = address_of(deck, deck_options(view)) | {SLIDE: address.get(SLIDE, "")}
    ordered = [*(name for name in NAMES if name in state), *(name for name in state if name not in NAMES)]
    words = [(view.say(labels.get(name, f"present_{name}")), named[name]) for name in ordered if name in named]
    return heading(view, {}), {name: state[name] for name in ordered if state[name]}, words


def content(view: View, choices: Choices, _reader: ReaderContext) -> list[Block]:
    """What stands over the desk; the desk itself is a place to work."""
    return [html("heading.html", title=heading(view, choices), lead=view.say("present_lead"))]


FILES = ("hall.html", "deck.pptx", "deck.pdf", "deck.json")


def unopened(view: View, address: Mapping[str, str], reader: ReaderContext) -> list[Block]:
    """The deck of the address as its slides and its files; composing another one needs the desk."""
    refused: list[Block] = []
    try:
        deck = address_deck(view, address)
    except DeckRefused as told:
        deck, refused = usual_deck(view), [Sentence(deck_refusal_sentence(view.lang, told))]
    state = query(view.pin | address_of(deck, deck_options(view)))
    return [
        *content(view, {}, reader),
        *refused,
        html(
            "deck_unopened.html",
            ready=deck.ready,
            slides=[one.title or slide_name(view, one) for one in deck.slides if one.on],
            files={name: f"api/v1/decks/{name}{state}" for name in FILES},
        ),
    ]

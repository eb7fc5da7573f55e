"""A deck in a small file, and back. The file is read strictly; what is wrong is said, and nothing is kept."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from healthplan.deck.check import checked_deck
from healthplan.deck.deck import Deck, DeckOptions, DeckRefused, Slide, SlideKind
from healthplan.deck.ready import READY

ENDING = ".lotrinh72.json"
FORMAT = "lo-trinh-72-deck-1"
LARGEST = 64 * 1024
FIELDS = {
    "format": str,
    "ready": str,
    "lang": str,
    "places": list,
    "indicator": str,
    "day": str,
    "title": str,
    "event": str,
    "slides": list,
}
WRITTEN = {str: '"…"', list: "[…]", bool: "true, false", dict: "{…}"}
SLIDE_FIELDS = {"kind": str, "indicator": str, "year": str, "title": str, "on": bool}


def deck_json(deck: Deck) -> bytes:
    """The deck as JSON that a person can read and change."""
    told = {"format": FORMAT} | asdict(deck)
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def deck_from_json(body: bytes, known: DeckOptions) -> Deck:
    """The deck of a file. Raises DeckRefused with the first thing that is wrong."""
    if len(body) > LARGEST:
        raise DeckRefused("file_large", most=str(LARGEST // 1024))
    told = _parse(body)
    _check_fields(told, FIELDS, "")
    if told["format"] != FORMAT:
        raise DeckRefused("file_format", value=told["format"][:40], wanted=FORMAT)
    if told["ready"] not in READY:
        raise DeckRefused("unknown_value", name="ready", value=told["ready"][:40], allowed=", ".join(READY))
    if not all(isinstance(place, str) for place in told["places"]):
        raise DeckRefused("file_field", name="places", wanted='["…"]')
    slides = tuple(_slide(one, number) for number, one in enumerate(told["slides"], 1))
    own = {name: told[name] for name in ("ready", "lang", "indicator", "day", "title", "event")}
    return checked_deck(Deck(**own, places=tuple(told["places"]), slides=slides), known)


def _parse(body: bytes) -> Any:
    """What the JSON says. A mark of the order of bytes before it is no fault: Windows puts one there."""
    try:
        told = json.loads(body.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant)
        json.dumps(told, ensure_ascii=False).encode()  # half a letter, written as \ud800, is none
    except (ValueError, RecursionError):  # also a number of thousands of digits
        raise DeckRefused("file_not_json") from None
    return told


def _slide(told: Any, number: int) -> Slide:
    _check_fields(told, SLIDE_FIELDS, f"slides[{number}].")
    if told["kind"] not in list(SlideKind):
        name, allowed = f"slides[{number}].kind", ", ".join(SlideKind)
        raise DeckRefused("unknown_value", name=name, value=told["kind"][:40], allowed=allowed)
    return Slide(**(told | {"kind": SlideKind(told["kind"])}))


def _check_fields(told: Any, wanted: Mapping[str, type], where: str) -> None:
    """Exactly the wanted fields, each of its type."""
    if not isinstance(told, dict):
        raise DeckRefused("file_field", name=where.rstrip(".") or "JSON", wanted=WRITTEN[dict])
    for name in told:
        if name not in wanted:
            raise DeckRefused("unknown_name", name=f"{where}{name[:40]}", allowed=", ".join(wanted))
    for name, kind in wanted.items():
        if name not in told:
            raise DeckRefused("file_missing", name=f"{where}{name}")
        if type(told[name]) is not kind:
            raise DeckRefused("file_field", name=f"{where}{name}", wanted=WRITTEN[kind])


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise DeckRefused("file_twice", name=twice[0][:40])
    return dict(pairs)


def _no_constant(_word: str) -> None:
    raise DeckRefused("file_not_json")

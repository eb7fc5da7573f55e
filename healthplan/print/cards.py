"""Cards from baseline to goal as pictures: the headlines, and the dumbbells of what places share."""

from collections.abc import Sequence
from html import escape
from typing import Any

from healthplan.charts import comparison
from healthplan.charts.captions import Block, Caption
from healthplan.charts.cards import cards
from healthplan.charts.drawing import Panel, TableDrawing, TableLine, WordDrawing, grid
from healthplan.charts.picture import Picture
from healthplan.charts.strip import Strip
from healthplan.print.picture_words import (
    commune_note,
    drawing_heading,
    place_dot,
    small_words,
    span_words,
    word_drawing,
)
from healthplan.print.spans import span_picture
from healthplan.release.view import View
from healthplan.subjects.targets.records import headline_spans, indicator_spans
from healthplan.text.figures import value_with_unit
from healthplan.text.numbers import number_text
from healthplan.theme import LIGHT

CARDS = 2  # in a row


def headlines_picture(view: View, places: list[str]) -> Picture:
    """The headline indicators, one card each."""
    headlined_cards = cards(view, places)
    title = view.say("picture_headlines", places=_names(view, places))
    return span_picture(
        view,
        title,
        view.say("picture_own_scales"),
        _cards(view, headlined_cards, signed=True),
        headline_spans(view, places),
        _strips(headlined_cards),
    )


def dumbbells_picture(view: View, places: list[str]) -> Picture | None:
    """What the places share, cards of one unit on one scale; None when they share nothing."""
    shared = comparison.shared_indicators(view, places)
    if not shared:
        return None
    units = list(comparison.dumbbells(view, shared, places))
    panels = [
        (len(cards), Panel(_cards(view, cards, signed=False), (_unit(view, unit, ends),)))
        for unit, ends, cards in units
    ]
    several = [panel for count, panel in panels if count > 1]
    alone = [panel for count, panel in panels if count == 1]
    strips = [strip for _, _, cards in units for strip in _strips(cards)]
    title = view.say("picture_dumbbells", places=_names(view, places))
    drawing = grid([*several, grid(alone, CARDS, above=0)])
    return span_picture(
        view,
        title,
        view.say("dumbbell_lead"),
        drawing,
        indicator_spans(view, shared, places),
        strips,
        note=commune_note(view, places),
    )


def _cards(view: View, cards: list[dict[str, Any]], *, signed: bool) -> TableDrawing:
    panels = []
    for card in cards:
        lines = [_promise(view, promise, signed=signed) for promise in card["places"]]
        over = [drawing_heading(escape(view.name(card["indicator"], "short")))]
        panels.append(Panel(TableDrawing((1.5, 1.5, 1.1), lines), (*over, *_asks(view, card))))
    return grid(panels, min(CARDS, len(panels)))


def _asks(view: View, card: dict[str, Any]) -> list[Block]:
    """What the nation asks, in a line under the name of the indicator."""
    if not card["asks"]:
        return []
    goals = " · ".join(
        f"<b>{escape(value_with_unit(ask, view.lang, card['unit']))}</b> {small_words(ask['when'])}"
        for ask in card["asks"]
    )
    return [Block((Caption(f"{small_words(view.say('card_asks'))}  {goals}"),), 13.5, 20, 0, LIGHT.ink)]


def _promise(view: View, promise: dict[str, Any], *, signed: bool) -> TableLine:
    who = [Block((place_dot(view, promise["place"]),), 13.5, 19, 0, LIGHT.ink)]
    if signed:
        who.append(Block((Caption(escape(promise["words"]), f"sign-{promise['verdict']}"),), 12, 17, 0))
    return TableLine((WordDrawing(tuple(who)), promise["strip"], word_drawing(span_words(view, promise["span"]))))


def _names(view: View, places: Sequence[str]) -> str:
    return ", ".join(view.place_name(place) for place in places)


def _unit(view: View, unit: str, ends: tuple[float, float]) -> Block:
    """What stands over the cards of one unit."""
    low, high = (number_text(end, view.lang) for end in ends)
    told = escape(view.say("dumbbell_unit", unit=unit, low=low, high=high))
    return Block((Caption(told),), 14, 20, 14, LIGHT.accent, "bold")


def _strips(cards: list[dict[str, Any]]) -> list[Strip]:
    return [promise["strip"] for card in cards for promise in card["places"]]

"""What stands beside an indicator's chart: what each year demands, and how each plan stands to each
benchmark."""

from typing import Any

from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.spans import goal_year, is_excerpt, silence_words, spans_of
from healthplan.subjects.trajectories.queries import indicator_ambition, indicator_progress, required_paces
from healthplan.text.numbers import amounts


def pace_cards(view: View, indicator: Row, places: list[str]) -> list[dict[str, Any]]:
    """The yearly change each plan demands, or the word for why it cannot be worked out; and how far it has
    come. No card of what only the nation speaks of."""
    known = {row["place"]: row for row in view.ask(required_paces, indicator=indicator["indicator"])}
    reached = {
        row["place"]: view.name(row, "reason") for row in view.ask(indicator_progress, indicator=indicator["indicator"])
    }
    bases = {span["place"]: span for span in spans_of(view, indicator, places)}
    cards = [_pace_card(view, indicator, place, known.get(place), bases[place]) for place in places if place in bases]
    return [card | {"progress": reached.get(card["place"], "")} for card in cards]


def _pace_card(view: View, indicator: Row, place: str, pace: Row | None, base: Row) -> dict[str, Any]:
    if pace is None:
        return {"place": place, "amount": _why_none(view, base), "reason": "", "known": False}
    words = {"met": "pace_already", "sign": "pace_little"}
    told = (
        view.say(words[pace["verdict"]])
        if pace["verdict"] in words
        else view.say("pace_a_year", amount=change_of(view, pace, indicator))
    )
    return {"place": place, "amount": told, "reason": view.name(pace, "reason"), "known": True}


def _why_none(view: View, base: Row) -> str:
    if base["base_row"] is None and is_excerpt(base):
        return silence_words(view, base)
    if base["base_series"] != "baseline":
        return view.say("pace_none")
    if base["base_kind"] == "unknown":
        return view.say("pace_base_unknown", word=view.say(f"reason_{base['base_unknown_reason']}"))
    return view.say("pace_no_goal")


def change_of(view: View, pace: Row, about: Row) -> str:
    """What each year demands, as words: of a printed range the least and the most."""
    return amounts(pace["amount_least"], pace["amount_most"], view.name(about, "change"), view.lang)


def verdict_rows(view: View, indicator: Row, places: list[str]) -> list[dict[str, Any]]:
    """One row a benchmark, with the verdict on each chosen place (none where a regional benchmark is not
    about it)."""
    found: dict[str, dict[str, Any]] = {}
    for verdict in view.ask(indicator_ambition, indicator=indicator["indicator"]):
        row = found.setdefault(verdict["benchmark_row"], verdict | {"by_place": {}, "when": goal_year(view, verdict)})
        row["by_place"][verdict["place"]] = verdict
    return [row | {"cells": [(place, row["by_place"].get(place)) for place in places]} for row in found.values()]

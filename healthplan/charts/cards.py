"""Headline cards: the distance of the nation, how many places are short, and each place on a strip."""

from datetime import date
from typing import Any

from healthplan.charts.scale import bar_of, other_goals, scale, strip_ends, strip_position
from healthplan.charts.strip import Strip
from healthplan.parameters.shared import provinces
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.distances.records import distances_of_places
from healthplan.subjects.distances.tally import state_tally
from healthplan.subjects.targets.heights import height, numbers
from healthplan.subjects.targets.spans import (
    distinct_goals,
    far_year,
    national_goals,
    sign_of,
    spans_in_order,
    spans_of,
    verdict_words,
)
from healthplan.theme import place_colour


def cards(view: View, places: list[str]) -> list[dict[str, Any]]:
    """One card a headline indicator."""
    return [card(view, row, places) for row in view.indicators.values() if row["headline"]]


def headline_cards(view: View, places: list[str], day: date) -> list[dict[str, Any]]:
    """The same with the `nation`'s distance and the `tally` of the provinces among the places."""
    held = [place for place in places if place in provinces(view)]
    told = distances_of_places(view, ["VN", *held], day)
    return [
        one
        | {
            "nation": told.get((one["indicator"]["indicator"], "VN")),
            "tally": state_tally(told.get((one["indicator"]["indicator"], place)) for place in held),
        }
        for one in cards(view, places)
    ]


def heights(view: View, indicator: Row, places: list[str]) -> list[float]:
    """Every number of the places and of the nation that a card of the indicator shows."""
    own = spans_of(view, indicator, places)
    found = [value for span in own for prefix in ("base_", "") for value in numbers(span, prefix)]
    return found + [value for ask in national_goals(view, indicator["indicator"]) for value in numbers(ask)]


def card(view: View, indicator: Row, places: list[str], ends: tuple[float, float] | None = None) -> dict[str, Any]:
    """What the nation asks and what each place promises, on a strip from `ends[0]` to `ends[1]` (by default
    its own); `all` has the goals of all places on one."""
    own = spans_of(view, indicator, places)
    asked = national_goals(view, indicator["indicator"])
    ends = ends or scale(heights(view, indicator, places))
    ticks = ticks_of(asked, ends)
    return {
        "indicator": indicator,
        "unit": view.name(indicator, "unit"),
        "scale": "",
        "asks": distinct_goals(asked),
        "places": [_promise(view, span, ends, ticks) for span in spans_in_order(view, own)],
        "nation": None,
        "tally": None,
        "all": Strip("", ticks=ticks, others=other_goals(view, own, ends)),
    }


def ticks_of(asked: list[Row], ends: tuple[float, float]) -> tuple[float, ...]:
    """Where what the nation asks stands on a strip."""
    return tuple(sorted({strip_position(value, ends) for ask in asked if (value := height(ask)) is not None}))


def _promise(view: View, span: Row, ends: tuple[float, float], ticks: tuple[float, ...]) -> dict[str, Any]:
    return {
        "place": span["place"],
        "name": view.place_name(span["place"]),
        "span": span,
        "verdict": sign_of(span),
        "words": verdict_words(view, span),
        "strip": Strip(
            span["place"],
            strip_ends(span, ends),
            ticks,
            bar=bar_of(span, ends),
            colour=place_colour(view.theme, span["place"]),
        ),
        "when": far_year(view, span),
    }

"""The charts from baseline to goal that are HTML: headline cards with their strips, and the rug."""

from typing import Any

from healthplan.charts.scale import bar_of, scale, strip_ends, strip_position
from healthplan.charts.strip import Strip
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.heights import height, numbers
from healthplan.subjects.targets.queries import spans
from healthplan.subjects.targets.spans import (
    distinct_goals,
    far_year,
    national_goals,
    sign_of,
    spans_in_order,
    spans_of,
    stated_indicators,
    verdict_words,
)
from healthplan.theme import place_colour


def cards(view: View, places: list[str]) -> list[dict[str, Any]]:
    """One card a headline indicator."""
    return [card(view, row, places) for row in view.indicators.values() if row["headline"]]


def heights(view: View, indicator: Row, places: list[str]) -> list[float]:
    """Every number of the places and of the nation that a card of the indicator shows."""
    own = spans_of(view, indicator, places)
    found = [value for span in own for prefix in ("base_", "") for value in numbers(span, prefix)]
    return found + [value for ask in national_goals(view, indicator["indicator"]) for value in numbers(ask)]


def card(view: View, indicator: Row, places: list[str], ends: tuple[float, float] | None = None) -> dict[str, Any]:
    """What the nation asks and what each place promises, on a strip from `ends[0]` to `ends[1]` (by default
    its own)."""
    own = spans_of(view, indicator, places)
    asked = national_goals(view, indicator["indicator"])
    ends = ends or scale(heights(view, indicator, places))
    ticks = ticks_of(asked, ends)
    return {
        "indicator": indicator,
        "unit": view.name(indicator, "unit"),
        "asks": distinct_goals(asked),
        "places": [_promise(view, span, ends, ticks) for span in spans_in_order(view, own)],
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


def rug_rows(view: View, places: list[str]) -> list[dict[str, Any]]:
    """All indicators by theme; in each row what the nation asks and one cell a place."""
    cells: dict[str, list[Row]] = {}
    for span in (span for span in view.ask(spans) if span["place"] in places):
        cells.setdefault(span["indicator"], []).append(span)
    themes: dict[str, dict[str, Any]] = {}
    for indicator in (row for row in view.indicators.values() if row["indicator"] in stated_indicators(view)):
        theme = themes.setdefault(indicator["theme"], {"name": view.name(indicator, "theme"), "rows": []})
        theme["rows"].append(
            {
                "indicator": indicator,
                "unit": view.name(indicator, "unit"),
                "asks": distinct_goals(national_goals(view, indicator["indicator"])),
                "cells": [_cell(view, span) for span in spans_in_order(view, cells[indicator["indicator"]])],
            }
        )
    return list(themes.values())


def _cell(view: View, span: Row) -> Row:
    title = view.name(span, "reason") or view.say(f"sign_{sign_of(span)}")
    return span | {
        "sign": sign_of(span),
        "words": verdict_words(view, span),
        "title": title,
        "when": far_year(view, span),
    }

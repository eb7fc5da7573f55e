"""The rug: all indicators and all places, in each cell what is reported, what is planned, or what is missing."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from healthplan.model.distance import DistanceState
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.distances.records import IndicatorDistances, distances_of_places
from healthplan.subjects.distances.tally import state_tally
from healthplan.subjects.targets.queries import spans
from healthplan.subjects.targets.spans import (
    distinct_goals,
    far_year,
    legend_signs,
    national_goals,
    sign_of,
    spans_in_order,
    stated_indicators,
    verdict_words,
)
from healthplan.text.figures import value_text

WORDS_MOST, FIGURES_MOST = 6, 16  # places whose cells have room for words, and for figures


def rug(view: View, places: list[str], cells: str, order: str, day: date, apart: Sequence[str] = ()) -> dict[str, Any]:
    """The facts of rug.html, indicators `apart` left out. `cells` and `order` are as CELLS and ORDER have
    them; `room` is what a cell has room for: words, figures or letters."""
    told = distances_of_places(view, places, day)
    themes = [
        theme | {"rows": rows}
        for theme in rug_rows(view, places)
        if (rows := [row for row in theme["rows"] if row["indicator"]["indicator"] not in apart])
    ]
    for row in (row for theme in themes for row in theme["rows"]):
        name = row["indicator"]["indicator"]
        measured = [(cell, told.get((name, cell["place"]))) for cell in row["cells"]]
        row["tally"] = state_tally(one for cell, one in measured if cell["place_kind"] == "province")
        row["cells"] = [cell | _shown(view, cell, one, cells) for cell, one in measured]
    if order == "distance":
        rows = sorted((row for theme in themes for row in theme["rows"]), key=lambda row: -row["tally"].short)
        themes = [{"name": view.say("rug_by_distance"), "rows": rows}]
    planned = [view.planned[place] for place in places]
    return {
        "themes": themes,
        "places": planned,
        "total": str(sum(len(theme["rows"]) for theme in themes)),
        "cells": cells,
        "order": order,
        "room": "words" if len(places) <= WORDS_MOST else "figures" if len(places) <= FIGURES_MOST else "letters",
        "legend": _legend(view, planned, cells),
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


def _shown(view: View, cell: Row, one: IndicatorDistances | None, cells: str) -> dict[str, str]:
    """What a cell shows: figure, its year, its mark with letter and words, the row that it opens, and all of
    it in a sentence."""
    if cells == "2030":
        sign = cell["sign"]
        return {
            "figure": value_text(cell, view.lang) if cell["row"] else "",
            "mark": f"sign sign-{sign}",
            "tint": sign,
            "letter": _letter(view, sign),
            "opens": cell["row"] or "",
        }
    distance = one.told if one else None
    state = distance.state if distance else DistanceState.NO_GOAL
    if cells == "now":
        figure = value_text(cell, view.lang, "base_") if cell["base_row"] else ""
        when, opens = str(cell["base_year"] or ""), cell["base_row"]
    else:
        figure = distance.missing if distance and distance.amount else ""
        when, opens = (
            (distance.goal_when, distance.row["now_row"] or distance.row["goal_row"]) if distance else ("", "")
        )
    return {
        "figure": figure,
        "when": when,
        "mark": f"state state-{state}",
        "tint": state,
        "letter": _letter(view, state),
        "words": view.say(f"distance_{state}"),
        "opens": opens or "",
        "title": distance.sentence if distance else view.say("distance_no_goal"),
    }


def _letter(view: View, mark: str) -> str:
    """The letter beside a mark; none where there is nothing to tell apart."""
    return "" if mark in ("no_benchmark", DistanceState.NO_GOAL) else view.say(f"letter_{mark}")


def _legend(view: View, planned: Sequence[Row], cells: str) -> list[dict[str, str]]:
    """Each mark with its letter and words."""
    if cells == "2030":
        return [
            {"mark": f"sign sign-{sign}", "letter": _letter(view, sign), "words": view.say(f"sign_{sign}")}
            for sign in legend_signs(view, planned)
        ]
    return [
        {"mark": f"state state-{state}", "letter": _letter(view, state), "words": view.say(f"distance_{state}")}
        for state in DistanceState
    ]

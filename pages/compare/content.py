"""Two places and more: how far each is, what they share in charts, the rest in one table."""

from typing import Any

from healthplan.charts.chart_title import late_paths
from healthplan.charts.comparison import (
    CHARTED_MOST,
    COLUMNS,
    comparison_title,
    dumbbells,
    shared_indicators,
    small_chart,
)
from healthplan.charts.rug import rug
from healthplan.parameters.address import files_of
from healthplan.parameters.parameter import Choices
from healthplan.parameters.shared import PLACES
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.distances.records import distances_of_places
from healthplan.subjects.distances.tally import state_tally
from healthplan.text.numbers import number_text
from pages.blocks import Block, Columns, FigureBlock, Pick, ReaderContext, Sentence, html


def heading(view: View, choices: Choices) -> str:
    """Which places are compared."""
    return comparison_title(view, choices["places"].split(","))


def content(view: View, choices: Choices, reader: ReaderContext) -> list[Block]:
    """The distances of the headlines; one small chart an indicator, the places on one scale in each; from
    baseline to goal, unit by unit; what has nothing to draw in one table."""
    places = choices["places"].split(",")
    indicators = shared_indicators(view, places)
    head: list[Block] = [
        Pick(parameter=PLACES),
        html("heading.html", title=heading(view, choices), lead=view.say("compare_lead", count=str(len(indicators)))),
    ]
    if len(places) < 2:
        return [*head, Sentence(view.say("compare_few"))]
    communes = any(view.planned[place]["kind"] == "commune" for place in places)
    rest = rug(view, places, "2030", "theme", reader.today, apart=[one["indicator"] for one in indicators])
    return [
        *head,
        html("place_legend.html", places=places if len(places) <= CHARTED_MOST else [], commune=communes),
        html(
            "compare_distances.html",
            groups=_distances(view, places, reader),
            folded=view.phone or len(places) > CHARTED_MOST,
        ),
        *(_charts(view, indicators, places) if indicators else [Sentence(view.say("compare_nothing"))]),
        html("heading2.html", title=view.say("compare_rest", count=rest["total"]), lead=view.say("compare_rest_lead")),
        html("rug_phone.html" if view.phone else "rug.html", **rest),
    ]


def _distances(view: View, places: list[str], reader: ReaderContext) -> list[dict[str, Any]]:
    """The headlines, each with the distances of the places in their order."""
    told = distances_of_places(view, places, reader.today)
    headlines = [row for row in view.indicators.values() if row["headline"]]
    groups = []
    for row in headlines:
        rows = [one for place in places if (one := told.get((row["indicator"], place)))]
        groups.append({"indicator": row, "rows": rows, "tally": state_tally(rows)})
    return groups


def _charts(view: View, indicators: list[Row], places: list[str]) -> list[Block]:
    """Small charts where so many places can be told apart, and the strips from baseline to goal."""
    named = ",".join(places)
    small: list[Block] = []
    if len(places) <= CHARTED_MOST:
        rows = [indicators[at : at + COLUMNS] for at in range(0, len(indicators), COLUMNS)]
        small = [
            html("heading2.html", title=view.say("compare_charts"), lead=""),
            *(Columns([1] * COLUMNS, [_small(view, one, places) for one in row], wide=True) for row in rows),
            html("chart_files.html", files=files_of(view, "compare", places=named), label="files_whole"),
        ]
    return [
        *small,
        html(
            "dumbbells.html",
            groups=_dumbbells(view, indicators, places),
            wide=True,
            files=files_of(view, "dumbbells", places=named),
        ),
    ]


def _small(view: View, indicator: Row, places: list[str]) -> list[Block]:
    """One small chart with its files."""
    name = indicator["indicator"]
    alt = view.say(
        "multiple_alt", indicator=view.name(indicator), places=", ".join(view.place_name(place) for place in places)
    )
    files = files_of(view, "trajectory", indicator=name, places=",".join(places))
    return [
        html("multiple.html", indicator=indicator),
        FigureBlock(small_chart(view, indicator, places), alt, f"small-{name}"),
        html("late.html", shapes=late_paths(view, indicator, places)),
        *([] if view.phone else [html("small_files.html", files=files, of=view.name(indicator))]),
    ]


def _dumbbells(view: View, indicators: list[Row], places: list[str]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The scale and the cards of each unit; those that are alone in theirs side by side, each with its scale."""
    groups: list[tuple[str, list[dict[str, Any]]]] = []
    alone: list[dict[str, Any]] = []
    for unit, (low, high), cards in dumbbells(view, indicators, places):
        told = view.say("dumbbell_unit", unit=unit, low=number_text(low, view.lang), high=number_text(high, view.lang))
        if len(cards) == 1:
            alone.append(cards[0] | {"scale": told})
        else:
            groups.append((told, cards))
    return [*groups, ("", alone)] if alone else groups

"""Two to six places, all the indicators that they share."""

from healthplan.charts.chart_title import late_paths
from healthplan.charts.comparison import COLUMNS, COMPARED, comparison_title, dumbbells, shared_indicators, small_chart
from healthplan.parameters.address import files_of
from healthplan.parameters.parameter import Choices
from healthplan.release.query import Row
from healthplan.release.view import View
from pages.blocks import Block, Columns, FigureBlock, Pick, ReaderContext, Sentence, html


def heading(view: View, choices: Choices) -> str:
    """Which places are compared."""
    return comparison_title(view, choices["places"].split(","))


def content(view: View, choices: Choices, _reader: ReaderContext) -> list[Block]:
    """One small chart an indicator, the places on one scale in each; then from baseline to goal, unit by
    unit."""
    places = choices["places"].split(",")
    indicators = shared_indicators(view, places)
    head: list[Block] = [
        Pick(parameter=COMPARED),
        html("heading.html", title=heading(view, choices), lead=view.say("compare_lead", count=str(len(indicators)))),
    ]
    if len(places) < 2 or not indicators:
        return [*head, Sentence(view.say("compare_few" if len(places) < 2 else "compare_nothing"))]
    communes = any(view.planned[place]["kind"] == "commune" for place in places)
    rows = [indicators[at : at + COLUMNS] for at in range(0, len(indicators), COLUMNS)]
    return [
        *head,
        html("place_legend.html", places=places, commune=communes),
        *(Columns([1] * COLUMNS, [_small(view, one, places) for one in row], wide=True) for row in rows),
        html("chart_files.html", files=files_of(view, "compare", places=",".join(places)), label="files_whole"),
        html("heading2.html", title=view.say("dumbbell_title"), lead=view.say("dumbbell_lead")),
        *_dumbbells(view, indicators, places),
        html("chart_files.html", files=files_of(view, "dumbbells", places=",".join(places))),
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
        html("small_files.html", files=files, of=view.name(indicator)),
    ]


def _dumbbells(view: View, indicators: list[Row], places: list[str]) -> list[Block]:
    """The cards of each unit."""
    blocks: list[Block] = []
    for unit, ends, cards in dumbbells(view, indicators, places):
        blocks += [html("unit.html", unit=unit, low=ends[0], high=ends[1]), html("cards.html", cards=cards, wide=True)]
    return blocks

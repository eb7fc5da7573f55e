"""The nation at a glance: headline cards, the tile map, the rug."""

from healthplan.charts.cards import cards, rug_rows
from healthplan.charts.tile_map import MAP_YEAR, MAPPED, tile_map_facts
from healthplan.parameters.address import files_of
from healthplan.parameters.parameter import Choices
from healthplan.parameters.shared import COMMUNES, provinces
from healthplan.release.view import View
from healthplan.subjects.targets.queries import plan_counts
from healthplan.subjects.targets.spans import stated_indicators
from pages.blocks import Block, Columns, Pick, ReaderContext, html

PARAMETERS = (COMMUNES, MAPPED, MAP_YEAR)


def heading(view: View, _choices: Choices) -> str:
    """How many plans lie side by side."""
    return view.say("overview_title", plans=str(view.ask(plan_counts)[0]["plans"]))


def content(view: View, choices: Choices, _reader: ReaderContext) -> list[Block]:
    """Cards and map side by side, the rug below."""
    held = view.ask(plan_counts)[0]
    places = list(view.planned) if choices["communes"] == "yes" else provinces(view)
    named, year = ",".join(places), choices["year"]
    indicator = view.indicators[choices["indicator"]]
    left: list[Block] = [
        html("cards.html", cards=cards(view, places), wide=False),
        html("chart_files.html", files=files_of(view, "headlines", places=named)),
    ]
    right: list[Block] = [
        Columns([3, 1], [[Pick(parameter=MAPPED, clears="year")], [Pick(parameter=MAP_YEAR)]]),
        html(
            "tilemap.html",
            **tile_map_facts(view, indicator, year),
            files=files_of(view, "map", indicator=indicator["indicator"], year=year),
        ),
    ]
    return [
        html("heading.html", title=heading(view, choices), lead=view.say("overview_lead", goals=str(held["goals"]))),
        html("review_call.html", count=str(held["grave"])),
        Pick(parameter=COMMUNES),
        Columns([17, 10], [left, right], wide=True),
        html(
            "rug.html",
            themes=rug_rows(view, places),
            places=[view.planned[place] for place in places],
            total=str(len(stated_indicators(view))),
            files=files_of(view, "rug", places=named),
        ),
    ]

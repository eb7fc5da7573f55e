"""The nation at a glance: headline cards, the tile map, the rug."""

from healthplan.charts.cards import headline_cards
from healthplan.charts.rug import rug
from healthplan.charts.tile_map import MAP_YEAR, MAPPED, tile_map_facts
from healthplan.parameters.address import files_of
from healthplan.parameters.parameter import Choices
from healthplan.parameters.shared import COMMUNES, provinces
from healthplan.release.view import View
from healthplan.subjects.distances.tally import CELLS, ORDER
from healthplan.subjects.targets.queries import plan_counts
from healthplan.subjects.targets.spans import verdict_counts
from pages.blocks import Block, Columns, Pick, ReaderContext, html

PARAMETERS = (COMMUNES, MAPPED, MAP_YEAR, CELLS, ORDER)


def heading(view: View, _choices: Choices) -> str:
    """How the plans of the provinces stand to what the nation asks."""
    held = provinces(view)
    counts = {kind: str(count) for kind, count in verdict_counts(view, held).items()}
    return view.say("overview_title", provinces=str(len(held)), **counts)


def content(view: View, choices: Choices, reader: ReaderContext) -> list[Block]:
    """Cards and map side by side, the rug below."""
    held = view.ask(plan_counts)[0]
    places = list(view.planned) if choices["communes"] == "yes" else provinces(view)
    named, year = ",".join(places), choices["year"]
    indicator = view.indicators[choices["indicator"]]
    cards = html("cards.html", cards=headline_cards(view, places, reader.today), wide=False)
    taken = html("chart_files.html", files=files_of(view, "headlines", places=named))
    right: list[Block] = [
        Columns([2, 1], [[Pick(parameter=MAPPED, clears=("year",))], [Pick(parameter=MAP_YEAR)]]),
        html(
            "tilemap.html",
            **tile_map_facts(view, indicator, year),
            files=files_of(view, "map", indicator=indicator["indicator"], year=year),
        ),
    ]
    facts = rug(view, places, choices["cells"], choices["order"], reader.today)
    return [
        html(
            "heading.html",
            title=heading(view, choices),
            lead=view.say("overview_lead", plans=str(held["plans"]), goals=str(held["goals"])),
        ),
        html("review_call.html", count=str(held["grave"])),
        Columns([17, 10], [[cards, *([taken] if view.phone else [])], right], wide=True),
        *([] if view.phone else [taken]),
        html("rug_head.html", **facts),
        Columns([2, 2, 2], [[Pick(parameter=CELLS)], [Pick(parameter=ORDER)], [Pick(parameter=COMMUNES)]]),
        html("rug_phone.html" if view.phone else "rug.html", **facts, files=files_of(view, "rug", places=named)),
    ]

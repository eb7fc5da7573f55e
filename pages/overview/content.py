"""The nation at a glance: headline cards, the tile map, the rug."""

from healthplan.charts.tile_map import MAP_YEAR, MAPPED
from healthplan.parameters.parameter import Choices
from healthplan.parameters.shared import COMMUNES
from healthplan.release.view import View
from healthplan.subjects.targets.queries import plan_counts

PARAMETERS = (COMMUNES, MAPPED, MAP_YEAR)


def heading(view: View, _choices: Choices) -> str:
    """How many plans lie side by side."""
    return view.say("overview_title", plans=str(view.ask(plan_counts)[0]["plans"]))

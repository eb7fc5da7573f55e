"""One indicator, many places: plan paths, the nation and what has been reported."""

from healthplan.charts.indicator import TRACED, UNTIL_YEAR, trajectory_title
from healthplan.parameters.parameter import Choices
from healthplan.parameters.shared import INDICATOR
from healthplan.release.view import View
from healthplan.subjects.trajectories.series import UNTIL

PARAMETERS = (INDICATOR, TRACED, UNTIL_YEAR)


def heading(view: View, choices: Choices) -> str:
    """The heading of the chart."""
    indicator, places = view.indicators[choices["indicator"]], choices["places"].split(",")
    return trajectory_title(view, indicator, places, UNTIL[choices["until"]])

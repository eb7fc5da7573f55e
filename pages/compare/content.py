"""Two to six places, all the indicators that they share."""

from healthplan.charts.comparison import comparison_title
from healthplan.parameters.parameter import Choices
from healthplan.release.view import View


def heading(view: View, choices: Choices) -> str:
    """Which places are compared."""
    return comparison_title(view, choices["places"].split(","))

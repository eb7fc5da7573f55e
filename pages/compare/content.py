"""Two to six places, all the indicators that they share."""

from healthplan.charts.comparison import title
from healthplan.parameters.parameter import Choices
from healthplan.release.view import View


def heading(view: View, choices: Choices) -> str:
    """Which places are compared."""
    return title(view, choices["places"].split(","))

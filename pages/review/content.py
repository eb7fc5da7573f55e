"""What must be known before plans are compared: every contradiction and gap, with its evidence."""

from healthplan.charts.finding import FINDING
from healthplan.parameters.parameter import Choices
from healthplan.release.view import View
from healthplan.subjects.findings.review import FILTERS, filtered_findings, finding_filter, review_title

PARAMETERS = (*FILTERS, FINDING)


def heading(view: View, choices: Choices) -> str:
    """How many findings there are, and how many of them are grave."""
    return review_title(view, filtered_findings(view, finding_filter(choices)))

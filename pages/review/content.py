"""What must be known before plans are compared: every contradiction and gap, with its evidence."""

from healthplan.charts.finding import FINDING, opened
from healthplan.formats.finding_rows import finding_rows
from healthplan.formats.row_citation import of_row
from healthplan.parameters.files import files_of
from healthplan.parameters.parameter import Choices
from healthplan.release.view import View
from healthplan.subjects.findings import review
from pages.blocks import Block, Chart, Columns, File, Pick, Reader, html

PARAMETERS = (*review.PARAMETERS, FINDING)


def heading(view: View, choices: Choices) -> str:
    """How many findings there are, and how many of them are grave."""
    return review.title(view, review.found(view, review.filter_of(choices)))


def content(view: View, choices: Choices, reader: Reader) -> list[Block]:
    """The finding that is open, the pickers, the matrix of counts, the findings; a rule is picked in the
    matrix."""
    picked = review.filter_of(choices)
    chosen, filters = review.found(view, picked), review.state(picked)
    name = f"{view.say('review_file')}-{view.path.stem}.csv"
    return [
        *_finding(view, choices["finding"], filters["state"], reader.base),
        Columns([3, 5, 6], [[Pick(parameter=one)] for one in review.PARAMETERS[:3]]),
        html("heading.html", title=review.title(view, chosen), lead=view.say("review_lead")),
        html("review_matrix.html", **review.matrix(view, picked)),
        html("review_groups.html", groups=review.groups(view, chosen), **filters),
        File(view.say("review_download"), finding_rows(view, chosen) if chosen else b"", name, "text/csv"),
        html("review_gaps.html", gaps=review.mapping_gaps(view, picked)),
        html("review_remarks.html", remarks=review.other_remarks(view, picked)),
    ]


def _finding(view: View, name: str, filters: dict[str, str], base: str) -> list[Block]:
    """The finding that the address opens, with its chart."""
    evidence = opened(view, name)
    if evidence is None:
        return []
    row, chart = evidence.row, evidence.chart
    told = html("finding.html", row=row, rule=evidence.rule, sides=evidence.sides, state=filters,
                cite=of_row(view, name, base))  # fmt: skip
    if chart is None or chart.figure is None:
        return [told]
    return [told, Chart(chart.figure, row["sentence"], "evidence"),
            html("chart_files.html", files=files_of(view, "finding", finding=name))]  # fmt: skip

"""What must be known before plans are compared: every contradiction and gap, with its evidence."""

from healthplan.charts.finding import FINDING, finding_evidence
from healthplan.formats.citation import row_citation
from healthplan.formats.finding_rows import finding_rows
from healthplan.parameters.address import files_of, memo_of
from healthplan.parameters.parameter import Choices
from healthplan.release.view import View
from healthplan.subjects.findings import review
from pages.blocks import Block, Columns, DownloadBlock, FigureBlock, Pick, ReaderContext, html

PARAMETERS = (*review.FILTERS, FINDING)


def heading(view: View, choices: Choices) -> str:
    """How many findings there are, and how many of them are grave."""
    return review.review_title(view, review.filtered_findings(view, review.finding_filter(choices)))


def content(view: View, choices: Choices, reader: ReaderContext) -> list[Block]:
    """The finding that is open, the answer, the pickers, the findings that matter first, the matrix of counts,
    all findings; a rule is picked in the matrix."""
    picked = review.finding_filter(choices)
    chosen, filters = review.filtered_findings(view, picked), review.filter_state(picked)
    name = f"{view.say('review_file')}-{view.path.stem}.csv"
    many = len(chosen) > review.FIRST
    first = [html("review_first.html", families=review.gravest_by_family(view, chosen), **filters)] if many else []
    return [
        *_finding(view, choices["finding"], filters["state"], reader.base),
        html(
            "review_answer.html",
            title=review.review_title(view, chosen),
            families=review.family_counts(view, chosen),
            memo=memo_of(view, filters["state"]) if chosen else "",
        ),
        Columns([3, 5, 6], [[Pick(parameter=one)] for one in review.FILTERS[:3]]),
        *first,
        html("review_matrix.html", **review.finding_matrix(view, picked)),
        html("review_groups.html", groups=review.finding_groups(view, chosen), folded=many, **filters),
        DownloadBlock(view.say("review_download"), finding_rows(view, chosen) if chosen else b"", name, "text/csv"),
        html("review_gaps.html", gaps=review.mapping_gaps(view, picked)),
        html("review_remarks.html", remarks=review.other_remarks(view, picked)),
    ]


def _finding(view: View, name: str, filters: dict[str, str], base: str) -> list[Block]:
    """The finding that the address opens, with its chart."""
    evidence = finding_evidence(view, name)
    if evidence is None:
        return []
    row, chart = evidence.row, evidence.chart
    told = html(
        "finding.html",
        row=row,
        rule=evidence.rule,
        sides=evidence.sides,
        state=filters,
        cite=row_citation(view, name, base),
    )
    if chart is None or chart.figure is None:
        return [told]
    return [
        told,
        FigureBlock(chart.figure, row["sentence"], "evidence"),
        html("chart_files.html", files=files_of(view, "finding", finding=name)),
    ]

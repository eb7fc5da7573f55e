"""One place: plain words, its indicators on a spine, its tasks and its paper."""

from datetime import date

from healthplan.charts.spine import spine, spine_scales
from healthplan.parameters.address import brief_of, files_of, report_of
from healthplan.parameters.parameter import Choices
from healthplan.release.view import View
from healthplan.subjects.distances.records import distances_of_place
from healthplan.subjects.findings.queries import gravest
from healthplan.subjects.findings.review import finding_items
from healthplan.subjects.places import profile
from healthplan.subjects.places.queries import duties
from healthplan.subjects.reports.month import report_period
from healthplan.subjects.targets.spans import stated_indicators
from pages.blocks import Block, Pick, ReaderContext, html

FIRST = 3  # findings that lead the page


def heading(view: View, choices: Choices) -> str:
    """The name of the place."""
    return view.place_name(choices["place"])


def content(view: View, choices: Choices, reader: ReaderContext) -> list[Block]:
    """What its plan says; of a place without a plan what was reported."""
    place = choices["place"]
    head: list[Block] = [
        Pick(parameter=profile.PLACE, width=420),
        html(
            "place_head.html",
            place=place,
            title=heading(view, choices),
            sentences=profile.summary(view, place),
            brief=brief_of(view, place),
            reports=_reports(view, place, reader.today),
        ),
    ]
    paper = profile.plan_document(view, place)
    if paper is None:
        return [
            *head,
            html(
                "observed.html",
                place=place,
                rows=profile.reported_values(view, place),
                former=profile.former_values(view, place),
            ),
        ]
    groups = profile.task_groups(view, place)
    distances = distances_of_place(view, place, reader.today)
    reckoned, known = [line for line in distances if line.is_reckoned], stated_indicators(view)
    followed = [line for line in distances if line.indicator["indicator"] in known]
    return [
        *head,
        html(
            "place_first.html",
            findings=finding_items(view, view.ask(gravest, place=place, most=FIRST)),
            rows=sorted(reckoned, key=lambda line: not line.indicator["headline"]),
            others=sum(not line.is_reckoned for line in followed),
            followed=len(followed),
            today=reader.today,
            place=place,
        ),
        html(
            "spine.html",
            themes=spine(view, place),
            scales=spine_scales(view),
            place=place,
            files=files_of(view, "spine", place=place),
        ),
        html(
            "tasks.html",
            groups=groups,
            total=str(sum(len(group["tasks"]) for group in groups)),
            absent=profile.no_tasks(view, place),
        ),
        html("duties.html", duties=view.ask(duties, place=place), place=place),
        html("paper.html", paper=paper),
    ]


def _reports(view: View, place: str, today: date) -> list[tuple[str, str]]:
    """The reports that the place owes for the month, the quarter and the year of a day: period and address."""
    periods = (f"{today:%Y-%m}", f"{today.year}-Q{(today.month + 2) // 3}", str(today.year))
    return [(report_period(view, period), report_of(view, place, period)) for period in periods]

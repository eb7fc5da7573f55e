"""Where every figure comes from, what was taken and how it is judged."""

from dataclasses import replace
from typing import Any

from healthplan.formats.citation import row_citation
from healthplan.parameters.parameter import Choices, Parameter, ParameterKind
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.subjects.documents.evidence import documents_by_name, evidence_row, evidence_rows, press_readings
from healthplan.subjects.documents.queries import mergers, national_rows, received_papers, rows_of_document, slips
from healthplan.subjects.findings.queries import rules
from healthplan.subjects.places.queries import document_remarks
from pages.blocks import Block, Pick, ReaderContext, html


def _called(view: View, name: str) -> str:
    row = evidence_row(view, name) or {}
    return view.say("evidence_title", indicator=view.name(row, "indicator"), value=row["value"])


def _usual(view: View, choices: Choices) -> str:
    row = evidence_row(view, choices["row"])
    return row["paper"]["document"] if row else ""


ROW = Parameter(
    name="row",
    kind=ParameterKind.NAME,
    label="evidence_label",
    shown=_called,
    known=lambda view, name: evidence_row(view, name) is not None,
)
DOCUMENT = Parameter(
    name="document",
    label="pick_document",
    options=lambda view, _: list(documents_by_name(view)),
    default=_usual,
    shown=lambda view, one: view.name(documents_by_name(view)[one], "short"),
)
PARAMETERS = (ROW, DOCUMENT)
NEWEST = 24  # reports that are listed


def papers_beside(view: View, document: str) -> list[str]:
    """What the list offers: every paper and page, and of the many reports only the one that is open."""
    return [name for name, row in documents_by_name(view).items() if row["kind"] != "report" or name == document]


def heading(view: View, _choices: Choices) -> str:
    """What the screen is about."""
    return view.say("sources_title")


def content(view: View, choices: Choices, reader: ReaderContext) -> list[Block]:
    """The figure that is open, its paper, the nation's words, how all is judged, the releases."""
    name, document = choices["row"], choices["document"]
    row = evidence_row(view, name) if name else None
    opened = [html("evidence.html", row=row | {"cite": row_citation(view, name, reader.base)})] if row else []
    benchmarks = evidence_rows(view, view.ask(national_rows))
    return [
        *opened,
        html("heading.html", title=heading(view, choices), lead=view.say("sources_lead")),
        Pick(
            parameter=replace(DOCUMENT, options=lambda view, _: papers_beside(view, document)), clears="row", width=420
        ),
        html(
            "document.html",
            paper=documents_by_name(view)[document],
            chosen=name,
            opened=bool(row),
            rows=evidence_rows(view, view.ask(rows_of_document, document=document)),
            remarks=view.ask(document_remarks, document=document),
        ),
        html("received_papers.html", papers=view.ask(received_papers, most=NEWEST)),
        html("benchmarks.html", rows=benchmarks),
        html(
            "methods.html",
            indicators=list(view.indicators.values()),
            slips=view.ask(slips),
            merger=view.ask(mergers)[0],
            rules=view.ask(rules),
            press=press_readings(view, benchmarks),
        ),
        html("releases.html", **release_facts()),
    ]


UNFOLDED = 6  # the older ones are folded away


def release_facts() -> dict[str, Any]:
    """The facts of releases.html: each release by name, the newest first."""
    names, served = publication.release_names()[::-1], publication.served_release()
    return {
        "releases": [{"name": name, "edition": name.removeprefix("release-")} for name in names],
        "current": served.path.stem if served else "",
        "unfolded": UNFOLDED,
    }

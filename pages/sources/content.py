"""Where every figure comes from, what was taken and how it is judged."""

from dataclasses import replace
from typing import Any

from healthplan.formats.citation import row_citation
from healthplan.parameters.parameter import Choices, Parameter, ParameterKind
from healthplan.release import publication
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.documents.evidence import documents_by_name, evidence_row, evidence_rows, press_readings
from healthplan.subjects.documents.paper import line_texts, rows_at_lines
from healthplan.subjects.documents.queries import mergers, national_rows, received_papers, rows_of_document, slips
from healthplan.subjects.findings.queries import rules
from healthplan.subjects.places.queries import document_remarks
from pages.blocks import Block, Pick, ReaderContext, html
from pages.sources.paper import beside_figure, contradicting, piece_starts, read_from


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
LINE = Parameter(name="line", kind=ParameterKind.NUMBER, label="paper_line", most=6)
PARAMETERS = (ROW, DOCUMENT, LINE)
NEWEST = 24  # reports that are listed


def papers_beside(view: View, document: str) -> list[str]:
    """What the list offers: every paper and page, and of the many reports only the one that is open."""
    return [name for name, row in documents_by_name(view).items() if row["kind"] != "report" or name == document]


def heading(view: View, choices: Choices) -> str:
    """What the screen is about: the line of a paper that is open, or all sources."""
    if _line_refused(view, choices["document"], choices["line"]) == "":
        paper = view.name(documents_by_name(view)[choices["document"]], "short")
        return view.say("paper_line_title", paper=paper, line=str(int(choices["line"])))
    return view.say("sources_title")


def content(view: View, choices: Choices, reader: ReaderContext) -> list[Block]:
    """The figure that is open beside its paper, the paper to read on, the nation's words, how all is judged, the
    releases."""
    name, document = choices["row"], choices["document"]
    row = evidence_row(view, name) if name else None
    benchmarks = evidence_rows(view, view.ask(national_rows))
    lines = line_texts(view, document)
    below = "sources_below.html" if _line_refused(view, document, choices["line"]) == "" else "heading.html"
    return [
        *(_figure_opened(view, row, reader) if row else []),
        *(_paper_opened(view, document, choices["line"]) if choices["line"] else []),
        html(below, title=view.say("sources_title"), lead=view.say("sources_lead")),
        Pick(
            parameter=replace(DOCUMENT, options=lambda view, _: papers_beside(view, document)),
            clears=("row", "line"),
            width=420,
        ),
        html("paper_pieces.html", document=document, starts=piece_starts(lines), total=len(lines)),
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


def _figure_opened(view: View, row: Row, reader: ReaderContext) -> list[Block]:
    """A figure, its paper's own lines, and what contradicts it."""
    told = row | {"cite": row_citation(view, row["row"], reader.base)}
    excerpt = beside_figure(view, row, row["paper"]["document"])
    return [html("figure_opened.html", row=told, excerpt=excerpt, found=contradicting(view, [row]))]


def _paper_opened(view: View, document: str, line: str) -> list[Block]:
    """A piece of a paper from a line on with what contradicts the figures of that line, or why there is none."""
    if refused := _line_refused(view, document, line):
        return [html("paper_read.html", excerpt=None, refused=refused, figures=0, found=[])]
    excerpt = read_from(view, document, int(line))
    figures = sum(piece.marked for one in excerpt.lines for piece in one.pieces) if excerpt else 0
    found = contradicting(view, rows_at_lines(view, document, int(line), int(line)))
    return [html("paper_read.html", excerpt=excerpt, refused="", figures=figures, found=found)]


def _line_refused(view: View, document: str, line: str) -> str | None:
    """Why a line of a paper cannot be shown; "" when it can, None when no line is asked for."""
    if not line:
        return None
    total = len(line_texts(view, document))
    paper = view.name(documents_by_name(view)[document], "short")
    if not total:
        return view.say("paper_not_held", paper=paper)
    return "" if 1 <= int(line) <= total else view.say("paper_no_line", paper=paper, line=line, total=str(total))


UNFOLDED = 6  # the older ones are folded away


def release_facts() -> dict[str, Any]:
    """The facts of releases.html: each release by name, the newest first."""
    names, served = publication.release_names()[::-1], publication.served_release()
    return {
        "releases": [{"name": name, "edition": name.removeprefix("release-")} for name in names],
        "current": served.path.stem if served else "",
        "unfolded": UNFOLDED,
    }

"""Where every figure comes from, what was taken and how it is judged."""

from healthplan.formats.row_citation import row_citation
from healthplan.subjects.documents.evidence import (
    documents_by_name,
    evidence_row,
    evidence_rows,
    press_readings,
)
from healthplan.subjects.documents.queries import national_rows, rows_of_document
from healthplan.subjects.documents.slips import mergers, slips
from healthplan.subjects.findings.queries import rules
from healthplan.subjects.places.queries import document_remarks
from pages.shared.pickers import pick, screen_choices
from pages.shared.reader import base, current_view
from pages.shared.render import render
from pages.sources.content import DOCUMENT, heading
from pages.sources.releases import release_facts

view = current_view()
choices = screen_choices(view, "sources")
document, row = choices["document"], evidence_row(view, choices["row"])
if row:
    render("evidence.html", view, row=row | {"cite": row_citation(view, choices["row"], base())})
render("heading.html", view, title=heading(view, choices), lead=view.say("sources_lead"))
pick(view, DOCUMENT, choices, clears="row", width=420)
render(
    "document.html",
    view,
    paper=documents_by_name(view)[document],
    rows=evidence_rows(view, view.ask(rows_of_document, document=document)),
    remarks=view.ask(document_remarks, document=document),
    chosen=choices["row"],
    opened=bool(row),
)
benchmarks = evidence_rows(view, view.ask(national_rows))
render("benchmarks.html", view, rows=benchmarks)
render(
    "methods.html",
    view,
    indicators=list(view.indicators.values()),
    slips=view.ask(slips),
    merger=view.ask(mergers)[0],
    rules=view.ask(rules),
    press=press_readings(view, benchmarks),
)
render("releases.html", view, **release_facts())

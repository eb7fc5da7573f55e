"""Where every figure comes from, what was taken and how it is judged."""

from healthplan.formats.row_citation import of_row
from healthplan.subjects.documents.evidence import papers, press_readings, row_told, told_rows
from healthplan.subjects.documents.queries import national_rows, rows_of_document
from healthplan.subjects.documents.slips import mergers, slips
from healthplan.subjects.findings.queries import rules
from healthplan.subjects.places.queries import remarks
from pages.shared.pickers import pick, read
from pages.shared.reader import base, current_view
from pages.shared.render import render
from pages.sources.content import DOCUMENT, heading
from pages.sources.releases import release_facts

view = current_view()
choices = read(view, "sources")
document, row = choices["document"], row_told(view, choices["row"])
if row:
    render("evidence.html", view, row=row | {"cite": of_row(view, choices["row"], base())})
render("heading.html", view, title=heading(view, choices), lead=view.say("sources_lead"))
pick(view, DOCUMENT, choices, clears="row", width=420)
render(
    "document.html",
    view,
    paper=papers(view)[document],
    rows=told_rows(view, view.ask(rows_of_document, document=document)),
    remarks=view.ask(remarks, document=document),
    chosen=choices["row"],
    opened=bool(row),
)
benchmarks = told_rows(view, view.ask(national_rows))
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

"""Where every figure comes from, what was taken and how it is judged."""

from healthplan.queries.evidence import national_rows, rows_of_document
from healthplan.queries.place import remarks
from healthplan.queries.review import rules
from healthplan.queries.sources import mergers, slips
from healthplan.ui.evidence import asked_row, papers, press_readings, told_rows
from healthplan.ui.pickers import pick_one
from healthplan.ui.releases import release_facts
from healthplan.ui.render import render
from healthplan.ui.view import current_view

view = current_view()
row = asked_row(view)
if row:
    render("evidence.html", view, row=row)
render("heading.html", view, title=view.say("sources_title"), lead=view.say("sources_lead"))
known = papers(view)
usual = row["paper"]["document"] if row else next(iter(known))
document = pick_one(
    view,
    "document",
    view.say("pick_document"),
    list(known),
    usual,
    lambda paper: view.name(known[paper], "short"),
    width=420,
    clears="row",
)
render(
    "document.html",
    view,
    paper=known[document],
    rows=told_rows(view, view.ask(rows_of_document, document=document)),
    remarks=view.ask(remarks, document=document),
    chosen=row["row"] if row else "",
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

"""The slide of sources: every paper that the figures are from, and how many each gives."""

from healthplan.deck.deck import Deck, Slide
from healthplan.deck.queries import papers
from healthplan.deck.slide import Cell, Table
from healthplan.deck.slides.page import Told, page
from healthplan.release.view import View
from healthplan.text.numbers import day, figure


def sources(view: View, deck: Deck, slide: Slide) -> Told:
    """The plans of the deck's places, then the national papers."""
    found = [row for row in view.ask(papers) if row["kind"] != "plan" or row["place"] in deck.places]
    total = sum(row["figures"] for row in found)
    rows = [
        (Cell(view.name(row, "short"), place=row["place"] if row["kind"] == "plan" else ""),
         Cell(row["number"] or view.say("number_blank")), Cell(row["date_printed"] or "–"),
         Cell(figure(row["figures"], view.lang, 0)))
        for row in found
    ]
    heads = ("column_paper", "column_number", "column_date", "column_figures")
    head = tuple(view.say(name) for name in heads)
    told = (" ".join(view.name(row, part) for part in ("title", "held", "missing")) for row in found)
    dated = day(view.release["data_date"], view.lang)
    made = page(
        slide, view.say("slide_sources", papers=str(len(found)), figures=figure(total, view.lang, 0)),
        lead=view.say("slide_sources_lead"), table=Table(head, (34, 24, 28, 14), tuple(rows)),
        source=view.say("deck_release", release=view.edition, day=dated), notes=tuple(told),
    )
    return Told(made, "sources", {})

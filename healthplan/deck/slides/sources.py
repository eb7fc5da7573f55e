"""The slide of sources: every paper that the figures are from, and how many each gives."""

from healthplan.deck.deck import Deck, Slide
from healthplan.deck.queries import paper_counts
from healthplan.deck.slide import SlideCell, SlideTable
from healthplan.deck.slides.parts import SlideFacts, slide_page
from healthplan.release.view import View
from healthplan.text.numbers import day, number_text


def sources_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """The plans of the deck's places, then the national papers."""
    found = [row for row in view.ask(paper_counts) if row["kind"] != "plan" or row["place"] in deck.places]
    total = sum(row["figures"] for row in found)
    rows = [
        (
            SlideCell(view.name(row, "short"), place=row["place"] if row["kind"] == "plan" else ""),
            SlideCell(row["number"] or view.say("number_blank")),
            SlideCell(row["date_printed"] or "–"),
            SlideCell(number_text(row["figures"], view.lang, 0)),
        )
        for row in found
    ]
    heads = ("column_paper", "column_number", "column_date", "column_figures")
    head = tuple(view.say(name) for name in heads)
    told = (" ".join(view.name(row, part) for part in ("title", "held", "missing")) for row in found)
    dated = day(view.release["data_date"], view.lang)
    made = slide_page(
        slide,
        view.say("slide_sources", papers=str(len(found)), figures=number_text(total, view.lang, 0)),
        lead=view.say("slide_sources_lead"),
        table=SlideTable(head, (34, 24, 28, 14), tuple(rows)),
        source=view.say("deck_release", release=view.edition, day=dated),
        notes=tuple(told),
    )
    return SlideFacts(made, "sources", {})

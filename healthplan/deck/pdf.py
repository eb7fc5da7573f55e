"""A deck as PDF: a page of 16:9 for each slide, and behind them the presenter's notes with every figure as
printed."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from healthplan.deck.powerpoint.shapes import Look
from healthplan.deck.slide import Page, Pages, SlideFigure
from healthplan.print.typeset import pdf
from healthplan.text import Lang, say
from healthplan.text.letters import cut_text
from healthplan.theme import named_colours

TEMPLATE = Path(__file__).parent / "slides.typ"
LONGEST, LONGEST_NOTE = 60, 110  # letters on a card of a figure
PDF_WORDS = ("hall_failed", "slide_open", "deck_pdf_behind", "deck_pdf_behind_lead", "deck_pdf_online")


def slides_pdf(deck: Pages, look: Look, pictures: dict[int, str]) -> bytes:
    """The PDF, dated as its data. `pictures` holds the chart of a slide as SVG by the slide's number."""
    lang = Lang(deck.lang)
    facts = {
        "lang": deck.lang,
        "title": deck.title,
        "author": say(lang, "product"),
        "description": f"{deck.day}. {deck.release}",
        "release": deck.release,
        "colours": named_colours(look.theme),
        "words": {word: say(lang, word) for word in PDF_WORDS},
        "address": {"url": deck.link, "alt": say(lang, "brief_qr", address=deck.link)},
        "pages": [_facts(page, pictures.get(page.number, "")) for page in deck.pages],
    }
    return pdf(TEMPLATE, facts, deck.dated)


def _facts(page: Page, picture: str) -> dict[str, Any]:
    """A slide as data; its line chart is the picture."""
    facts = asdict(page)
    facts.pop("trend")
    facts["figures"] = [_figure(one) for one in page.figures]
    return facts | {"svg": picture, "bare": page.bare}


def _figure(one: SlideFigure) -> dict[str, Any]:
    """A card as data, in words that it has room for."""
    cut = {name: cut_text(getattr(one, name), LONGEST) for name in ("name", "label", "figure")}
    return asdict(one) | cut | {"notes": [cut_text(note, LONGEST_NOTE) for note in one.notes], "size": one.size}

"""A deck as files: one page for the hall, PowerPoint, PDF. Made once for a deck and a release, then kept."""

from collections.abc import Callable

from healthplan.charts.svg import figure_svg
from healthplan.deck.hall.hall import hall
from healthplan.deck.hall.style import hall_style
from healthplan.deck.pdf import slides_pdf
from healthplan.deck.powerpoint.presentation import pptx_file
from healthplan.deck.powerpoint.shapes import Look
from healthplan.deck.slide import Pages
from healthplan.theme import LIGHT, coloured_theme

WIDTH, SCALE = 880, 2.0  # a figure's own width, and how much larger a slide draws it


def chart_pictures(deck: Pages, *, paper: bool) -> dict[int, str]:
    """The charts as SVG by the number of their slide."""
    return {
        page.number: figure_svg(page.trend.figure, width=WIDTH, scale=SCALE, alt=page.alt, paper=paper)
        for page in deck.pages
        if page.trend
    }


def hall_file(deck: Pages) -> bytes:
    """The page for the hall."""
    return hall(deck, pictures=chart_pictures(deck, paper=False), style=hall_style(deck.planned))


def slides_file(deck: Pages, progress: Callable[[int, int], None] = lambda at, total: None) -> bytes:
    """The deck as PowerPoint, in the colours of the light theme."""
    return pptx_file(deck, Look(deck.lang, coloured_theme(LIGHT, deck.planned)), progress)


def paper_file(deck: Pages) -> bytes:
    """The deck as PDF, in the colours of the light theme."""
    return slides_pdf(deck, Look(deck.lang, coloured_theme(LIGHT, deck.planned)), chart_pictures(deck, paper=True))


MAKERS: dict[str, Callable[[Pages], bytes]] = {"hall.html": hall_file, "deck.pptx": slides_file, "deck.pdf": paper_file}

"""A deck as files: one page for the hall, PowerPoint. Made once for a deck and a release, then kept."""

from collections.abc import Callable

from healthplan.charts.look import LIGHT
from healthplan.charts.svg import svg
from healthplan.export.hall import hall
from healthplan.export.pptx_file import pptx_file
from healthplan.export.pptx_look import Look
from healthplan.model.slide import Page, Pages
from healthplan.web.hall_style import hall_style

# A figure's own width, how much larger a slide draws it, and the smallest letter.
WIDTH, SCALE, FLOOR = 880, 2.0, 24.0


def picture(page: Page) -> str:
    """The chart of a slide as SVG."""
    figure = page.trend.figure if page.trend else {}
    return svg(figure, width=WIDTH, scale=SCALE, floor=FLOOR, alt=page.alt)


def hall_file(deck: Pages) -> bytes:
    """The page for the hall."""
    pictures = {page.number: picture(page) for page in deck.pages if page.trend}
    return hall(deck, pictures=pictures, style=hall_style())


def slides_file(deck: Pages, progress: Callable[[int, int], None] = lambda at, total: None) -> bytes:
    """The deck as PowerPoint, in the colours of the light theme."""
    return pptx_file(deck, Look(deck.lang, LIGHT), progress)


MAKERS: dict[str, Callable[[Pages], bytes]] = {"hall.html": hall_file, "deck.pptx": slides_file}

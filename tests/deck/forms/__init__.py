"""The forms of a deck, each with how it is made and how it is read again. A new form is one line here: the
tests of
test_same_figures.py ask it what they ask the others."""

from collections.abc import Callable
from dataclasses import dataclass

from healthplan.deck.files import hall_file, paper_file, slides_file
from healthplan.deck.slide import Pages
from tests.deck.forms.hall import in_hall
from tests.deck.forms.paper import in_paper
from tests.deck.forms.powerpoint import in_powerpoint
from tests.deck.forms.slides import SlideContent


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a deck: how it is made of the written pages, how it is read again, one SlideContent a slide."""

    made: Callable[[Pages], bytes]
    read: Callable[[bytes], list[SlideContent]]


FORMS = {
    "hall": Form(hall_file, in_hall), "powerpoint": Form(slides_file, in_powerpoint),
    "paper": Form(paper_file, in_paper),
}  # fmt: skip

"""Writes a deck out, slide by slide. A slide that fails says which and why, and the rest is given."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules
from urllib.parse import urljoin

from healthplan.deck import slides
from healthplan.deck.address import address_of
from healthplan.deck.deck import Deck, Slide, SlideKind
from healthplan.deck.options import deck_options
from healthplan.deck.slide import Page, Pages
from healthplan.deck.slides.glance import deck_title, when_and_where
from healthplan.deck.slides.parts import SlideFacts
from healthplan.parameters.address import link
from healthplan.release.view import View
from healthplan.text import Lang

Progress = Callable[[int, int], None]
Maker = Callable[[View, Deck, Slide], SlideFacts]


def _makers() -> dict[SlideKind, Maker]:
    """The maker of each kind: the function `<kind>_slide` of one of the modules in `slides/`."""
    modules = [import_module(f"{slides.__name__}.{one.name}") for one in iter_modules(slides.__path__)]
    return {
        kind: getattr(module, f"{kind}_slide")
        for kind in SlideKind
        for module in modules
        if hasattr(module, f"{kind}_slide")
    }


MAKERS = _makers()


def deck_pages(view: View, deck: Deck, *, base: str, progress: Progress = lambda at, total: None) -> Pages:
    """The deck in its own language. `base` is the address of this product, for the link of each slide;
    `progress` is told before each slide which it is and how many there are."""
    spoken = replace(view, lang=Lang(deck.lang))
    made = []
    for number, slide in enumerate(deck.shown, 1):
        progress(number, len(deck.shown))
        made.append(_page(spoken, deck, slide, number, base))
    return Pages(
        lang=deck.lang,
        title=deck_title(spoken, deck),
        day=when_and_where(spoken, deck),
        release=view.path.stem,
        dated=view.release["data_date"],
        pages=tuple(made),
        planned=tuple(view.planned),
        link=address_in(spoken, base, "present", address_of(replace(deck, lang="vi"), deck_options(view))),
    )


def _page(view: View, deck: Deck, slide: Slide, number: int, base: str) -> Page:
    try:
        told = MAKERS[slide.kind](view, deck, slide)
    except Exception as fault:  # one broken slide must not cost the presenter the other nineteen
        why = f"{type(fault).__name__}: {fault}"[:160]
        title = view.say("slide_failed", number=str(number), name=slide_name(view, slide))
        return Page(number=number, name=slide.name, kind=slide.kind, title=title, failed=why)
    title = slide.title or told.page.title
    address = address_in(view, base, told.screen, told.state)
    notes = tuple(dict.fromkeys(note for note in told.page.notes if note))
    printed = tuple(dict.fromkeys(told.page.printed))
    return replace(told.page, number=number, title=title, link=address, notes=notes, printed=printed)


def address_in(view: View, base: str, screen: str, state: dict[str, str]) -> str:
    """A screen as it was when the deck was made: a file that is handed out must not show later figures."""
    return urljoin(base, link(screen, view.lang, release=view.path.stem, **state))


def slide_name(view: View, slide: Slide) -> str:
    """What a slide is called in the list of slides."""
    known = view.indicators.get(slide.indicator)
    about = view.name(known, "short") if known else slide.indicator
    name = view.say(f"slide_kind_{slide.kind}")
    return view.say("slide_about", name=name, about=" ".join((about, slide.year)).strip()) if about else name

"""Files of decks, made once for a deck, a release and an address, and kept for those who ask next."""

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from healthplan.model.deck import Deck, DeckRefused
from healthplan.model.slide import Page
from healthplan.queries.refusal import QuestionRefused
from healthplan.text import Lang, say
from healthplan.ui.deck_files import MAKERS
from healthplan.ui.deck_pages import Progress, pages_of
from healthplan.ui.plain import plain
from healthplan.ui.view import View

KEPT = 24
Key = tuple[Path, Deck, str, str]
_made: OrderedDict[Key, "Made"] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Made:
    """A file, and the slides of it that could not be made."""

    body: bytes
    failed: tuple[Page, ...]


def silent(_at: int, _total: int) -> None:
    """For those who need not be told how far it is."""


def made(view: View, deck: Deck, kind: str, *, base: str, progress: Progress = silent) -> Made:
    """The file `kind` of a deck. `base` is the address of this product, which the slides' links lead to."""
    key = (view.path, deck, kind, base)
    with _lock:
        if key in _made:
            _made.move_to_end(key)
            return _made[key]
    written = pages_of(view, deck, base=base, progress=progress)
    failed = tuple(page for page in written.pages if page.failed)
    fresh = Made(MAKERS[kind](written), failed)
    with _lock:
        _made[key] = fresh
        while len(_made) > KEPT:
            _made.popitem(last=False)
    return fresh


def file_name(view: View, deck: Deck, ending: str) -> str:
    """The name of a deck's file: which deck, in which language, of which release."""
    return f"lo-trinh-72-{deck.ready}-{deck.lang}-{view.path.stem}{ending}"


def sentence(lang: Lang, refused: DeckRefused) -> str:
    """Why a deck cannot be shown, for a screen."""
    facts = {name: plain(value) for name, value in refused.facts.items()}
    return say(lang, f"deck_fault_{refused.fault}", **facts)


def question(refused: DeckRefused) -> QuestionRefused:
    """The same refusal as HTTP tells it, with what is allowed."""
    allowed = tuple(filter(None, refused.facts.get("allowed", "").split(", ")))
    return QuestionRefused(f"deck_fault_{refused.fault}", refused.facts, allowed)

"""Files of decks: what each is kept under, the work that makes it, and the making for a screen that waits."""

import logging
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from healthplan.cache import Key, key_of
from healthplan.deck.deck import Deck, DeckRefused
from healthplan.deck.files import MAKERS
from healthplan.deck.pages import deck_pages
from healthplan.deck.slide import Page
from healthplan.formats.file import File, pack
from healthplan.parameters.refusal import QuestionRefused
from healthplan.release.view import View
from healthplan.text import Lang, say
from healthplan.text.escape import markdown_escape
from healthplan.theme import THEMES
from healthplan.work.process import Tell, Work
from healthplan.work.queue import QUEUE
from healthplan.work.worker import WorkRefused


@dataclass(frozen=True, slots=True)
class DeckFile(File):
    """A file, and the slides of it that could not be made."""

    failed: tuple[Page, ...] = ()


def deck_key(view: View, deck: Deck, kind: str, *, base: str) -> Key:
    """What the file `kind` of a deck is kept under. The words and the day of a deck, and the address that its
    links lead to, are the reader's own."""
    words = (deck.title, deck.event, *(slide.title for slide in deck.slides))
    slides = tuple(replace(one, title="") for one in deck.slides)
    bare = replace(deck, title="", event="", day="", slides=slides)
    return key_of("deck", view.path.name, kind, repr(bare), free=(base, deck.day, *words))


def deck_work(view: View, deck: Deck, kind: str, *, base: str) -> Work:
    """Makes the file. `base` is the address of this product, which the slides' links lead to."""
    return partial(_write, view.path, deck, kind, base)


def deck_file(view: View, deck: Deck, kind: str, *, base: str, client: str, tell: Tell) -> DeckFile:
    """The file, for a screen that waits for it. Raises WorkRefused."""
    key, work = deck_key(view, deck, kind, base=base), deck_work(view, deck, kind, base=base)
    try:
        file: DeckFile = QUEUE.ask(key, work, client).wait(tell)
        return file
    except WorkRefused:
        raise
    except Exception as error:  # a reader gets a sentence, the log gets the rest
        logging.getLogger(__name__).exception("a deck failed")
        raise WorkRefused("work_broken") from error


def _write(path: Path, deck: Deck, kind: str, base: str, tell: Tell) -> DeckFile:
    written = deck_pages(View(Lang(deck.lang), THEMES["light"], path), deck, base=base, progress=tell)
    body = MAKERS[kind](written)
    failed = tuple(page for page in written.pages if page.failed)
    return DeckFile(body, pack(body) if kind.endswith(".html") else b"", failed)


def deck_file_name(view: View, deck: Deck, ending: str) -> str:
    """The name of a deck's file: which deck, in which language, of which release."""
    return f"lo-trinh-72-{deck.ready}-{deck.lang}-{view.path.stem}{ending}"


def deck_refusal_sentence(lang: Lang, refused: DeckRefused) -> str:
    """Why a deck cannot be shown, for a screen."""
    facts = {name: markdown_escape(value) for name, value in refused.facts.items()}
    return say(lang, f"deck_fault_{refused.fault}", **facts)


def deck_refusal(refused: DeckRefused) -> QuestionRefused:
    """The same refusal as HTTP tells it, with what is allowed."""
    allowed = tuple(filter(None, refused.facts.get("allowed", "").split(", ")))
    return QuestionRefused(f"deck_fault_{refused.fault}", refused.facts, allowed)

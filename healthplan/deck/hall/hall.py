"""A whole deck as one page that needs nothing else: no network, no server, no program but a browser."""

import base64
import hashlib
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from healthplan.deck.slide import Pages
from healthplan.text import Lang, say
from healthplan.text.templates import template_environment

PARTS = Path(__file__).parent / "parts"
TEMPLATES = template_environment(PARTS)
HALL_WORDS = ("hall_notes", "hall_printed", "hall_next", "hall_last", "hall_failed", "hall_help")


def hall(deck: Pages, *, pictures: dict[int, str], style: str) -> bytes:
    """The page. `pictures` holds the chart of a slide as SVG by the slide's number; `style` the font and the
    colours of both themes."""
    lang = Lang(deck.lang)
    return (
        TEMPLATES.get_template("hall.html")
        .render(
            deck=deck,
            pictures={number: Markup(picture) for number, picture in pictures.items()},
            style=Markup(style + _part("hall.css")),
            script=Markup(_part("hall.js")),
            words={word: say(lang, word) for word in HALL_WORDS},
            product=say(lang, "product"),
        )
        .encode()
    )


def script_hash() -> str:
    """The script's name in a Content-Security-Policy: a served page may run this script and no other."""
    digest = hashlib.sha256(_part("hall.js").encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@lru_cache(maxsize=4)
def _part(name: str) -> str:
    return (PARTS / name).read_text(encoding="utf-8")

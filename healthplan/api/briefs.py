"""The brief of a place on A4: /api/v1/briefs/<place>.pdf."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.answers import file_answer
from healthplan.api.asked import Asked, asked_of, reached_at
from healthplan.api.serving import Answering
from healthplan.charts.look import THEMES
from healthplan.export.brief import brief_pdf
from healthplan.text import Lang
from healthplan.ui.brief import brief_facts
from healthplan.ui.view import View


def answer(request: Request) -> Response:
    """The brief of one place as PDF. Raises QuestionRefused for what is not here."""
    asked = asked_of(request)
    asked.names()
    view, address = asked.view, reached_at(request)
    named = Asked({"place": request.path_params["place"]}, asked.lang)
    place = named.one("place", list(view.planned))
    name = "-".join(["roadmap72-brief", _plain(view.places[place]["name_en"]), asked.lang, view.edition])
    return file_answer(request, lambda: _pdf(view.path, asked.lang, place, address, view.pinned), "pdf", name,
                       view.edition, asked.lang, place, address, str(view.pinned))  # fmt: skip


def _plain(name: str) -> str:
    """A name in small plain letters with dashes, for the name of a file."""
    bare = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "-".join(re.findall("[a-z0-9]+", bare.encode("ascii", "ignore").decode().lower()))


@lru_cache(maxsize=32)
def _pdf(path: Path, lang: Lang, place: str, address: str, pinned: bool) -> bytes:
    return brief_pdf(brief_facts(View(lang, THEMES["light"], path, pinned=pinned), place, address))


BRIEF_ROUTES = [Route("/api/v1/briefs/{place}.pdf", Answering(answer))]

"""The brief of a place on A4: /api/v1/briefs/<place>.pdf."""

import os
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.answers import file_answer
from healthplan.api.asked import Asked, asked_of
from healthplan.api.serving import Answering
from healthplan.charts.look import THEMES
from healthplan.export.brief import brief_pdf
from healthplan.queries.refusal import QuestionRefused
from healthplan.text import Lang
from healthplan.ui.brief import brief_facts
from healthplan.ui.view import View

# Behind a proxy the request does not know how readers reach us; this names the address for them.
ADDRESS = "ROADMAP72_ADDRESS"
READABLE = re.compile(r"https?://[A-Za-z0-9.:\[\]-]{1,100}/[A-Za-z0-9._~/-]{0,100}")


def answer(request: Request) -> Response:
    """The brief of one place as PDF. Raises QuestionRefused for what is not here."""
    asked = asked_of(request)
    asked.names()
    view, address = asked.view, _address(request)
    named = Asked({"place": request.path_params["place"]}, asked.lang)
    place = named.one("place", list(view.planned))
    name = "-".join(["roadmap72-brief", _plain(view.places[place]["name_en"]), asked.lang, view.edition])
    return file_answer(request, lambda: _pdf(view.path, asked.lang, place, address, view.pinned), "pdf", name,
                       view.edition, asked.lang, place, address, str(view.pinned))  # fmt: skip


def _address(request: Request) -> str:
    """Where readers find this product, with a slash at its end."""
    address = (os.environ.get(ADDRESS) or str(request.base_url)).rstrip("/") + "/"
    if not READABLE.fullmatch(address):
        raise QuestionRefused("brief_address_odd", {})
    return address


def _plain(name: str) -> str:
    """A name in small plain letters with dashes, for the name of a file."""
    bare = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "-".join(re.findall("[a-z0-9]+", bare.encode("ascii", "ignore").decode().lower()))


@lru_cache(maxsize=32)
def _pdf(path: Path, lang: Lang, place: str, address: str, pinned: bool) -> bytes:
    return brief_pdf(brief_facts(View(lang, THEMES["light"], path, pinned=pinned), place, address))


BRIEF_ROUTES = [Route("/api/v1/briefs/{place}.pdf", Answering(answer))]

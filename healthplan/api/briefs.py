"""The brief of a place on A4: /api/v1/briefs/<place>.pdf."""

import re
import unicodedata
from datetime import date
from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.endpoint import Endpoint
from healthplan.api.requests import EVERYWHERE, one_of, product_address, values_of, view_for
from healthplan.api.responses import PendingResponse, file_response
from healthplan.cache import key_of
from healthplan.formats.file import File
from healthplan.parameters.parameter import parse
from healthplan.parameters.shared import DAY
from healthplan.print.brief import brief_facts, brief_pdf
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from healthplan.work.process import Tell


def brief_response(request: Request) -> Response | PendingResponse:
    """The brief of one place as PDF, from the day of `date` or today. Raises QuestionRefused for what is not here."""
    values, lang = values_of(request)
    view, address = view_for(lang, values.get("release", "")), product_address(request)
    day = parse(view, (DAY,), values, strict=True, also=EVERYWHERE).choices[DAY.name]
    place = one_of("place", request.path_params["place"], list(view.planned))
    name = "-".join(["roadmap72-brief", _slug(view.places[place]["name_en"]), lang, view.edition])
    key = key_of("brief", view.path.name, lang, place, str(view.pinned), free=[address, day])
    work = partial(_pdf, view.path, lang, place, address, date.fromisoformat(day), view.pinned)
    return file_response(request, work, "pdf", name, key)


def _slug(name: str) -> str:
    """A name in small plain letters with dashes, for the name of a file."""
    bare = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "-".join(re.findall("[a-z0-9]+", bare.encode("ascii", "ignore").decode().lower()))


def _pdf(path: Path, lang: Lang, place: str, address: str, day: date, pinned: bool, _tell: Tell) -> File:
    return File(brief_pdf(brief_facts(View(lang, THEMES["light"], path, pinned=pinned), place, address, day)))


BRIEF_ROUTES = [Route("/api/v1/briefs/{place}.pdf", Endpoint(brief_response))]

"""/api/v1/share.png: the card of any view, `screen` and the state of its address. What the address asks for
and is not here is left out."""

from datetime import date
from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.endpoint import Endpoint
from healthplan.api.requests import EVERYWHERE, view_for
from healthplan.api.responses import PendingResponse, file_response
from healthplan.cache import key_of
from healthplan.formats.file import File
from healthplan.parameters.refusal import QuestionRefused
from healthplan.print.share import share_png
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from healthplan.work.process import Tell
from pages.registry import SCREENS, shared_view

CLOSED = ("place", "indicator")  # of which there are as many values as the release has


def share_response(request: Request) -> Response | PendingResponse:
    """The card as PNG. Raises QuestionRefused where there is no release."""
    values = dict(request.query_params)
    lang = Lang.EN if values.get("lang") == Lang.EN else Lang.VI
    view = _view(lang, values.get("release", ""))
    screen = values.get("screen", "")
    screen = screen if screen in SCREENS else ""
    state = {name: value for name, value in values.items() if name not in (*EVERYWHERE, "screen")}
    shared = shared_view(view, screen, state, date.today())
    fixed = [shared.state.get(name, "") for name in CLOSED]
    free = [str(date.today()), *(f"{name}={value}" for name, value in shared.state.items() if name not in CLOSED)]
    key = key_of("share", view.path.name, lang, screen, *fixed, free=free)
    return file_response(request, partial(_file, view.path, lang, screen, state, date.today()), "png", "share", key)


def _view(lang: Lang, release: str) -> View:
    try:
        return view_for(lang, release)
    except QuestionRefused:
        return view_for(lang)


def _file(path: Path, lang: Lang, screen: str, state: dict[str, str], day: date, _tell: Tell) -> File:
    view = View(lang, THEMES["light"], path)
    shared = shared_view(view, screen, state, day)
    return File(share_png(view, shared.title, shared.answers))


SHARE_ROUTES = [Route("/api/v1/share.png", Endpoint(share_response))]

"""/api/v1/decks/: a deck that an address defines, as the hall's page, as files to take away."""

import hashlib

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from healthplan import published
from healthplan.charts.look import THEMES
from healthplan.export.hall import script_hash
from healthplan.model.deck import Deck, DeckRefused
from healthplan.model.deck_address import deck_of
from healthplan.model.deck_file import ENDING, file_of
from healthplan.text import Lang, say
from healthplan.ui.deck_known import known_of
from healthplan.ui.deck_made import file_name, made, sentence
from healthplan.ui.view import View

# The hall's page has its script, style and font within itself and may ask for nothing.
HALL_POLICY = (
    f"default-src 'none'; script-src {script_hash()}; style-src 'unsafe-inline'; font-src data:; "
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
HTML = "text/html; charset=utf-8"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
# path: what is made, its type, the ending of its file; no ending is for looking at.
FILES = {
    "hall.html": ("hall.html", HTML, ""),
    "deck.html": ("hall.html", HTML, ".html"),
    "deck.pptx": ("deck.pptx", PPTX, ".pptx"),
    "deck.json": ("deck.json", "application/json; charset=utf-8", ENDING),
}


async def deck(request: Request) -> Response:
    """One of FILES for the deck of the address; 400 with a sentence for an address that defines none."""
    return await run_in_threadpool(_answer, request)


def _answer(request: Request) -> Response:
    path = published.current()
    if request.path_params["file"] not in FILES:
        allowed = ", ".join(FILES)
        return _refusal(404, {lang: say(lang, "deck_fault_no_file", allowed=allowed) for lang in Lang})
    if path is None:
        return _refusal(503, {lang: say(lang, "deck_no_release") for lang in Lang})
    view = View(Lang.VI, THEMES["light"], path)
    try:
        asked = deck_of(dict(request.query_params), known_of(view))
    except DeckRefused as refused:
        return _refusal(400, {lang: sentence(lang, refused) for lang in Lang})
    return _file(request, view, asked)


def _file(request: Request, view: View, asked: Deck) -> Response:
    name, base = request.path_params["file"], str(request.base_url)
    what, kind, ending = FILES[name]
    body = file_of(asked) if what == "deck.json" else made(view, asked, what, base=base).body
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if kind == HTML:
        headers["Content-Security-Policy"] = HALL_POLICY
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if ending:
        headers["Content-Disposition"] = f'attachment; filename="{file_name(view, asked, ending)}"'
    return Response(body, media_type=kind, headers=headers)


def _refusal(status: int, told: dict[Lang, str]) -> Response:
    """The sentence in both languages, for a program's log and for a person."""
    return JSONResponse({str(lang): text for lang, text in told.items()}, status)


DECK_ROUTES = [Route("/api/v1/decks/{file}", deck, methods=["GET"])]

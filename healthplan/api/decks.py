"""/api/v1/decks/: a deck that an address defines, as the hall's page, as files to take away."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.endpoint import Endpoint
from healthplan.api.http import is_known, key_tag, not_modified, send
from healthplan.api.requests import product_address, single_values, view_for
from healthplan.api.responses import PendingResponse
from healthplan.deck.address import deck_of
from healthplan.deck.deck import Deck, DeckRefused
from healthplan.deck.deck_json import ENDING, deck_json
from healthplan.deck.hall.hall import script_hash
from healthplan.deck.options import deck_options
from healthplan.deck.production import DeckFile, deck_file_name, deck_key, deck_refusal, deck_work
from healthplan.parameters.refusal import QuestionRefused
from healthplan.release.view import View
from healthplan.text import Lang

# The hall's page has its script, style and font within itself and may ask for nothing.
HALL_POLICY = (
    f"default-src 'none'; script-src {script_hash()}; style-src 'unsafe-inline'; font-src data:; "
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
PDF = "application/pdf"
HTML = "text/html; charset=utf-8"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
# path: what is made, its type, the ending of its file; no ending is for looking at.
FILES = {
    "hall.html": ("hall.html", HTML, ""),
    "deck.html": ("hall.html", HTML, ".html"),
    "deck.pptx": ("deck.pptx", PPTX, ".pptx"),
    "deck.pdf": ("deck.pdf", PDF, ".pdf"),
    "deck.json": ("deck.json", "application/json; charset=utf-8", ENDING),
}


def deck(request: Request) -> Response | PendingResponse:
    """One of FILES for the deck of the address. Raises QuestionRefused for an address that defines none."""
    if request.path_params["file"] not in FILES:
        raise QuestionRefused("deck_fault_no_file", {}, tuple(FILES))
    parameters = single_values(request.query_params)
    view = view_for(Lang.VI, parameters.pop("release", ""))
    try:
        asked = deck_of(parameters, deck_options(view))
    except DeckRefused as refused:
        raise deck_refusal(refused) from refused
    return _file(request, view, asked)


def _file(request: Request, view: View, asked: Deck) -> Response | PendingResponse:
    name, base = request.path_params["file"], product_address(request)
    what, kind, ending = FILES[name]
    key = deck_key(view, asked, what, base=base)
    tag, headers = key_tag(key), {"Cache-Control": "no-cache"}
    if kind == HTML:
        headers["Content-Security-Policy"] = HALL_POLICY
    if is_known(request, tag):
        return not_modified(tag, headers)
    if ending:
        headers["Content-Disposition"] = f'attachment; filename="{deck_file_name(view, asked, ending)}"'
    if what == "deck.json":
        return send(request, deck_json(asked), tag, kind, headers)

    def answer(made: DeckFile) -> Response:
        return send(request, made.body, tag, kind, headers, packed=made.packed)

    return PendingResponse(key, deck_work(view, asked, what, base=base), answer)


DECK_ROUTES = [Route("/api/v1/decks/{file}", Endpoint(deck))]

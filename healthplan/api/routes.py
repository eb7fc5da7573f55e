"""The addresses of the HTTP API. The last route takes what no other does, so new ones go before it."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.briefs import BRIEF_ROUTES
from healthplan.api.calendar import CALENDAR_ROUTES
from healthplan.api.chart_files import PICTURE_ROUTES
from healthplan.api.citations import cite
from healthplan.api.decks import DECK_ROUTES
from healthplan.api.documentation import data_package, datasets, description, docs
from healthplan.api.endpoint import Answering
from healthplan.api.rows import database, rows
from healthplan.parameters.refusal import QuestionRefused


def nothing_here(request: Request) -> Response:
    """Raises QuestionRefused for an address that is none of ours."""
    raise QuestionRefused("asked_path", {"value": request.url.path}, ("/api/v1/docs", "/api/v1"))


ROUTES = [
    *BRIEF_ROUTES,
    *CALENDAR_ROUTES,
    *DECK_ROUTES,
    *PICTURE_ROUTES,
    Route("/api/v1", Answering(datasets)),
    Route("/api/v1/", Answering(docs)),
    Route("/api/v1/docs", Answering(docs)),
    Route("/api/v1/openapi.json", Answering(description)),
    Route("/api/v1/datapackage.json", Answering(data_package)),
    Route("/api/v1/cite", Answering(cite)),
    Route("/api/v1/release.duckdb", Answering(database)),
    Route("/api/v1/database.duckdb", Answering(database)),
    Route("/api/v1/{dataset}", Answering(rows)),
    Route("/api/{rest:path}", Answering(nothing_here)),
]

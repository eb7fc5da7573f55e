"""The addresses of the HTTP API, and the page of the search. The last route takes what no other does, so new ones
go before it."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.briefs import BRIEF_ROUTES
from healthplan.api.calendar import CALENDAR_ROUTES
from healthplan.api.changes import CHANGES_ROUTES
from healthplan.api.chart_files import PICTURE_ROUTES
from healthplan.api.citations import citation_response
from healthplan.api.decks import DECK_ROUTES
from healthplan.api.documentation import data_package, datasets, docs, openapi_response
from healthplan.api.endpoint import Endpoint
from healthplan.api.find import find
from healthplan.api.memos import MEMO_ROUTES
from healthplan.api.reports import REPORT_ROUTES
from healthplan.api.rows import database, dataset_response
from healthplan.api.share import SHARE_ROUTES
from healthplan.api.subscriptions import SUBSCRIPTION_ROUTES
from healthplan.parameters.refusal import QuestionRefused


def nothing_here(request: Request) -> Response:
    """Raises QuestionRefused for an address that is none of ours."""
    raise QuestionRefused("asked_path", {"value": request.url.path}, ("/api/v1/docs", "/api/v1"))


ROUTES = [
    Route("/find", Endpoint(find)),
    *BRIEF_ROUTES,
    *CALENDAR_ROUTES,
    *CHANGES_ROUTES,
    *DECK_ROUTES,
    *MEMO_ROUTES,
    *PICTURE_ROUTES,
    *REPORT_ROUTES,
    *SHARE_ROUTES,
    *SUBSCRIPTION_ROUTES,
    Route("/api/v1", Endpoint(datasets)),
    Route("/api/v1/", Endpoint(docs)),
    Route("/api/v1/docs", Endpoint(docs)),
    Route("/api/v1/openapi.json", Endpoint(openapi_response)),
    Route("/api/v1/datapackage.json", Endpoint(data_package)),
    Route("/api/v1/cite", Endpoint(citation_response)),
    Route("/api/v1/release.duckdb", Endpoint(database)),
    Route("/api/v1/database.duckdb", Endpoint(database)),
    Route("/api/v1/{dataset}", Endpoint(dataset_response)),
    Route("/api/{rest:path}", Endpoint(nothing_here)),
]

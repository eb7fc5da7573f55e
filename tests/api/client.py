"""Asks the routes of the API, behind the security headers as in app.py, for one answer."""

import json
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware

from healthplan.api.routes import ROUTES
from healthplan.web.headers import SecurityHeaders
from tests.web.asgi import answer

APP = Starlette(routes=ROUTES, middleware=[Middleware(SecurityHeaders)])


def ask(path: str, query: str = "", method: str = "GET", **headers: str) -> dict[str, Any]:
    """Status, headers and body."""
    return answer(APP, f"/api/v1{path}", method, query, **{"host": "localhost"} | headers)


def json_body(path: str, query: str = "") -> Any:
    """The body of a JSON answer."""
    return json.loads(ask(path, query)["body"])

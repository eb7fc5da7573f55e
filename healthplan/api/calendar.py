"""/api/v1/calendar.ics: the deadlines of the plans, to be read once or subscribed to."""

import hashlib

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from healthplan import published
from healthplan.charts.look import THEMES
from healthplan.text import Lang, say
from healthplan.ui.calendar import named_bodies, places
from healthplan.ui.calendar_entries import file_of
from healthplan.ui.view import View

NAMES = ("place", "agency", "lang")
NAME = "lo-trinh-72.ics"


async def calendar(request: Request) -> Response:
    """The file of `place` and `agency`, in `lang`; 400 with a sentence for anything else that is asked."""
    return await run_in_threadpool(_answer, request)


def _answer(request: Request) -> Response:
    path, asked = published.current(), dict(request.query_params)
    if path is None:
        return _refusal(503, "ask_no_release")
    view = View(Lang.EN if asked.get("lang") == Lang.EN else Lang.VI, THEMES["light"], path)
    allowed = {"place": places(view), "agency": list(named_bodies(view)), "lang": list(Lang)}
    for name, value in asked.items():
        if name not in allowed:
            return _refusal(400, "ask_unknown_name", name=name[:40], allowed=", ".join(NAMES))
        if value and value not in allowed[name]:
            return _refusal(400, "ask_unknown_value", name=name, value=value[:40],
                            allowed=", ".join(allowed[name]))  # fmt: skip
    body = file_of(view, place=asked.get("place", ""), agency=asked.get("agency", ""),
                   base=str(request.base_url))  # fmt: skip
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return Response(body, media_type="text/calendar; charset=utf-8", headers=headers)


def _refusal(status: int, key: str, **facts: str) -> Response:
    """The sentence in both languages, for a program's log and for a person."""
    return JSONResponse({str(lang): say(lang, key, **facts) for lang in Lang}, status)


CALENDAR_ROUTES = [Route("/api/v1/calendar.ics", calendar, methods=["GET"])]

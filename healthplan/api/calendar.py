"""/api/v1/calendar.ics: the deadlines of the plans, to be read once or subscribed to."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.asked import reached_at, single, view_for
from healthplan.api.sending import is_known, send, tag_of, unchanged
from healthplan.api.serving import Answering
from healthplan.queries.refusal import QuestionRefused
from healthplan.text import Lang
from healthplan.ui.calendar import named_bodies, places
from healthplan.ui.calendar_entries import file_of

NAME = "lo-trinh-72.ics"


def calendar(request: Request) -> Response:
    """The file of `place` and `agency`, in `lang`. Raises QuestionRefused for anything else that is asked."""
    asked = single(request.query_params)
    view = view_for(Lang.EN if asked.get("lang") == Lang.EN else Lang.VI, asked.pop("release", ""))
    _check(asked, {"place": places(view), "agency": list(named_bodies(view)), "lang": list(Lang)})
    base = reached_at(request)
    tag = tag_of(view.path.stem, base, *(asked.get(name, "") for name in ("place", "agency", "lang")))
    headers = {"Cache-Control": "no-cache"}
    if is_known(request, tag):
        return unchanged(tag, headers)
    body = file_of(view, place=asked.get("place", ""), agency=asked.get("agency", ""), base=base)
    headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return send(request, body, tag, "text/calendar; charset=utf-8", headers, packs=True)


def _check(asked: dict[str, str], allowed: dict[str, list[str]]) -> None:
    for name, value in asked.items():
        if name not in allowed:
            raise QuestionRefused("asked_unknown_name", {"name": name}, tuple(allowed))
        if value and value not in allowed[name]:
            raise QuestionRefused("asked_value", {"name": name, "value": value}, tuple(allowed[name]))


CALENDAR_ROUTES = [Route("/api/v1/calendar.ics", Answering(calendar))]

"""/api/v1/calendar.ics: the deadlines of the plans, to be read once or subscribed to."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.endpoint import Endpoint
from healthplan.api.http import is_known, not_modified, send, tag_of
from healthplan.api.requests import product_address, values_of, view_for
from healthplan.formats.calendar_file import deadline_calendar
from healthplan.parameters.parameter import parse
from healthplan.subjects.deadlines.agenda import AGENCY, PLACE

NAME = "lo-trinh-72.ics"


def calendar(request: Request) -> Response:
    """The file of `place` and `agency`, in `lang`. Raises QuestionRefused for anything else that is asked."""
    values, lang = values_of(request)
    view = view_for(lang, values.get("release", ""))
    chosen = parse(view, (PLACE, AGENCY), values, strict=True).choices
    base = product_address(request)
    tag = tag_of(view.path.stem, base, *chosen.values(), lang)
    headers = {"Cache-Control": "no-cache"}
    if is_known(request, tag):
        return not_modified(tag, headers)
    body = deadline_calendar(view, place=chosen["place"], agency=chosen["agency"], base=base)
    headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return send(request, body, tag, "text/calendar; charset=utf-8", headers, packs=True)


CALENDAR_ROUTES = [Route("/api/v1/calendar.ics", Endpoint(calendar))]

"""/api/v1/changes.atom: what each publication changed, and the reports that are owed, for feed readers."""

from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.endpoint import Endpoint
from healthplan.api.http import is_known, not_modified, send, tag_of
from healthplan.api.requests import product_address, values_of, view_for
from healthplan.formats.atom_feed import changes_feed
from healthplan.parameters.parameter import parse
from healthplan.release.publication import release_names
from healthplan.subjects.changes.publications import PARAMETERS


def changes(request: Request) -> Response:
    """The feed of `place` and `indicator`, in `lang`. Raises QuestionRefused for anything else that is asked."""
    values, lang = values_of(request)
    view = view_for(lang, values.get("release", ""))
    chosen = parse(view, PARAMETERS, values, strict=True).choices
    base, today = product_address(request), date.today()
    tag = tag_of(view.path.stem, str(len(release_names())), base, *chosen.values(), lang, str(today))
    headers = {"Cache-Control": "no-cache"}
    if is_known(request, tag):
        return not_modified(tag, headers)
    body = changes_feed(view, **chosen, today=today, base=base)
    return send(request, body, tag, "application/atom+xml; charset=utf-8", headers, packs=True)


CHANGES_ROUTES = [Route("/api/v1/changes.atom", Endpoint(changes))]

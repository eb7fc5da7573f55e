"""Pictures of every chart, and the rows behind it: /api/v1/charts/<chart>.svg, .png and .csv."""

from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.charts import CHARTS, choices_of, nothing_drawn
from healthplan.api.endpoint import Endpoint
from healthplan.api.requests import values_of, view_for
from healthplan.api.responses import PendingResponse, file_response
from healthplan.cache import key_of
from healthplan.charts.picture import SHEETS, picture_png, picture_svg
from healthplan.formats.file import File, pack
from healthplan.parameters.address import FORMS
from healthplan.parameters.parameter import Choices
from healthplan.parameters.refusal import QuestionRefused
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from healthplan.work.process import Tell

NAMING = ("indicator", "finding", "place", "places")  # parameters that a file is named after


def chart_response(request: Request) -> Response | PendingResponse:
    """One chart as a file. Raises QuestionRefused for what is not here."""
    values, lang = values_of(request)
    chart, form = request.path_params["chart"], request.path_params["form"]
    if chart not in CHARTS or form not in FORMS:
        known = tuple(f"{one}.{end}" for one in CHARTS for end in FORMS)
        raise QuestionRefused("asked_nothing_here", {}, known)
    view = view_for(lang, values.get("release", ""))
    facts = choices_of(view, chart, form, values)
    about = next((facts[name] for name in NAMING if facts.get(name)), "all")
    plain = about.replace("_", "-").replace(",", "-")
    named = "-".join(["roadmap72", chart, plain, lang, view.edition])
    free = {one.name: facts[one.name] for one in CHARTS[chart].takes_as(form) if one.free}
    fixed = [f"{name}={value}" for name, value in facts.items() if name not in free]
    key = key_of("chart", view.path.name, lang, chart, form, *fixed, free=free.values())
    return file_response(request, partial(_file, view.path, lang, chart, form, facts), form, named, key)


def _file(path: Path, lang: Lang, chart: str, form: str, facts: Choices, _tell: Tell) -> File:
    body = _body(path, lang, chart, form, facts)
    return File(body, b"" if form == "png" else pack(body))


def _body(path: Path, lang: Lang, chart: str, form: str, read: Choices) -> bytes:
    view, one = View(lang, THEMES["light"], path), CHARTS[chart]
    if form == "csv":
        return one.rows(view, read)
    picture = one.picture(view, read)
    if picture is None:
        raise nothing_drawn()
    return {"svg": picture_svg, "png": picture_png}[form](picture, SHEETS[read.get("size", one.sheet)])


PICTURE_ROUTES = [Route("/api/v1/charts/{chart}.{form}", Endpoint(chart_response))]

"""Pictures of every chart, and the rows behind it: /api/v1/charts/<chart>.svg, .png and .csv."""

from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.answers import Making, file_answer
from healthplan.api.asked import asked_of
from healthplan.api.chart_parameters import Facts, nothing_drawn, read_all
from healthplan.api.charts import CHARTS
from healthplan.api.serving import Answering
from healthplan.cache import key_of
from healthplan.charts.look import THEMES
from healthplan.charts.picture import SHEETS, png, svg
from healthplan.export.file import File, pack
from healthplan.queries.refusal import QuestionRefused
from healthplan.text import Lang
from healthplan.ui.files import FORMS
from healthplan.ui.view import View
from healthplan.work.process import Tell

NAMING = ("indicator", "finding", "place", "places")  # parameters that a file is named after


def answer(request: Request) -> Response | Making:
    """One chart as a file. Raises QuestionRefused for what is not here."""
    asked = asked_of(request)
    chart, form = request.path_params["chart"], request.path_params["form"]
    if chart not in CHARTS or form not in FORMS:
        known = tuple(f"{one}.{end}" for one in CHARTS for end in FORMS)
        raise QuestionRefused("asked_nothing_here", {}, known)
    view = asked.view
    facts = read_all(view, asked, CHARTS[chart].takes_as(form))
    about = next((facts[name] for name in NAMING if facts.get(name)), "all")
    plain = about.replace("_", "-").replace(",", "-")
    named = "-".join(["roadmap72", chart, plain, asked.lang, view.edition])
    free = {one.name: facts[one.name] for one in CHARTS[chart].takes if one.free}
    fixed = [f"{name}={value}" for name, value in facts.items() if name not in free]
    key = key_of("chart", view.path.name, asked.lang, chart, form, *fixed, free=free.values())
    return file_answer(request, partial(_file, view.path, asked.lang, chart, form, facts), form, named, key)


def _file(path: Path, lang: Lang, chart: str, form: str, facts: Facts, _tell: Tell) -> File:
    body = _body(path, lang, chart, form, facts)
    return File(body, b"" if form == "png" else pack(body))


def _body(path: Path, lang: Lang, chart: str, form: str, read: Facts) -> bytes:
    view, one = View(lang, THEMES["light"], path), CHARTS[chart]
    if form == "csv":
        return one.rows(view, read)
    picture = one.picture(view, read)
    if picture is None:
        raise nothing_drawn()
    return {"svg": svg, "png": png}[form](picture, SHEETS[read.get("size", one.sheet)])


PICTURE_ROUTES = [Route("/api/v1/charts/{chart}.{form}", Answering(answer))]

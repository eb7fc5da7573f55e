"""Pictures of every chart, and the rows behind it: /api/v1/charts/<chart>.svg, .png and .csv."""

from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.answers import file_answer
from healthplan.api.asked import asked_of
from healthplan.api.chart_parameters import nothing_drawn, read_all
from healthplan.api.charts import CHARTS
from healthplan.api.serving import Answering
from healthplan.charts.look import THEMES
from healthplan.charts.picture import SHEETS, png, svg
from healthplan.queries.refusal import QuestionRefused
from healthplan.text import Lang
from healthplan.ui.files import FORMS
from healthplan.ui.view import View

NAMING = ("indicator", "finding", "place", "places")  # parameters that a file is named after


def answer(request: Request) -> Response:
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
    pairs = tuple(facts.items())
    return file_answer(request, lambda: _file(view.path, asked.lang, chart, form, pairs), form, named,
                       view.edition, asked.lang, chart, *(f"{name}={value}" for name, value in pairs)
                       )  # fmt: skip


@lru_cache(maxsize=128)
def _file(path: Path, lang: Lang, chart: str, form: str, facts: tuple[tuple[str, str], ...]) -> bytes:
    """The bytes, kept while they are asked for: one release never changes."""
    view, one, read = View(lang, THEMES["light"], path), CHARTS[chart], dict(facts)
    if form == "csv":
        return one.rows(view, read)
    picture = one.picture(view, read)
    if picture is None:
        raise nothing_drawn()
    return {"svg": svg, "png": png}[form](picture, SHEETS[read.get("size", one.sheet)])


PICTURE_ROUTES = [Route("/api/v1/charts/{chart}.{form}", Answering(answer))]

"""Pictures of every chart, and the rows behind it: /api/v1/charts/<chart>.svg, .png and .csv.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.answers import file_answer
from healthplan.api.asked import Asked, asked_of
from healthplan.api.serving import Answering
from healthplan.charts.look import THEMES
from healthplan.charts.picture import SHEETS, Picture, png, svg
from healthplan.queries.refusal import QuestionRefused
from healthplan.text import Lang, say
from healthplan.ui import compare
from healthplan.ui.chart_rows import chart_rows
from healthplan.ui.evidence_of_finding import opened
from healthplan.ui.pickers import USUAL, provinces
from healthplan.ui.pictures import compare_picture, finding_picture, trajectory_picture
from healthplan.ui.trajectories import UNTIL, told_of
from healthplan.ui.view import View

FORMS = ("svg", "png", "csv")
SIZES = ("page", "slide")
Facts = tuple[str, ...]


def _trajectory(view: View, asked: Asked) -> Facts:
    asked.names("indicator", "places", "until", "size")
    places = asked.many("places", list(view.planned), provinces(view))
    return (asked.one("indicator", list(view.indicators), USUAL), ",".join(places),
            asked.one("until", list(UNTIL), "2030"), asked.one("size", SIZES, "page"))  # fmt: skip


def _compare(view: View, asked: Asked) -> Facts:
    asked.names("places")
    return "all", ",".join(asked.many("places", list(view.planned), provinces(view))), "2030", "grid"


def _finding(view: View, asked: Asked) -> Facts:
    asked.names("finding", "size")
    name = asked.values.get("finding", "")
    if not name or opened(view, name) is None:
        asked.one("finding", [say(asked.lang, "asked_finding")])
    return name, "", "", asked.one("size", SIZES, "page")


CHARTS: dict[str, Callable[[View, Asked], Facts]] = {
    "trajectory": _trajectory, "compare": _compare, "finding": _finding,
}  # fmt: skip


def answer(request: Request) -> Response:
    """One chart as a file. Raises QuestionRefused for what is not here."""
    asked = asked_of(request)
    chart, form = request.path_params["chart"], request.path_params["form"]
    if chart not in CHARTS or form not in FORMS:
        known = tuple(f"{one}.{end}" for one in CHARTS for end in FORMS)
        raise QuestionRefused("asked_nothing_here", {}, known)
    view = asked.view
    facts = CHARTS[chart](view, asked)
    named = "-".join(["roadmap72", chart, facts[0].replace("_", "-"), asked.lang, view.edition])
    return file_answer(request, lambda: _file(view.path, asked.lang, chart, form, facts), form, named,
                       view.edition, asked.lang, chart, *facts)  # fmt: skip


@lru_cache(maxsize=128)
def _file(path: Path, lang: Lang, chart: str, form: str, facts: Facts) -> bytes:
    """The bytes, kept while they are asked for: one release never changes."""
    view = View(lang, THEMES["light"], path)
    if form == "csv":
        return _rows(view, chart, facts)
    picture = _picture(view, chart, facts)
    if picture is None:
        raise QuestionRefused("asked_nothing_drawn", {})
    return {"svg": svg, "png": png}[form](picture, SHEETS[facts[3]])


def _picture(view: View, chart: str, facts: Facts) -> Picture | None:
    name, places, until, _ = facts
    match chart:
        case "trajectory":
            return trajectory_picture(view, view.indicators[name], places.split(","), UNTIL[until])
        case "compare":
            return compare_picture(view, places.split(","))
    return finding_picture(view, name)


def _rows(view: View, chart: str, facts: Facts) -> bytes:
    name, places, _, _ = facts
    if chart == "finding":
        evidence = opened(view, name)
        if evidence is None or evidence.told is None:
            raise QuestionRefused("asked_nothing_drawn", {})
        return chart_rows(view, [(view.indicators[evidence.row["indicator"]], evidence.told)])
    own = places.split(",")
    chosen = [view.indicators[name]] if chart == "trajectory" else compare.shared(view, own)
    return chart_rows(view, [(indicator, told_of(view, indicator, own)) for indicator in chosen])


PICTURE_ROUTES = [Route("/api/v1/charts/{chart}.{form}", Answering(answer))]

"""The addresses of what a reader can take away: the pictures and rows of charts, the brief of a place."""

from healthplan.parameters.address import query
from healthplan.release.view import View

FORMS = ("svg", "png", "csv")
ROWS_ONLY = ("csv",)
BRIEFS = "api/v1/briefs"
OF_PICTURES = ("until", "size")  # parameters of pictures: the rows are those of every year, of no size
CHARTS = "api/v1/charts"  # relative, as every link of ours: the product may stand under a path


def files_of(view: View, chart: str, forms: tuple[str, ...] = FORMS, /, **asked: str) -> dict[str, str]:
    """The address of each form of a chart."""
    every = asked | view.pin | {"lang": view.lang.value, "download": "1"}
    rows = {name: value for name, value in every.items() if name not in OF_PICTURES}
    return {form: f"{CHARTS}/{chart}.{form}{query(rows if form in ROWS_ONLY else every)}" for form in forms}


def brief_of(view: View, place: str) -> str:
    """The address of a planned place's brief; nothing for a place without a plan."""
    state = query(view.pin | {"lang": view.lang.value, "download": "1"})
    return f"{BRIEFS}/{place}.pdf{state}" if place in view.planned else ""

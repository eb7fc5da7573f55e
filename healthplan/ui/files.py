"""The addresses of what a reader can take away from a chart: picture and rows."""

from healthplan.ui.address import query
from healthplan.ui.view import View

FORMS = ("svg", "png", "csv")
ROWS_ONLY = ("csv",)
CHARTS = "api/v1/charts"  # relative, as every link of ours: the product may stand under a path


def files_of(view: View, chart: str, forms: tuple[str, ...] = FORMS, **asked: str) -> dict[str, str]:
    """The address of each form of a chart."""
    state = query(asked | {"lang": view.lang.value, "download": "1"})
    return {form: f"{CHARTS}/{chart}.{form}{state}" for form in forms}

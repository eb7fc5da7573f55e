"""The charts in the description for programs: three addresses each, made from the table of charts."""

from typing import Any

from healthplan.api.charts import CHARTS
from healthplan.api.requests import EVERYWHERE
from healthplan.api.responses import KINDS
from healthplan.parameters.address import FORMS
from healthplan.text import Lang, say


def chart_paths() -> dict[str, Any]:
    """Picture as SVG, picture as PNG and rows of every chart."""
    return {f"/api/v1/charts/{name}.{form}": {"get": _operation(name, form)} for name in CHARTS for form in FORMS}


def refusals() -> dict[str, Any]:
    """What an address answers when it has no answer."""
    body = {"application/json": {"schema": {"$ref": "#/components/schemas/error"}}}
    return {
        status: {"description": say(Lang.EN, f"api_{status}"), "content": body}
        for status in ("400", "404", "414", "429", "503")
    }


def _operation(name: str, form: str) -> dict[str, Any]:
    takes, media_type = CHARTS[name].takes_as(form), KINDS[form].partition(";")[0]
    return {
        "operationId": f"chart_{name}_{form}",
        "summary": say(Lang.EN, f"api_chart_{name}"),
        "parameters": [
            _parameter(one, not CHARTS[name].ready and one == takes[0].name)
            for one in (*(taken.name for taken in takes), *EVERYWHERE)
        ],
        "responses": {"200": {"description": say(Lang.EN, "api_ok_chart"), "content": {media_type: {}}}, **refusals()},
    }


def _parameter(name: str, required: bool) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": required,
        "description": say(Lang.EN, f"api_take_{name}"),
        "schema": {"type": "string"},
    }

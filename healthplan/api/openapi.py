"""The description of the API for programs (OpenAPI 3.1), made from the datasets and the table of charts."""

from typing import Any

from healthplan.api.charts import CHARTS
from healthplan.api.citations import CITATION_FORMATS
from healthplan.api.dataset_request import DAY, words_of
from healthplan.api.formats import FORMATS
from healthplan.api.memos import WORD_FILES
from healthplan.api.reports import BODIES, TAKES
from healthplan.api.requests import EVERYWHERE
from healthplan.api.responses import KINDS
from healthplan.formats.dictionary import ColumnDescription, dictionary
from healthplan.model.dataset import DATASETS, ColumnContent
from healthplan.parameters.address import FORMS
from healthplan.parameters.refusal import NUMBER_MOST
from healthplan.subjects.datasets.queries import MOST, USUAL
from healthplan.text import Lang, say
from pages.registry import SCREENS

TYPES: dict[ColumnContent, dict[str, Any]] = {
    ColumnContent.TEXT: {"type": ["string", "null"]},
    ColumnContent.INTEGER: {"type": ["integer", "null"]},
    ColumnContent.NUMBER: {"type": ["number", "null"]},
    ColumnContent.BOOLEAN: {"type": ["boolean", "null"]},
    ColumnContent.DATE: {"type": ["string", "null"], "format": "date"},
    ColumnContent.TIME: {"type": ["string", "null"], "format": "date-time"},
    ColumnContent.LIST: {"type": "array", "items": {"type": "string"}},
}
NUMBERS = {"limit": (USUAL, MOST), "offset": (0, NUMBER_MOST)}
LISTS = ("columns", "order")


def openapi(origin: str) -> dict[str, Any]:
    """The whole description, for the server at `origin`."""
    paths = {f"/api/v1/{name}": {"get": _operation(name)} for name in DATASETS}
    paths |= {"/api/v1/cite": {"get": _citing()}, "/api/v1/reports": {"post": _reporting()}} | chart_paths()
    paths |= {f"/{address}": {"get": _word_operation(name)} for name, (address, _) in WORD_FILES.items()}
    schemas = {told.name: _schema(told.columns) for told in dictionary(Lang.EN)}
    return {
        "openapi": "3.1.0",
        "info": {"title": say(Lang.EN, "product"), "version": "1", "description": say(Lang.EN, "api_lead")},
        "servers": [{"url": origin.rstrip("/")}],
        "paths": paths,
        "components": {
            "schemas": schemas | {"error": _ERROR},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(name: str) -> dict[str, Any]:
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}
    page = {
        "type": "object",
        "properties": {
            "release": {"type": "string"},
            "total": {"type": "integer"},
            "next": {"type": ["string", "null"]},
            "rows": rows,
        },
    }
    files: dict[str, dict[str, Any]] = {form.media_type: {} for form in FORMATS.values() if form.whole}
    return {
        "operationId": name,
        "summary": say(Lang.EN, f"dataset_{name}"),
        "description": say(Lang.EN, f"dataset_{name}_about"),
        "parameters": [*(_filter(name, one) for one in DATASETS[name].filters), *map(_word, words_of(DATASETS[name]))],
        "responses": {
            "200": {"description": say(Lang.EN, "api_ok"), "content": {"application/json": {"schema": page}} | files},
            **refusals(),
        },
    }


def _citing() -> dict[str, Any]:
    """The citation of a row, of rows or of a view."""
    choices = {
        "view": list(SCREENS),
        "dataset": list(DATASETS),
        "row": [],
        "format": list(CITATION_FORMATS),
        "lang": [lang.value for lang in Lang],
        "release": [],
    }
    return {
        "operationId": "cite",
        "summary": say(Lang.EN, "api_cite"),
        "description": say(Lang.EN, "api_cite_note"),
        "parameters": [
            {
                "name": name,
                "in": "query",
                "description": say(Lang.EN, f"api_cite_{name}"),
                "schema": {"type": "string"} | ({"enum": words} if words else {}),
            }
            for name, words in choices.items()
        ],
        "responses": {
            "200": {
                "description": say(Lang.EN, "api_cite"),
                "content": {written.media_type: {} for written in CITATION_FORMATS.values()},
            },
            **refusals(),
        },
    }


def _reporting() -> dict[str, Any]:
    """What a system sends that reports the values of a place."""
    parameters = [_parameter(name, name != "dry_run") for name in TAKES]
    key = _parameter("key", False) | {"in": "header", "name": "Idempotency-Key"}
    told = {"application/json": {"schema": {"type": "object"}}}
    done = {status: {"description": say(Lang.EN, f"api_{status}"), "content": told} for status in ("200", "201", "422")}
    return {
        "operationId": "send_report",
        "summary": say(Lang.EN, "api_report"),
        "description": say(Lang.EN, "api_report_note"),
        "security": [{"token": []}],
        "parameters": [*parameters, key],
        "requestBody": {"required": True, "content": {kind: {} for kind in BODIES}},
        "responses": done | refusals("401", "403", "409", "413", "415"),
    }


def chart_paths() -> dict[str, Any]:
    """Picture as SVG, picture as PNG and rows of every chart."""
    return {f"/api/v1/charts/{name}.{form}": {"get": _chart_operation(name, form)} for name in CHARTS for form in FORMS}


def _word_operation(name: str) -> dict[str, Any]:
    """A Word file."""
    _, takes = WORD_FILES[name]
    parameters = [_parameter(one.name, one.required) for one in takes]
    done = {"description": say(Lang.EN, "api_ok_word"), "content": {KINDS["docx"]: {}}}
    return {
        "operationId": f"word_{name}",
        "summary": say(Lang.EN, f"api_word_file_{name}"),
        "parameters": [*parameters, *(_parameter(one, False) for one in EVERYWHERE)],
        "responses": {"200": done, **refusals()},
    }


def refusals(*more: str) -> dict[str, Any]:
    """What an address answers when it has no answer."""
    body = {"application/json": {"schema": {"$ref": "#/components/schemas/error"}}}
    return {
        status: {"description": say(Lang.EN, f"api_{status}"), "content": body}
        for status in ("400", "404", *more, "414", "429", "503")
    }


def _chart_operation(name: str, form: str) -> dict[str, Any]:
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


def _filter(dataset: str, name: str) -> dict[str, Any]:
    column = DATASETS[dataset].filters[name]
    return {
        "name": name,
        "in": "query",
        "style": "form",
        "explode": False,
        "description": say(Lang.EN, "api_filter", column=column),
        "schema": {"type": "array", "items": {"type": "string"}},
    }


def _word(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if name in NUMBERS:
        usual, most = NUMBERS[name]
        schema = {"type": "integer", "minimum": 0, "maximum": most, "default": usual}
    elif name == "format":
        schema = {"type": "string", "enum": list(FORMATS), "default": "json"}
    elif name == DAY:
        schema = {"type": "string", "format": "date"}
    elif name in LISTS:
        schema = {"type": "array", "items": {"type": "string"}}
    told = {"name": name, "in": "query", "description": say(Lang.EN, f"api_word_{name}"), "schema": schema}
    return told | ({"style": "form", "explode": False} if name in LISTS else {})


def _schema(columns: tuple[ColumnDescription, ...]) -> dict[str, Any]:
    properties = {one.name: TYPES[one.holds] | {"description": one.meaning} for one in columns}
    return {"type": "object", "properties": properties}


_ERROR = {
    "type": "object",
    "properties": {
        "error": {
            "type": "object",
            "properties": {
                "status": {"type": "integer"},
                "vi": {"type": "string"},
                "en": {"type": "string"},
                "allowed": {"type": "array", "items": {"type": "string"}},
            },
        }
    },
}

"""The data package (Frictionless Data Package 1) of a release: its datasets as CSV files at their
addresses."""

from typing import Any

from healthplan.formats.dictionary import ColumnDescription, DatasetDescription, dictionary
from healthplan.model.dataset import DATASETS, ColumnContent
from healthplan.text import Lang, say

FIELD_TYPES = {
    ColumnContent.TEXT: "string",
    ColumnContent.INTEGER: "integer",
    ColumnContent.NUMBER: "number",
    ColumnContent.BOOLEAN: "boolean",
    ColumnContent.DATE: "date",
    ColumnContent.TIME: "datetime",
    ColumnContent.LIST: "string",  # a list is joined by "|" in CSV
}
TIME = "%Y-%m-%d %H:%M:%S.%f"
LICENCES = [{"name": "other-open", "title": say(Lang.EN, "take_licence")}]


def release_package(release: str, origin: str) -> dict[str, Any]:
    """The package as it stands in datapackage.json."""
    return {
        "profile": "data-package",
        "name": "roadmap-72",
        "title": f"{say(Lang.VI, 'product')} · {say(Lang.EN, 'product')}",
        "description": say(Lang.EN, "take_sources"),
        "version": release,
        "licenses": LICENCES,
        "sources": [{"title": say(Lang.EN, "take_sources")}],
        "resources": [_resource(told, release, origin) for told in dictionary(Lang.EN)],
    }


def _resource(told: DatasetDescription, release: str, origin: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": told.name,
        "title": told.title,
        "description": told.about,
        "path": f"{origin}api/v1/{told.name}.csv?release={release}",
        "scheme": "http",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": {
            "fields": [_field(told.name, column) for column in told.columns],
            "primaryKey": [DATASETS[told.name].key],
        },
    }


def _field(dataset: str, column: ColumnDescription) -> dict[str, Any]:
    told: dict[str, Any] = {"name": column.name, "type": FIELD_TYPES[column.holds], "description": column.meaning}
    if column.holds is ColumnContent.TIME:
        told["format"] = TIME
    if column.name == DATASETS[dataset].key:
        told["constraints"] = {"required": True, "unique": True}
    return told

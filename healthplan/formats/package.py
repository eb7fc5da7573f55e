"""The data package (Frictionless Data Package 1) of a release: its datasets as CSV files at their
addresses."""

from typing import Any

from healthplan.formats.dictionary import ColumnTold, DatasetTold, dictionary
from healthplan.model.dataset import DATASETS, Holds
from healthplan.text import Lang, say

FIELD_TYPES = {
    Holds.TEXT: "string", Holds.INTEGER: "integer", Holds.NUMBER: "number", Holds.BOOLEAN: "boolean",
    Holds.DATE: "date", Holds.TIME: "datetime", Holds.LIST: "string",  # a list is joined by "|" in CSV
}
TIME = "%Y-%m-%d %H:%M:%S.%f"
LICENCES = [{"name": "other-open", "title": say(Lang.EN, "take_licence")}]


def package(release: str, origin: str) -> dict[str, Any]:
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


def _resource(told: DatasetTold, release: str, origin: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": told.name,
        "title": told.title,
        "description": told.about,
        "path": f"{origin}api/v1/{told.name}.csv?release={release}",
        "scheme": "http", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8-sig",
        "schema": {"fields": [_field(told.name, column) for column in told.columns],
                   "primaryKey": [DATASETS[told.name].key]},
    }


def _field(dataset: str, column: ColumnTold) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": column.name, "type": FIELD_TYPES[column.holds], "description": column.meaning,
    }
    if column.holds is Holds.TIME:
        told["format"] = TIME
    if column.name == DATASETS[dataset].key:
        told["constraints"] = {"required": True, "unique": True}
    return told

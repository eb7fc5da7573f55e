"""The Frictionless Data Package of data/: every file with its schema, made from the contract in tables.py.

`python -m etl.package` writes data/datapackage.json anew; a test says when it is out of date.
"""

import csv
import json
from pathlib import Path
from typing import Any

from etl.contract import CellContent, Column, TableSchema
from etl.tables import TABLES
from healthplan.model.period import PERIOD
from healthplan.release import publication
from healthplan.text import Lang, say

NAME = "datapackage.json"
TYPES = {CellContent.YEAR: "integer", CellContent.COUNT: "integer", CellContent.DATE: "date"}


def source_package(root: Path) -> dict[str, Any]:
    """The package of the files below `root`, in the order of the tables. Frictionless Data Package 1."""
    return {
        "profile": "data-package",
        "name": "roadmap-72-data",
        "title": f"{say(Lang.VI, 'product')} · {say(Lang.EN, 'product')}",
        "description": say(Lang.EN, "take_sources"),
        "licenses": [{"name": "other-open", "title": say(Lang.EN, "take_licence")}],
        "sources": [{"title": "documents.csv", "path": "documents.csv"}],
        "resources": [
            _resource(table, path.relative_to(root).as_posix(), _header(path))
            for table in TABLES
            for path in sorted(root.glob(table.pattern))
        ],
    }


def _header(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file), [])


def _resource(table: TableSchema, path: str, header: list[str]) -> dict[str, Any]:
    columns = [column for column in table.columns if not column.spare or column.name in header]
    return {
        "profile": "tabular-data-resource",
        "name": path.removesuffix(".csv").replace("/", "-").replace("_", "-").lower(),
        "path": path,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in columns],
            "missingValues": [""],
            "foreignKeys": _references(table),
        },
    }


def _field(column: Column) -> dict[str, Any]:
    told: dict[str, Any] = {"name": column.name, "type": TYPES.get(column.holds, "string")}
    limits: dict[str, Any] = {"required": True} if column.required else {}
    if column.holds is CellContent.CHOICE:
        limits["enum"] = list(column.among)
    if column.holds is CellContent.PERIOD:
        limits["pattern"] = PERIOD.pattern
    return told | ({"constraints": limits} if limits else {})


def _references(table: TableSchema) -> list[dict[str, Any]]:
    """What a column names in another file; only files that are one and the same for all plans."""
    files = {other.name: other for other in TABLES if "*" not in other.pattern}
    return [
        {
            "fields": column.name,
            "reference": {
                "resource": files[column.among[0]].pattern.removesuffix(".csv").replace("_", "-"),
                "fields": files[column.among[0]].key[0],
            },
        }
        for column in table.columns
        if column.holds is CellContent.REFERENCE and column.among[0] in files and column.among[0] != table.name
    ]


def package_text(root: Path) -> str:
    """The package as it stands in its file."""
    return json.dumps(source_package(root), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    folder = publication.data_folder()
    (folder / NAME).write_text(package_text(folder), encoding="utf-8")

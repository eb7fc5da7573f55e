"""The communes of today, written from the package vietnam-provinces (official codes of the General Statistics Office).

`python -m etl.communes` writes data/communes.csv anew; the package is asked for by nothing else.
"""

import csv
import importlib
import json
import unicodedata
from pathlib import Path

from healthplan.release import publication

NAME = "communes.csv"
COLUMNS = ("place", "name_vi", "name_en", "type_vi", "type_en", "parent")
TYPES = {"xã": ("Xã", "Commune"), "phường": ("Phường", "Ward"), "đặc khu": ("Đặc khu", "Special zone")}


def official_communes(divisions: Path) -> list[dict[str, str]]:
    """One row a commune, by code: codes of five digits, parents of two. `divisions` is the nested JSON file of the
    package."""
    return sorted(
        (
            _row(commune, f"{province['code']:02}")
            for province in json.loads(divisions.read_text(encoding="utf-8"))
            for commune in province["wards"]
        ),
        key=lambda row: row["place"],
    )


def _row(commune: dict[str, str], parent: str) -> dict[str, str]:
    kind = TYPES[commune["division_type"]]
    name = commune["name"].removeprefix(kind[0]).strip()
    return dict(zip(COLUMNS, (f"{int(commune['code']):05}", name, _english(name), *kind, parent), strict=True))


def _english(name: str) -> str:
    """A name as English texts print it: without its accents."""
    apart = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


if __name__ == "__main__":
    source = importlib.import_module("vietnam_provinces").NESTED_DIVISIONS_JSON_PATH
    with (publication.data_folder() / NAME).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(official_communes(source))

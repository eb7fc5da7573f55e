"""The tile map of one indicator with the values of every year on it, of which a page shows one at a time."""

from typing import Any

from healthplan.charts.scale import scale
from healthplan.charts.tile_map import SHADES
from healthplan.release.query import Row
from healthplan.release.reference_data import tiles
from healthplan.release.view import View
from healthplan.subjects.targets.heights import height
from healthplan.text.figures import value_text


def year_map(view: View, indicator: Row, years: list[int], shown: int) -> list[dict[str, Any]]:
    """The tiles, each with its `values` by year: figure, shade from 0 to SHADES - 1 on one scale for all years
    (None where it is no number), and whether it is the year that is shown."""
    by_year = {year: view.ask(tiles, indicator=indicator["indicator"], year=year) for year in years}
    found = view.ask(tiles, indicator=indicator["indicator"], year=shown)
    ends = scale([value for rows in by_year.values() for tile in rows if (value := _height(tile)) is not None])
    return [
        tile
        | {
            "belongs": view.place_name(tile["parent"]) if tile["place_kind"] == "commune" else "",
            "values": [_value(view, year, rows[at], ends) for year, rows in by_year.items() if rows[at]["row"]],
        }
        for at, tile in enumerate(found)
    ]


def _height(tile: Row) -> float | None:
    return height(tile) if tile["row"] else None


def _value(view: View, year: int, tile: Row, ends: tuple[float, float]) -> dict[str, Any]:
    value, (low, high) = _height(tile), ends
    shade = None if value is None else min(SHADES - 1, int((value - low) / (high - low) * SHADES))
    return {"year": year, "figure": value_text(tile, view.lang), "shade": shade, "row": tile["row"]}

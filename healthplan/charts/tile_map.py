"""The tile map: whose plan is held, known or not seen; on it the values of an indicator in a year; its legend
and what it says in words."""

from dataclasses import replace
from typing import Any

from healthplan.charts.scale import scale
from healthplan.charts.tiles import Tile
from healthplan.parameters.parameter import Parameter
from healthplan.parameters.shared import INDICATOR
from healthplan.release.query import Row
from healthplan.release.reference_data import tile_years, tiles
from healthplan.release.view import View
from healthplan.subjects.places import plan_state, reported
from healthplan.subjects.places.plan_state import PlanState
from healthplan.subjects.targets.heights import height
from healthplan.subjects.targets.spans import is_excerpt
from healthplan.text.figures import value_text

SHADES = 5


def map_indicators(view: View) -> list[str]:
    """Indicators in numbers for which some province has a value in some year."""
    numbered = (row["indicator"] for row in view.indicators.values() if row["scale"] not in ("grade", "word"))
    return [indicator for indicator in numbered if years_of_map(view, indicator)]


def years_of_map(view: View, indicator: str) -> list[str]:
    """The years for which some province has a value."""
    return [str(row["year"]) for row in view.ask(tile_years, indicator=indicator)]


def usual_year(years: list[str]) -> str:
    """The last year up to 2030, else the first vision."""
    return max((year for year in years if year <= "2030"), default=years[0])


MAPPED = replace(INDICATOR, options=lambda view, _: map_indicators(view))
MAP_YEAR = Parameter(
    name="year",
    label="pick_year",
    options=lambda view, choices: years_of_map(view, choices["indicator"]),
    default=lambda view, choices: usual_year(years_of_map(view, choices["indicator"])),
)


def plan_map_facts(view: View) -> dict[str, Any]:
    """The facts of templates/tilemap.html: whose plan is held, known or not seen, without values."""
    found = [_plan_tile(view, tile) for tile in view.ask(tiles, indicator="", year=0)]
    counts = plan_state.state_counts(view)
    title = view.say("map_plans_title", held=str(counts[PlanState.HELD]), total=str(sum(counts.values())))
    alt = view.say("map_plans_alt", found=" ".join(state["words"] + "." for state in states(view)))
    return _facts(view, found) | {"title": title, "subtitle": view.say("map_plans_subtitle"), "legend": "", "alt": alt}


def tile_map_facts(view: View, indicator: Row, year: str) -> dict[str, Any]:
    """The same with the values of one indicator in one year."""
    found = map_tiles(view, indicator, year)
    valued = [tile for tile in found if tile["shade"] is not None]
    valued.sort(key=lambda tile: height(tile) or 0.0)
    told = " ".join(
        view.say("map_found", place=view.name(tile), value=tile["figure"]) for tile in found if tile["figure"]
    )
    legend = []
    if len(valued) > 1 and valued[0]["shade"] != valued[-1]["shade"]:
        legend.append(view.say("map_legend", low=valued[0]["figure"], high=valued[-1]["figure"]))
    if any(tile["universal"] for tile in found):
        legend.append(view.say("map_universal"))
    if any(tile["reported"] for tile in found):
        legend.append(view.say("map_reported"))
    return _facts(view, found) | {
        "title": view.say("map_title", indicator=view.name(indicator), year=year),
        "subtitle": view.say("map_subtitle"),
        "legend": " ".join(legend),
        "alt": view.say("map_alt", indicator=view.name(indicator), year=year, found=told),
    }


def states(view: View) -> list[dict[str, str]]:
    """The legend of the three states: `state`, and its words with how many provinces are in it."""
    return [
        {"state": state, "words": view.say(f"map_state_{state}", count=str(count))}
        for state, count in plan_state.state_counts(view).items()
    ]


def _facts(view: View, found: list[dict[str, Any]]) -> dict[str, Any]:
    plans = [row | {"said": plan_state.named(view, row)} for row in plan_state.plans_known(view).values()]
    return {"tiles": found, "states": states(view), "plans": plans}


def map_tiles(view: View, indicator: Row, year: str) -> list[dict[str, Any]]:
    """The tiles with their figure, their shade from 0 to SHADES - 1 and their hint; `reported` are those
    without a plan of which a value was reported in some year."""
    found = view.ask(tiles, indicator=indicator["indicator"], year=int(year))
    ends = scale([value for tile in found if tile["row"] and (value := height(tile)) is not None])
    newest = reported.newest_values(view, indicator["indicator"])
    return [
        _plan_tile(view, tile) | _tile(view, tile, ends, year) | _reported_facts(view, tile, newest) for tile in found
    ]


def _plan_tile(view: View, tile: Row) -> dict[str, Any]:
    """A tile with the state of the plan, without a value."""
    island = tile["place_kind"] == "commune"
    state = plan_state.plan_state(view, tile["place"])
    held = view.say("map_plan_held", place=view.name(tile))
    return tile | {
        "state": "" if island else state,
        "figure": "",
        "universal": False,
        "reported": False,
        "shade": None,
        "hint": held if state is PlanState.HELD else plan_state.plan_words(view, tile["place"]),
        "belongs": view.place_name(tile["parent"]) if island else "",
    }


def _reported_facts(view: View, tile: Row, newest: dict[str, Row]) -> dict[str, Any]:
    """What a tile without a plan says: what is known of its plan, the newest value that was reported of the
    province, and apart from it those of the former provinces within it, which never colour its tile."""
    if tile["planned"] or tile["place_kind"] != "province":
        return {}
    own = newest.get(tile["place"])
    said = [plan_state.plan_words(view, tile["place"])]
    if own is not None:
        said.append(view.say("map_reported_value", value=reported.value_with_period(view, own)))
    former = [
        view.say("map_found", place=view.place_name(one), value=reported.value_with_period(view, newest[one]))
        for one in reported.former_parts(view, tile["place"])
        if one in newest
    ]
    return {"reported": own is not None, "hint": " ".join([*said, *former])}


def _tile(view: View, tile: Row, ends: tuple[float, float], year: str) -> dict[str, Any]:
    value = height(tile) if tile["row"] else None
    figure = value_text(tile, view.lang) if tile["row"] else ""
    quoted = is_excerpt(view.planned.get(tile["place"], {}))
    without = "map_quoted_no_value" if quoted else "map_plan_no_value"
    key = "map_has_value" if figure else without
    low, high = ends
    return {
        "figure": figure,
        "universal": tile["kind"] == "universal",
        "hint": view.say(key, place=view.name(tile), value=figure, year=year),
        "shade": None if value is None else min(SHADES - 1, int((value - low) / (high - low) * SHADES)),
    }


def tile_of(view: View, tile: Row) -> Tile:
    """One tile as it is drawn."""
    figure = "100" if tile["universal"] else tile["figure"]
    return Tile(
        view.name(tile),
        tile["tile_row"],
        tile["tile_col"],
        figure,
        tile["shade"],
        bool(tile["planned"]),
        tile["universal"],
        tile["belongs"],
        tile["reported"],
        tile["state"] == PlanState.KNOWN,
    )

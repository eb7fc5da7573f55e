"""Two places and more: where they differ most, small charts of what they share, and dumbbells from baseline
to goal."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from healthplan.charts.cards import card, heights
from healthplan.charts.frame import Figure
from healthplan.charts.indicator import setting_of
from healthplan.charts.scale import scale
from healthplan.charts.trajectory import trajectory_figure
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.heights import height
from healthplan.subjects.targets.spans import spans_of
from healthplan.subjects.trajectories.series import differing_indicators, series_of
from healthplan.text.figures import value_with_unit

UNTIL = 2030
COLUMNS = 3


NAMED_MOST = 3
CHARTED_MOST = 6  # places that a small chart can tell apart


@dataclass(frozen=True, slots=True)
class Difference:
    """The indicator in per cent whose goals of one year lie furthest apart, with the spans at both ends."""

    indicator: Row
    year: int
    low: list[Row]
    high: list[Row]


def shared_indicators(view: View, places: list[str]) -> list[Row]:
    """The indicators that the places can be compared by on charts."""
    return differing_indicators(view, places, UNTIL)


def largest_difference(view: View, places: list[str]) -> Difference | None:
    """Where the places differ most: only per cent beside per cent, exact goals, of the same year."""
    found = []
    for indicator in shared_indicators(view, places):
        groups: dict[int, list[tuple[float, Row]]] = {}
        for span in spans_of(view, indicator, places):
            value = height(span)
            if indicator["unit_vi"] == "%" and span["kind"] == "exact" and value is not None and span["year"]:
                groups.setdefault(span["year"], []).append((value, span))
        for year, members in groups.items():
            low, high = min(value for value, _ in members), max(value for value, _ in members)
            ends = [[span for value, span in members if value == end] for end in (low, high)]
            found.append((high - low, Difference(indicator, year, ends[0], ends[1])))
    widest, difference = max(found, key=lambda one: one[0], default=(0.0, None))
    return difference if widest > 0 else None


def comparison_title(view: View, places: list[str]) -> str:
    """Where the places that are compared differ most, else which they are."""
    names = _names(view, places) if len(places) <= CHARTED_MOST else view.say("compare_many", count=str(len(places)))
    most = largest_difference(view, places) if len(places) > 1 else None
    if most is None:
        return view.say("compare_title", places=names)
    unit = view.name(most.indicator, "unit")
    ends = {
        name: value_with_unit(spans[0], view.lang, unit) for name, spans in (("low", most.low), ("high", most.high))
    }
    return view.say(
        "compare_finding",
        places=names,
        indicator=view.name(most.indicator, "short"),
        year=str(most.year),
        low_places=_some(view, most.low),
        high_places=_some(view, most.high),
        **ends,
    )


def _some(view: View, spans: list[Row]) -> str:
    """The places of spans by name, or how many they are."""
    places = [span["place"] for span in spans]
    return _names(view, places) if len(places) <= NAMED_MOST else view.say("compare_many", count=str(len(places)))


def _names(view: View, places: list[str]) -> str:
    return ", ".join(view.place_name(place) for place in places)


def small_chart(view: View, indicator: Row, places: list[str]) -> Figure:
    """One small chart."""
    series = series_of(view, indicator, places)
    drawn, national = series.drawn(UNTIL), series.national_until(UNTIL)
    drawn.pop("VN", None)  # what the nation reported stands on the large chart
    return trajectory_figure(
        drawn, national, setting_of(view, indicator, drawn, national, UNTIL, small=True, height=180, width=380)
    )


def dumbbells(
    view: View, indicators: list[Row], places: list[str]
) -> Iterator[tuple[str, tuple[float, float], list[dict[str, Any]]]]:
    """Baseline to goal by unit: the unit, the ends of its strips, one card an indicator. Cards of one unit
    share one scale; shares stand on 0 to 100."""
    units: dict[str, list[Row]] = {}
    for indicator in indicators:
        units.setdefault(view.name(indicator, "unit"), []).append(indicator)
    for unit, members in sorted(units.items(), key=lambda item: (item[0] != "%", -len(item[1]))):
        ends = (
            (0.0, 100.0) if unit == "%" else scale([value for row in members for value in heights(view, row, places)])
        )
        yield unit, ends, [card(view, row, places, ends) for row in members]

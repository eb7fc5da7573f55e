"""Two to six places: small multiples of what they share, and dumbbells from baseline to goal."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from healthplan.charts.cards import card, heights
from healthplan.charts.frame import Figure
from healthplan.charts.indicator import setting_of
from healthplan.charts.scale import scale
from healthplan.charts.trajectory import trajectory_figure
from healthplan.model.height import value_height
from healthplan.parameters.shared import PLACES
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.heights import column
from healthplan.subjects.targets.queries import spans
from healthplan.subjects.trajectories.series import series_of

UNTIL = 2030
COLUMNS = 3


COMPARED = replace(PLACES, most=6)


def shared_indicators(view: View, places: list[str]) -> list[Row]:
    """Indicators with a number of at least two of the places, in the order of the themes."""
    counted: dict[str, int] = {}
    for span in view.ask(spans):
        if span["place"] in places and any(_known(span, prefix) for prefix in ("", "base_")):
            counted[span["indicator"]] = counted.get(span["indicator"], 0) + 1
    return [
        row
        for row in view.indicators.values()
        if counted.get(row["indicator"], 0) > 1 and row["scale"] not in ("grade", "word")
    ]


def _known(span: Row, prefix: str) -> bool:
    return (
        not (prefix == "" and span["apart"])
        and bool(span[f"{prefix}kind"])
        and value_height(column(span, prefix)) is not None
        and bool(span[f"{prefix}year"])
    )


def comparison_title(view: View, places: list[str]) -> str:
    """Which places are compared."""
    return view.say("compare_title", places=", ".join(view.place_name(place) for place in places))


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

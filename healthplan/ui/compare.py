"""The screen of two to six places: small multiples of what they share, and dumbbells from baseline to
goal."""

from collections.abc import Iterator
from typing import Any

import streamlit as st

from healthplan.charts.frame import Figure
from healthplan.charts.marks import height_of
from healthplan.charts.trajectory import trajectory
from healthplan.queries import Row
from healthplan.queries.overview import spans
from healthplan.ui.chart_words import setting_of
from healthplan.ui.figures import show_figure
from healthplan.ui.files import files_of
from healthplan.ui.overview import card, heights
from healthplan.ui.render import render
from healthplan.ui.scale import column, scale
from healthplan.ui.trajectories import late_paths, told_of
from healthplan.ui.view import View

UNTIL = 2030
COLUMNS = 3


def shared(view: View, places: list[str]) -> list[Row]:
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
        and height_of(column(span, prefix)) is not None
        and bool(span[f"{prefix}year"])
    )


def title(view: View, places: list[str]) -> str:
    """Which places are compared."""
    return view.say("compare_title", places=", ".join(view.place_name(place) for place in places))


def show_multiples(view: View, indicators: list[Row], places: list[str]) -> None:
    """One small chart an indicator, the places on one scale in each."""
    for start in range(0, len(indicators), COLUMNS):
        for slot, indicator in zip(
            st.columns(COLUMNS, gap="large"), indicators[start : start + COLUMNS], strict=False
        ):
            with slot:
                render("multiple.html", view, indicator=indicator)
                _show_small(view, indicator, places)
    whole = files_of(view, "compare", places=",".join(places))
    render("chart_files.html", view, files=whole, label="files_whole")


def small_chart(view: View, indicator: Row, places: list[str]) -> Figure:
    """One small chart."""
    told = told_of(view, indicator, places)
    drawn, asked = told.drawn(UNTIL), told.asked_by(UNTIL)
    drawn.pop("VN", None)  # what the nation reported stands on the large chart
    return trajectory(
        drawn, asked, setting_of(view, indicator, drawn, asked, UNTIL, small=True, height=180)
    )


def _show_small(view: View, indicator: Row, places: list[str]) -> None:
    names = ", ".join(view.place_name(place) for place in places)
    alt = view.say("multiple_alt", indicator=view.name(indicator), places=names)
    show_figure(small_chart(view, indicator, places), alt=alt, key=f"small-{indicator['indicator']}")
    render("late.html", view, shapes=late_paths(view, indicator, places))
    taken = {"indicator": indicator["indicator"], "places": ",".join(places)}
    render("small_files.html", view, files=files_of(view, "trajectory", **taken), of=view.name(indicator))


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
            (0.0, 100.0)
            if unit == "%"
            else scale([value for row in members for value in heights(view, row, places)])
        )
        yield unit, ends, [card(view, row, places, ends) for row in members]


def show_dumbbells(view: View, indicators: list[Row], places: list[str]) -> None:
    """The cards of each unit, and their files."""
    for unit, ends, cards in dumbbells(view, indicators, places):
        render("unit.html", view, unit=unit, low=ends[0], high=ends[1])
        render("cards.html", view, cards=cards, wide=True)
    render("chart_files.html", view, files=files_of(view, "dumbbells", places=",".join(places)))

"""The chart of one indicator and what is said around it."""

from dataclasses import dataclass, replace
from typing import Any

from healthplan.charts.frame import Figure
from healthplan.charts.setting import HEIGHT
from healthplan.charts.trajectory import trajectory_figure
from healthplan.charts.trajectory_words import alternative_text, legend_of, marks_in, setting_of
from healthplan.parameters.parameter import Parameter, ParameterKind
from healthplan.parameters.shared import PLACES
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.findings.queries import back_loaded
from healthplan.subjects.places.reported import marked_name
from healthplan.subjects.trajectories.series import REPORTED_SINCE, UNTIL, Series
from healthplan.subjects.trajectories.statements import chips, goal_chips
from healthplan.text.figures import value_text

TRACED = replace(PLACES, options=lambda view, _: view.drawn, shown=marked_name)  # reported values are drawn, too
UNTIL_YEAR = Parameter(
    name="until",
    kind=ParameterKind.ROW,
    label="pick_years",
    options=lambda _view, _: list(UNTIL),
    shown=lambda view, year: view.say(f"years_{year}"),
)


@dataclass(frozen=True, slots=True)
class IndicatorChart:
    """One chart and all that is said around it; `figure` is None when there is no number to draw."""

    title: str
    subtitle: str
    figure: Figure | None
    alt: str
    ends: list[dict[str, Any]]
    shapes: list[Row]
    chips: list[dict[str, str]]
    key: list[str]
    sources: str


def indicator_chart(
    view: View,
    indicator: Row,
    series: Series,
    until: int,
    *,
    signed: bool = True,
    height: int = HEIGHT,
    marked: frozenset[str] = frozenset(),
) -> IndicatorChart:
    """The chart of an indicator in a span of years, with its words. What is named is for its setting."""
    in_words = indicator["scale"] == "word"
    drawn, national = ({}, []) if in_words else (series.drawn(until), series.national_until(until))
    places = list(series.by_place)
    title = trajectory_title(view, indicator, places, until)
    missing = [
        *chips(view, series.by_place, in_words=in_words),
        *_earlier(view, series),
        *goal_chips(view, series.national),
    ]
    figure = None
    if drawn or national:
        setting = setting_of(view, indicator, drawn, national, until, signed=signed, height=height, marked=marked)
        figure = trajectory_figure(drawn, national, setting)
    rows = [row for rows in (*series.by_place.values(), series.reported, series.national) for row in rows]
    return IndicatorChart(
        title=title,
        subtitle=_subtitle(view, indicator, figure),
        figure=figure,
        alt=alternative_text(view, title, drawn, places, missing),
        ends=legend_of(view, indicator, drawn, national),
        shapes=late_paths(view, indicator, places),
        chips=missing,
        key=marks_in(drawn, national),
        sources=", ".join(dict.fromkeys(view.name(row, "short") for row in rows)) or "–",
    )


def _earlier(view: View, series: Series) -> list[dict[str, str]]:
    """A chip for each value that was reported of a place without a plan before the chart begins."""
    return [
        {
            "place": place,
            "text": view.say(
                "chip_years",
                place=view.place_name(place),
                years=str(row["year"]),
                word=view.say("chip_earlier", value=value_text(row, view.lang)),
            ),
        }
        for place, rows in series.by_place.items()
        if place not in view.planned
        for row in rows
        if row["series"] == "actual" and row["year"] < REPORTED_SINCE
    ]


def late_paths(view: View, indicator: Row, places: list[str]) -> list[Row]:
    """The paths that leave most of their change to their last years."""
    return [row for row in view.ask(back_loaded, indicator=indicator["indicator"]) if row["place"] in places]


def trajectory_title(view: View, indicator: Row, places: list[str], until: int) -> str:
    """The heading of the chart."""
    name = view.name(indicator)
    planned = [place for place in places if place in view.planned]
    if not planned and len(places) == 1:
        return view.say("chart_title_reported_one", indicator=name, place=view.place_name(places[0]))
    if not planned:
        return view.say("chart_title_reported", indicator=name, count=str(len(places)))
    places = planned
    if len(places) == 1:
        return view.say("chart_title_one", indicator=name, place=view.place_name(places[0]), year=str(until))
    return view.say("chart_title", indicator=name, count=str(len(places)), year=str(until))


def _subtitle(view: View, indicator: Row, figure: Figure | None) -> str:
    if figure is None:
        return view.say("chart_in_words_only" if indicator["scale"] == "word" else "chart_not_drawn")
    better = view.say(f"better_{indicator['direction']}")
    if indicator["scale"] == "grade":
        return view.say("chart_subtitle_grade", better=better)
    zoomed = figure["layout"]["yaxis"]["range"][0] > 0
    key = "chart_subtitle_zoom" if zoomed else "chart_subtitle"
    return view.say(key, unit=view.name(indicator, "unit") or "–", better=better)

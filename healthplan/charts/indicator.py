"""The chart of one indicator and what is said around it."""

from dataclasses import dataclass, replace
from typing import Any

from healthplan.charts.frame import Figure
from healthplan.charts.setting import HEIGHT
from healthplan.charts.trajectory import trajectory
from healthplan.charts.words import alternative_text, legend_of, marks_in, setting_of
from healthplan.parameters.parameter import Kind, Parameter
from healthplan.parameters.shared import PLACES
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.findings.queries import back_loaded
from healthplan.subjects.places.reported import marked
from healthplan.subjects.trajectories.series import REPORTED_SINCE, UNTIL, Series
from healthplan.subjects.trajectories.statements import chips, set_apart
from healthplan.text.figures import shown

TRACED = replace(PLACES, options=lambda view, _: view.drawn, shown=marked)  # reported values are drawn, too
UNTIL_YEAR = Parameter(name="until", kind=Kind.ROW, label="pick_years", options=lambda _view, _: list(UNTIL),
                       shown=lambda view, year: view.say(f"years_{year}"))


@dataclass(frozen=True, slots=True)
class Charted:
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


def charted(
    view: View,
    indicator: Row,
    told: Series,
    until: int,
    *,
    signed: bool = True,
    height: int = HEIGHT,
    marked: frozenset[str] = frozenset(),
) -> Charted:
    """The chart of an indicator in a span of years, with its words. What is named is for its setting."""
    in_words = indicator["scale"] == "word"
    drawn, asked = ({}, []) if in_words else (told.drawn(until), told.asked_by(until))
    places = list(told.by_place)
    title = title_of(view, indicator, places, until)
    missing = [*chips(view, told.by_place, in_words=in_words), *_earlier(view, told),
               *set_apart(view, told.asked)]
    figure = None
    if drawn or asked:
        setting = setting_of(
            view, indicator, drawn, asked, until, signed=signed, height=height, marked=marked
        )
        figure = trajectory(drawn, asked, setting)
    rows = [row for rows in (*told.by_place.values(), told.reported, told.asked) for row in rows]
    return Charted(
        title=title,
        subtitle=_subtitle(view, indicator, figure),
        figure=figure,
        alt=alternative_text(view, title, drawn, places, missing),
        ends=legend_of(view, indicator, drawn, asked),
        shapes=late_paths(view, indicator, places),
        chips=missing,
        key=marks_in(drawn, asked),
        sources=", ".join(dict.fromkeys(view.name(row, "short") for row in rows)) or "–",
    )


def _earlier(view: View, told: Series) -> list[dict[str, str]]:
    """A chip for each value that was reported of a place without a plan before the chart begins."""
    return [
        {"place": place, "text": view.say("chip_years", place=view.place_name(place), years=str(row["year"]),
                                          word=view.say("chip_earlier", value=shown(row, view.lang)))}
        for place, rows in told.by_place.items() if place not in view.planned
        for row in rows if row["series"] == "actual" and row["year"] < REPORTED_SINCE
    ]


def late_paths(view: View, indicator: Row, places: list[str]) -> list[Row]:
    """The paths that leave most of their change to their last years."""
    return [row for row in view.ask(back_loaded, indicator=indicator["indicator"]) if row["place"] in places]


def title_of(view: View, indicator: Row, places: list[str], until: int) -> str:
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

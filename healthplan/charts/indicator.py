"""The chart of one indicator and what is said around it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from math import floor
from typing import Any

from healthplan.charts.chart_title import chart_title, late_paths
from healthplan.charts.frame import Figure
from healthplan.charts.paths import split
from healthplan.charts.setting import HEIGHT, PHONE_HEIGHT, PHONE_WIDTH, WIDTH, Setting
from healthplan.charts.trajectory import trajectory_figure
from healthplan.model.height import value_height
from healthplan.parameters.parameter import Choices, Parameter, ParameterKind
from healthplan.parameters.shared import PLACES, provinces
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.distances.what_if import AssumedLine
from healthplan.subjects.places.reported import marked_name
from healthplan.subjects.targets.spans import goal_year, sign_of, spans_of, verdict_words
from healthplan.subjects.trajectories.series import REPORTED_SINCE, UNTIL, Series, has_course, series_of
from healthplan.subjects.trajectories.statements import chips, goal_chips, when_words
from healthplan.text.figures import value_text, value_with_unit
from healthplan.text.verdicts import LAWS_APART

NAMED = 6  # places named under the pointer
CHOSEN = 8  # provinces that are in colour unless the reader chooses; where there are more, the first five


def _first_provinces(view: View, _: Choices) -> str:
    found = provinces(view)
    return ",".join(found if len(found) <= CHOSEN else found[:5])


TRACED = replace(  # reported values are drawn, too
    PLACES, options=lambda view, _: view.drawn, default=_first_provinces, shown=marked_name
)
UNTIL_YEAR = Parameter(
    name="until",
    kind=ParameterKind.ROW,
    label="pick_years",
    options=lambda _view, _: list(UNTIL),
    shown=lambda view, year: view.say(f"years_{year}"),
)


@dataclass(frozen=True, slots=True)
class IndicatorChart:
    """One chart and all that is said around it; `figure` is None when there is no number to draw, or only one,
    which then stands large in `facts`."""

    title: str
    subtitle: str
    figure: Figure | None
    facts: list["Fact"]
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
    assumed: Sequence[AssumedLine] = (),
) -> IndicatorChart:
    """The chart of an indicator in a span of years, with its words. What is named is for its setting;
    lines that the reader `assumed` are said to be no data."""
    in_words = indicator["scale"] == "word"
    drawn, national = ({}, []) if in_words else (series.drawn(until), series.national_until(until))
    places = list(series.by_place)
    title = chart_title(view, indicator, places)
    missing = [
        *chips(view, series.by_place, in_words=in_words),
        *_earlier(view, series),
        *goal_chips(view, series.national),
    ]
    figure, rest = None, [] if in_words else rest_of(view, indicator, places, until)
    if has_course(drawn, national):
        setting = setting_of(view, indicator, drawn, national, until, signed=signed, height=height, marked=marked)
        figure = trajectory_figure(drawn, national, setting, rest, assumed)
    warned = f" {view.say('assumed_subtitle')}" if figure and assumed else ""
    facts = [] if figure else [*_facts(view, indicator, drawn), *_facts(view, indicator, {"VN": national})]
    rows = [row for rows in (*series.by_place.values(), series.reported, series.national) for row in rows]
    return IndicatorChart(
        title=title,
        subtitle=_subtitle(view, indicator, figure, facts) + warned,
        figure=figure,
        facts=facts,
        alt=alternative_text(view, title, drawn, places, missing) + warned,
        ends=legend_of(view, indicator, drawn, national),
        shapes=late_paths(view, indicator, places),
        chips=missing,
        key=[*marks_in(drawn, national), *(["other"] if any(rest) else []), *(["assumed"] if warned else [])],
        sources=", ".join(dict.fromkeys(view.name(row, "short") for row in rows)) or "–",
    )


@dataclass(frozen=True, slots=True)
class Fact:
    """One value that needs no axes: as it is read, of which year, by whom, and the row of its evidence."""

    figure: str
    when: str
    places: list[str]
    row: str


def _facts(view: View, indicator: Row, by_place: dict[str, list[Row]]) -> list[Fact]:
    """The values of one chart without axes, each with those who state it alike."""
    facts: dict[tuple[str, str], Fact] = {}
    for place, rows in by_place.items():
        for row in rows:
            figure = value_with_unit(row, view.lang, view.name(indicator, "unit"))
            fact = facts.setdefault((figure, goal_year(view, row)), Fact(figure, goal_year(view, row), [], row["row"]))
            fact.places.extend([place] if place not in fact.places else [])
    return list(facts.values())


def rest_of(view: View, indicator: Row, places: list[str], until: int) -> list[list[Row]]:
    """What other planned places of the same kind state, which stands grey behind the chosen ones. Values at one
    spot name each other under the pointer."""
    kinds = {view.planned[place]["kind"] for place in places if place in view.planned}
    others = [place for place, plan in view.planned.items() if plan["kind"] in kinds and place not in places]
    if not others:
        return []
    drawn = {
        place: [row for row in rows if row["series"] != "actual"]
        for place, rows in series_of(view, indicator, others).drawn(until).items()
        if place != "VN"
    }
    spots: dict[tuple[int, float | None], dict[str, Row]] = {}
    for place, rows in drawn.items():
        for row in rows:
            spots.setdefault((row["year"], value_height(row)), {})[place] = row
    for (year, _), found in spots.items():
        names = ", ".join(view.place_name(place) for place in list(found)[:NAMED])
        more = len(found) - NAMED
        named = view.say("names_more", names=names, count=str(more)) if more > 0 else names
        for row in found.values():
            row["hover"] = view.say("hover_rest", year=str(year), value=row["shown"], places=escape(named))
    return list(drawn.values())


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


def _subtitle(view: View, indicator: Row, figure: Figure | None, facts: list[Fact]) -> str:
    better, name = view.say(f"better_{indicator['direction']}"), view.name(indicator)
    if figure is None and not facts:
        return view.say("chart_in_words_only" if indicator["scale"] == "word" else "chart_not_drawn", indicator=name)
    if indicator["scale"] == "grade":
        return view.say("chart_subtitle_grade", indicator=name, better=better)
    zoomed = figure is not None and figure["layout"]["yaxis"]["range"][0] > 0
    key = "chart_subtitle_zoom" if zoomed else "chart_subtitle"
    return view.say(key, indicator=name, unit=view.name(indicator, "unit") or "–", better=better)


SINCE = 2025
# The shapes of the signs of ambition as letters, as near as can be to those of the style sheet.
SHAPES = {
    "stronger": "▲",
    "equal": "●",
    "weaker": "▼",
    "later": "»",
    "two_levels": "◧",
    "not_held": "◌",
    "not_comparable": "–",
}


def setting_of(
    view: View,
    indicator: Row,
    drawn: dict[str, list[Row]],
    asked: list[Row],
    until: int,
    *,
    signed: bool = True,
    small: bool = False,
    height: int = HEIGHT,
    width: int = WIDTH,
    marked: frozenset[str] = frozenset(),
) -> Setting:
    """How an indicator's chart looks for this reader. It starts with the plans, or with what was reported.
    Without signs its labels have no verdicts: a narrow chart would cut them."""
    signs = {span["place"]: span for span in spans_of(view, indicator, list(drawn))} if signed else {}
    rows = [row for own in drawn.values() for row in own]
    return Setting(
        theme=view.theme,
        phone=view.phone,
        lang=view.lang.value,
        labels=_labels(view, drawn, asked, until, signs),
        years=(min([SINCE, *(floor(row["x"]) for row in rows)]), until),
        percent=indicator["unit_vi"] == "%",
        grades={row["rank"]: escape(value_text(row, view.lang)) for row in rows if row["kind"] == "grade"} or None,
        height=min(height, PHONE_HEIGHT) if view.phone else height,
        width=PHONE_WIDTH if view.phone and not small else width,
        small=small,
        marked=marked,
    )


def _labels(
    view: View, drawn: dict[str, list[Row]], asked: list[Row], until: int, signs: dict[str, Row]
) -> dict[str, str]:
    """Place and last value, and below them the sign of ambition: shape, colour and word. A path that ends
    before the chart does is named with its last year instead."""
    labels = {}
    for place, last in path_ends(drawn, asked).items():
        name = escape(view.say("nation") if place == "VN" else view.name(view.places[place]))
        labels[place] = f"{name} {_ending(view, last, until)}".rstrip() + _sign(view, signs.get(place))
    return labels


def path_ends(drawn: dict[str, list[Row]], asked: list[Row]) -> dict[str, Row]:
    """The last value of each path, the nation's too."""
    found = {}
    for place, rows in (drawn | {"VN": asked or drawn.get("VN", [])}).items():
        last = max(rows, key=lambda row: (row["year"], row["stated_in"] == "annex", row["x"]), default=None)
        if last:
            found[place] = last
    return found


def legend_of(view: View, indicator: Row, drawn: dict[str, list[Row]], asked: list[Row]) -> list[dict[str, Any]]:
    """What the labels of a chart say, as a list for a phone, where they have no room beside it."""
    signs = {span["place"]: span for span in spans_of(view, indicator, list(drawn))}
    return [
        {
            "place": place,
            "name": view.say("nation") if place == "VN" else view.name(view.places[place]),
            "value": value_text(last, view.lang),
            "year": str(last["year"]),
            **_legend_sign(view, signs.get(place)),
        }
        for place, last in path_ends(drawn, asked).items()
    ]


def _legend_sign(view: View, span: Row | None) -> dict[str, str | None]:
    """The verdicts of a place for the list under a chart; none where no national goal is there."""
    if span is None or sign_of(span) not in SHAPES:
        return {"sign": None, "words": None}
    return {"sign": sign_of(span), "words": verdict_words(view, span)}


def _sign(view: View, span: Row | None) -> str:
    """The second line of a label, one for each law; nothing where there is no national goal to stand to."""
    if span is None or sign_of(span) not in SHAPES:
        return ""
    sign = sign_of(span)
    style = f"color:{view.theme.signs[sign]};font-size:12px"
    lines = [
        f"{SHAPES[sign]} {law}" if at == 0 else law
        for at, law in enumerate(verdict_words(view, span).split(LAWS_APART))
    ]
    return "".join(f'<br>&nbsp;&nbsp;&nbsp;<span style="{style}">{escape(line)}</span>' for line in lines)


def _ending(view: View, last: Row, until: int) -> str:
    if last["year"] < until:
        return f"({last['year']})"
    if last["kind"] == "grade":
        return ""
    if last["kind"] == "universal":
        return f"<i>{escape(value_text(last, view.lang))}</i>"
    return f"<b>{escape(value_text(last, view.lang))}</b>"


def alternative_text(
    view: View, title: str, drawn: dict[str, list[Row]], places: list[str], missing: list[dict[str, str]]
) -> str:
    """The finding in words: each place's drawn values by year, or the words for what cannot be drawn."""
    told = []
    for place in places:
        rows, newest = drawn.get(place, []), split(drawn.get(place, [])).newest
        told_of = [row for row in rows if not row["month"] or row is newest]  # months are in the table
        said = dict.fromkeys(f"{when_words(view, row)}: {value_text(row, view.lang)}" for row in told_of)
        values = ", ".join(said)
        words = "; ".join(chip["text"] for chip in missing if chip["place"] == place)
        told.append(f"{view.place_name(place)} ({values})" if values else words)
    return view.say("chart_alt", title=title, found="; ".join(told))


def marks_in(drawn: dict[str, list[Row]], asked: list[Row]) -> list[str]:
    """The marks that a chart really uses, in a fixed order."""
    rows = [row for own in drawn.values() for row in own]
    plan = [row for row in rows if row["series"] == "plan"]
    used = {
        "table": any(row["stated_in"] == "annex" for row in plan),
        "text": any(row["stated_in"] != "annex" for row in plan),
        "range": any(row["kind"] == "range" for row in rows),
        "open": any(row["kind"] not in ("exact", "range", "grade") for row in (*rows, *asked)),
        "gap": any(split(own).gaps for own in drawn.values()),
        "actual": any(row["series"] == "actual" and not row["month"] for row in rows),
        "month": any(row["month"] for row in rows),
        "year_ring": any(split(own).ringed for own in drawn.values()),
        "nation": bool(asked),
    }
    return [mark for mark, is_used in used.items() if is_used]

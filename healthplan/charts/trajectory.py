"""One indicator, many places: plan paths, ranges, bounds, reported values and what the nation asks, on one
chart."""

from typing import Any

from healthplan.charts.frame import Figure, axis, layout
from healthplan.charts.labels import labels
from healthplan.charts.lines import band, line, nation_marks
from healthplan.charts.marks import arrows, range_bars, rings, translucent, value_markers
from healthplan.charts.paths import Paths, runs_of_years, split
from healthplan.charts.setting import EDGE, Row, Setting, bounds
from healthplan.charts.ticks import value_ticks, year_ticks
from healthplan.model.height import value_height
from healthplan.theme import place_colour

DODGE = 0.017  # of the span of years, between two values that would cover each other
YEAR_WIDTH = 0.24  # years: all values of one year stand within it, however many they are


def trajectory_figure(by_place: dict[str, list[Row]], nation: list[Row], setting: Setting) -> Figure:
    """The figure. Rows carry x (the year), hover (the whole sentence) and row (the name of the evidence)."""
    paths = {place: split(rows) for place, rows in by_place.items()}
    asked = [row for row in nation if value_height(row) is not None and row["year"] is not None]
    start, end = setting.years
    dodge([*(path.drawn for path in paths.values()), asked], step=DODGE * (end - start))
    seen = [row for rows in (*(path.drawn for path in paths.values()), asked) for row in rows]
    low, high = bounds(seen, setting)
    traces = [trace | {"legendgroup": "VN"} for trace in nation_marks(asked, setting)]
    for place, path in paths.items():
        own = _place(path, place_colour(setting.theme, place), setting)
        traces += [trace | {"legendgroup": place} for trace in own]
    traces += _brackets(seen, low, setting)
    traces += rings([row for row in seen if row["row"] in setting.marked], setting.theme.accent)
    figure: Figure = {"data": traces, "layout": _layout(setting, low, high)}
    if not setting.small and not setting.phone:
        figure["layout"]["annotations"] = labels(paths, asked, setting, low, high)
    return figure


def _layout(setting: Setting, low: float, high: float) -> dict[str, Any]:
    start, end = setting.years
    return layout(
        setting.theme,
        setting.lang,
        height=setting.height,
        margin=setting.margin,
        xaxis=axis(setting.theme, range=[start - EDGE, end + EDGE], showgrid=False, **year_ticks(setting)),
        yaxis=axis(setting.theme, range=[low, high], **value_ticks(low, high, setting)),
    )


def _brackets(seen: list[Row], low: float, setting: Setting) -> list[dict[str, Any]]:
    """A short line at the foot of each year whose values stand side by side: they are of that one year."""
    half, years = YEAR_WIDTH / 2, sorted({row["year"] for row in seen if row["x"] != row["year"]})
    foot = {"kind": "exact", "low": low}
    return [
        line([foot | {"x": year - half}, foot | {"x": year + half}], setting.theme.strong_line, width=3)
        for year in years
    ]


def _place(path: Paths, colour: str, setting: Setting) -> list[dict[str, Any]]:
    size, traces = (7 if setting.small else 9), []
    for run in path.stretches:
        if len(run) > 1:
            ranges = all(row["kind"] == "range" for row in run)
            traces += band(run, colour) if ranges else [line(run, colour, width=2)]
    for gap in path.gaps:  # years between are not stated: a hairline, not a path
        traces.append(line(list(gap), translucent(colour, 0.5), width=1, dash="dot"))
    for rows, stated in ((path.table, "table"), (path.text, "text")):
        traces += [
            *range_bars(rows, colour, width=size - 1),
            *arrows(rows, colour, size=size),
            value_markers(rows, colour, setting.theme, size=size + (stated == "text"), stated=stated),
        ]
    if path.actual:
        traces += [
            *(line(run, colour, width=3) for run in runs_of_years(path.actual) if len(run) > 1),
            *arrows(path.actual, colour, size=size),
            value_markers(path.actual, colour, setting.theme, size=size, stated="actual"),
        ]
    return traces


def dodge(by_place: list[list[Row]], *, step: float) -> None:
    """Moves values of several places that would cover each other a little aside, evenly around their year and
    never out of it."""
    together: dict[tuple[int, float | None], dict[int, list[Row]]] = {}
    for place, rows in enumerate(by_place):
        for row in rows:
            together.setdefault((row["year"], value_height(row)), {}).setdefault(place, []).append(row)
    for places in together.values():
        apart = min(step, YEAR_WIDTH / max(len(places) - 1, 1))
        for rank, rows in enumerate(places.values()):
            for row in rows:
                row["x"] = row["year"] + (rank - (len(places) - 1) / 2) * apart

"""One indicator, many places: plan paths, ranges, bounds, what was reported of years and of months, and what the
nation asks, on one chart."""

from collections.abc import Sequence
from typing import Any

from healthplan.charts.frame import Figure, axis, layout
from healthplan.charts.labels import labels
from healthplan.charts.lines import band, line, nation_marks
from healthplan.charts.marks import arrows, range_bars, rings, translucent, value_markers
from healthplan.charts.paths import Paths, runs_of_years, split
from healthplan.charts.setting import Row, Setting, bounds
from healthplan.charts.ticks import value_ticks, year_ticks
from healthplan.charts.values import words_beside, written_values
from healthplan.model.height import value_height
from healthplan.subjects.distances.what_if import AssumedLine
from healthplan.theme import place_colour

NEAR = 9  # pixels between two marks of one year and value
YEAR_RING = 15  # pixels across
FULL = 0.88  # of a year's room, which its marks never leave


def trajectory_figure(
    by_place: dict[str, list[Row]],
    nation: list[Row],
    setting: Setting,
    rest: Sequence[list[Row]] = (),
    assumed: Sequence[AssumedLine] = (),
) -> Figure:
    """The figure. Rows carry hover (the whole sentence), shown (the value as a reader sees it) and row (the
    name of the evidence). `rest` are the values of places that stand grey behind the others, place by place. `assumed`
    are lines that the reader assumes: dotted, and no data."""
    paths = {place: split(rows) for place, rows in by_place.items()}
    asked = [row for row in nation if value_height(row) is not None and row["year"] is not None]
    swarm([*(path.drawn for path in paths.values()), asked], setting)
    seen = [row for rows in (*(path.drawn for path in paths.values()), asked) for row in rows]
    guessed = [_guess(*spot) for one in assumed for spot in one.ends if spot[0] <= setting.years[1]]
    low, high = bounds([*seen, *guessed, *(row for rows in rest for row in rows)], setting)
    traces = [*year_bands(seen, low, high, setting), *rest_traces(rest, setting)]
    traces += [trace | {"legendgroup": "VN"} for trace in nation_marks(asked, setting)]
    for place, path in paths.items():
        own = _place(path, place_colour(setting.theme, place), setting)
        traces += [trace | {"legendgroup": place} for trace in own]
    if not setting.small and not setting.grades:  # the steps of a grading are named on its axis
        traces += written_values(paths, asked, setting, (low, high))
    for one, side in zip(assumed, ("bottom right", "top left") * len(assumed), strict=False):
        traces += _assumed(one, setting, side)
    traces += rings([row for row in seen if row["row"] in setting.marked], setting.theme.accent)
    figure: Figure = {"data": traces, "layout": _layout(setting, low, high)}
    if not setting.small and not setting.phone:
        figure["layout"]["annotations"] = labels(paths, asked, setting, low, high)
    return figure


def _assumed(one: AssumedLine, setting: Setting, side: str) -> list[dict[str, Any]]:
    """A dotted line as far as the chart goes, with its words in its middle where there is room for them."""
    (since, start), (until, end) = one.ends
    edge = min(until, float(setting.years[1]))
    at = _guess(edge, start + (end - start) * (edge - since) / (until - since) if until > since else end)
    dotted = line([_guess(since, start), at], setting.theme.accent, width=2, dash="dot")
    middle = _guess((since + edge) / 2, (start + at["low"]) / 2)
    return [dotted] if setting.phone else [dotted, words_beside([(middle, one.words, side)], setting)]


def _guess(at: float, value: float) -> Row:
    """A point of a line that nobody stated."""
    return {"kind": "exact", "low": value, "high": value, "x": at}


def _layout(setting: Setting, low: float, high: float) -> dict[str, Any]:
    return layout(
        setting.theme,
        setting.lang,
        height=setting.height,
        margin=setting.margin,
        xaxis=axis(setting.theme, range=list(setting.span), showgrid=False, **year_ticks(setting)),
        yaxis=axis(setting.theme, range=[low, high], **value_ticks(low, high, setting)),
    )


def year_bands(seen: list[Row], low: float, high: float, setting: Setting) -> list[dict[str, Any]]:
    """A soft band from a year's name up, with a line at its foot, behind each year whose values stand side by
    side: they are of that one year."""
    traces: list[dict[str, Any]] = []
    air = NEAR / 2 / setting.year
    whole = [row for row in seen if not row["month"]]
    for year in sorted({row["year"] for row in whole if row["x"] != row["year"]}):
        half = max(abs(row["x"] - year) for row in whole if row["year"] == year) + air
        left, right = ({"kind": "range", "low": low, "high": high, "x": year + side * half} for side in (-1, 1))
        traces += band([left, right], setting.theme.strong_line)
        traces.append(line([left, right], setting.theme.strong_line, width=3))
    return traces


def rest_traces(rest: Sequence[list[Row]], setting: Setting) -> list[dict[str, Any]]:
    """Other places in grey: thin paths, and one mark for all that say the same of a year."""
    grey = setting.theme.strong_line
    runs = [run for rows in rest for run in split(rows).stretches if len(run) > 1]
    spots = {(row["year"], value_height(row)): row for rows in rest for row in rows}
    if not spots:
        return []
    joined = line([], grey, width=1)
    for run in runs:
        own = line(run, grey, width=1)
        joined["x"] += [*own["x"], None]
        joined["y"] += [*own["y"], None]
    marks = value_markers(list(spots.values()), grey, setting.theme, size=6, stated="table")
    return [*([joined] if runs else []), marks]


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
    return [*traces, *(_months(path, colour, setting) if path.months else [])]


def _months(path: Paths, colour: str, setting: Setting) -> list[dict[str, Any]]:
    """What was reported of parts of years: small dots at their place in the year, joined where they follow each
    other, and a ring for the year's own value."""
    joined = line([], colour, width=1)
    for run in path.teeth:
        own = line(run, colour, width=1)
        joined["x"] += [*own["x"], None]
        joined["y"] += [*own["y"], None]
    small = 3 if setting.small else 5
    dots = [
        *range_bars(path.months, colour, width=2),
        *arrows(path.months, colour, size=small),
        value_markers(path.months, colour, setting.theme, size=small, stated="month"),
    ]
    months = [trace | {"meta": "months"} for trace in (joined, *dots)]
    return months if setting.small else [*months, *rings(path.ringed, colour, size=YEAR_RING)]


def swarm(by_place: list[list[Row]], setting: Setting) -> None:
    """Puts values of several places that would cover each other side by side: as many pixels apart as a mark
    is wide, evenly around their year and never out of its room."""
    together: dict[tuple[int, float | None], dict[int, list[Row]]] = {}
    for place, rows in enumerate(by_place):
        for row in rows:
            if row["month"]:
                continue  # it has a place of its own
            together.setdefault((row["year"], value_height(row)), {}).setdefault(place, []).append(row)
    near = (NEAR - 2 * (setting.small or setting.phone)) / setting.year
    for places in together.values():
        apart = min(near, FULL / max(len(places) - 1, 1))
        for rank, rows in enumerate(places.values()):
            for row in rows:
                row["x"] = row["year"] + (rank - (len(places) - 1) / 2) * apart

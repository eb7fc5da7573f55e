"""One indicator, many places: plan paths, ranges, bounds, reported values and what the nation asks, on one chart."""

from dataclasses import dataclass
from typing import Any

from healthplan.charts.frame import Figure, axis, layout
from healthplan.charts.look import Theme, place_colour
from healthplan.charts.marks import arrows, height_of, points, spans, translucent
from healthplan.charts.paths import Paths, split
from healthplan.charts.spread import spread

Row = dict[str, Any]
LABEL_GAP = 19.0
DODGE = 0.09


@dataclass(frozen=True, slots=True)
class Setting:
    """What the reader chose and how the chart is to look. `labels` names each place at the end of its path."""

    theme: Theme
    lang: str
    labels: dict[str, str]
    years: tuple[int, int]
    percent: bool = False
    grades: dict[int, str] | None = None
    height: int = 500
    small: bool = False
    bounds: tuple[float, float] | None = None

    @property
    def margin(self) -> dict[str, int]:
        if self.small:
            return {"l": 34, "r": 14, "t": 10, "b": 24}
        return {"l": 118 if self.grades else 44, "r": 118, "t": 18, "b": 34}


def trajectory(by_place: dict[str, list[Row]], nation: list[Row], setting: Setting) -> Figure:
    """The figure. Rows carry x (the year), hover (the whole sentence) and row (the name of the evidence)."""
    paths = {place: split(rows) for place, rows in by_place.items()}
    asked = [row for row in nation if height_of(row) is not None and row["year"] is not None]
    dodge([path.drawn for path in paths.values()])
    low, high = setting.bounds or bounds([row for path in paths.values() for row in path.drawn] + asked, setting)
    traces = _nation(asked, setting)
    for place, path in paths.items():
        traces += _place(path, place_colour(setting.theme, place), setting)
    start, end = setting.years
    figure_layout = layout(
        setting.theme, setting.lang, height=setting.height, margin=setting.margin,
        xaxis=axis(setting.theme, range=[start - 0.35, end + 0.35], showgrid=False, **_year_ticks(setting)),
        yaxis=axis(setting.theme, range=[low, high], ticksuffix=" %" if setting.percent and not setting.small else "",
                   nticks=4 if setting.small else 7, **_grade_ticks(setting)),
    )
    if not setting.small:
        figure_layout["annotations"] = _labels(paths, asked, setting, low, high)
    return {"data": traces, "layout": figure_layout}


def bounds(rows: list[Row], setting: Setting) -> tuple[float, float]:
    """The scale: every value with some air; a share never beyond 0 and just above 100."""
    if setting.grades:
        return 0.5, max(setting.grades) + 0.5
    ends = [end for row in rows for end in (row["low"], row["high"], height_of(row)) if end is not None]
    if not ends:
        return 0.0, 1.0
    air = max((max(ends) - min(ends)) * 0.12, 0.02 * max(abs(end) for end in ends), 0.1)
    low, high = min(ends) - air, max(ends) + air
    return (max(low, -1.0), min(high, 100 + 0.05 * (100 - low))) if setting.percent else (max(low, 0.0) if min(ends) >= 0 else low, high)


def dodge(by_place: list[list[Row]]) -> None:
    """Moves values of several places that would cover each other a little aside, evenly around their year."""
    together: dict[tuple[int, float | None], list[Row]] = {}
    for rows in by_place:
        for row in {(row["year"], height_of(row)): row for row in rows}.values():
            together.setdefault((row["year"], height_of(row)), []).append(row)
    for rows in together.values():
        for rank, row in enumerate(rows):
            row["x"] = row["year"] + (rank - (len(rows) - 1) / 2) * DODGE


def _year_ticks(setting: Setting) -> dict[str, Any]:
    start, end = setting.years
    if setting.small:
        return {"tickvals": [start, end], "tickfont": {"size": 11, "color": setting.theme.muted}}
    return {"dtick": 1 if end - start <= 7 else 5, "tickformat": "d", "tickangle": 0, "tickfont": {"size": 12, "color": setting.theme.muted}}


def _grade_ticks(setting: Setting) -> dict[str, Any]:
    if not setting.grades:
        return {}
    return {"tickvals": list(setting.grades), "ticktext": [grade.replace(", ", ",<br>") for grade in setting.grades.values()], "tickfont": {"size": 11}}


def _place(path: Paths, colour: str, setting: Setting) -> list[dict[str, Any]]:
    size, traces = (7 if setting.small else 9), []
    for run in path.stretches:
        if len(run) > 1:
            ranges = all(row["kind"] == "range" for row in run)
            traces += _band(run, colour) if ranges else [_line(run, colour, width=2)]
    if len(path.stretches) > 1:  # years between are not stated: a hairline, not a path
        ends = [run[edge] for run in path.stretches for edge in (0, -1)]
        traces.insert(0, _line(ends, translucent(colour, 0.45), width=1, dash="dot"))
    for rows, stated in ((path.table, "table"), (path.text, "text")):
        traces += [*spans(rows, colour, width=size - 1), *arrows(rows, colour, size=size),
                   points(rows, colour, setting.theme, size=size + (stated == "text"), stated=stated)]
    if path.actual:
        traces += [_line(path.actual, colour, width=3), points(path.actual, colour, setting.theme, size=size, stated="actual")]
    return traces


def _line(rows: list[Row], colour: str, *, width: float, dash: str = "solid") -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip", "x": [row["x"] for row in rows],
        "y": [height_of(row) for row in rows], "line": {"color": colour, "width": width, "dash": dash},
    }


def _band(run: list[Row], colour: str) -> list[dict[str, Any]]:
    """A soft band between ranges of successive years."""
    return [{
        "type": "scatter", "mode": "lines", "hoverinfo": "skip", "fill": "toself", "fillcolor": translucent(colour, 0.16),
        "line": {"width": 0}, "x": [row["x"] for row in (*run, *reversed(run))],
        "y": [row["low"] for row in run] + [row["high"] for row in reversed(run)],
    }]


def _nation(asked: list[Row], setting: Setting) -> list[dict[str, Any]]:
    """The nation in dashed ink: each law's goals joined, and a hairline at its last level as a reading aid."""
    if not asked:
        return []
    theme, traces = setting.theme, []
    for law in dict.fromkeys(row["locator"] for row in asked):
        own = [row for row in asked if row["locator"] == law]
        traces.append(_line(own, theme.ink, width=1.6, dash="dash"))
        edge = own[-1] | {"x": setting.years[1] + 0.35}
        traces.append(_line([own[-1], edge], translucent(theme.ink, 0.55), width=1, dash="dot"))
    size = 7 if setting.small else 10
    return [*traces, *arrows(asked, theme.ink, size=size), points(asked, theme.ink, theme, size=size, stated="nation")]


def _labels(paths: dict[str, Paths], asked: list[Row], setting: Setting, low: float, high: float) -> list[dict[str, Any]]:
    """Names at the right edge, in the order of the ends, pushed apart by LABEL_GAP pixels."""
    last = {place: max(path.drawn, key=lambda row: row["year"]) for place, path in paths.items() if path.drawn}
    if asked:
        last["VN"] = max(asked, key=lambda row: row["year"])
    pixels = setting.height - setting.margin["t"] - setting.margin["b"]
    scale = (high - low) / pixels
    wanted = [(height_of(row) or low) / scale for row in last.values()]
    placed = spread(wanted, LABEL_GAP, low / scale + 8, high / scale - 8)
    return [
        {
            "xref": "paper", "x": 1.0, "xanchor": "left", "xshift": 6, "yref": "y", "y": position * scale, "yanchor": "middle",
            "showarrow": False, "align": "left", "font": {"size": 13, "color": setting.theme.ink},
            "text": f'<span style="color:{place_colour(setting.theme, place)}">{"◆" if place == "VN" else "●"}</span> '
                    f"{setting.labels[place]}",
        }
        for place, position in zip(last, placed, strict=True)
    ]

"""Lines between values: paths, hairlines over years without a milestone, bands between ranges. Between the
nation's goals there is none: no law states a path."""

from typing import Any

from healthplan.charts.marks import arrows, range_bars, translucent, value_markers
from healthplan.charts.setting import Row, Setting
from healthplan.model.height import value_height


def line(rows: list[Row], colour: str, *, width: float, dash: str = "solid") -> dict[str, Any]:
    """A line through the values of the rows; through the low end of a range, which is the end that counts."""
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "x": [row["x"] for row in rows],
        "y": [row["low"] if row["kind"] == "range" else value_height(row) for row in rows],
        "line": {"color": colour, "width": width, "dash": dash, "simplify": False},  # each year stays a point
    }


def band(run: list[Row], colour: str) -> list[dict[str, Any]]:
    """A soft band between ranges of successive years."""
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "hoverinfo": "skip",
            "fill": "toself",
            "fillcolor": translucent(colour, 0.16),
            "line": {"width": 0},
            "x": [row["x"] for row in (*run, *reversed(run))],
            "y": [row["low"] for row in run] + [row["high"] for row in reversed(run)],
        }
    ]


def nation_marks(asked: list[Row], setting: Setting) -> list[dict[str, Any]]:
    """The nation in ink: a mark for each goal, and a hairline on to the edge where the law itself says "from"
    its year."""
    theme, traces = setting.theme, []
    faint = translucent(theme.ink, 0.55)
    for law in dict.fromkeys(row["locator"] for row in asked):
        last = [row for row in asked if row["locator"] == law][-1]
        if last["from_year"]:
            edge = last | {"x": setting.span[1]}
            traces.append(line([last, edge], faint, width=1))
    size = 7 if setting.small else 10
    marks = value_markers(asked, theme.ink, theme, size=size, stated="nation")
    spanned = range_bars(asked, theme.ink, width=size - 2)
    return [*traces, *spanned, *arrows(asked, theme.ink, size=size), marks]

"""How one printed value is drawn: a point, a span, an open or filled bound with an arrow, a ring for a
word."""

from typing import Any

from healthplan.model.height import OPEN, value_height
from healthplan.theme import Theme

Row = dict[str, Any]
Trace = dict[str, Any]
BOUNDS_UP = ("at_least", "more_than")
BOUNDS_DOWN = ("at_most", "less_than")


def value_markers(rows: list[Row], colour: str, theme: Theme, *, size: int, stated: str) -> Trace:
    """One marker a value. Filled for what is stated with its end, open for "above", "below" and words."""
    marks = [row for row in rows if value_height(row) is not None and row["kind"] != "range"]
    symbol = {"text": "diamond", "table": "circle", "actual": "square", "month": "circle", "nation": "diamond-tall"}[
        stated
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [row["x"] for row in marks],
        "y": [value_height(row) for row in marks],
        "marker": {
            "symbol": symbol,
            "size": size,
            "opacity": 1,
            "color": [theme.paper if row["kind"] in OPEN else colour for row in marks],
            "line": {"color": colour, "width": 1 if stated == "month" else 2},
        },
        **_hover(marks),
    }


def arrows(rows: list[Row], colour: str, *, size: int) -> list[Trace]:
    """A small arrow beyond the marker, on the side where the promise is open."""
    traces = []
    # A symbol moves off its point against its own direction, and is turned by its angle: both point outwards.
    for kinds, symbol, angle in ((BOUNDS_UP, "triangle-down", 180), (BOUNDS_DOWN, "triangle-down", 0)):
        marks = [row for row in rows if row["kind"] in kinds]
        if marks:
            look = {"symbol": symbol, "size": size * 0.8, "angle": angle, "standoff": size * 1.1}
            traces.append(_silent(marks, look | {"color": colour}))
    return traces


def range_bars(rows: list[Row], colour: str, *, width: int) -> list[Trace]:
    """A vertical bar from the low to the high end of each range."""
    marks = [row for row in rows if row["kind"] == "range"]
    if not marks:
        return []
    bars = {
        "type": "scatter",
        "mode": "lines",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "x": [x for row in marks for x in (row["x"], row["x"], None)],
        "y": [y for row in marks for y in (row["low"], row["high"], None)],
        "line": {"color": colour, "width": width},
    }
    middles = {
        "type": "scatter",
        "mode": "markers",
        "x": [row["x"] for row in marks],
        "y": [value_height(row) for row in marks],
        "marker": {"size": width * 2, "color": colour, "opacity": 0},
        **_hover(marks),
    }
    return [bars, middles]


def rings(rows: list[Row], colour: str, *, size: int = 26) -> list[Trace]:
    """A large ring around each of the values that a reader is to look at."""
    marks = [row for row in rows if value_height(row) is not None]
    look = {"symbol": "circle-open", "size": size, "color": colour, "line": {"width": 2}}
    return [_silent(marks, look)] if marks else []


def _silent(marks: list[Row], look: dict[str, Any]) -> Trace:
    """Marks that say nothing under the pointer."""
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "x": [row["x"] for row in marks],
        "y": [value_height(row) for row in marks],
        "marker": look,
    }


def _hover(marks: list[Row]) -> Trace:
    return {
        "customdata": [[row["row"], row["hover"]] for row in marks],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def translucent(colour: str, share: float) -> str:
    """#rrggbb as rgba with the given opacity."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"

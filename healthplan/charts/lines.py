"""Lines between values: paths, hairlines over years without a milestone, bands between ranges. Between the
nation's goals there is none: no law states a path."""

from typing import Any

from healthplan.charts.marks import arrows, range_bars, translucent, value_markers
from healthplan.charts.setting import EDGE, Row, Setting
from healthplan.model.height import value_height

UPWARDS = ("at_least", "more_than")  # kinds of values whose arrow points up


def line(rows: list[Row], colour: str, *, width: float, dash: str = "solid") -> dict[str, Any]:
    """A line through the values of the rows; through the low end of a range, which is the end that counts."""
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "x": [row["x"] for row in rows],
        "y": [row["low"] if row["kind"] == "range" else value_height(row) for row in rows],
        "line": {"color": colour, "width": width, "dash": dash},
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
            edge = last | {"x": setting.years[1] + EDGE}
            traces.append(line([last, edge], faint, width=1))
    size = 7 if setting.small else 10
    marks = value_markers(asked, theme.ink, theme, size=size, stated="nation")
    if not setting.small and not setting.phone:
        marks |= _law_names([row for row in asked if row["kind"] != "range"], setting)
    spanned = range_bars(asked, theme.ink, width=size - 2)
    return [*traces, *spanned, *arrows(asked, theme.ink, size=size), marks]


def _law_names(asked: list[Row], setting: Setting) -> dict[str, Any]:
    """Each law's name beside its goal: of goals of one year the highest has it above, the lowest below, and a
    goal alone where its arrow does not point. Laws that ask for the same are named together, once."""
    positions: list[str] = []
    laws: dict[tuple[int, float | None], list[str]] = {}
    for row in asked:
        laws.setdefault((row["year"], value_height(row)), []).append(row["law"])
        together = sorted(value_height(one) or 0.0 for one in asked if one["year"] == row["year"])
        alone = together[0] == together[-1]
        below = row["kind"] in UPWARDS if alone else value_height(row) == together[0]
        side = "left" if row["year"] > sum(setting.years) / 2 else "right"
        positions.append(f"{'bottom' if below else 'top'} {side}")
    return {
        "mode": "markers+text",
        "text": [", ".join(laws.pop((row["year"], value_height(row)), [])) for row in asked],
        "textposition": positions,
        "textfont": {"size": 11, "color": setting.theme.muted},
    }

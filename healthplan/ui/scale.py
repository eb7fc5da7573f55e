"""Where values stand on a small strip: percentages from its left edge."""

from typing import Any

from healthplan.charts.marks import OPEN, height_of
from healthplan.charts.paths import Row

EDGE = 6.0


def scale(values: list[float]) -> tuple[float, float]:
    """The low and high end of a strip that holds all values; never without width."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    return (low, high) if high > low else (low - 1, high + 1)


def at(value: float, ends: tuple[float, float]) -> float:
    """The place of a value in per cent of the strip, with some air at both edges."""
    low, high = ends
    return round(EDGE + (100 - 2 * EDGE) * (value - low) / (high - low), 1)


def column(row: Row, prefix: str) -> Row:
    """The value columns with a prefix as plain value columns."""
    return {
        name: row[prefix + name]
        for name in ("kind", "low", "high", "low_open", "high_open", "rank", "printed")
    }


def height(row: Row, prefix: str = "") -> float | None:
    """Where the value in the prefixed columns stands, None when it has no number."""
    return height_of(column(row, prefix)) if row[f"{prefix}kind"] else None


def ends_of(span: Row, ends: tuple[float, float]) -> list[dict[str, Any]]:
    """The marks of a span on its strip: a small ring for the baseline, a dot (open for an open sign) for the
    goal."""
    marks = []
    for prefix, role in (("base_", "base"), ("", "goal")):
        value = height(span, prefix)
        if value is not None:
            openly = " open" if span[f"{prefix}kind"] in OPEN else ""
            marks.append({"at": at(value, ends), "class": role + openly})
    return marks


def bar_of(span: Row, ends: tuple[float, float]) -> tuple[float, float] | None:
    """Left edge and width of the bar from baseline to goal, when both are numbers."""
    start, end = height(span, "base_"), height(span)
    if start is None or end is None:
        return None
    left, right = sorted((at(start, ends), at(end, ends)))
    return left, round(right - left, 1)

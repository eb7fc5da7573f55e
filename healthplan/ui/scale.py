"""Where values stand on a small strip: percentages from its left edge."""

from healthplan.charts.marks import OPEN, height_of
from healthplan.charts.paths import Row
from healthplan.charts.strip import End

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
    """Where the value in the prefixed columns stands, None when it has no number, or counts something else
    than the strip shows."""
    if not row[f"{prefix}kind"] or (not prefix and row.get("apart")):
        return None
    return height_of(column(row, prefix))


def numbers(row: Row, prefix: str = "") -> list[float]:
    """Every number of the value in the prefixed columns: both ends of a range."""
    value = height(row, prefix)
    if value is None:
        return []
    return [row[f"{prefix}low"], row[f"{prefix}high"]] if row[f"{prefix}kind"] == "range" else [value]


def ends_of(span: Row, ends: tuple[float, float]) -> tuple[End, ...]:
    """The marks of a span on its strip: a small ring for the baseline, a dot (open for an open sign) for the
    goal, a bar for a range."""
    marks = []
    for prefix, role in (("base_", "base"), ("", "goal")):
        places = [at(value, ends) for value in numbers(span, prefix)]
        if len(places) > 1:
            marks.append(End(places[0], f"{role} range", round(places[1] - places[0], 1)))
        elif places:
            openly = " open" if span[f"{prefix}kind"] in OPEN else ""
            marks.append(End(places[0], role + openly))
    return tuple(marks)


def bar_of(span: Row, ends: tuple[float, float]) -> tuple[float, float] | None:
    """Left edge and width of the line from baseline to goal (low ends of ranges), when both are numbers."""
    start, end = numbers(span, "base_"), numbers(span)
    if not start or not end:
        return None
    left, right = sorted((at(start[0], ends), at(end[0], ends)))
    return left, round(right - left, 1)

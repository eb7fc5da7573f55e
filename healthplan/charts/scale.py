"""Where values stand on a small strip: percentages from its left edge."""

from collections.abc import Iterable

from healthplan.charts.paths import Row
from healthplan.charts.strip import End, Other
from healthplan.model.height import OPEN
from healthplan.release.view import View
from healthplan.subjects.targets.heights import height, numbers
from healthplan.text.figures import value_text

EDGE = 6.0


def scale(values: list[float]) -> tuple[float, float]:
    """The low and high end of a strip that holds all values; never without width."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    return (low, high) if high > low else (low - 1, high + 1)


def strip_position(value: float, ends: tuple[float, float]) -> float:
    """The place of a value in per cent of the strip, with some air at both edges."""
    low, high = ends
    return round(EDGE + (100 - 2 * EDGE) * (value - low) / (high - low), 1)


def strip_ends(span: Row, ends: tuple[float, float]) -> tuple[End, ...]:
    """The marks of a span on its strip: a small ring for the baseline, a dot (open for an open sign) for the
    goal, a bar for a range."""
    marks = []
    for prefix, role in (("base_", "base"), ("", "goal")):
        places = sorted(strip_position(value, ends) for value in numbers(span, prefix))
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
    left, right = sorted((strip_position(start[0], ends), strip_position(end[0], ends)))
    return left, round(right - left, 1)


def other_goals(view: View, own: Iterable[Row], ends: tuple[float, float], region: str = "") -> tuple[Other, ...]:
    """The goals of other places on a strip, each with its name and figure."""
    return tuple(
        Other(
            strip_position(value, ends),
            f"{view.place_name(span['place'])}: {value_text(span, view.lang)}",
            bool(region) and view.places[span["place"]]["region"] == region,
        )
        for span in own
        if (value := height(span)) is not None
    )

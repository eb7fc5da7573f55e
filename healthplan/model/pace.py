"""What a plan demands of each year between its baseline and its last goal. Linear, in the indicator's own
unit."""

from dataclasses import dataclass
from itertools import product

from healthplan.model.ambition import Direction, ambition_level
from healthplan.model.value import Interval, Universal, Value

NUMBERS = (Interval, Universal)


@dataclass(frozen=True, slots=True)
class RequiredPace:
    """`a_year` is the change demanded each year between the weakest ends, in the indicator's unit (percentage
    points for a share). Where a range is printed it may be anything from `least` to `most`."""

    a_year: float
    years: int
    met: bool
    least: float
    most: float


def required_pace(baseline: Value, since: int, goal: Value, until: int, direction: Direction) -> RequiredPace | None:
    """The even yearly change from the baseline to the goal, between their weakest ends.

    None when one of them is no number or has no such end, or no year lies between them.
    """
    if not isinstance(baseline, NUMBERS) or not isinstance(goal, NUMBERS):
        return None
    start, end = ambition_level(baseline, direction), ambition_level(goal, direction)
    if start is None or end is None or until <= since:
        return None
    sign = 1 if direction is Direction.UP else -1
    years = until - since
    changes = sorted((last - first) / years for first, last in product(_ends(baseline), _ends(goal)))
    return RequiredPace(sign * (end[0] - start[0]) / years, years, start >= end, changes[0], changes[-1])


def _ends(value: Interval | Universal) -> set[float]:
    """The ends that are stated: two of a range, one of a number or a bound."""
    if isinstance(value, Universal):
        return {100.0}
    return {end for end in (value.low, value.high) if end is not None}

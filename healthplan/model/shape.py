"""How a plan spreads its change over the years: evenly, early or late. Ours, and descriptive: no published
rule says where "late" begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

EXACT = 9  # decimals: an index that lies on the threshold must not fall off it by a rounding error
LATE = 0.2  # of the index: a straight path has 0, a path that does everything in its last year comes near 1


class Spread(StrEnum):
    """The word for a path."""

    EVEN = "even"
    BACK_LOADED = "back_loaded"
    FRONT_LOADED = "front_loaded"
    NO_CHANGE = "no_change"
    NOT_ENOUGH_DATA = "not_enough_data"


@dataclass(frozen=True, slots=True)
class Shape:
    """`back_loading` is 1 - 2 x the area under the cumulative share of the change; `last_two` the share of
    the change left to the last two years (None for paths shorter than three changes); `largest_step` the
    largest yearly change over the mean one."""

    back_loading: float
    last_two: float | None
    largest_step: float

    @property
    def spread(self) -> Spread:
        """The word for this shape."""
        if self.back_loading >= LATE:
            return Spread.BACK_LOADED
        return Spread.FRONT_LOADED if self.back_loading <= -LATE else Spread.EVEN


def shape(levels: Sequence[float]) -> Shape | None:
    """The shape of a path with one level a year, larger meaning better. None without a change for the better.

    Raises ValueError for fewer than three years.
    """
    if len(levels) < 3:
        raise ValueError("a path has at least three years")
    total = levels[-1] - levels[0]
    if total <= 0:
        return None
    shares = [(level - levels[0]) / total for level in levels]
    changes = len(levels) - 1
    area = sum(one + other for one, other in pairwise(shares)) / 2 / changes
    steps = [other - one for one, other in pairwise(levels)]
    return Shape(
        back_loading=round(1 - 2 * area, EXACT),
        last_two=1 - shares[-3] if changes > 2 else None,
        largest_step=max(steps) / (total / changes),
    )

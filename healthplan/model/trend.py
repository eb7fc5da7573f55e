"""The slope of values that scatter: Theil-Sen, with the interval that holds the true one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil, floor, isnan, nan, sqrt
from statistics import NormalDist

Ends = tuple[float, float]
ONE_SIDE = 0.05  # of the cases in which the true slope lies beyond one end of the interval


@dataclass(frozen=True, slots=True)
class Slope:
    """What the values change a year: `slope` (both ends of what printed ranges leave open), `least` and `most` as far
    as their scatter leaves it open too; `start` is the level of the line at the first value."""

    start: Ends
    slope: Ends
    least: float
    most: float


def theil_sen(values: Sequence[tuple[Ends, float]]) -> Slope:
    """The trend of at least two values, each with its two ends, at different times in years.

    The median of the slopes of all pairs: up to 29 per cent of the values may be wrong without moving it (Theil 1950;
    Sen 1968, Journal of the American Statistical Association 63, 1379-1389). Its interval are the slopes of the ranks
    (N -+ C) / 2 of N, with C = z * sqrt(n(n - 1)(2n + 5) / 18), after Kendall's test (Gilbert 1987, Statistical Methods
    for Environmental Pollution Monitoring, 16.5): with few values the outermost ones, of which 1 in 24 is beyond each
    end for four values.
    """
    pairs = [((*one[0], one[1]), (*other[0], other[1])) for one, other in combinations(values, 2)]
    lows = sorted((low - high) / (until - since) for (_, high, since), (low, _, until) in pairs)
    highs = sorted((high - low) / (until - since) for (low, _, since), (_, high, until) in pairs)
    count, many = len(values), len(pairs)
    reach = NormalDist().inv_cdf(1 - ONE_SIDE) * sqrt(count * (count - 1) * (2 * count + 5) / 18)
    first, last = max(floor((many - reach) / 2), 1), min(ceil((many + reach) / 2) + 1, many)
    slope = (_median(lows), _median(highs))
    begin = values[0][1]
    starts = [_median(sorted(ends[side] - slope[side] * (at - begin) for ends, at in values)) for side in (0, 1)]
    return Slope((min(starts), max(starts)), slope, lows[first - 1], highs[last - 1])


def _median(ordered: Sequence[float]) -> float:
    """The median of ordered numbers; no number where one of them is none."""
    if any(isnan(one) for one in ordered):
        return nan
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2

"""A plan's goal against a benchmark: which is the more ambitious, before anything has been measured.

The weakest end decides, on the side the indicator improves towards: Germany's Sustainable Development
Strategy
(Indicator Report 2022) reads interval targets so, and Fingertips' range comparer compares areas so.
An open sign counts: 95 promises less than "above 95".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from healthplan.model.value import Grade, Interval, Marker, Universal, Unknown, Value


class Direction(StrEnum):
    """What is better."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class Ambition(StrEnum):
    """How a plan stands to a benchmark. There is no "not stated" among levels: it is an answer of its own."""

    STRONGER = "stronger"
    EQUAL = "equal"
    WEAKER = "weaker"
    LATER = "later"
    NOT_STATED = "not_stated"
    NOT_HELD = "not_held"  # only quotations of the plan are held, and they say nothing of it
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a plan states: a value for a year, or from a year on; `year` None is a goal without a
    year."""

    value: Value
    year: int | None
    from_year: int | None = None
    row: str = ""

    def holds_in(self, year: int) -> bool:
        """Whether the statement is about this very year: 2026-2028 ends, "from 2026" does not."""
        if self.year == year:
            return True
        if self.from_year is None or year < self.from_year:
            return False
        return self.year in (None, self.from_year) or year <= self.year


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict and the statement it rests on (None when the plan states nothing)."""

    ambition: Ambition
    statement: Statement | None = None


# The level on the improving side, then 1 for an open sign, 0 for none: a tuple compares as the promise does.
Level = tuple[float, int]


def level(value: Value, direction: Direction) -> Level | None:
    """The weakest end of a value; larger is more ambitious. None where there is no end to compare."""
    match value:
        case Universal():
            return level(Interval(100, 100), direction)
        case Interval(low, _, low_open, _) if direction is Direction.UP and low is not None:
            return low, int(low_open)
        case Interval(_, high, _, high_open) if direction is Direction.DOWN and high is not None:
            return -high, int(high_open)
        case Grade(rank):
            return float(rank), 0
        case Marker():
            return 1.0, 0
    return None


def judge(stated: Iterable[Statement], benchmark: Statement, direction: Direction) -> Judgement:
    """How a plan's statements about one indicator stand to one benchmark. The benchmark has a year."""
    known = [one for one in stated if not isinstance(one.value, Unknown)]
    if not known:
        return Judgement(Ambition.NOT_STATED)
    goal = level(benchmark.value, direction)
    levels = {
        one: reached
        for one in known
        if (reached := level(one.value, direction)) is not None and _alike(one, benchmark)
    }
    if goal is None or not levels or direction is Direction.NONE or benchmark.year is None:
        return Judgement(Ambition.NOT_COMPARABLE, known[0])
    return _compare(levels, goal, benchmark.year)


def _compare(levels: dict[Statement, Level], goal: Level, year: int) -> Judgement:
    """The year's own goals first, else those that hold in it; a goal reached earlier counts as kept; a goal
    for later or for no year is "later"."""
    holding = [one for one in levels if one.holds_in(year)]
    own = [one for one in holding if one.year == year] or holding
    earlier = [one for one in levels if one.year is not None and one.year < year]
    afterwards = [one for one in levels if one not in holding and (one.year is None or one.year > year)]
    weakest = min(own, key=levels.__getitem__, default=None) or max(
        earlier, key=levels.__getitem__, default=None
    )
    if weakest is not None and levels[weakest] >= goal:
        ambition = Ambition.EQUAL if levels[weakest] == goal else Ambition.STRONGER
        return Judgement(ambition, weakest)
    meets = [one for one in afterwards if levels[one] >= goal]
    if meets:
        return Judgement(Ambition.LATER, min(meets, key=lambda one: one.year or 9999))
    if not own and not afterwards:  # the plan ends before the benchmark's year and says nothing of it
        return Judgement(Ambition.NOT_STATED)
    return Judgement(Ambition.WEAKER, weakest or max(afterwards, key=levels.__getitem__))


def _alike(one: Statement, benchmark: Statement) -> bool:
    """A mark ("x") is compared with a mark, a number with a number or a word for everybody."""
    return isinstance(one.value, Marker) == isinstance(benchmark.value, Marker)

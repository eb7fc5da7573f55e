"""A plan's goal against a benchmark: which is the more ambitious, before anything has been measured.

The weakest end decides, on the side the indicator improves towards: Germany's Sustainable Development
Strategy
(Indicator Report 2022) reads interval targets so, and Fingertips' range comparer compares areas so.
An open sign counts: 95 promises less than "above 95".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from healthplan.model.value import Grade, Interval, Universal, Unknown, Value


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
    TWO_LEVELS = "two_levels"
    NOT_STATED = "not_stated"
    NOT_HELD = "not_held"  # only quotations of the plan are held, and they say nothing of it
    NOT_COMPARABLE = "not_comparable"


class Voice(StrEnum):
    """Which part of a paper speaks: its sentences (the name of a table's row among them), or the cells of its
    yearly table."""

    TEXT = "text"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a plan states: a value for a year, or from a year on; `year` None is a goal without a
    year."""

    value: Value
    year: int | None
    from_year: int | None = None
    row: str = ""
    voice: Voice = Voice.TEXT

    def holds_in(self, year: int) -> bool:
        """Whether the statement is about this very year: 2026-2028 ends, "from 2026" does not."""
        if self.year == year:
            return True
        if self.from_year is None or year < self.from_year:
            return False
        return self.year in (None, self.from_year) or year <= self.year


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict and the statement it rests on (None when the plan states nothing). `other` is the second of
    `two_levels`, or what a plan that is `later` states for the benchmark's own year. `voices` are the
    verdicts of text and table where they differ."""

    ambition: Ambition
    statement: Statement | None = None
    other: Statement | None = None
    voices: tuple[Ambition, ...] = ()


# The level on the improving side, then 1 for an open sign, 0 for none: a tuple compares as the promise does.
Level = tuple[float, int]


def ambition_level(value: Value, direction: Direction) -> Level | None:
    """The weakest end of a value; larger is more ambitious. None where there is no end to compare."""
    match value:
        case Universal():
            return ambition_level(Interval(100, 100), direction)
        case Interval(low, _, low_open, _) if direction is Direction.UP and low is not None:
            return low, int(low_open)
        case Interval(_, high, _, high_open) if direction is Direction.DOWN and high is not None:
            return -high, int(high_open)
        case Grade(rank):
            return float(rank), 0
    return None


def judge(stated: Iterable[Statement], benchmark: Statement, direction: Direction) -> Judgement:
    """How a plan's statements about one indicator stand to one benchmark. The benchmark has a year. What has
    no number on the benchmark's scale (a mark, words) gets no verdict."""
    known = [one for one in stated if not isinstance(one.value, Unknown)]
    if not known:
        return Judgement(Ambition.NOT_STATED)
    goal = ambition_level(benchmark.value, direction)
    levels = {
        one: reached
        for one in known
        if (reached := ambition_level(one.value, direction)) is not None and _same_scale(one, benchmark)
    }
    if goal is None or not levels or direction is Direction.NONE or benchmark.year is None:
        return Judgement(Ambition.NOT_COMPARABLE, known[0])
    return _compare(levels, goal, benchmark.year)


def _compare(levels: dict[Statement, Level], goal: Level, year: int) -> Judgement:
    """Text and table are heard one by one where both speak of the year; where they lead to different verdicts
    the answer is `two_levels`, with the text first. Where they agree the weaker one is named, of two alike
    the table's."""
    heard = [_judgement(levels, own, goal, year) for voice in Voice if (own := _own(levels, year, voice))]
    if not heard:
        return _judgement(levels, [], goal, year)
    if len({one.ambition for one in heard}) > 1:
        text, table = heard
        return Judgement(Ambition.TWO_LEVELS, _spoken(text), _spoken(table), (text.ambition, table.ambition))
    return min(heard, key=lambda one: (levels[_spoken(one)], _spoken(one).voice is Voice.TEXT))


def _spoken(judgement: Judgement) -> Statement:
    """What the voice states for the benchmark's own year: a plan that is later says it beside its goal."""
    spoken = judgement.other or judgement.statement
    if spoken is None:
        raise ValueError("a voice that was heard has stated something")
    return spoken


def _own(levels: dict[Statement, Level], year: int, voice: Voice) -> list[Statement]:
    """What one voice states for the year: its goals of that very year before those that only hold in it."""
    holding = [one for one in levels if one.voice is voice and one.holds_in(year)]
    return [one for one in holding if one.year == year] or holding


def _judgement(levels: dict[Statement, Level], own: list[Statement], goal: Level, year: int) -> Judgement:
    """The weakest of the year's own goals decides; without one a goal reached earlier counts as kept; a goal
    for a later year or for none is "later"."""
    earlier = [one for one in levels if one.year is not None and one.year < year]
    afterwards = [one for one in levels if not one.holds_in(year) and (one.year is None or one.year > year)]
    at_year = min(own, key=levels.__getitem__, default=None)
    weakest = at_year or max(earlier, key=levels.__getitem__, default=None)
    if weakest is not None and levels[weakest] >= goal:
        ambition = Ambition.EQUAL if levels[weakest] == goal else Ambition.STRONGER
        return Judgement(ambition, weakest)
    meets = [one for one in afterwards if levels[one] >= goal]
    if meets:
        return Judgement(Ambition.LATER, min(meets, key=lambda one: one.year or 9999), at_year)
    if not own and not afterwards:  # the plan ends before the benchmark's year and says nothing of it
        return Judgement(Ambition.NOT_STATED)
    return Judgement(Ambition.WEAKER, weakest or max(afterwards, key=levels.__getitem__))


def _same_scale(one: Statement, benchmark: Statement) -> bool:
    """A step of a scale is compared with a step, a number with a number or a word for everybody."""
    return isinstance(one.value, Grade) == isinstance(benchmark.value, Grade)

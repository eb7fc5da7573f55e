"""What a printed goal can be: five types, and the names the database gives them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class ValueKind(StrEnum):
    """The column `kind` of goals, observations and benchmarks."""

    EXACT = "exact"
    RANGE = "range"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    UNIVERSAL = "universal"
    GRADE = "grade"
    MARKER = "marker"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why a value is not known. Different words on the screen, never 0 and never a gap."""

    NOT_SURVEYED = "not_surveyed"
    BLANK = "blank"
    PAGE_MISSING = "page_missing"
    NOT_STATED = "not_stated"
    NOT_REPORTED = "not_reported"


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers from low to high in the indicator's unit; None is no limit on that side, open excludes the
    end. `about`: the paper itself says "khoảng", so no number here is exact."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    about: bool = False

    @property
    def kind(self) -> ValueKind:
        """The name of this shape of interval in the database."""
        if self.high is None:
            return ValueKind.MORE_THAN if self.low_open else ValueKind.AT_LEAST
        if self.low is None:
            return ValueKind.LESS_THAN if self.high_open else ValueKind.AT_MOST
        return ValueKind.EXACT if self.low == self.high else ValueKind.RANGE


@dataclass(frozen=True, slots=True)
class Universal:
    """A word such as "toàn dân". Compared and drawn as 100 %, always marked as our reading of a word."""

    kind = ValueKind.UNIVERSAL


@dataclass(frozen=True, slots=True)
class Grade:
    """A step on the indicator's own written scale; a higher rank is a higher grade."""

    rank: int
    kind = ValueKind.GRADE


@dataclass(frozen=True, slots=True)
class Marker:
    """The paper marks the year ("x") or names the goal in words, and gives no number."""

    kind = ValueKind.MARKER


@dataclass(frozen=True, slots=True)
class Unknown:
    """No value, and the reason why."""

    reason: Reason
    kind = ValueKind.UNKNOWN


Value = Interval | Universal | Grade | Marker | Unknown


def row_value(row: Mapping[str, Any], prefix: str = "") -> Value:
    """The value that a row of the database holds in the columns `<prefix>kind`, `<prefix>low` ..."""

    def cell(name: str) -> Any:
        return row[prefix + name]

    match ValueKind(cell("kind")):
        case ValueKind.UNIVERSAL:
            return Universal()
        case ValueKind.GRADE:
            return Grade(cell("rank"))
        case ValueKind.MARKER:
            return Marker()
        case ValueKind.UNKNOWN:
            return Unknown(Reason(cell("unknown_reason")))
        case _:
            return Interval(*(cell(name) for name in ("low", "high", "low_open", "high_open", "about")))

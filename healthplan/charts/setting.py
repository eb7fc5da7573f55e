"""What a reader chose for a trajectory and how it is to look: the scale and the margins that follow."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from healthplan.model.height import value_height
from healthplan.theme import Theme

Row = dict[str, Any]
LETTER = 6.5  # pixels of a letter of a label, on the average
EDGE = 0.5  # years of air at both ends of the chart: half of a year's own room
AIR = 24  # pixels of it at least
HEIGHT = 500  # pixels of a chart that has a screen's width
WIDTH, PHONE_WIDTH, PHONE_HEIGHT = 1192, 358, 360  # pixels of such a chart on a desk and on a phone


@dataclass(frozen=True, slots=True)
class Setting:
    """What the reader chose and how the chart is to look. `labels` names each place at the end of its
    path; `marked` are the names of rows to ring."""

    theme: Theme
    lang: str
    labels: dict[str, str]
    years: tuple[int, int]
    percent: bool = False
    grades: dict[int, str] | None = None
    height: int = HEIGHT
    width: int = WIDTH
    small: bool = False
    phone: bool = False
    marked: frozenset[str] = frozenset()

    @property
    def plot(self) -> tuple[int, int]:
        """Width and height of the plot itself in pixels."""
        return (self.width - self.margin["l"] - self.margin["r"], self.height - self.margin["t"] - self.margin["b"])

    @property
    def span(self) -> tuple[float, float]:
        """The ends of the axis of years: no mark of the first or the last year is cut."""
        (start, end), wide = self.years, self.plot[0]
        edge = max(EDGE, AIR * (end - start) / (wide - 2 * AIR))
        return start - edge, end + edge

    @property
    def year(self) -> float:
        """Pixels of a year."""
        return self.plot[0] / (self.span[1] - self.span[0])

    @property
    def margin(self) -> dict[str, int]:
        """Room for labels at the right, and for grades at the left."""
        if self.small:
            return {"l": 42, "r": 14, "t": 10, "b": 24}
        if self.phone:  # names stand in a list above the chart
            return {"l": 96 if self.grades else 48, "r": 12, "t": 14, "b": 30}
        return {"l": 118 if self.grades else 52, "r": self._room_for_labels(), "t": 18, "b": 34}

    def _room_for_labels(self) -> int:
        """Pixels at the right for the longest line of a label, never more than a third of a desk's chart."""
        plain = [re.sub("<(?!br)[^>]*>", "", label) for label in self.labels.values()]
        longest = max((len(unescape(line)) for label in plain for line in label.split("<br>")), default=0)
        return int(min(max(longest * LETTER + 30, 168), 380))


def bounds(rows: list[Row], setting: Setting) -> tuple[float, float]:
    """The scale: every value with some air; a share never beyond 0 and just above 100."""
    if setting.grades:
        return 0.5, max(setting.grades) + 0.5
    ends = [end for row in rows for end in (row["low"], row["high"], value_height(row)) if end is not None]
    if not ends:
        return 0.0, 1.0
    # One value alone has a tenth of itself around it: nobody counts tenths of a turn.
    share = 0.02 if max(ends) > min(ends) else 0.1
    air = max((max(ends) - min(ends)) * 0.12, share * max(abs(end) for end in ends), 0.1)
    low, high = min(ends) - air, max(ends) + air
    return (
        (max(low, -1.0), min(high, 100 + 0.05 * (100 - low)))
        if setting.percent
        else (max(low, 0.0) if min(ends) >= 0 else low, high)
    )

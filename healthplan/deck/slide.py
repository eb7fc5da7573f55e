"""What stands on a slide, ready to be drawn by anything: a screen, a file for the hall, PowerPoint, paper.

All texts are in the deck's language; nothing here is left to look up.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from healthplan.charts.tiles import Tile

SIZES = {"large": 8, "middle": 18}  # letters of a figure


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """One figure of a slide and where it is from: what it is about, when, as shown, as printed, where it
    stands, and the name of its row in the database."""

    about: str
    when: str
    shown: str
    printed: str
    where: str
    row: str


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One value of a path. `low` and `high` are the same but for a range; `shown` is what stands beside it;
    `open` values are bounds and words, which are not just this number."""

    year: int
    low: float
    high: float
    shown: str
    open: bool
    printed: PrintedFigure


@dataclass(frozen=True, slots=True)
class TrendPath:
    """Values that belong to one line: a place's table, what its text adds, what was reported, a law's
    goals."""

    place: str
    name: str
    stated: str
    points: tuple[TrendPoint, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """A line chart: `unit` stands at the axis, `ends` are its low and high end, `ticks` those of its scale,
    `figure` is the same chart as the dictionary that our screens draw."""

    years: tuple[int, ...]
    unit: str
    ends: tuple[float, float]
    ticks: tuple[float, ...]
    grades: dict[int, str]
    paths: tuple[TrendPath, ...]
    figure: dict[str, Any]


@dataclass(frozen=True, slots=True)
class SlideFigure:
    """One figure in large type: of what or whom, what it is, itself, what stands below it, and the place whose
    colour marks it."""

    name: str
    label: str
    figure: str
    notes: tuple[str, ...] = ()
    place: str = ""

    @property
    def size(self) -> str:
        """How large its letters can be: "large", "middle" or "small"."""
        return next((size for size, most in SIZES.items() if len(self.figure) <= most), "small")


@dataclass(frozen=True, slots=True)
class SlidePoint:
    """One sentence, where it is from, and the place whose colour marks it."""

    text: str
    small: str
    place: str


@dataclass(frozen=True, slots=True)
class SlideCell:
    """One cell of a table: its text, a smaller line below it, the sign of ambition before that line, and the
    place whose colour marks it."""

    text: str
    small: str = ""
    sign: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class SlideTable:
    """A table; `widths` are shares of its width."""

    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[SlideCell, ...], ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One slide. `title` is its message, one sentence; `lead` what is shown; `words` what cannot be a number;
    `notes` are the presenter's; `failed` says why the slide could not be made."""

    number: int
    name: str
    kind: str
    title: str
    lead: str = ""
    source: str = ""
    link: str = ""
    alt: str = ""
    trend: Trend | None = None
    figures: tuple[SlideFigure, ...] = ()
    points: tuple[SlidePoint, ...] = ()
    table: SlideTable | None = None
    tiles: tuple[Tile, ...] = ()
    words: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    printed: tuple[PrintedFigure, ...] = ()
    failed: str = ""

    @property
    def bare(self) -> bool:
        """Whether its message is all that it has: nothing was found that could be shown."""
        return not (self.trend or self.figures or self.points or self.table or self.tiles or self.failed)


@dataclass(frozen=True, slots=True)
class Pages:
    """A whole deck, written out: its title, the line of date and event, the release it is made from, the
    day of that release's data, the deck's own address, and every place whose plan the release holds."""

    lang: str
    title: str
    day: str
    release: str
    dated: date
    link: str
    pages: tuple[Page, ...]
    planned: tuple[str, ...]

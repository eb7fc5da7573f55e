"""When a task runs, as a bar on a strip of years or of one year's quarters. No end is drawn that no paper
prints; a task without a printed start begins with its paper, and not before."""

from dataclasses import dataclass
from math import ceil
from typing import Any

from healthplan.charts.canvas import Box, Canvas
from healthplan.charts.marks import translucent
from healthplan.charts.text_layout import BASELINE, TextRun
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.tasks.time import Span
from healthplan.theme import LIGHT, mixed_colour

HEIGHT = 18.0
QUARTERS = 4  # cells of a strip of one year
BAR = 8.0
LETTERS = 12.0
HATCH = 7.0  # from one slanted line to the next
FADES_FROM = 0.6  # of the length of a bar without an end
FADES_TO = 0.08  # of its colour
SLICES = 36
NOT_DRAWN = (None, "", "conditional")  # kinds of time


@dataclass(frozen=True, slots=True)
class TimeBar:
    """`left` and `width` in per cent of the strip, `kind` for the look, `years` for how many dots a yearly
    task has, `open` for no printed end; `cells` is how many years or quarters the strip has, `words` what
    stands there instead of a bar."""

    kind: str
    left: float = 0
    width: float = 0
    years: int = 0
    open: bool = False
    cells: int = 6
    words: str = ""

    def height(self, _width: float) -> float:
        """One line."""
        return HEIGHT

    def draw(self, canvas: Canvas, box: Box) -> None:
        """The edges of the years, and the bar between them."""
        left, top, right, bottom = box
        whole, middle = right - left, (top + bottom) / 2
        edges = [left + whole * cell / self.cells for cell in range(self.cells)]
        canvas.line(
            [x for edge in edges for x in (edge, edge, None)],
            [middle - HEIGHT / 2, middle + HEIGHT / 2, None] * self.cells,
            LIGHT.line,
            1,
        )
        start = left + whole * self.left / 100
        end = start + whole * self.width / 100
        if self.width:
            draw_time_bar(canvas, (start, middle - BAR / 2, end, middle + BAR / 2), self)
        elif self.words:
            canvas.words(left + 6, middle + LETTERS * BASELINE, [TextRun(self.words, LETTERS, LIGHT.muted)])


@dataclass(frozen=True, slots=True)
class TimeCells:
    """What stands over strips: each year or quarter at the left edge of its own."""

    names: tuple[str, ...]

    def height(self, _width: float) -> float:
        """One line."""
        return HEIGHT

    def draw(self, canvas: Canvas, box: Box) -> None:
        """The names from the left."""
        left, top, right, bottom = box
        for at, name in enumerate(self.names):
            x = left + (right - left) * at / len(self.names)
            line = [TextRun(name, LETTERS, LIGHT.muted)]
            canvas.words(x, (top + bottom) / 2 + LETTERS * BASELINE, line)


def draw_time_bar(canvas: Canvas, bar: Box, run: TimeBar) -> None:
    """The bar alone, in the look of its kind."""
    left, top, right, bottom = bar
    match run.kind:
        case "ongoing":
            _hatched(canvas, bar)
        case "yearly" if run.cells == QUARTERS:  # once in the year, no day printed
            canvas.frame(bar, LIGHT.accent, 1.5, BAR / 2, "dot")
        case "yearly":
            for year in range(run.years):
                x = left + (right - left) * (year + 0.5) / run.years
                canvas.mark(x, (top + bottom) / 2, "circle", BAR, LIGHT.accent)
        case "conditional":
            canvas.frame(bar, LIGHT.accent, 1.5, BAR / 2, "dash")
        case "from" if run.open:
            _fading(canvas, bar)
        case _:
            canvas.box(bar, LIGHT.accent, BAR / 2)


def _hatched(canvas: Canvas, bar: Box) -> None:
    left, top, right, bottom = bar
    starts = [left - BAR + step * HATCH for step in range(ceil((right - left + BAR) / HATCH))]
    xs = [x for start in starts for x in (start, start + BAR, None)]
    canvas.line(xs, [bottom, top, None] * len(starts), translucent(LIGHT.accent, 0.75), 3, within=bar)


def _fading(canvas: Canvas, bar: Box) -> None:
    """Full for most of its length, then thinner and thinner: where it ends is not known. In slices, as
    LibreOffice draws a gradient in an SVG as one colour."""
    left, top, right, bottom = bar
    turn = left + (right - left) * FADES_FROM
    canvas.box((left, top, min(left + BAR, turn), bottom), LIGHT.accent, BAR / 2)
    canvas.box((left + BAR / 2, top, turn, bottom), LIGHT.accent)
    step = (right - turn) / SLICES
    for at in range(SLICES):
        share = 1 - (1 - FADES_TO) * (at + 0.5) / SLICES
        part = (turn + at * step, top, min(turn + (at + 1) * step + 0.5, right), bottom)
        canvas.box(part, mixed_colour(LIGHT.accent, LIGHT.surface, share))


def with_strips(tasks: list[Row], span: Span) -> list[dict[str, Any]]:
    """The tasks, each with its strip: of the years, or of the quarters of the one year of the span."""
    return [task | {"strip": task_bar(task, span)} for task in tasks]


def cell_names(view: View, span: Span) -> tuple[str, ...]:
    """What stands over the strips: years, or the quarters of the one year."""
    if span.years > 1:
        return tuple(span.cells)
    return tuple(f"{view.say('quarters_over')} {cell}" for cell in span.cells)


def task_bar(task: Row, span: Span) -> TimeBar:
    """How a task's time is drawn. A task on a condition or without a time has no place on the strip."""
    start, end, kind, cells = task["starts"], task["ends"], task["time_kind"], len(span.cells)
    if kind in NOT_DRAWN:
        return TimeBar(kind or "none", cells=cells)
    if start is None and kind != "by":
        start = task["issued"]
    if start and kind == "yearly":
        start = start.replace(month=1, day=1)
    left = span.at(start) if start else 0.0
    width = round(max((span.at(end) if end else 100.0) - left, 1.2), 1)
    years = max(round(width * span.years / 100), 1)
    return TimeBar(kind, left, width, years, open=end is None, cells=cells)

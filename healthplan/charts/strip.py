"""Where a place stands on the scale of an indicator: baseline, goal, the other places and the nation, on one
strip."""

from dataclasses import dataclass

from healthplan.charts.canvas import Box, Canvas
from healthplan.charts.marks import translucent
from healthplan.theme import LIGHT, place_colour

HEIGHT = 22.0
TICK = 18.0
RANGE = 8.0


@dataclass(frozen=True, slots=True)
class End:
    """A mark at `at` per cent of the strip: `look` is "base" or "goal", with "open" for an open sign or a
    word, with "range" for a bar of `width` per cent."""

    at: float
    look: str
    width: float | None = None


@dataclass(frozen=True, slots=True)
class Other:
    """The goal of another place at `at` per cent of the strip, in words; `near` is of the same region."""

    at: float
    words: str
    near: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """One place on one scale, all in per cent of the strip: `ticks` are what the nation asks, `others` the
    goals of the other places, `bar` the line from baseline to goal (left edge, width), `colour` that of the
    place on paper."""

    place: str
    ends: tuple[End, ...] = ()
    ticks: tuple[float, ...] = ()
    others: tuple[Other, ...] = ()
    bar: tuple[float, float] | None = None
    colour: str = ""

    def height(self, _width: float) -> float:
        """One line."""
        return HEIGHT

    def draw(self, canvas: Canvas, box: Box) -> None:
        """A hairline with its marks, in the order of the screen."""
        left, top, right, bottom = box
        y, colour = (top + bottom) / 2, self.colour or place_colour(LIGHT, self.place)

        def x(share: float) -> float:
            return left + (right - left) * share / 100

        canvas.line([left, right], [y, y], LIGHT.line, 1)
        for tick in self.ticks:
            canvas.line([x(tick)] * 2, [y - TICK / 2, y + TICK / 2], translucent(LIGHT.ink, 0.75), 2, "tick")
        for other in self.others:
            canvas.mark(x(other.at), y, "circle", 9, LIGHT.muted if other.near else LIGHT.strong_line)
        if self.bar:
            start, width = self.bar
            canvas.line([x(start), x(start + width)], [y, y], translucent(colour, 0.55), 3)
        for end in self.ends:
            _end(canvas, end, (x(end.at), y, x(end.at + (end.width or 0))), colour)


def _end(canvas: Canvas, end: End, at: tuple[float, float, float], colour: str) -> None:
    left, y, right = at
    hollow = "base" in end.look or "open" in end.look
    if end.width is not None:
        box = (left, y - RANGE / 2, max(right, left + 4), y + RANGE / 2)
        canvas.box(box, LIGHT.surface if hollow else colour, 3)
        canvas.frame(box, colour, 2, 3)
        return
    size = 6 if "base" in end.look else 8  # without its edge, which is 2 wide
    canvas.mark(left, y, "circle", size, LIGHT.surface if hollow else colour, colour, 2)

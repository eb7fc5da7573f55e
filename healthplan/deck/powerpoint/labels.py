"""Where the printed words stand beside the points of a line chart: each where it covers nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pptx.enum.chart import XL_LABEL_POSITION

from healthplan.deck.slide import Trend, TrendPath, TrendPoint

# Of the plot, in pixels of a slide 1920 wide, about: PowerPoint settles them when it draws.
PLOT = (1150.0, 520.0)
LETTER_WIDTH, LINE_HEIGHT, MARKER, STROKE = 14.0, 32.0, 9.0, 4.0
ABOVE, BELOW = XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW
BESIDE = (XL_LABEL_POSITION.RIGHT, XL_LABEL_POSITION.LEFT)
STEPS = 24
Places = dict[tuple[int, int], XL_LABEL_POSITION]


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the plot, counted from its lower left corner."""

    left: float
    right: float
    low: float
    high: float

    def meets(self, other: "Box") -> bool:
        """Whether the two cover each other."""
        return self.left < other.right and other.left < self.right and self.low < other.high and other.low < self.high


Room = tuple[XL_LABEL_POSITION, Box]


def label_places(trend: Trend, ends: tuple[float, float]) -> Places:
    """By number of the path and year, where the words of a point stand: at the last value of each path, and
    wherever a value is more or less than a number. `ends` are those of the axis."""
    taken = [box for path in trend.paths for point in path.points for box in _mark_boxes(point, trend, ends)]
    lines = [box for path in trend.paths if path.stated != "text" for box in _line(path, trend, ends)]
    wanted = [
        (number, point, point.year == max(one.year for one in path.points))
        for number, path in enumerate(trend.paths)
        for point in path.points
        if _has_label(path, point)
    ]
    found: Places = {}
    said: set[tuple[int, float, str]] = set()
    for number, point, _ in sorted(wanted, key=lambda one: not one[2]):
        if point.year not in trend.years or (point.year, point.low, point.shown) in said:
            continue  # another path has the same value there, and its words
        rooms = list(_rooms(point, trend, ends))
        for place, box in _free(rooms, taken + lines) or _free(rooms, taken):  # better on a line than nowhere
            found[number, point.year] = place
            taken.append(box)
            said.add((point.year, point.low, point.shown))
    return found


def _free(rooms: list[Room], taken: list[Box]) -> list[Room]:
    """The first room that nothing stands in, if there is one."""
    return [room for room in rooms if not any(room[1].meets(other) for other in taken)][:1]


def _has_label(path: TrendPath, point: TrendPoint) -> bool:
    return point.year == max(one.year for one in path.points) or point.open or point.low != point.high


def _at(point: TrendPoint, trend: Trend, ends: tuple[float, float]) -> tuple[float, float, float]:
    """Where a point stands: across, and up to its lower and its upper end."""
    across = (point.year - trend.years[0] + 0.5) * PLOT[0] / len(trend.years)
    low, high = ((value - ends[0]) / (ends[1] - ends[0]) * PLOT[1] for value in (point.low, point.high))
    return across, low, high


def _mark_boxes(point: TrendPoint, trend: Trend, ends: tuple[float, float]) -> list[Box]:
    """The mark of a point, and the bar of a range above it."""
    across, low, high = _at(point, trend, ends)
    mark = Box(across - MARKER, across + MARKER, low - MARKER, low + MARKER)
    return [mark] if low == high else [mark, Box(across - STROKE, across + STROKE, low, high)]


def _line(path: TrendPath, trend: Trend, ends: tuple[float, float]) -> Iterator[Box]:
    """A path's line as a chain of small boxes; it is drawn between values of following years."""
    points = sorted(path.points, key=lambda point: point.year)
    for first, second in pairwise(points):
        if second.year - first.year == 1:
            (start, low, _), (end, high, _) = _at(first, trend, ends), _at(second, trend, ends)
            for step in range(STEPS):
                share = (step + 0.5) / STEPS
                across, up = start + share * (end - start), low + share * (high - low)
                yield Box(across - STROKE, across + STROKE, up - STROKE, up + STROKE)


def _rooms(point: TrendPoint, trend: Trend, ends: tuple[float, float]) -> Iterator[Room]:
    """The places beside a point in the order of our liking; the bar of a range stands above its point."""
    across, low, high = _at(point, trend, ends)
    half = len(point.shown) * LETTER_WIDTH / 2
    for place in (BELOW, *BESIDE) if low != high else (ABOVE, BELOW, *BESIDE):
        side = {BESIDE[0]: 1, BESIDE[1]: -1}.get(place, 0)
        lift = {ABOVE: 1, BELOW: -1}.get(place, 0)
        middle = across + side * (half + MARKER + 5)
        height = low + lift * (LINE_HEIGHT / 2 + MARKER + 1)
        if middle + half <= PLOT[0] + 20 and middle - half >= 0 and height - LINE_HEIGHT / 2 >= 0:
            yield place, Box(middle - half, middle + half, height - LINE_HEIGHT / 2, height + LINE_HEIGHT / 2)

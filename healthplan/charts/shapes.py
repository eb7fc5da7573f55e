"""Boxes with round corners, which several drawings are made of."""

from math import cos, pi, sin

from healthplan.charts.canvas import Box, Canvas

STEPS = 6  # of a quarter of a circle


def rounded(box: Box, radius: float) -> tuple[list[float], list[float]]:
    """The edge of a box with round corners, closed."""
    left, top, right, bottom = box
    radius = min(radius, (right - left) / 2, (bottom - top) / 2)
    middles = ((right - radius, top + radius, -0.5), (right - radius, bottom - radius, 0.0),
               (left + radius, bottom - radius, 0.5), (left + radius, top + radius, 1.0))  # fmt: skip
    turned = [(x, y, pi * (start + step / 2 / STEPS)) for x, y, start in middles for step in range(STEPS + 1)]
    edge = [(x + radius * cos(angle), y + radius * sin(angle)) for x, y, angle in (*turned, turned[0])]
    return [x for x, _ in edge], [y for _, y in edge]


def filled(canvas: Canvas, box: Box, colour: str, radius: float = 0) -> None:
    """A box with round corners."""
    canvas.area(*rounded(box, radius), colour)


def outlined(
    canvas: Canvas, box: Box, colour: str, width: float, radius: float = 0, dash: str = "solid"
) -> None:
    """The edge of a box, its line within the box."""
    left, top, right, bottom = box
    inner = (left + width / 2, top + width / 2, right - width / 2, bottom - width / 2)
    canvas.line(*rounded(inner, radius), colour, width, dash)

"""A PNG never becomes larger than a program can open, however long its chart is."""

from dataclasses import dataclass
from io import BytesIO

import pytest
from PIL import Image

from healthplan.charts.canvas import Box, Canvas
from healthplan.charts.picture import LONGEST_SIDE, MOST_PIXELS, SHEETS, Picture, picture_png


@dataclass(frozen=True, slots=True)
class Tall:
    """A drawing as high as it is told, with nothing on it."""

    pixels: float

    def height(self, _width: float) -> float:
        return self.pixels

    def draw(self, _canvas: Canvas, _box: Box) -> None:
        """Draws nothing."""


@pytest.mark.parametrize(("sheet", "height"), [
    ("grid", 100), ("grid", 5000), ("grid", 6500), ("grid", 20_000), ("grid", 70_000), ("grid", 200_000),
    ("tall", 500), ("tall", 9000), ("tall", 40_000), ("tall", 150_000), ("page", 100), ("slide", 90_000),
])  # fmt: skip
def test_a_png_keeps_its_shape_and_has_a_bounded_number_of_pixels(sheet: str, height: float) -> None:
    Image.MAX_IMAGE_PIXELS = int(MOST_PIXELS * 1.01)
    width, long = Image.open(BytesIO(picture_png(Picture("Title", "", Tall(height)), SHEETS[sheet]))).size
    assert max(width, long) <= LONGEST_SIDE + 1 and width * long <= MOST_PIXELS * 1.01
    if height <= 500:
        assert width == SHEETS[sheet].width * SHEETS[sheet].density
    else:
        assert width > 100

"""A picture in another program than a browser: LibreOffice, which offices open an SVG with, draws all that
the PNG shows."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from healthplan.charts.captions import KEY, Caption
from healthplan.charts.drawing import grid
from healthplan.charts.picture import Picture, SheetSize, picture_png, picture_svg
from healthplan.charts.time_bars import TimeBar
from healthplan.print.picture_words import word_drawing
from tests.libreoffice import converted

SHEET = SheetSize(800, 0)
BLOCK = 8  # pixels: what is compared, as two programs smooth edges in two ways
APART = 30  # of 255 shades, between two blocks that look alike
RUNS = [TimeBar("ongoing", 0, 100), TimeBar("from", 0, 100, open=True), TimeBar("yearly", 0, 100, years=3),
        TimeBar("conditional", 0, 100), TimeBar("period", 25, 50)]  # fmt: skip


@pytest.fixture
def picture() -> Picture:
    """Every mark, every kind of time, and Vietnamese in every weight."""
    written = word_drawing("Tỷ lệ ưỡẵự <b>ẾỆỖ ỮỰ</b> ● → Ελληνικά", 40)
    return Picture("Lộ trình 72: mọi ký hiệu", "Đơn vị: %", grid([*RUNS, written]),
                   key=tuple(Caption(mark, mark) for mark in KEY))  # fmt: skip


def test_libreoffice_draws_what_the_png_shows(picture: Picture, tmp_path: Path) -> None:
    made = converted("picture.svg", picture_svg(picture, SHEET), "png", tmp_path)
    theirs = Image.open(made).convert("L")
    ours = Image.open(BytesIO(picture_png(picture, SHEET))).convert("L")
    assert theirs.size == pytest.approx(ours.size, abs=1)
    blocks = (ours.width // BLOCK, ours.height // BLOCK)
    apart = ImageChops.difference(*(one.resize(blocks, Image.Resampling.BOX) for one in (theirs, ours)))
    assert apart.getextrema()[1] < APART


def test_an_svg_holds_nothing_that_only_browsers_draw(picture: Picture) -> None:
    body = picture_svg(picture, SHEET).decode()
    assert "Gradient" not in body and "<symbol" not in body and "<text" not in body
    assert 'opacity="0.75"' in body  # of the lines of an ongoing task; never as a fourth part of a colour
    colours = {told.split('"')[0] for part in ("fill", "stroke") for told in body.split(f'{part}="#')[1:]}
    assert {len(colour) for colour in colours} == {6}

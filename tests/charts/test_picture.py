"""What a reader takes away: a picture that says what the screen says, whole, alike each time, and honest
about ranges, bounds and gaps."""

import re
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from healthplan.charts.captions import Caption
from healthplan.charts.drawing import Panel, grid
from healthplan.charts.figure_drawing import FigureDrawing
from healthplan.charts.picture import SHEETS, Picture, SheetSize, picture_png, picture_svg
from healthplan.charts.setting import Setting
from healthplan.charts.trajectory import trajectory_figure
from healthplan.print.picture_words import drawing_heading
from healthplan.theme import LIGHT, place_colour
from tests.charts.test_trajectory import statement

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {f"{SVG}{name}" for name in ("path", "circle", "rect")}
COLOUR = place_colour(LIGHT, "11")
SHEET = SheetSize(800, 500)
LABELS = {"11": "Điện Biên <b>98,4</b>", "12": "Lai Châu <b>100</b>", "VN": "Cả nước"}


def figure(*rows, nation=(), **changes):
    looks = {"theme": LIGHT, "lang": "vi", "labels": LABELS, "years": (2025, 2030)} | changes
    return trajectory_figure({"11": list(rows)}, list(nation), Setting(**looks))


def picture(drawn, **changes):
    words = {"title": "Bao phủ < BHYT & khác", "subtitle": "Đơn vị: %", "alt": "Điện Biên: 98,4",
             "key": (Caption("khoảng", "range"),), "notes": ((Caption("<b>Không có:</b> Lai Châu"),),),
             "foot": ("Nguồn: KH Điện Biên 2026.", "bản phát hành 2026-11-24-abc")}  # fmt: skip
    return Picture(drawing=FigureDrawing(drawn), **words | changes)


def drawn_in(body: bytes) -> list[ElementTree.Element]:
    """Lines and shapes, without the outlines of the letters."""
    root = ElementTree.fromstring(body)
    letters = {id(path) for defined in root.iter(f"{SVG}defs") for path in defined.iter(f"{SVG}path")}
    return [path for path in root.iter() if path.tag in SHAPES and id(path) not in letters]


def points_of(path: ElementTree.Element) -> list[tuple[float, float]]:
    """The points of a path as they stand on the sheet."""
    return [(float(x), float(y)) for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path.get("d"))]


def strokes(body: bytes, colour: str) -> list[tuple[dict[str, str], list[tuple[float, float]]]]:
    """Lines of one colour: their looks and their points."""
    return [(path.attrib, points_of(path)) for path in drawn_in(body)
            if path.get("stroke") == colour and path.get("fill") == "none"]  # fmt: skip


def marks(body: bytes) -> list[tuple[float, float]]:
    """The middles of the marks of a place, filled or hollow."""
    found = []
    for mark in drawn_in(body):
        if mark.get("fill") != COLOUR and (mark.get("stroke") != COLOUR or mark.get("fill") == "none"):
            continue
        if mark.tag == f"{SVG}circle":
            found.append((float(mark.get("cx")), float(mark.get("cy"))))
        else:
            across, down = zip(*points_of(mark), strict=True)
            found.append(((min(across) + max(across)) / 2, (min(down) + max(down)) / 2))
    return found


def test_the_svg_is_well_formed_and_tells_what_it_shows() -> None:
    root = ElementTree.fromstring(picture_svg(picture(figure(statement("exact"))), SHEET))
    assert root.find(f"{SVG}title").text == "Bao phủ < BHYT & khác"
    told = root.find(f"{SVG}desc").text
    for words in ("Đơn vị: %", "Điện Biên: 98,4", "khoảng", "Không có: Lai Châu", "Nguồn: KH Điện Biên 2026.",
                  "2026-11-24-abc"):  # fmt: skip
        assert words in told
    assert (root.get("width"), root.get("height")) == ("800", "500")


def test_words_are_outlines_so_that_no_font_of_the_reader_is_asked_for() -> None:
    body = picture_svg(picture(figure(statement("exact"))), SHEET).decode()
    assert "<text" not in body and "font-family" not in body
    assert not re.search(r'(?:href|src)="(?!#)', body)


def test_a_range_has_two_ends() -> None:
    body = picture_svg(picture(figure(statement("range"))), SHEET)
    spans = [points for style, points in strokes(body, COLOUR) if style["stroke-width"] == "8"]
    ((low, high),) = spans
    assert low[0] == high[0] and low[1] > high[1] + 50


@pytest.mark.parametrize(
    ("kind", "above"), [("at_least", True), ("more_than", True), ("at_most", False), ("less_than", False)]
)
def test_a_bound_has_an_arrow_on_its_open_side(kind: str, above: bool) -> None:
    bare = SheetSize(800, 500, framed=False)
    (point,) = marks(picture_svg(picture(figure(statement("exact", low=50, high=50))), bare))
    ends = {"low": 50} if above else {"high": 50}
    drawn = marks(picture_svg(picture(figure(statement(kind, **ends))), bare))
    (arrow,) = (at for at in drawn if at != pytest.approx(point))
    assert len(drawn) == 2 and arrow[0] == pytest.approx(point[0])
    assert (arrow[1] < point[1]) is above


def test_years_without_a_milestone_are_dots_and_no_path_joins_the_nations_goals() -> None:
    rows = [statement("exact", 2026), statement("exact", 2030)]
    nation = [statement("exact", year, series="benchmark") for year in (2026, 2027)]
    body = picture_svg(picture(figure(*rows, nation=nation)), SHEET)
    assert [style for style, _ in strokes(body, COLOUR) if "stroke-dasharray" not in style] == []
    assert not any("stroke-dasharray" in style for style, _ in strokes(body, LIGHT.ink))


def test_the_same_picture_has_the_same_bytes() -> None:
    for draw in (picture_svg, picture_png):
        drawn = [draw(picture(figure(statement("range"), statement("exact", 2026))), SHEET) for _ in (1, 2)]
        assert drawn[0] == drawn[1]


@pytest.mark.parametrize(("sheet", "size"), [("page", (2400, 1500)), ("slide", (1920, 1080))])
def test_a_png_has_the_size_of_its_sheet(sheet: str, size: tuple[int, int]) -> None:
    body = picture_png(picture(figure(statement("exact"))), SHEETS[sheet])
    assert Image.open(BytesIO(body)).size == size


def test_a_grid_is_as_high_as_its_rows() -> None:
    one = Panel(FigureDrawing(figure(statement("exact"), small=True)), (drawing_heading("Bao phủ"),))
    grids = [Picture("T", "S", grid([one] * count, 3)) for count in (3, 4, 6)]
    heights = [Image.open(BytesIO(picture_png(grid, SHEETS["grid"]))).size[1] for grid in grids]
    assert heights[0] < heights[1] == heights[2]


def test_pictures_drawn_at_once_are_like_those_drawn_in_turn() -> None:
    asked = [picture(figure(statement("exact", low=value, high=value))) for value in range(40, 48)]
    in_turn = [draw(one, SHEET) for one in asked for draw in (picture_svg, picture_png)]
    with ThreadPoolExecutor(4) as threads:
        at_once = list(threads.map(lambda one: (picture_svg(one, SHEET), picture_png(one, SHEET)), asked))
    assert [body for pair in at_once for body in pair] == in_turn

"""A native line chart: years along the bottom, one series a path, gaps where nothing is stated, ranges as
bars of error, the printed words as labels."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.oxml.ns import qn
from pptx.util import Pt

from healthplan.deck.powerpoint.shapes import SMALL, Look, letters, name_shape, rgb
from healthplan.deck.powerpoint.workbook import book
from healthplan.deck.slide import Page, Trend, TrendPath, TrendPoint
from healthplan.theme import place_colour

MARKERS = {
    "table": XL_MARKER_STYLE.CIRCLE,
    "text": XL_MARKER_STYLE.DIAMOND,
    "actual": XL_MARKER_STYLE.SQUARE,
    "nation": XL_MARKER_STYLE.DIAMOND,
}


def add_trend(placeholder: Any, page: Page, trend: Trend, look: Look, heads: list[str]) -> None:
    """The chart and its data sheet."""
    data = CategoryChartData()
    data.categories = [str(year) for year in trend.years]
    hollow = [replace(path, points=tuple(one for one in path.points if one.open)) for path in trend.paths]
    holes = [path for path in hollow if path.points]
    for path in (*trend.paths, *holes):
        data.add_series(path.name, _series_values(path, trend))
    frame = placeholder.insert_chart(XL_CHART_TYPE.LINE_MARKERS, data)
    name_shape(frame, page.title[:60], page.alt)
    chart = frame.chart
    rows = [
        [str(year), *(_series_values(path, trend)[at] for path in (*trend.paths, *holes))]
        for at, year in enumerate(trend.years)
    ]
    told = [point.printed for path in trend.paths for point in path.points]
    sheet = book(["", *(path.name for path in (*trend.paths, *holes))], rows, told, heads)
    chart.part.chart_workbook.update_from_xlsx_blob(sheet)
    ends = _axes(chart, trend, look)
    places = label_places(trend, ends)
    drawn = list(chart.plots[0].series)
    for at, path in enumerate(holes, len(trend.paths)):
        _hole(drawn[at], path, look)
        _leave_out(chart.legend, at)
    for number, (series, path) in enumerate(zip(drawn, trend.paths, strict=False)):
        _style(series, path, look)
        _labels(series, path, trend, {year: place for (at, year), place in places.items() if at == number})
        _ranges(series, path, trend, look)


def _series_values(path: TrendPath, trend: Trend) -> list[float | None]:
    by_year = {point.year: point.low for point in path.points}
    return [by_year.get(year) for year in trend.years]


def _axes(chart: Any, trend: Trend, look: Look) -> tuple[float, float]:
    """The axes and the legend. Returns the ends of the scale."""
    letters(chart, SMALL, look.theme.muted)
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.RIGHT, False
    chart.legend.font.size = SMALL
    low, high, step = _scale(trend)
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = low, high, step
    axis.tick_labels.number_format = _number_format(trend, step)
    axis.tick_labels.number_format_is_linked = False
    axis.major_gridlines.format.line.color.rgb = rgb(look.theme.line)
    axis.format.line.fill.background()
    chart.category_axis.format.line.color.rgb = rgb(look.theme.strong_line)
    chart.category_axis.has_major_gridlines = False
    return low, high


def _number_format(trend: Trend, step: float) -> str:
    """The format that names the ticks of the figure and leaves the ends of the axis, which stand further out,
    without a number. What a whole step of a grading stands for is said below the chart."""
    first, last = trend.ticks[0] - step / 2, trend.ticks[-1] + step / 2
    return f'[<{first:.9g}]"";[>{last:.9g}]"";{"0" if trend.grades else "General"}'


def _scale(trend: Trend) -> tuple[float, float, float]:
    """The ends of the axis and its step: round values, with no more room than the chart of the screens."""
    if trend.grades:
        return float(min(trend.grades) - 1), float(max(trend.grades) + 1), 1.0
    step = trend.ticks[1] - trend.ticks[0] if len(trend.ticks) > 1 else 1.0
    low = trend.ticks[0] - (step if trend.ticks[0] - trend.ends[0] > step * 0.2 else 0)
    high = trend.ticks[-1] + (step if trend.ends[1] - trend.ticks[-1] > step * 0.3 else 0)
    return low, high, step


def _style(series: Any, path: TrendPath, look: Look) -> None:
    """The colour of the place; the nation and what the text adds without a line, reports heavy."""
    colour = rgb(place_colour(look.theme, path.place))
    line = series.format.line
    series.smooth = False
    line.color.rgb, line.width = colour, Pt(3 if path.stated == "actual" else 2)
    if path.stated in ("text", "nation"):
        line.fill.background()
    _marker(series, path, 9, colour, colour)


def _hole(series: Any, path: TrendPath, look: Look) -> None:
    """What makes a mark hollow, for a bound or a word: a smaller one of the paper's colour on it. LibreOffice
    draws every mark in one colour, edge and all."""
    paper = rgb(look.theme.paper)
    series.smooth = False
    series.format.line.fill.background()
    _marker(series, path, 5, paper, paper)


def _leave_out(legend: Any, at: int) -> None:
    """Takes a series out of the legend."""
    entry = etree.Element(qn("c:legendEntry"))
    etree.SubElement(entry, qn("c:idx"), val=str(at))
    etree.SubElement(entry, qn("c:delete"), val="1")
    [*legend._element.findall(qn("c:legendPos")), *legend._element.findall(qn("c:legendEntry"))][-1].addnext(entry)


def _marker(series: Any, path: TrendPath, size: int, inner: RGBColor, edge: RGBColor) -> None:
    series.marker.style, series.marker.size = MARKERS[path.stated], size
    series.marker.format.line.color.rgb = edge
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = inner


def _numbered(path: TrendPath, trend: Trend) -> list[tuple[int, TrendPoint]]:
    """The points with their numbers in the series."""
    return [(trend.years.index(point.year), point) for point in path.points if point.year in trend.years]


def _labels(series: Any, path: TrendPath, trend: Trend, places: dict[int, Any]) -> None:
    """The printed words, where there is a place for them."""
    for at, point in _numbered(path, trend):
        if point.year in places:
            label = series.points[at].data_label
            label.position = places[point.year]
            label.text_frame.text = point.shown
            label.text_frame.paragraphs[0].runs[0].font.size = SMALL


def _ranges(series: Any, path: TrendPath, trend: Trend, look: Look) -> None:
    """From the low end of each range a bar up to its high end."""
    if all(point.low == point.high for point in path.points):
        return
    ends = {point.year: point.high - point.low for point in path.points}
    bars = etree.Element(qn("c:errBars"))
    for name, value in (("errDir", "y"), ("errBarType", "plus"), ("errValType", "cust"), ("noEndCap", "0")):
        etree.SubElement(bars, qn(f"c:{name}"), val=value)
    numbers = etree.SubElement(etree.SubElement(bars, qn("c:plus")), qn("c:numLit"))
    etree.SubElement(numbers, qn("c:formatCode")).text = "General"
    etree.SubElement(numbers, qn("c:ptCount"), val=str(len(trend.years)))
    for at, year in enumerate(trend.years):
        point = etree.SubElement(numbers, qn("c:pt"), idx=str(at))
        etree.SubElement(point, qn("c:v")).text = f"{ends.get(year, 0):g}"
    line = etree.SubElement(etree.SubElement(bars, qn("c:spPr")), qn("a:ln"), w=str(Pt(5)))
    fill = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), val=place_colour(look.theme, path.place).lstrip("#"))
    series._element.find(qn("c:cat")).addprevious(bars)


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
    """By number of the path and year, where the words of a point stand: at the last value of each path,
    wherever a value is more or less than a number, and where one place's value is the
    only one of its year. `ends` are those of the axis."""
    taken = [box for path in trend.paths for point in path.points for box in _mark_boxes(point, trend, ends)]
    lines = [box for path in trend.paths if path.stated != "text" for box in _line(path, trend, ends)]
    years = [point.year for path in trend.paths for point in path.points]
    alone = len({path.place for path in trend.paths} - {"VN"}) == 1  # one place has room for its values
    wanted = [
        (number, point, point.year == max(one.year for one in path.points))
        for number, path in enumerate(trend.paths)
        for point in path.points
        if _has_label(path, point) or (alone and path.place != "VN" and years.count(point.year) == 1)
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

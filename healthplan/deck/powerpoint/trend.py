"""A native line chart: years along the bottom, one series a path, gaps where nothing is stated, ranges as
bars of error, the printed words as labels."""

from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.oxml.ns import qn
from pptx.util import Pt

from healthplan.deck.powerpoint.labels import label_places
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
    for path in trend.paths:
        data.add_series(path.name, _series_values(path, trend))
    frame = placeholder.insert_chart(XL_CHART_TYPE.LINE_MARKERS, data)
    name_shape(frame, page.title[:60], page.alt)
    chart = frame.chart
    rows = [
        [str(year), *(_series_values(path, trend)[at] for path in trend.paths)] for at, year in enumerate(trend.years)
    ]
    told = [point.printed for path in trend.paths for point in path.points]
    sheet = book(["", *(path.name for path in trend.paths)], rows, told, heads)
    chart.part.chart_workbook.update_from_xlsx_blob(sheet)
    ends = _axes(chart, trend, look)
    places = label_places(trend, ends)
    for number, (series, path) in enumerate(zip(chart.plots[0].series, trend.paths, strict=True)):
        _style(series, path, trend, look)
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


def _style(series: Any, path: TrendPath, trend: Trend, look: Look) -> None:
    """The colour of the place; the nation and what the text adds without a line, reports heavy."""
    colour = rgb(place_colour(look.theme, path.place))
    line = series.format.line
    series.smooth = False
    line.color.rgb, line.width = colour, Pt(3 if path.stated == "actual" else 2)
    if path.stated in ("text", "nation"):
        line.fill.background()
    series.marker.style, series.marker.size = MARKERS[path.stated], 9
    series.marker.format.line.color.rgb = colour
    fill = series.marker.format.fill
    fill.solid()
    fill.fore_color.rgb = colour
    for at, point in _numbered(path, trend):
        if point.open:  # hollow: a bound or a word, not just this number
            inner = series.points[at].marker
            inner.style, inner.size = MARKERS[path.stated], 9
            inner.format.fill.solid()
            inner.format.fill.fore_color.rgb = rgb(look.theme.paper)
            inner.format.line.color.rgb = colour


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

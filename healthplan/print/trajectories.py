"""Which picture belongs to which chart of the screens: its words, its charts, its size."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from healthplan.charts import comparison
from healthplan.charts.captions import Caption
from healthplan.charts.drawing import Panel, grid
from healthplan.charts.figure_drawing import FigureDrawing
from healthplan.charts.finding import finding_evidence
from healthplan.charts.indicator import IndicatorChart, indicator_chart
from healthplan.charts.picture import SHEETS, Picture, SheetSize, picture_svg
from healthplan.print.picture_words import (
    commune_note,
    drawing_heading,
    foot_lines,
    indicator_label,
    key_entries,
    place_dot,
)
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.distances.what_if import AssumedLine
from healthplan.subjects.trajectories.series import series_of
from healthplan.theme import place_colour

COLUMNS = 3


def trajectory_picture(
    view: View, indicator: Row, places: list[str], until: int, assumed: Sequence[AssumedLine] = ()
) -> Picture | None:
    """The chart of one indicator, with what a reader assumes and the words that it is no data; None when there is no
    number to draw."""
    series = series_of(view, indicator, places)
    return picture_of(view, indicator_chart(view, indicator, series, until, assumed=assumed))


def finding_picture(view: View, name: str) -> Picture | None:
    """The chart that shows a finding, its two values ringed; None when it has none."""
    evidence = finding_evidence(view, name)
    if evidence is None or evidence.chart is None:
        return None
    chart = evidence.chart
    told = f"{evidence.row['place_name']} · {view.name(view.indicators[evidence.row['indicator']])}"
    subtitle = f"{told}. {chart.subtitle}"
    return picture_of(
        view, replace(chart, title=evidence.row["sentence"], subtitle=subtitle, shapes=[], alt=evidence.row["sentence"])
    )


def compare_picture(view: View, places: list[str]) -> Picture | None:
    """All indicators that the places share, one small chart each; None when they share none."""
    shared = comparison.shared_indicators(view, places)
    if not shared:
        return None
    charts = [(one, indicator_chart(view, one, series_of(view, one, places), comparison.UNTIL)) for one in shared]
    panels = [
        Panel(FigureDrawing(comparison.small_chart(view, one, places)), (drawing_heading(indicator_label(view, one)),))
        for one in shared
    ]
    marks = dict.fromkeys(mark for _, chart in charts for mark in chart.key)
    sources = dict.fromkeys(source for _, chart in charts for source in chart.sources.split(", "))
    return Picture(
        title=comparison.comparison_title(view, places),
        subtitle=view.say("compare_lead", count=str(len(shared))),
        drawing=grid(panels, COLUMNS),
        alt="; ".join(f"{view.name(one)}: {chart.alt}" for one, chart in charts),
        legend=tuple(place_dot(view, place) for place in places),
        key=key_entries(view, marks),
        notes=(
            tuple(_late(view, shape, of=one) for one, chart in charts for shape in chart.shapes),
            commune_note(view, places),
        ),
        foot=foot_lines(view, sources),
    )


def chart_svg(
    view: View, indicator: Row, places: list[str], until: int, sheet: SheetSize = SHEETS["slide"]
) -> bytes | None:
    """The chart of one indicator as SVG of any size, with its words or (`framed=False`) without; None when
    there is no number to draw. On a sheet enlarged twice no letter is smaller than 24 pixels."""
    picture = trajectory_picture(view, indicator, places, until)
    return picture_svg(picture, sheet) if picture else None


def picture_of(view: View, chart: IndicatorChart) -> Picture | None:
    """A chart with its words; None when there is no number to draw."""
    if chart.figure is None:
        return None
    return Picture(
        title=chart.title,
        subtitle=chart.subtitle,
        drawing=FigureDrawing(chart.figure),
        alt=chart.alt,
        key=key_entries(view, chart.key),
        notes=_notes(view, chart),
        foot=foot_lines(view, chart.sources.split(", ")),
    )


def _notes(view: View, chart: IndicatorChart) -> tuple[tuple[Caption, ...], ...]:
    """What the chart cannot show: which paths are late, and what is not on it."""
    missing = "; ".join(chip["text"] for chip in chart.chips)
    told = Caption(f"<b>{escape(view.say('chips_title'))}:</b> {escape(missing)}.")
    return (*((_late(view, shape),) for shape in chart.shapes), *([(told,)] if missing else []))


def _late(view: View, shape: Row, of: Row | None = None) -> Caption:
    """That a path leaves it to the last years: by how much, or, on a picture of many charts, on which."""
    words = escape(view.say("shape_late", place=view.place_name(shape["place"])))
    whole = f"<b>{words}</b> {escape(view.name(shape, 'reason'))}"
    told = f"{escape(view.name(of, 'short'))}: {words}" if of else whole
    return Caption(told, place_colour(view.theme, shape["place"]))

"""Which picture belongs to which chart of the screens: its words, its charts, its size."""

from dataclasses import replace
from html import escape

from healthplan.charts import comparison
from healthplan.charts.captions import Entry
from healthplan.charts.drawing import Grid, Panel
from healthplan.charts.finding import opened
from healthplan.charts.indicator import Charted, charted
from healthplan.charts.picture import SHEETS, Picture, Sheet, svg
from healthplan.charts.plotted import Plotted
from healthplan.print.words import commune_note, foot, heading, key_entries, named, place_dot
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.trajectories.series import series_of
from healthplan.theme import place_colour

COLUMNS = 3


def trajectory_picture(view: View, indicator: Row, places: list[str], until: int) -> Picture | None:
    """The chart of one indicator; None when there is no number to draw."""
    return picture_of(view, charted(view, indicator, series_of(view, indicator, places), until))


def finding_picture(view: View, name: str) -> Picture | None:
    """The chart that shows a finding, its two values ringed; None when it has none."""
    evidence = opened(view, name)
    if evidence is None or evidence.chart is None:
        return None
    chart = evidence.chart
    told = f"{evidence.row['place_name']} · {view.name(view.indicators[evidence.row['indicator']])}"
    subtitle = f"{told}. {chart.subtitle}"
    return picture_of(view, replace(chart, title=evidence.row["sentence"], subtitle=subtitle, shapes=[],
                                  alt=evidence.row["sentence"]))


def compare_picture(view: View, places: list[str]) -> Picture | None:
    """All indicators that the places share, one small chart each; None when they share none."""
    shared = comparison.shared(view, places)
    if not shared:
        return None
    charts = [(one, charted(view, one, series_of(view, one, places), comparison.UNTIL)) for one in shared]
    panels = [Panel(Plotted(comparison.small_chart(view, one, places)), (heading(named(view, one)),))
              for one in shared]
    marks = dict.fromkeys(mark for _, chart in charts for mark in chart.key)
    sources = dict.fromkeys(source for _, chart in charts for source in chart.sources.split(", "))
    return Picture(
        title=comparison.title(view, places),
        subtitle=view.say("compare_lead", count=str(len(shared))),
        drawing=Grid(panels, COLUMNS),
        alt="; ".join(f"{view.name(one)}: {chart.alt}" for one, chart in charts),
        legend=tuple(place_dot(view, place) for place in places),
        key=key_entries(view, marks),
        notes=(tuple(_late(view, shape, of=one) for one, chart in charts for shape in chart.shapes),
               commune_note(view, places)),
        foot=foot(view, sources),
    )


def chart_svg(
    view: View, indicator: Row, places: list[str], until: int, sheet: Sheet = SHEETS["slide"]
) -> bytes | None:
    """The chart of one indicator as SVG of any size, with its words or (`framed=False`) without; None when
    there is no number to draw. On a sheet enlarged twice no letter is smaller than 24 pixels."""
    picture = trajectory_picture(view, indicator, places, until)
    return svg(picture, sheet) if picture else None


def picture_of(view: View, chart: Charted) -> Picture | None:
    """A chart with its words; None when there is no number to draw."""
    if chart.figure is None:
        return None
    return Picture(
        title=chart.title,
        subtitle=chart.subtitle,
        drawing=Plotted(chart.figure),
        alt=chart.alt,
        key=key_entries(view, chart.key),
        notes=_notes(view, chart),
        foot=foot(view, chart.sources.split(", ")),
    )


def _notes(view: View, chart: Charted) -> tuple[tuple[Entry, ...], ...]:
    """What the chart cannot show: which paths are late, and what is not on it."""
    missing = "; ".join(chip["text"] for chip in chart.chips)
    told = Entry(f"<b>{escape(view.say('chips_title'))}:</b> {escape(missing)}.")
    return (*((_late(view, shape),) for shape in chart.shapes), *([(told,)] if missing else []))


def _late(view: View, shape: Row, of: Row | None = None) -> Entry:
    """That a path leaves it to the last years: by how much, or, on a picture of many charts, on which."""
    words = escape(view.say("shape_late", place=view.place_name(shape["place"])))
    whole = f"<b>{words}</b> {escape(view.name(shape, 'reason'))}"
    told = f"{escape(view.name(of, 'short'))}: {words}" if of else whole
    return Entry(told, place_colour(view.theme, shape["place"]))

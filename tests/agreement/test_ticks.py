"""The gridlines of a chart stand at the same values wherever it is drawn: on the screen, in the hall, on
paper, in the picture, in PowerPoint."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import count, pairwise, takewhile

import pytest
from lxml import etree
from pptx import Presentation

from healthplan.charts.canvas import Canvas
from healthplan.charts.comparison import shared_indicators, small_chart
from healthplan.charts.indicator import IndicatorChart, indicator_chart
from healthplan.charts.picture import SHEETS, picture_svg
from healthplan.deck.deck import Slide, SlideKind
from healthplan.deck.files import chart_pictures, slides_file
from healthplan.deck.ready import ready_deck
from healthplan.deck.slide import Page
from healthplan.print.trajectories import picture_of
from healthplan.release.view import View
from healthplan.subjects.trajectories.series import series_of
from healthplan.text import Lang
from healthplan.theme import LIGHT
from tests.deck.decks import known, release_view, written_pages

SVG = "{http://www.w3.org/2000/svg}"
HIDDEN = re.compile(r'\[<(?P<first>[-\d.e]+)\]"";\[>(?P<last>[-\d.e]+)\]"";')


@pytest.fixture(scope="module", params=["vi", "en"])
def view(real_folder, request) -> Iterator[View]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(real_folder))
        yield replace(release_view(), lang=Lang(request.param))


@pytest.fixture(scope="module")
def pages(view):
    """A deck with the slide of every indicator that can be drawn."""
    usual = ready_deck("nation", known(view), lang=view.lang.value)
    deck = replace(usual, slides=tuple(Slide(SlideKind.TREND, name) for name in view.indicators)[:40])
    made = written_pages(view, deck)
    assert sum(page.trend is not None for page in made.pages) > 15
    return made


@pytest.fixture(scope="module")
def screen(view) -> dict[str, IndicatorChart]:
    """The chart of every indicator on its screen."""
    told = ((name, indicator_chart(view, row, series_of(view, row, list(view.planned)), 2030))
            for name, row in view.indicators.items())  # fmt: skip
    found = {name: chart for name, chart in told if chart.figure}
    assert len(found) > 15
    return found


def axes(chart: IndicatorChart) -> tuple[list[float], list[str], list[str]]:
    """The values of a scale's ticks, their words line by line, and the years, as Plotly reads them."""
    layout = chart.figure["layout"]
    words = [line for text in layout["yaxis"]["ticktext"] for line in text.split("<br>")]
    return layout["yaxis"]["tickvals"], words, layout["xaxis"]["ticktext"]


def slides(pages) -> list[tuple[str, Page]]:
    """The slides with a chart, each with the indicator it is of."""
    return [(page.name.split(".")[1], page) for page in pages.pages if page.trend]


def shares(places: list[float]) -> list[float]:
    """Where each of several places stands between the first and the last."""
    whole = places[-1] - places[0]
    return [(place - places[0]) / whole for place in places] if whole else [0.0] * len(places)


def test_every_scale_has_round_ticks_within_it(screen) -> None:
    for name, chart in screen.items():
        axis = chart.figure["layout"]["yaxis"]
        low, high = axis["range"]
        assert len(axis["tickvals"]) == len(axis["ticktext"]) == len(set(axis["ticktext"])) > 1, name
        assert low <= axis["tickvals"][0] < axis["tickvals"][-1] <= high, name
        steps = {f"{after - before:.6e}" for before, after in pairwise(axis["tickvals"])}
        assert len(steps) == 1 and steps.pop()[0] in "125", name


def test_slides_have_the_ticks_of_the_screen(screen, pages) -> None:
    drawn = chart_pictures(pages, paper=True)
    found = slides(pages)
    assert {name for name, _ in found} <= set(screen) and len(found) > 15
    for name, page in found:
        values, words, years = axes(screen[name])
        root = etree.fromstring(drawn[page.number].encode())
        lines = [float(line.get("d").split()[-1]) for line in root.iterchildren(f"{SVG}path")]
        told = ["".join(text.itertext()) for text in root.iterchildren(f"{SVG}text")]
        assert told == [*words, *years], name
        assert len(lines) == len(values) and shares(lines) == pytest.approx(shares(values), abs=0.002), name


def test_pictures_have_the_ticks_of_the_screen(view, screen, monkeypatch) -> None:
    seen: list[str] = []
    lines: list[float] = []
    monkeypatch.setattr(Canvas, "words", lambda _self, _x, _y, line, anchor="left": seen.append(
        "".join(run.text for run in line)))  # fmt: skip
    monkeypatch.setattr(Canvas, "line", lambda _self, _xs, ys, colour, width, *more: lines.append(ys[0])
                        if (colour, width) == (LIGHT.line, 1) else None)  # fmt: skip
    for name, chart in screen.items():
        values, words, years = axes(chart)
        for sheet in ("page", "slide"):
            seen.clear(), lines.clear()
            picture_svg(picture_of(view, chart), SHEETS[sheet])
            start = seen.index(words[0], len(seen) - seen[::-1].index(years[-1]) - len(words) - len(years))
            assert seen[start : start + len(words)] == words, name
            assert seen[start + len(words) : start + len(words) + len(years)] == years, name
            assert len(lines) == len(values) and shares(lines) == pytest.approx(shares(values)), name


def test_powerpoint_names_the_ticks_of_the_screen(screen, pages) -> None:
    made = Presentation(BytesIO(slides_file(pages)))
    charts = [shape.chart for slide in made.slides for shape in slide.shapes if shape.has_chart]
    for (name, _), chart in zip(slides(pages), charts, strict=True):
        axis = chart.value_axis
        told = HIDDEN.match(axis.tick_labels.number_format)
        lines = (axis.minimum_scale + at * axis.major_unit for at in count())
        every = takewhile(lambda line, end=axis: line <= end.maximum_scale + end.major_unit / 9, lines)
        named = [line for line in every if float(told["first"]) <= line <= float(told["last"])]
        assert named == pytest.approx(axes(screen[name])[0]), name


def test_a_small_chart_keeps_few_ticks_in_its_figure(view) -> None:
    for indicator in shared_indicators(view, list(view.planned)):
        layout = small_chart(view, indicator, list(view.planned))["layout"]
        assert 2 <= len(layout["yaxis"]["tickvals"]) <= 5, indicator["indicator"]
        assert len(layout["xaxis"]["tickvals"]) == 2

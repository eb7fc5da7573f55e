"""How the nation's own goals stand on screens, slides and charts: no path that no law states, nothing outside
the picture, no press reading as print, nothing told of 2045 with the verdict of 2030 alone."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.dml import MSO_FILL

from healthplan.charts.indicator import indicator_chart
from healthplan.charts.picture import SHEETS, picture_svg
from healthplan.charts.setting import Setting
from healthplan.charts.svg import figure_svg
from healthplan.charts.trajectory import swarm
from healthplan.deck.files import slides_file
from healthplan.deck.ready import READY, ready_deck
from healthplan.print.trajectories import trajectory_picture
from healthplan.release.view import View
from healthplan.subjects.targets.spans import spans_of
from healthplan.subjects.trajectories.series import series_of
from healthplan.subjects.trajectories.statements import statement_table
from healthplan.text import Lang, say
from healthplan.theme import LIGHT
from tests.deck.decks import known, release_view, written_pages

ASIDE = 0.45  # years from its own that a mark may stand: never nearer to another
DASHED = re.compile(r"stroke-dasharray")


@pytest.fixture(scope="module")
def view(real_folder) -> Iterator[View]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(real_folder))
        yield release_view()


@pytest.fixture(scope="module")
def figures(view) -> dict[tuple[str, int], dict]:
    """The chart of every indicator to both ends, as a dictionary."""
    found = {}
    for name, indicator in view.indicators.items():
        for until in (2030, 2045):
            told = series_of(view, indicator, list(view.planned))
            figure = indicator_chart(view, indicator, told, until).figure
            if figure:
                found[name, until] = figure
    assert len(found) > 30
    return found


def nation(figure: dict) -> list[dict]:
    return [trace for trace in figure["data"] if trace.get("legendgroup") == "VN"]


def test_no_path_joins_what_the_nation_asks(figures, view) -> None:
    """What the law says "from" a year goes on level to the edge; nothing joins one of its years to
    another."""
    for name, figure in figures.items():
        for trace in nation(figure):
            if trace["mode"] == "lines":
                reported = trace["line"]["width"] == 3
                joined = [pair for pair in pairwise(trace["y"]) if None not in pair and pair[0] != pair[1]]
                assert reported or joined == [], name
                assert trace["line"].get("dash", "solid") == "solid", name


def test_no_chart_file_has_a_dashed_line_in_ink(figures, view) -> None:
    """As slides draw it, for every indicator; as it can be taken away, for the fullest."""
    bodies = [figure_svg(figure, width=900, scale=1, alt="", paper=True) for figure in figures.values()]
    places = list(view.planned)
    taken = [
        trajectory_picture(view, view.indicators[one], places, 2045)
        for one in ("health_insurance_coverage", "ehealth_record")
    ]
    bodies += [picture_svg(picture, SHEETS["page"]).decode() for picture in taken]
    dashed = 0
    for body in bodies:
        for element in etree.fromstring(body.encode()).iter(etree.Element):
            look = " ".join(element.get(name, "") for name in ("style", "stroke-dasharray", "stroke"))
            if DASHED.search(look) or element.get("stroke-dasharray"):
                dashed += 1
                assert LIGHT.ink not in look.lower(), look
    assert dashed  # years that a plan leaves open are dotted in its own colour: the test sees dashes


def test_nothing_is_drawn_outside_the_plot(figures) -> None:
    """Every mark stands within its year, every height within the axis; the goals for 2045 are inside."""
    for (name, until), figure in figures.items():
        (left, right), (low, high) = (figure["layout"][axis]["range"] for axis in ("xaxis", "yaxis"))
        for trace in figure["data"]:
            xs = [x for x in trace["x"] if x is not None]
            assert [x for x in xs if not left <= x <= right] == [], name
            if "markers" in trace["mode"]:
                assert [x for x in xs if abs(x - round(x)) > ASIDE] == [], name
                assert [x for x in xs if round(x) > until] == [], name
            assert [y for y in trace["y"] if y is not None and not low <= y <= high] == [], name
    marks = {round(x) for trace in nation(figures["life_expectancy", 2045]) for x in trace["x"]}
    assert {2030, 2045} <= marks


def test_a_mark_out_of_its_year_would_be_seen() -> None:
    rows = [[{"year": 2030, "kind": "exact", "low": 1.0, "x": 2030.0, "month": 0}] for _ in range(34)]
    swarm(rows, Setting(theme=LIGHT, lang="vi", labels={}, years=(2020, 2045)))
    assert max(abs(row["x"] - 2030) for own in rows for row in own) <= ASIDE


def test_no_axis_holds_two_ways_of_counting(view, release, figures) -> None:
    """Each row that is drawn counts what the others of its chart count."""
    axes = dict(
        release.execute(
            "select row, axis from (select row, definition from goals"
            " union all select row, definition from benchmarks) join definitions using (definition)"
        ).fetchall()
    )
    for name, figure in figures.items():
        drawn = {cell[0] for trace in figure["data"] for cell in trace.get("customdata", ())}
        assert len({axes[row] for row in drawn if axes.get(row)}) <= 1, name
    assert len(set(axes.values()) - {None}) > 1


def test_no_line_joins_the_goals_of_the_nation_in_powerpoint(view) -> None:
    found = 0
    for ready in READY:
        pages = written_pages(view, ready_deck(ready, known(view), lang="vi"))
        asked = {
            path.name for page in pages.pages if page.trend for path in page.trend.paths if path.stated == "nation"
        }
        for slide in Presentation(BytesIO(slides_file(pages))).slides:
            for chart in (shape.chart for shape in slide.shapes if shape.has_chart):
                for series in chart.plots[0].series:
                    if series.name in asked:
                        found += 1
                        assert series.format.line.fill.type == MSO_FILL.BACKGROUND, series.name  # none
    assert found


@pytest.mark.parametrize("lang", Lang)
def test_no_press_reading_is_quoted_or_stands_under_as_printed(view, lang) -> None:
    spoken = replace(view, lang=lang)
    press = 0
    for indicator in spoken.indicators.values():
        told = series_of(spoken, indicator, ["11"])
        for row in statement_table(spoken, told.national):
            if row["reading"] == "press":
                press += 1
                assert row["cell"] == say(lang, "reading_press")
                assert "“" not in row["hover"] and row["printed"] not in row["cell"]
    for ready in READY:
        for page in written_pages(spoken, ready_deck(ready, known(spoken), lang=lang.value)).pages:
            for one in page.printed:
                if one.where.endswith(say(lang, "reading_press")):
                    assert one.printed == ""
    assert press > 10


def test_a_goal_for_a_later_time_never_stands_with_the_verdict_of_2030_alone(view) -> None:
    for indicator in view.indicators.values():
        for span in spans_of(view, indicator, list(view.planned)):
            if span["verdict"] and span["row"] and (span["year"] or 0) > 2030:
                years = set(map(int, re.findall(r" (\d{4}): ", span["short_vi"])))
                assert span["year"] in years, (indicator["indicator"], span["place"])


def test_what_a_range_demands_is_told_as_a_range(view, release) -> None:
    rows = release.execute(
        "select v.indicator, v.place, amount_least, amount_most, reason_vi from verdicts v"
        " where sign = 'required_pace' and abs(amount_most - amount_least) > 0.005"
    ).fetchall()
    assert rows
    for indicator, place, least, most, reason in rows:
        told = [f"{abs(one):.2f}".rstrip("0").rstrip(".").replace(".", ",") for one in (least, most)]
        assert re.search(rf"{told[0]}.* đến .*{told[1]}|{told[1]}.* đến .*{told[0]}", reason), (
            indicator,
            place,
            reason,
        )


def test_no_word_of_a_program_stands_for_a_missing_year(view) -> None:
    for lang in Lang:
        spoken = replace(view, lang=lang)
        for indicator in spoken.indicators.values():
            told = indicator_chart(spoken, indicator, series_of(spoken, indicator, list(spoken.planned)), 2045)
            texts = [told.title, told.subtitle, told.alt, *(chip["text"] for chip in told.chips)]
            assert [text for text in texts if re.search(r"\b(None|nan|NaN)\b", text)] == []

"""The chart that slides and pages of other makers take in: any size, with its words or without."""

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from healthplan.charts.picture import SheetSize
from healthplan.print.trajectories import chart_svg
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from tests.browser.server import built_copy


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(built_copy(tmp_path_factory.mktemp("chart") / "data")))
        yield View(Lang.EN, THEMES["light"], publication.current_path())


def test_a_slide_is_sixteen_to_nine_and_the_bare_chart_keeps_its_description(view: View) -> None:
    indicator = view.indicators["ehealth_record"]
    whole = ElementTree.fromstring(chart_svg(view, indicator, ["11", "12"], 2030))
    bare = SheetSize(1600, 800, zoom=2, framed=False)
    alone = ElementTree.fromstring(chart_svg(view, indicator, ["11", "12"], 2030, bare))
    assert (whole.get("width"), whole.get("height")) == ("1920", "1080")
    assert (alone.get("width"), alone.get("height")) == ("1600", "800")
    for drawn in (whole, alone):
        assert "Dien Bien" in drawn.find("{http://www.w3.org/2000/svg}desc").text


def test_there_is_no_chart_without_a_number(view: View) -> None:
    words = next(row for row in view.indicators.values() if row["scale"] == "word")
    assert chart_svg(view, words, ["11"], 2030) is None

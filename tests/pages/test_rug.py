"""The overview, the comparison and the spine: each tells what it claims, by word and shape, and ranks no
place."""

import re
from html import unescape
from typing import Any

import pytest
from lxml import html

from healthplan.charts.comparison import largest_difference, shared_indicators
from healthplan.charts.spine import spine
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from tests.pages.screen_run import screen_run

CELL = '//table[contains(@class,"rug")]//tr[@data-indicator="{}"]/td[@data-place="{}"]'

pytestmark = pytest.mark.usefixtures("real")


def page(screen: str, **address: str) -> html.HtmlElement:
    app = screen_run(screen, **address)
    assert not app.exception
    return html.fragment_fromstring("".join(one.proto.body for one in app.get("html")), create_parent="div")


def words(element: Any) -> str:
    return re.sub(r"\s+", " ", unescape(element.text_content())).strip()


def view_of(lang: Lang = Lang.VI) -> View:
    return View(lang, THEMES["light"], publication.current_path())


def cell(tree: html.HtmlElement, indicator: str, place: str) -> html.HtmlElement:
    return tree.xpath(CELL.format(indicator, place))[0]


@pytest.mark.parametrize(("cells", "place", "said"), [
    ("2030", "11", "100"), ("now", "11", "98"), ("gap", "11", "2 điểm %"), ("gap", "20", "chưa biết"),
])  # fmt: skip
def test_a_cell_shows_goal_value_or_distance_with_word_and_shape_and_leads_to_its_row(
    cells: str, place: str, said: str
) -> None:
    one = cell(page("overview", cells=cells), "health_insurance_coverage", place)
    assert said in words(one)
    assert one.xpath('.//*[contains(@class,"sign ") or contains(@class,"state ")]')
    assert one.xpath('.//*[@class="words"]')[0].text_content()
    assert "row=" in one.xpath(".//a/@href")[0]


def test_indicators_stand_by_how_many_provinces_are_short() -> None:
    tree = page("overview", cells="gap", order="distance")
    counts = [int(found) for found in re.findall(r"(\d+) trong \d+ tỉnh chưa đạt", words(tree))]
    assert counts[0] > 0
    assert counts == sorted(counts, reverse=True)
    assert "không xếp hạng địa phương" in words(tree)


def test_a_card_tells_the_distance_of_the_nation_and_counts_every_held_province() -> None:
    tree = page("overview")
    card = tree.xpath('//article[@data-indicator="health_insurance_coverage"]')[0]
    assert "Việt Nam: 95,2%" in words(card)
    assert "còn thiếu 4,8 điểm %" in words(card)
    for card in tree.xpath("//article"):
        told = words(card.xpath('.//p[@class="tally"]')[0])
        assert sum(int(count) for count in re.findall(r"(\d+) (?:đã|chưa)", told)) == 4, told


def test_the_comparison_begins_with_where_the_places_differ_most() -> None:
    view, places = view_of(), ["11", "12", "20", "40"]
    most = largest_difference(view, places)
    assert most is not None and most.low[0]["kind"] == most.high[0]["kind"] == "exact"
    tree = page("compare", places=",".join(places))
    assert "khác nhau nhiều nhất ở Sổ sức khỏe điện tử, 95% (Điện Biên) và 100% (Lai Châu)" in words(
        tree.xpath("//h1")[0]
    )


def test_only_what_differs_in_numbers_on_one_axis_is_drawn_and_the_rest_is_in_the_table() -> None:
    view, places = view_of(), ["11", "12", "20", "40"]
    drawn = {row["indicator"] for row in shared_indicators(view, places)}
    tree = page("compare", places=",".join(places))
    tabled = set(tree.xpath('//table[contains(@class,"rug")]//tr/@data-indicator'))
    assert not drawn & tabled
    assert "provincial_general_hospital_grade" in tabled
    assert "stature_gain" not in drawn
    assert "stunting_under5" in drawn


def test_the_headlines_of_compared_places_stand_in_one_table() -> None:
    row = page("compare", places="11,12").xpath('//tr[@data-indicator="stunting_under5" and @data-place="11"]')[0]
    told = words(row)
    for said in ("23,87%", "21%", "< 15%", "hơn 8,87 điểm %", "mỗi năm"):
        assert said in told


def test_the_nations_goal_is_in_one_line_over_the_spine_and_right_is_better() -> None:
    rows = [row for theme in spine(view_of(), "11") for row in theme["rows"]]
    assert len({row["strip"].ticks for row in rows if row["strip"].ticks}) == 1
    stunting = next(row["strip"] for row in rows if row["indicator"]["indicator"] == "stunting_under5")
    base, goal = stunting.ends
    assert base.at < goal.at < stunting.ticks[0]  # 23,87 -> 21, and the nation asks for less than 15


def test_other_places_on_the_spine_are_named_and_those_of_the_region_marked() -> None:
    rows = [row for theme in spine(view_of(), "11") for row in theme["rows"]]
    others = {one.words.split(":")[0]: one.near for row in rows for one in row["strip"].others}
    assert others == {"Lai Châu": True, "Lạng Sơn": True, "Nghệ An": False}
    told = words(page("place", place="11"))
    assert "Lai Châu: 70" in told
    assert "không nơi nào nêu số" in told

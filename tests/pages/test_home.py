"""The front page answers for one place: now, goal, nation, what is missing, what each remaining year demands;
and the place goes along."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from tests.browser.server import built_copy
from tests.pages.screen_run import screen_run


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_copy(tmp_path_factory.mktemp("home") / "data")


@pytest.fixture(autouse=True)
def data(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROADMAP72_DATA", str(built))


def markup(app: Any) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def lines(app: Any) -> dict[str, str]:
    """The words of each line by its indicator."""
    found = re.findall(r'<section class="home-line[^"]*" data-indicator="(\w+)">(.*?)</section>', markup(app), re.S)
    return {name: unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", told))) for name, told in found}


def test_four_lines_tell_the_distance_with_its_words() -> None:
    told = lines(screen_run("home", place="11"))
    assert list(told) == ["health_insurance_coverage", "stunting_under5", "doctors_per_station", "ehealth_record"]
    assert re.search(
        r"Hiện nay 98% 2025 .* Còn thiếu 2 điểm % Mỗi năm còn lại 0,\d+ ", told["health_insurance_coverage"]
    )
    assert re.search(r"23,87% .* 21% 2030 .* < 15% 2030 .* Còn phải giảm > 8,87 điểm %", told["stunting_under5"])
    assert "2041" in told["stunting_under5"] and "sau thời hạn" in told["stunting_under5"]
    assert re.search(r"1-2 bác sĩ/trạm .* Còn thiếu 2-3 bác sĩ mỗi trạm", told["doctors_per_station"])
    assert "34,1" in told["ehealth_record"]


def test_what_is_not_known_says_which_of_the_two_is_missing() -> None:
    no_value = lines(screen_run("home", place="40"))["health_insurance_coverage"]
    assert "chưa có số liệu hiện trạng" in no_value and "toàn dân" in no_value
    no_goal = lines(screen_run("home", place="12"))["stunting_under5"]
    assert "19,93%" in no_goal and "không nêu mục tiêu" in no_goal
    unheld = lines(screen_run("home", place="01", lang="en"))["health_insurance_coverage"]
    assert "95.51%" in unheld and "plan not held" in unheld and "4.49" in unheld


def test_why_opens_what_both_papers_print() -> None:
    told = markup(screen_run("home", place="11"))
    line = re.search(r'data-indicator="stunting_under5">(.*?)</section>', told, re.S)
    assert line and {"<q>23,87</q>", "<q>21</q>", "<q>dưới 15%</q>"} <= set(re.findall("<q>.*?</q>", line[1]))
    assert line[1].count("sources?row=") >= 3


def test_without_a_place_the_nation_stands_beside_a_map_that_chooses() -> None:
    app = screen_run("home")
    assert "95,2%" in lines(app)["health_insurance_coverage"]
    tiles = re.findall(r'<a class="tile[^"]*"[^>]*href="\.\?place=(\w+)', markup(app))
    assert len(tiles) == 34
    assert {"Quần đảo Hoàng Sa", "Quần đảo Trường Sa"} <= set(re.findall("<b>(Quần đảo [^<]+)</b>", markup(app)))


def test_the_place_goes_along_in_the_menu() -> None:
    def led(app: Any) -> dict[str, str]:
        return {link.proto.page or "home": link.proto.query_string for link in app.get("page_link")}

    chosen, none = led(screen_run("home", place="12")), led(screen_run("home"))
    for screen in ("home", "place", "review", "tasks", "calendar"):
        assert "place=12" in chosen[screen]
    assert "places=12" in chosen["present"] and "ready=place" in chosen["present"]
    assert not any("place" in query for query in none.values())


@pytest.mark.parametrize("place", ["VN", *(f"{code:02}" for code in (1, 4, 8, 11, 12, 14, 20, 40, 46, 79)), "03808"])
@pytest.mark.parametrize("lang", list(Lang))
def test_every_place_has_its_four_lines_without_a_hole(place: str, lang: Lang) -> None:
    app = screen_run("home", place=place, lang=lang.value)
    assert not app.exception
    told = lines(app)
    assert len(told) == 4 and not any(re.search(r"\bNone\b|\bnan\b|— |\{", words) for words in told.values())


def test_the_places_to_choose_from_are_the_nation_all_provinces_and_held_communes() -> None:
    picker = screen_run("home").selectbox[0]
    held = View(Lang.VI, THEMES["light"], publication.current_path()).planned
    assert len(picker.options) == 1 + 34 + sum(row["kind"] == "commune" for row in held.values())

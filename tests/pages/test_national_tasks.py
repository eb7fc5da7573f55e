"""The screen of tasks lays what the nation sets beside the tasks of the place that is chosen."""

from pathlib import Path

import pytest

from etl.run import run
from healthplan.release.view import View
from healthplan.subjects.tasks.national import national_comparison
from healthplan.text import Lang
from healthplan.theme import THEMES
from pages.markup import markup


def screen(place: str, lang: Lang) -> str:
    view = View(lang, THEMES["light"], run())
    return markup("tasks_national.html", view, **national_comparison(view, place))


@pytest.mark.parametrize(("lang", "words"), [
    (Lang.VI, ("Đủ bác sĩ cho trạm", "“Đến năm 2028”", "“mỗi trạm”", "2. Việc hai", "2 trong 2 việc",
               "cùng hướng tới một chỉ tiêu", "dòng 3 của tệp")),
    (Lang.EN, ("Enough doctors for stations", "“Đến năm 2028”", "“mỗi trạm”", "2. Task two", "2 of 2",
               "should move the same indicator", "line 3 of the file")),
])  # fmt: skip
def test_a_national_task_is_told_with_its_words_its_line_and_the_tasks_beside_it(
    lang: Lang, words: tuple[str, ...], small_data: Path
) -> None:
    shown = screen("11", lang)
    assert [word for word in words if word not in shown] == []


def test_a_task_with_none_beside_it_says_so_quietly(small_data: Path) -> None:
    joins = small_data / "plans" / "dien-bien-2026" / "task_indicators.csv"
    joins.write_text(
        joins.read_text(encoding="utf-8")
        .replace("doctors_per_station", "stunting_under5")
        .replace("1,2,1,stunting_under5,lý do thử,a made-up reason\n", "", 1),
        encoding="utf-8",
    )
    shown = screen("11", Lang.VI)
    assert shown.count("chưa ghép với nhiệm vụ nào") == 1 and "1 trong 2 việc" in shown


@pytest.mark.parametrize("place", ["", "14", "40"])
def test_without_a_place_that_has_tasks_nothing_is_laid_side_by_side(place: str, small_data: Path) -> None:
    assert screen(place, Lang.EN).strip() == ""


def test_data_without_national_tasks_have_no_such_part(small_data: Path) -> None:
    for name in ("tasks.csv", "task_indicators.csv"):
        (small_data / "national" / name).unlink()
    assert "national-tasks" not in screen("11", Lang.VI)


def test_each_link_leads_to_the_task_that_it_names(real: Path) -> None:
    view = View(Lang.EN, THEMES["light"], run())
    facts = national_comparison(view, "12")
    shown = markup("tasks_national.html", view, **facts)
    own = [one for _, told in facts["laws"] for task in told for one in task["own"]]
    assert own and all(f'#{one["row"]}"' in shown and one["place"] == "12" for one in own)
    assert not any(one["heading"] for one in own)

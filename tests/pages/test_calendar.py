"""What the screen of the calendar tells: the answer, today, what is coming by day, what is over."""

import re
from datetime import date
from pathlib import Path

import pytest

from healthplan.parameters.parameter import parse
from healthplan.release.view import View
from healthplan.subjects.deadlines import agenda
from healthplan.text import Lang
from healthplan.theme import THEMES
from pages.blocks import Markup, ReaderContext
from pages.calendar.content import content
from pages.markup import markup
from tests.browser.server import built_copy

TODAY = date(2026, 11, 28)


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    data: Path = built_copy(tmp_path_factory.mktemp("calendar") / "data")
    return View(Lang.VI, THEMES["light"], next((data / "published").glob("release-*.duckdb")))


def on_screen(view: View, **address: str) -> dict[str, str]:
    """The blocks of the screen as HTML by their templates, in their order."""
    choices = parse(view, agenda.PARAMETERS, {"date": str(TODAY)} | address, strict=True).choices
    blocks = content(view, choices, ReaderContext("https://roadmap.example/", TODAY))
    return {one.template: markup(one.template, view, **one.facts) for one in blocks if isinstance(one, Markup)}


def days_of(shown: str) -> list[date]:
    found = re.findall(r"<b[^>]*>(\d+)/(\d+)/(\d{4})</b>", shown)
    return [date(int(year), int(month), int(day)) for day, month, year in found]


def test_it_begins_with_how_many_dates_there_are_and_the_first(view: View) -> None:
    assert next(iter(on_screen(view))) == "heading.html"
    title = on_screen(view)["heading.html"]
    assert "15 mốc trong 90 ngày, sớm nhất 13/12/2026 (từ 28/11/2026 đến 25/02/2027)" in title
    assert "Không có mốc nào trong 90 ngày" in on_screen(view, date="2044-01-01", place="20")["heading.html"]


def test_what_is_coming_stands_by_day_after_today_and_what_is_over_is_folded(view: View) -> None:
    over, coming = on_screen(view)["calendar_agenda.html"].split("Hôm nay, 28/11/2026")
    coming = coming.split("Nhiệm vụ không nêu ngày")[0]
    assert "Đã qua (" in over and "<details" in over
    assert max(days_of(over)) < TODAY <= min(days_of(coming))
    for days in (days_of(over), days_of(coming)):
        assert days == sorted(days) and days
    assert len(days_of(coming)) == 15
    assert "Sở Y tế" in coming


def test_a_choice_that_begins_before_today_folds_its_own_past_only(view: View) -> None:
    shown = on_screen(view, date="2026-11-01")["calendar_agenda.html"]
    over, _ = shown.split("Hôm nay, 28/11/2026")
    assert min(days_of(over)) >= date(2026, 11, 1)
    later = on_screen(view, date="2027-03-01")["calendar_agenda.html"]
    assert "Hôm nay" not in later and "Đã qua" not in later


def test_today_is_marked_in_its_month(view: View) -> None:
    (today,) = re.findall(
        r'<td class="today" aria-current="date"[^>]*>(.*?)</td>', on_screen(view)["calendar_months.html"]
    )
    assert today == "28"

"""Plans known from the press only, and a second paper of a place: what is not quoted is never held against a
place, every screen and file says that there are quotations only, and one paper of a place counts."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from io import StringIO
from pathlib import Path

import duckdb
import pytest

from healthplan.deck.options import deck_options
from healthplan.deck.pages import deck_pages
from healthplan.deck.ready import READY, ready_deck
from healthplan.print.brief import brief_facts
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from pages.registry import SCREENS
from tests.api.client import ask
from tests.browser.server import copy_of_data
from tests.pages.screen_run import screen_run
from tests.worlds.conftest import published_at

DAY = date(2026, 11, 28)
WEB = "https://bao.example/ke-hoach"
GOALS = ("indicator,place,year,from_year,role,stated_in,printed,unknown_reason,dated_by,limits,definition,"
         "locator,line,address,note_vi,note_en\n")  # fmt: skip
OBSERVATIONS = "indicator,place,period,printed,unknown_reason,status,locator,line,address,note_vi,note_en\n"
QUOTED = "chỉ có trích dẫn báo chí", "ress quotations only"
SILENT = re.compile(  # what is said of a paper that leaves something out
    "để trống trong văn bản|left blank|xuất phát điểm trong văn bản|anywhere in the paper|không đặt mục tiêu"
    "|sets no goal|dòng 1 của tệp|line 1 of|kế hoạch không nêu|plan does not state"
    "|the plan states no|Kế hoạch không"
)


def goal(indicator: str, place: str, year: str, printed: str, rest: str = ",,", role: str = "target") -> str:
    """A row of goals.csv as a newspaper gives it; `rest` is dated_by, limits, definition."""
    return f'{indicator},{place},{year},,{role},body,"{printed}",,{rest},Bài báo,,{WEB},,\n'


EXCERPTS = {  # place: rows of goals.csv, rows of observations.csv; made up
    "01": (goal("health_insurance_coverage", "01", "2030", "100%"), ""),
    "04": (goal("stunting_under5", "04", "2035", "dưới 10%"), ""),
    "08": (goal("doctors_per_station", "08", "2026", "2"), ""),
    "15": (goal("ehealth_record", "15", "", "người dân"), ""),
    "19": (goal("health_insurance_coverage", "19", "2030", "toàn dân", ",aim,"), ""),
    "24": (goal("annual_health_check", "24", "2026", "người dân", ",priority_roadmap,"), ""),
    "31": (goal("life_expectancy", "31", "2045", "80 tuổi", role="vision"), ""),
    "48": (goal("health_insurance_coverage", "48", "2026", "95%") + goal(
        "health_insurance_coverage", "48", "2029", "97%"), ""),
    "56": (goal("vaccination_rate", "56", "2030", "trên 95%"),
           f'vaccination_rate,56,2025,"94,1%",,baseline,Bài báo,,{WEB},,\n'),
    "79": (goal("stations_invested", "79", "2030", "100%"),
           f"stations_invested,79,2025,,not_surveyed,baseline,Bài báo,,{WEB},,\n"),
}  # fmt: skip
SECOND = goal("stunting_under5", "11", "2030", "dưới 5%") + goal("life_expectancy", "11", "2030", "99 tuổi")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The real plans, ten more that are quoted in the press, and a quoted paper beside Điện Biên's plan."""
    folder = copy_of_data(tmp_path_factory.mktemp("excerpts") / "data")
    for place, (goals, observations) in (*EXCERPTS.items(), ("11", (SECOND, ""))):
        name = f"press-{place}"
        with (folder / "documents.csv").open("a", encoding="utf-8") as documents:
            documents.write(
                f"{name},plan,,Tỉnh,Province,,,{place},Kế hoạch {place},Plan {place},"
                f"Báo {place},Press {place},,,{WEB},,excerpt,Trích báo.,Quotations.,,,\n"
            )
        plan = folder / "plans" / name
        plan.mkdir()
        (plan / "goals.csv").write_text(GOALS + goals, encoding="utf-8")
        if observations:
            (plan / "observations.csv").write_text(OBSERVATIONS + observations, encoding="utf-8")
    yield from published_at(folder)


@pytest.fixture
def release(data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with publication.open_release(publication.current_path()) as db:
        yield db


def view_of(lang: str) -> View:
    return View(Lang(lang), THEMES["light"], publication.current_path())


def shown(screen: str, **address: str) -> str:
    """The words of a screen, spoken ones too."""
    app = screen_run(screen, **address)
    assert not app.exception and not app.error
    return unescape(" ".join(element.proto.body for element in app.get("html")))


@pytest.mark.parametrize("place", EXCERPTS)
def test_what_is_not_quoted_is_no_finding(release: duckdb.DuckDBPyConnection, place: str) -> None:
    rules = release.execute("select rule, indicator from findings where place = $place order by all",
                            {"place": place}).fetchall()  # fmt: skip
    quoted = {
        "24": [("priority_groups", "annual_health_check")],
        "31": [("weaker_than_nation", "life_expectancy")],  # both are for 2045
        "79": [("not_surveyed", "stations_invested")],
    }
    assert rules == quoted.get(place, [])


@pytest.mark.parametrize("place", EXCERPTS)
def test_a_verdict_rests_on_what_is_quoted(release: duckdb.DuckDBPyConnection, place: str) -> None:
    found = release.execute(
        "select verdict, count(*) from verdicts where sign = 'ambition' and place = $place group by all",
        {"place": place},
    ).fetchall()
    assert dict(found)["not_held"] > 0
    assert not {"not_stated", "later"} & dict(found).keys()


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_opens(data: Path, screen: str, lang: str) -> None:
    assert "<h1" in shown(screen, lang=lang)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("place", EXCERPTS)
def test_the_screen_of_a_place_says_that_there_are_quotations_only(data: Path, place: str, lang: str) -> None:
    words = shown("place", place=place, lang=lang)
    assert QUOTED[lang == "en"] in words
    assert SILENT.search(words) is None


@pytest.mark.parametrize("lang", Lang)
def test_a_brief_says_so_and_leads_to_the_page(data: Path, lang: str) -> None:
    for place in EXCERPTS:
        told = str(brief_facts(view_of(lang), place, "https://x.vn/", DAY))
        assert QUOTED[lang == "en"] in told
        assert SILENT.search(told) is None


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("ready", READY)
def test_a_deck_of_quoted_plans_has_every_slide(data: Path, ready: str, lang: str) -> None:
    view = view_of(lang)
    deck = ready_deck(ready, deck_options(view), lang=lang, places=("01", "56"))
    pages = deck_pages(view, deck, base="https://x.vn/").pages
    assert [(page.name, page.failed) for page in pages if page.failed] == []
    assert [page.title for page in pages if SILENT.search(page.title)] == []


def test_a_quoted_figure_leads_to_its_page_and_to_no_line(data: Path) -> None:
    body = ask("/goals.csv", "document=press-01")["body"].decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(body))
    assert (row["address"], row["line"]) == (WEB, "")
    words = shown("sources", row=row["row"], lang="en")
    assert WEB in words and "line " not in words.split("Where")[0]
    cite = ask("/cite", f"row={row['row']}&lang=en")["body"].decode()
    assert WEB in cite and "line" not in cite


def test_one_paper_of_a_place_counts_and_the_other_is_named(release: duckdb.DuckDBPyConnection) -> None:
    (counts,) = release.execute("select document from planned_places where place = '11'").fetchall()
    assert counts == ("dien-bien-2026",)
    judged = release.execute(
        "select 1 from verdicts v join goals g on g.row = v.plan_row where g.document = 'press-11'"
        " union all select 1 from findings where document = 'press-11'"
        " union all select 1 from cells where document = 'press-11'").fetchall()  # fmt: skip
    assert judged == []
    assert "Press 11" in shown("trajectories", indicator="stunting_under5", places="11", lang="en")
    assert shown("overview", communes="yes").count("Điện Biên") > 0

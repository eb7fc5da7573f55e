"""With seven, twelve or all thirty-four plans nothing raises and nothing is empty: no screen, deck, brief or
chart."""

from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document

from healthplan.api.charts import CHARTS
from healthplan.deck.files import MAKERS
from healthplan.deck.options import deck_options
from healthplan.deck.pages import deck_pages
from healthplan.deck.ready import READY, ready_deck
from healthplan.formats.review_memo import MOST, review_memo
from healthplan.parameters.shared import provinces
from healthplan.print.brief import brief_facts, brief_pdf
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.subjects.findings.review import FIRST, FindingFilter, filtered_findings, gravest_by_family
from healthplan.text import Lang
from healthplan.theme import THEMES, place_colour
from pages.registry import SCREENS
from tests.api.client import ask
from tests.pages.screen_run import screen_run

ADDRESS = "https://roadmap.example/"
DAY = date(2026, 11, 28)


def view_of(lang: str = "vi", theme: str = "light") -> View:
    return View(Lang(lang), THEMES[theme], publication.current_path())


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_opens_and_says_something(world: Path, screen: str, lang: str) -> None:
    app = screen_run(screen, lang=lang)
    assert not app.exception and not app.error
    assert sum("<h1" in element.proto.body for element in app.get("html")) == 1


@pytest.mark.parametrize("screen", ["compare", "trajectories", "present"])
def test_a_screen_opens_with_every_place_chosen(world: Path, screen: str) -> None:
    app = screen_run(screen, places=",".join(view_of().planned))
    assert not app.exception


def test_compare_shows_every_province(world: Path) -> None:
    (picker,) = (one for one in screen_run("compare").multiselect if one.label)
    assert picker.value == provinces(view_of())


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("ready", READY)
def test_a_ready_made_deck_has_every_slide(world: Path, ready: str, lang: str) -> None:
    view = view_of(lang)
    pages = deck_pages(view, ready_deck(ready, deck_options(view), lang=lang), base=ADDRESS).pages
    assert [(page.name, page.failed) for page in pages if page.failed] == []
    assert [page.name for page in pages if not page.title] == []


@pytest.mark.parametrize("form", MAKERS)
def test_a_deck_becomes_a_file(world: Path, form: str) -> None:
    view = view_of()
    deck = ready_deck("settle", deck_options(view))
    assert len(MAKERS[form](deck_pages(view, deck, base=ADDRESS))) > 10_000


@pytest.mark.parametrize("lang", Lang)
def test_a_place_has_a_brief(world: Path, lang: str) -> None:
    view = view_of(lang)
    places = list(view.planned)
    briefs = [brief_facts(view, place, ADDRESS, DAY) for place in (places[0], places[-1])]
    assert [facts["title"] for facts in briefs if not facts["goals"]["rows"] or not facts["lead"]] == []
    assert brief_pdf(briefs[-1]).startswith(b"%PDF")


@pytest.mark.parametrize("lang", Lang)
def test_the_memo_of_the_review_has_a_bound_and_says_so(world: Path, lang: str) -> None:
    view = view_of(lang)
    chosen = filtered_findings(view, FindingFilter())
    document = Document(BytesIO(review_memo(view, FindingFilter(), ADDRESS)))
    numbered = [row.cells[0].text for row in document.tables[0].rows if row.cells[0].text.isdecimal()]
    assert len(numbered) == min(len(chosen), MOST)
    said = " ".join(paragraph.text for paragraph in document.paragraphs)
    assert (view.say("memo_most", most=str(MOST), count=view.number(len(chosen))) in said) == (len(chosen) > MOST)


def test_the_findings_that_matter_first_are_not_all_of_one_place_or_indicator(world: Path) -> None:
    view = view_of()
    first = [row for _, rows in gravest_by_family(view, filtered_findings(view, FindingFilter())) for row in rows]
    assert len(first) == FIRST
    for about in ("place", "indicator"):
        assert len({row[about] for row in first}) > 5


@pytest.mark.parametrize("chart", [name for name, chart in CHARTS.items() if chart.ready])
def test_a_chart_is_drawn_and_has_its_rows(world: Path, chart: str) -> None:
    for form in ("svg", "csv"):
        found = ask(f"/charts/{chart}.{form}", "lang=en")
        assert (found["status"], len(found["body"]) > 300) == (200, True), found["body"][:300].decode()


@pytest.mark.parametrize("theme", THEMES)
def test_places_have_colours_of_their_own_as_long_as_there_are_any(world: Path, theme: str) -> None:
    view = view_of(theme=theme)
    colours = [place_colour(view.theme, place) for place in view.planned]
    own = len(view.theme.hues) + sum(place in THEMES[theme].places for place in view.planned)
    assert len(set(colours)) == min(own, len(colours))
    assert all(one != other for one, other in pairwise(colours))
    assert view.theme.other_place not in colours

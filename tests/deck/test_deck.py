"""The deck as files: the slides say what the database says, in the hall's page and in PowerPoint alike."""

import re
from html import unescape
from io import BytesIO

import pytest
from pptx import Presentation

from healthplan.deck.address import address_of, deck_of
from healthplan.deck.deck_json import deck_from_json, deck_json
from healthplan.deck.files import hall_file, slides_file
from healthplan.deck.options import deck_options
from healthplan.deck.ready import ready_deck
from healthplan.release import publication
from healthplan.release.view import View
from tests.deck.decks import EVERY_DECK, ready_made, release_view, written_pages


@pytest.fixture
def view(real) -> View:
    return release_view()


@EVERY_DECK
def test_no_slide_fails_and_each_has_one_message_and_its_sources(view: View, ready: str, lang: str) -> None:
    pages = ready_made(view, ready, lang).pages
    assert len(pages) > 3
    assert [page.name for page in pages if page.failed or not page.title] == []
    assert [page.name for page in pages if page.kind not in ("title", "sources") and not page.source] == []


@EVERY_DECK
def test_every_printed_figure_of_a_slide_stands_in_the_database(view: View, ready: str, lang: str) -> None:
    figures = [one for page in ready_made(view, ready, lang).pages for one in page.printed]
    assert figures
    with publication.open_release(view.path) as db:
        known = dict(
            db.execute(
                "select row, printed from pieces where what <> 'task' union all select row, time_printed from tasks"
            ).fetchall()
        )
    wrong = [one for one in figures if one.row in known and one.printed and known[one.row] != one.printed]
    assert wrong == [] and sum(one.row in known for one in figures) > len(figures) / 2


@EVERY_DECK
def test_the_hall_and_the_powerpoint_hold_the_same_figures(view: View, ready: str, lang: str) -> None:
    pages = ready_made(view, ready, lang)
    hall = hall_file(pages).decode()
    slides = Presentation(BytesIO(slides_file(pages))).slides
    assert len(slides) == hall.count('<section class="slide') == len(pages.pages)
    for page, slide in zip(pages.pages, slides, strict=True):
        notes = slide.notes_slide.notes_text_frame.text
        assert page.title == slide.shapes.title.text
        assert [one.printed for one in page.printed if one.printed and one.printed not in notes] == []
    in_hall = {unescape(one) for one in re.findall(r'data-printed="([^"]*)"', hall)}
    assert {one.printed for page in pages.pages for one in page.printed} <= in_hall | {""}


def test_a_powerpoint_chart_is_a_native_one_with_its_own_data(view: View) -> None:
    slides = Presentation(BytesIO(slides_file(ready_made(view, "nation", "vi")))).slides
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) >= 2
    insurance = {series.name: list(series.values) for plot in charts[0].plots for series in plot.series}
    assert any(98.4 in values for values in insurance.values())


def test_the_same_deck_gives_the_same_bytes(view: View) -> None:
    first, second = (ready_made(view, "place", "vi") for _ in range(2))
    assert hall_file(first) == hall_file(second) and slides_file(first) == slides_file(second)


@EVERY_DECK
def test_a_deck_comes_back_from_its_address_and_from_its_file(view: View, ready: str, lang: str) -> None:
    known = deck_options(view)
    deck = ready_deck(ready, known, lang=lang)
    assert deck_of(address_of(deck, known), known) == deck == deck_from_json(deck_json(deck), known)


def test_the_hall_asks_for_nothing_from_anywhere(view: View) -> None:
    hall = hall_file(ready_made(view, "nation", "vi")).decode()
    assert len(hall.encode()) < 6_000_000
    assert re.findall(r'(?:src|href)="(?!#|data:|http://localhost/)([^"]*)"', hall) == []
    assert re.findall(r"@import|url\((?!data:)", hall) == []


def test_a_place_alone_in_the_address_is_the_story_of_that_place(view: View) -> None:
    known = deck_options(view)
    story = deck_of({"ready": "place", "places": "11"}, known)
    assert deck_of({"place": "11"}, known) == story
    assert 8 <= len(story.slides) <= 10 and story.places == ("11",)
    pages = written_pages(view, story).pages
    assert sum(page.table is not None for page in pages) <= 1
    assert [page.name for page in pages if not (page.kind == "title" or page.figures or page.points
            or page.trend or page.table or page.bare)] == []  # fmt: skip


def test_an_address_and_a_file_of_the_decks_before_still_open(view: View) -> None:
    old = {"slides": "title,trend.ehealth_record,map.stunting_under5,pace.doctors_per_station,rug,demands,behind"}
    deck = deck_of(old | {"places": "11,12"}, deck_options(view))
    assert deck_from_json(deck_json(deck), deck_options(view)) == deck
    assert [page.kind for page in written_pages(view, deck).pages] == [
        "title", "trend", "map", "pace", "rug", "demands", "behind"]  # fmt: skip

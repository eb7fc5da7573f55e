"""The deck as PDF, read back as its reader and a screen reader get it."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from healthplan.deck.files import paper_file
from healthplan.deck.options import deck_options
from healthplan.deck.ready import ready_deck
from healthplan.deck.slide import Pages, PrintedFigure
from healthplan.release.view import View
from healthplan.text import Lang, say
from tests.deck.decks import EVERY_DECK, ready_made, release_view, written_pages
from tests.deck.paper import bare, words_of_pdf

SLIDE = (960, 540)  # points: 16 by 9, as large as a slide of PowerPoint


@pytest.fixture
def view(real) -> View:
    return release_view()


def read(pages: Pages) -> PdfReader:
    return PdfReader(BytesIO(paper_file(pages)))


@EVERY_DECK
def test_each_slide_is_one_page_that_says_message_source_and_number(view: View, ready: str, lang: str) -> None:
    deck = ready_made(view, ready, lang)
    reader = read(deck)
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {SLIDE}
    for page, paper in zip(deck.pages, reader.pages, strict=False):
        said = bare(paper.extract_text())
        told = (page.title, page.lead, page.source, *page.words, str(page.number))
        assert [one for one in told if bare(one) not in said] == []
    behind = bare(reader.pages[len(deck.pages)].extract_text())
    assert bare(say(Lang(lang), "deck_pdf_behind")) in behind


@EVERY_DECK
def test_the_words_of_charts_figures_tables_and_maps_are_text(view: View, ready: str, lang: str) -> None:
    deck = ready_made(view, ready, lang)
    for page, paper in zip(deck.pages, read(deck).pages, strict=False):
        said = bare(paper.extract_text())
        shown = [text for one in page.figures for text in (one.name, one.label, one.figure, *one.notes)]
        shown += [text for one in page.points for text in (one.text, one.small)]
        shown += [text for row in (page.table.rows if page.table else ()) for cell in row
                  for text in (cell.text, cell.small)]  # fmt: skip
        shown += [text for tile in page.tiles for text in (tile.name, tile.shown)]
        shown += [str(year) for year in (page.trend.years if page.trend else ())]
        assert [one for one in shown if bare(one) not in said] == []


def _behind(deck: Pages) -> str:
    """What stands on the sheets behind the slides, without their feet."""
    sheets = list(enumerate(read(deck).pages, 1))[len(deck.pages) :]
    foot = bare(f"{deck.title}·{deck.release}")
    return "".join(bare(page.extract_text()).replace(f"{foot}{number}", "") for number, page in sheets)


def _told(one: PrintedFigure) -> str:
    return f"{one.shown} “{one.printed}” {one.where}" if one.printed else f"{one.shown} {one.where}"


@EVERY_DECK
def test_every_figure_stands_behind_the_slides_as_printed(view: View, ready: str, lang: str) -> None:
    deck = ready_made(view, ready, lang)
    behind = _behind(deck)
    figures = [one for page in deck.pages for one in page.printed]
    notes = [note for page in deck.pages if page.kind != "title" for note in page.notes]
    assert figures
    assert [one for one in figures if bare(_told(one)) not in behind] == []
    assert [note for note in notes if bare(note) not in behind] == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_deck_of_every_place_and_of_every_indicator_becomes_a_paper(view: View, lang: str) -> None:
    known = deck_options(view)
    chosen = [ready_deck("place", known, lang=lang, places=(place,)) for place in known.places]
    chosen += [ready_deck("indicator", known, lang=lang, indicator=one) for one in known.indicators]
    decks = [written_pages(view, deck) for deck in chosen]
    sheets = [read(deck).pages for deck in decks]
    assert [
        deck.title
        for deck, pages in zip(decks, sheets, strict=True)
        if bare(deck.pages[-1].title) not in bare(pages[len(deck.pages) - 1].extract_text())
    ] == []


def test_it_is_tagged_knows_its_language_and_brings_its_fonts(view: View) -> None:
    reader = read(ready_made(view, "nation", "vi"))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "vi"
    assert "pdfuaid" in root["/Metadata"].get_data().decode()
    assert len(reader.outline) >= 10  # a bookmark for each slide
    fonts = {font.get_object()["/BaseFont"] for page in reader.pages
             for font in page["/Resources"]["/Font"].values()}  # fmt: skip
    assert any("BeVietnamPro" in name for name in fonts)
    assert all("+" in name for name in fonts)  # a part of the font stands in the file
    assert not any("/XObject" in page["/Resources"] and "/Image" in str(page["/Resources"]["/XObject"])
                   for page in reader.pages)  # fmt: skip


def test_the_first_slide_leads_to_the_deck_online_in_the_release_that_it_shows(view: View) -> None:
    deck = ready_made(view, "place", "en")
    links = [note.get_object()["/A"]["/URI"] for note in read(deck).pages[0]["/Annots"]]
    assert links == [deck.link] and f"release={deck.release}" in deck.link and "/present?" in deck.link


def test_an_address_too_long_for_a_telephone_has_no_square_and_still_its_link(view: View) -> None:
    deck = replace(ready_made(view, "settle", "vi"), link="http://localhost/present?title=" + "a" * 600)
    first = read(deck).pages[0]
    assert [note.get_object()["/A"]["/URI"] for note in first["/Annots"]] == [deck.link]


def test_a_slide_that_failed_says_why_and_the_rest_is_given(view: View) -> None:
    deck = ready_made(view, "settle", "vi")
    broken = replace(deck.pages[1], failed="KeyError: 'stunting'", table=None)
    deck = replace(deck, pages=(deck.pages[0], broken, *deck.pages[2:]))
    reader = read(deck)
    assert bare(broken.failed) in bare(reader.pages[1].extract_text())
    assert bare(deck.pages[2].title) in bare(reader.pages[2].extract_text())


def test_text_of_a_deck_never_becomes_markup(view: View) -> None:
    hostile = '#panic("read") $x^2$ *bold* \\ <label> @ref "quoted"'
    deck = ready_made(view, "settle", "vi")
    deck = replace(deck, title=hostile, pages=(replace(deck.pages[0], title=hostile), *deck.pages[1:]))
    assert bare(hostile) in words_of_pdf(read(deck))


def test_the_same_deck_gives_the_same_bytes(view: View) -> None:
    first, second = (ready_made(view, "place", "vi") for _ in range(2))
    assert paper_file(first) == paper_file(second)

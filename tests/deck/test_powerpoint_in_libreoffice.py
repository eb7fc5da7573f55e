"""The PowerPoint file in another program than ours: LibreOffice opens it and draws every slide."""

from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader

from healthplan.deck.deck import SlideKind
from healthplan.deck.files import slides_file
from healthplan.deck.slide import Pages
from healthplan.text import Lang, say
from tests.deck.decks import every_kind, known, longest, release_view, written_pages
from tests.libreoffice import converted

FOOT = 114 / 1080  # of a slide's height, from its lower edge
DECKS = [(every_kind, "vi"), (longest, "vi"), (longest, "en")]


def drawn(deck: Pages, folder: Path) -> PdfReader:
    """The deck as LibreOffice draws it."""
    return PdfReader(converted("deck.pptx", slides_file(deck), "pdf", folder))


def plain(text: str) -> str:
    """The letters and figures of a text: lines are broken anywhere, and an arrow may come from another font,
    which a reader of papers tells after the line."""
    return "".join(letter for letter in text if letter.isalnum() or letter in ",.%")


@pytest.mark.parametrize(("made", "lang"), DECKS, ids=lambda one: getattr(one, "__name__", one))
def test_libreoffice_draws_every_slide_with_its_message_and_its_sources(real, tmp_path, made, lang) -> None:
    view = release_view()
    deck = written_pages(view, made(known(view), lang))
    paper = drawn(deck, tmp_path)
    assert len(paper.pages) == len(deck.pages)
    for page, sheet in zip(deck.pages, paper.pages, strict=True):
        text = plain(sheet.extract_text())
        missing = [one for one in (page.title, page.lead, page.source, *page.words) if plain(one) not in text]
        assert missing == [], page.name
        cells = [part for row in (page.table.rows if page.table else ()) for cell in row
                 for part in (cell.text, cell.small)]  # fmt: skip
        told = [word for one in page.figures for word in (one.name, one.label, one.figure, *one.notes)]
        told += [word for one in page.points for word in (one.text, one.small)]
        assert [word for word in (*cells, *told) if plain(word) not in text] == []


def at_foot(sheet: PageObject) -> str:
    """What stands in the lowest part of a slide, where only its sources and its number belong."""
    found = []

    def told(text: str, _, place: list[float], *_more) -> None:
        if place[5] < FOOT * float(sheet.mediabox.height):
            found.append(text)

    sheet.extract_text(visitor_text=told)
    return plain("".join(found))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nothing_runs_into_the_sources_at_the_foot_of_a_slide(real, tmp_path, lang) -> None:
    view = release_view()
    deck = written_pages(view, every_kind(known(view), lang))
    for page, sheet in list(zip(deck.pages, drawn(deck, tmp_path).pages, strict=True))[1:]:
        allowed = plain(f"{page.source} {say(Lang(lang), 'slide_open')} {page.number}")
        assert at_foot(sheet) == allowed, page.name


def test_the_deck_of_every_kind_leaves_out_none(real) -> None:
    assert {slide.kind for slide in every_kind(known(release_view()), "vi").slides} == set(SlideKind)

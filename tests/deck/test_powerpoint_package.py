"""The PowerPoint file as a package: what PowerPoint would want to repair must not be there."""

import posixpath
import zipfile
from collections.abc import Iterable
from dataclasses import astuple
from io import BytesIO

import openpyxl
import pytest
from lxml import etree
from pptx import Presentation

from healthplan.deck.files import slides_file
from healthplan.deck.slide import Page, PrintedFigure
from tests.deck.decks import every_kind, known, release_view, written_pages

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PML = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
TYPES = "[Content_Types].xml"


@pytest.fixture(params=["vi", "en"])
def deck(real, request):
    """A deck of every kind of slide, written out."""
    view = release_view()
    return written_pages(view, every_kind(known(view), request.param))


@pytest.fixture
def package(deck) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(slides_file(deck)))


def source_of(relations: str) -> str:
    """The part whose relations a file holds; empty for the package's own."""
    folder, name = posixpath.split(relations)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def targets(package: zipfile.ZipFile, relations: str) -> dict[str, str]:
    """The parts of the package that a file of relations leads to, by their ids."""
    base = posixpath.join("/", posixpath.dirname(posixpath.dirname(relations)))
    found = {}
    for one in etree.fromstring(package.read(relations)):
        assert one.get("Id") not in found
        part = posixpath.normpath(posixpath.join(base, one.get("Target"))).lstrip("/")
        found[one.get("Id")] = part if one.get("TargetMode") != "External" else ""
    return found


def test_no_name_stands_twice_and_every_part_has_its_own_type(package: zipfile.ZipFile) -> None:
    names = package.namelist()
    assert len({name.lower() for name in names}) == len(names) and package.testzip() is None
    types = etree.fromstring(package.read(TYPES))
    named = {one.get("PartName").lstrip("/") for one in types if one.get("PartName")}
    endings = {one.get("Extension").lower() for one in types if one.get("Extension")}
    assert named <= set(names)
    assert [name for name in names if name != TYPES and name not in named
            and (name.endswith(".xml") or name.rpartition(".")[2] not in endings)] == []  # fmt: skip


def test_every_relation_leads_to_a_part_and_every_part_is_led_to(package: zipfile.ZipFile) -> None:
    names, reached = set(package.namelist()), set()
    for name in (one for one in names if one.endswith(".rels")):
        found = targets(package, name)
        assert {one for one in found.values() if one} <= names, name
        reached |= set(found.values())
        if source_of(name):
            tree = etree.fromstring(package.read(source_of(name)))
            used = {value for element in tree.iter() for key, value in element.attrib.items()
                    if key.startswith(f"{{{RELATIONS}}}")}  # fmt: skip
            assert used <= set(found), name
    assert {name for name in names - reached if not name.endswith(".rels")} == {TYPES}


def test_every_shape_of_a_slide_has_an_id_of_its_own(package: zipfile.ZipFile) -> None:
    for name in package.namelist():
        if name.endswith(".xml") and name.startswith("ppt/"):
            ids = [one.get("id") for one in etree.fromstring(package.read(name)).iter(f"{PML}cNvPr")]
            assert len(set(ids)) == len(ids), name


def test_opened_and_saved_again_it_is_the_same(package: zipfile.ZipFile) -> None:
    file = BytesIO()
    Presentation(package.fp).save(file)
    again = zipfile.ZipFile(file)
    assert set(again.namelist()) == set(package.namelist())
    for name in again.namelist():
        if name.endswith((".xml", ".rels")):
            old, new = (etree.tostring(etree.fromstring(one.read(name)), method="c14n2")
                        for one in (package, again))  # fmt: skip
            assert name == TYPES or name.endswith(".rels") or old == new, name


def test_a_chart_draws_what_its_data_sheet_says_and_the_sheet_holds_the_printed_words(deck, package) -> None:
    slides = Presentation(package.fp).slides
    charted = 0
    for page, slide in zip(deck.pages, slides, strict=True):
        for chart in (shape.chart for shape in slide.shapes if shape.has_chart):
            charted += 1
            book = openpyxl.load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
            first, second = book.worksheets
            rows = list(first.iter_rows(values_only=True))
            assert [row[0] for row in rows[1:]] == list(chart.plots[0].categories)
            for at, series in enumerate(chart.plots[0].series, 1):
                assert [rows[0][at], *(row[at] for row in rows[1:])] == [series.name, *series.values]
            told = {tuple(value or "" for value in row)
                    for row in second.iter_rows(min_row=2, values_only=True)}  # fmt: skip
            assert {astuple(one) for one in charted_of(page)} <= told
    assert charted > 4


def charted_of(page: Page) -> Iterable[PrintedFigure]:
    """The printed figures that the chart of a slide draws, or is worked out from."""
    return [one.printed for path in page.trend.paths for one in path.points] if page.trend else page.printed


def test_every_slide_has_notes_and_every_text_says_its_language(deck, package) -> None:
    tongue = {"vi": "vi-VN", "en": "en-GB"}[deck.lang]
    for slide in Presentation(package.fp).slides:
        assert slide.notes_slide.notes_text_frame.text.strip()
        runs = [one for part in (slide, slide.notes_slide) for one in part._element.iter("{*}r")]
        assert runs and {run.find("{*}rPr").get("lang") for run in runs} == {tongue}


def test_nothing_of_another_deck_is_left(package: zipfile.ZipFile) -> None:
    assert [name for name in package.namelist() if "thumbnail" in name or "printerSettings" in name] == []
    assert b"Macintosh" not in b"".join(package.read(name) for name in package.namelist())
    assert b'type="screen4x3"' not in package.read("ppt/presentation.xml")

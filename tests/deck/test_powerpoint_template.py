"""The template of the PowerPoint file: it has the product's colours and font, and what the code fills."""

import zipfile
from io import BytesIO

import pytest
from lxml import etree
from pptx import Presentation

from healthplan import theme
from healthplan.deck.files import slides_file
from healthplan.deck.powerpoint.parts import HAIRLINES
from healthplan.deck.powerpoint.presentation import TEMPLATE, Layout
from healthplan.deck.powerpoint.shapes import FONT
from tests.deck.decks import every_kind, known, release_view, written_pages

SPACE = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
LIGHT = theme.THEMES["light"]
THEME_PARTS = ("ppt/theme/theme1.xml", "ppt/theme/theme2.xml")  # of the slides and of the notes
FOLDERS = ("ppt/slideMasters/", "ppt/slideLayouts/", "ppt/notesMasters/")
CURE = "open healthplan/deck/powerpoint/template.pptx in PowerPoint, View > Slide Master > Colours or Fonts"
PLACEHOLDERS = {
    Layout.COVER: ["Title", "Subtitle", "Source"],
    Layout.CHART: ["Title", "Lead", "Chart", "Words", "Source", "Number"],
    Layout.TABLE: ["Title", "Lead", "Table", "Words", "Source", "Number"],
    Layout.MAP: ["Title", "Lead", "Words", "Source", "Number"],
    Layout.TEXT: ["Title", "Lead", "Words", "Source", "Number"],
}


def part(name: str) -> etree._Element:
    with zipfile.ZipFile(TEMPLATE) as package:
        return etree.fromstring(package.read(name))


def colours(tree: etree._Element) -> set[str]:
    """The colours that a part names itself, not by their place in the theme."""
    return {f"#{one.get('val').lower()}" for one in tree.iterfind(".//a:srgbClr", SPACE)}


@pytest.mark.parametrize("name", THEME_PARTS)
def test_the_theme_has_the_colours_of_the_product(name: str) -> None:
    scheme = part(name).find(".//a:clrScheme", SPACE)
    found = {etree.QName(slot).localname: f"#{slot[0].get('val').lower()}" for slot in scheme}
    accents = [LIGHT.accent, *LIGHT.places.values()]
    assert len(accents) == 6, "a theme of PowerPoint has six accents"
    assert found == {
        "dk1": LIGHT.ink, "lt1": LIGHT.paper, "dk2": LIGHT.accent, "lt2": LIGHT.sunken,
        "hlink": LIGHT.accent, "folHlink": LIGHT.muted,
        **{f"accent{at}": colour for at, colour in enumerate(accents, 1)},
    }, CURE  # fmt: skip


@pytest.mark.parametrize("name", THEME_PARTS)
def test_the_theme_has_the_font_of_the_product_for_titles_and_texts(name: str) -> None:
    fonts = {one.get("typeface") for one in part(name).iterfind(".//a:fontScheme//a:latin", SPACE)}
    assert fonts == {FONT} == {theme.FONT.split(",")[0].strip("'")}, CURE


def test_masters_and_layouts_take_every_colour_and_font_from_the_theme() -> None:
    with zipfile.ZipFile(TEMPLATE) as package:
        names = [name for name in package.namelist() if name.startswith(FOLDERS) and name.endswith(".xml")]
    assert len(names) == 2 + len(Layout)
    for name in names:
        tree = part(name)
        assert colours(tree) == set(), name
        fonts = {one.get("typeface") for one in tree.iterfind(".//a:latin", SPACE)}
        assert fonts <= {"+mj-lt", "+mn-lt"}, name


def test_tables_have_hairlines_in_the_colours_of_the_product() -> None:
    styles = part("ppt/tableStyles.xml")
    (style,) = styles.iterfind("a:tblStyle", SPACE)
    assert style.get("styleId") == styles.get("def") == HAIRLINES
    head = style.find("a:firstRow", SPACE)
    assert colours(head) == {LIGHT.strong_line}
    assert colours(style) == {LIGHT.line, LIGHT.strong_line}


def test_every_layout_has_the_placeholders_that_are_filled_and_no_other() -> None:
    template = Presentation(str(TEMPLATE))
    found = {one.name: [shape.name for shape in one.placeholders] for one in template.slide_layouts}
    assert found == PLACEHOLDERS
    assert (template.slide_width, template.slide_height) == (12_192_000, 6_858_000)


def test_it_holds_no_slide_no_picture_and_no_day() -> None:
    assert len(Presentation(str(TEMPLATE)).slides) == 0
    with zipfile.ZipFile(TEMPLATE) as package:
        assert [one.filename for one in package.infolist() if one.date_time[0] != 1980] == []
        assert [name for name in package.namelist() if not name.endswith((".xml", ".rels"))] == []
        assert b"dcterms:created" not in package.read("docProps/core.xml")
    assert TEMPLATE.stat().st_size < 20_000


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_slide_fills_the_placeholders_of_its_layout_and_leaves_none_empty(
    real, tmp_path, monkeypatch, lang
) -> None:
    view = release_view()
    deck = written_pages(view, every_kind(known(view), lang))
    monkeypatch.chdir(tmp_path)  # the template is found from anywhere
    (tmp_path / "deck.pptx").write_bytes(slides_file(deck))
    slides = Presentation(str(tmp_path / "deck.pptx")).slides
    assert {slide.slide_layout.name for slide in slides} >= set(Layout) - {Layout.TEXT}
    for page, slide in zip(deck.pages, slides, strict=True):
        layout = Layout(slide.slide_layout.name)
        texts = {one.name: one.text_frame.text for one in slide.placeholders if one.has_text_frame}
        assert texts.keys() <= set(PLACEHOLDERS[layout]), page.name
        assert [name for name, text in texts.items() if not text and name != "Number"] == [], page.name
        native = [(one.has_chart, one.has_table) for one in slide.placeholders if not one.has_text_frame]
        assert native == {Layout.CHART: [(True, False)], Layout.TABLE: [(False, True)]}.get(layout, [])


def test_slides_and_charts_name_no_colour_but_those_of_the_product(real) -> None:
    view = release_view()
    deck = written_pages(view, every_kind(known(view), "vi"))
    coloured = theme.coloured_theme(LIGHT, deck.planned)
    allowed = set(theme.named_colours(coloured).values())
    with zipfile.ZipFile(BytesIO(slides_file(deck))) as package:
        for name in package.namelist():
            if name.startswith(("ppt/slides/slide", "ppt/charts/chart")):
                assert colours(etree.fromstring(package.read(name))) <= allowed, name

"""A deck as PowerPoint: the template's slides filled with native charts and tables that can be edited, every
printed figure in the notes."""

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from healthplan.deck.deck import SlideKind
from healthplan.deck.powerpoint.parts import add_figures, add_points, add_table, add_tiles
from healthplan.deck.powerpoint.shapes import Look, px, speak
from healthplan.deck.powerpoint.trend import add_trend
from healthplan.deck.slide import Page, Pages, PrintedFigure
from healthplan.formats.office import stable_package
from healthplan.text import Lang, say
from healthplan.text.letters import cut_text

# Colours, fonts, slide master, the style of tables, and layouts whose placeholders have names. All of it is
# edited in PowerPoint; tests/deck/test_powerpoint_template.py says where it leaves the product's theme.
TEMPLATE = Path(__file__).parent / "template.pptx"
HEADS = ("sheet_printed", "sheet_about", "sheet_when", "sheet_shown", "sheet_words", "sheet_where", "sheet_row")
LONGEST_PROPERTY, LONGEST_TITLE = 255, 200  # letters


class Layout(StrEnum):
    """The layouts of the template by their names."""

    COVER = "Cover"
    CHART = "Chart"
    TABLE = "Table"
    MAP = "Map"
    TEXT = "Text"


def pptx_file(deck: Pages, look: Look, progress: Callable[[int, int], None] = lambda at, total: None) -> bytes:
    """The presentation. `progress` is told before each slide which it is and how many there are."""
    presentation = Presentation(str(TEMPLATE))
    for page in deck.pages:
        progress(page.number, len(deck.pages))
        _add_slide(presentation, page, deck, look)
    core = presentation.core_properties
    core.title, core.author = cut_text(deck.title, LONGEST_PROPERTY), say(Lang(deck.lang), "product")
    core.comments = deck.release
    core.last_modified_by, core.revision = core.author, 1
    core.created = core.modified = datetime(deck.dated.year, deck.dated.month, deck.dated.day)
    file = BytesIO()
    presentation.save(file)
    return stable_package(file.getvalue())


def layout_of(page: Page) -> Layout:
    """The layout for what a slide shows."""
    if page.kind == SlideKind.TITLE:
        return Layout.COVER
    if page.trend:
        return Layout.CHART
    if page.table:
        return Layout.TABLE
    return Layout.MAP if page.tiles else Layout.TEXT


def _add_slide(presentation: Any, page: Page, deck: Pages, look: Look) -> None:
    layout = layout_of(page)
    slide = presentation.slides.add_slide(presentation.slide_layouts.get_by_name(layout))
    _add_number(slide)
    placeholders = _placeholders(slide)
    for name, text in _texts_of(page, layout).items():
        placeholders[name].text = text
    if page.bare and layout == Layout.TEXT:
        _set_in_the_middle(placeholders)
    if page.link:
        _add_link(placeholders["Source"], page.link, deck)
    _add_content(slide, placeholders, page, deck, look)
    _remove_empty(slide)
    slide.notes_slide.notes_text_frame.text = "\n".join(
        (*page.notes, *(note_line(one) for one in page.printed), page.link)
    )
    speak(slide, look)
    speak(slide.notes_slide, look)


def _set_in_the_middle(placeholders: dict[str, Any]) -> None:
    """A message alone stands in the middle of its slide, in larger letters."""
    for name, top, high, size in (("Title", 330, 230, 32), ("Lead", 580, 120, 16)):
        one = placeholders[name]
        one.left, one.top, one.width, one.height = px(80), px(top), px(1760), px(high)
        for run in one.text_frame.paragraphs[0].runs:
            run.font.size = Pt(size)


def _placeholders(slide: Any) -> dict[str, Any]:
    """The placeholders of a slide by the names that its layout gives them; python-pptx gives others."""
    names = {one.placeholder_format.idx: one.name for one in slide.slide_layout.placeholders}
    for one in slide.placeholders:
        one.name = names[one.placeholder_format.idx]
    return {one.name: one for one in slide.placeholders}


def _texts_of(page: Page, layout: Layout) -> dict[str, str]:
    """What the placeholders for text say, by their names; beside a map there is room for lines."""
    texts = {"Title": cut_text(page.title, LONGEST_TITLE), "Source": page.source}
    if layout == Layout.COVER:
        return texts | {"Subtitle": "\n".join((page.lead, *page.words))}
    words = list(page.words)
    if page.trend:
        words += [f"{rank} = {name}" for rank, name in page.trend.grades.items()]
    if page.table and page.table.more:
        words.append(page.table.more)
    between = "\n" if layout == Layout.MAP else " · "
    return texts | {"Lead": page.lead or page.failed, "Words": between.join(words)}


def _add_content(slide: Any, placeholders: dict[str, Any], page: Page, deck: Pages, look: Look) -> None:
    """The one thing that the slide shows."""
    heads = [say(Lang(deck.lang), head) for head in HEADS]
    match layout_of(page):
        case Layout.CHART if page.trend:
            add_trend(placeholders["Chart"], page, page.trend, look, heads)
        case Layout.TABLE if page.table:
            add_table(placeholders["Table"], page, page.table, look)
        case Layout.MAP:
            add_tiles(slide, page, look)
        case _ if page.figures:
            add_figures(slide, page, look)
        case _ if page.points:
            add_points(slide, page, look)


def note_line(one: PrintedFigure) -> str:
    """A printed figure in the notes: whose, when, as shown, as printed (if it is no blank), where."""
    words = f" “{one.printed}” " if one.printed else ", "
    return f"{one.about}, {one.when}: {one.shown}{words}{one.where}"


def _add_link(placeholder: Any, address: str, deck: Pages) -> None:
    run = placeholder.text_frame.paragraphs[-1].add_run()
    run.text = f"  {say(Lang(deck.lang), 'slide_open')}"
    run.hyperlink.address = address


def _remove_empty(slide: Any) -> None:
    """A placeholder that stays empty would ask the presenter to fill it."""
    for one in list(slide.placeholders):
        if one.has_text_frame and not one.text_frame.text and one.name != "Number":
            one._element.getparent().remove(one._element)


def _add_number(slide: Any) -> None:
    """python-pptx leaves the number of the layout behind: the slide gets its own copy."""
    for one in slide.slide_layout.placeholders:
        if one.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            slide.shapes._spTree.append(deepcopy(one._element))

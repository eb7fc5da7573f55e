"""A deck as PowerPoint: native charts and tables that can be edited, every printed figure in the notes."""

import zipfile
from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from io import BytesIO
from typing import Any

from healthplan.deck.slide import Page, Pages, Printed
from healthplan.export.pptx_look import SMALL, Look, px, speak, write
from healthplan.export.pptx_master import LEAD, NUMBER, SOURCE, presentation
from healthplan.export.pptx_parts import add_bars, add_table, add_tiles
from healthplan.export.pptx_template import COVER, MESSAGE
from healthplan.export.pptx_trend import add_trend
from healthplan.text import Lang, say
from healthplan.text.letters import cut

EPOCH = (1980, 1, 1, 0, 0, 0)  # of every file in the package: the same deck has the same bytes
HEADS = ("sheet_printed", "sheet_about", "sheet_when", "sheet_shown", "sheet_words", "sheet_where",
         "sheet_row")  # fmt: skip
LONGEST_PROPERTY, LONGEST_TITLE = 255, 200  # letters
WORDS_BOX = (80, 886, 1760, 84)


def pptx_file(
    deck: Pages, look: Look, progress: Callable[[int, int], None] = lambda at, total: None
) -> bytes:
    """The presentation. `progress` is told before each slide which it is and how many there are."""
    made = presentation(look)
    for page in deck.pages:
        progress(page.number, len(deck.pages))
        _add(made, page, deck, look)
    core = made.core_properties
    core.title, core.author = cut(deck.title, LONGEST_PROPERTY), say(Lang(deck.lang), "product")
    core.comments = deck.release
    core.last_modified_by, core.revision = core.author, 1
    core.created = core.modified = datetime(deck.dated.year, deck.dated.month, deck.dated.day)
    file = BytesIO()
    made.save(file)
    return _same_bytes(file.getvalue())


def _add(made: Any, page: Page, deck: Pages, look: Look) -> None:
    cover = page.kind == "title"
    slide = made.slides.add_slide(made.slide_layouts.get_by_name(COVER if cover else MESSAGE))
    slide.shapes.title.text = cut(page.title, LONGEST_TITLE)
    by_index = {one.placeholder_format.idx: one for one in slide.placeholders}
    if cover:
        by_index[1].text = "\n".join((page.lead, *page.words))
    else:
        by_index[LEAD].text = page.lead or page.failed
        _number(slide)
        _content(slide, page, look, [say(Lang(deck.lang), head) for head in HEADS])
    by_index[SOURCE].text = page.source
    _link(by_index[SOURCE], page, deck, look)
    slide.notes_slide.notes_text_frame.text = "\n".join(
        (*page.notes, *(note_line(one) for one in page.printed), page.link)
    )
    speak(slide, look)
    speak(slide.notes_slide, look)


def _content(slide: Any, page: Page, look: Look, heads: list[str]) -> None:
    """The one thing that the slide shows, and below it what cannot be a number, in words."""
    words = list(page.words)
    if page.trend:
        add_trend(slide, page, page.trend, look, heads)
        words += [f"{rank} = {name}" for rank, name in page.trend.grades.items()]
    if page.bars:
        add_bars(slide, page, look, heads)
    if page.table:
        add_table(slide, page, page.table, look)
        words += [page.table.more] if page.table.more else []
    if page.tiles:
        add_tiles(slide, page, look)
    if words:
        box = (80 + 1040, 250, 720, 230) if page.tiles else WORDS_BOX
        frame = slide.shapes.add_textbox(*(px(part) for part in box)).text_frame
        frame.word_wrap, frame.margin_left = True, 0
        lines = [[(word, {"size": SMALL, "colour": look.theme.ink})] for word in words]
        joined = [[(" · ".join(words), {"size": SMALL, "colour": look.theme.ink})]]
        write(frame, lines if page.tiles else joined)


def note_line(one: Printed) -> str:
    """A printed figure in the notes: whose, when, as shown, as printed (if it is no blank), where."""
    words = f" “{one.printed}” " if one.printed else ", "
    return f"{one.about}, {one.when}: {one.shown}{words}{one.where}"


def _link(holder: Any, page: Page, deck: Pages, look: Look) -> None:
    if page.link:
        run = holder.text_frame.paragraphs[-1].add_run()
        run.text = f"  {say(Lang(deck.lang), 'slide_open')}"
        run.hyperlink.address = page.link


def _number(slide: Any) -> None:
    """python-pptx leaves the number of the layout behind: the slide gets its own copy."""
    number = next(one for one in slide.slide_layout.placeholders if one.placeholder_format.idx == NUMBER)
    slide.shapes._spTree.append(deepcopy(number._element))


def _same_bytes(package: bytes) -> bytes:
    """The package with one date for all its files, in a fixed order."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()

"""What our Word files keep to, in the form of Vietnamese state offices (Decree 30/2020/ND-CP): A4, Times New Roman, the
number of the page in the middle of the upper margin from the second page on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from healthplan.formats.office import stable_package, xml_text
from healthplan.release.view import View
from healthplan.text import Lang

FONT = "Times New Roman"
BODY, CELL, SMALL = 13, 12, 11  # points
SIDES = (210, 297)  # millimetres
BESIDE = 1.2  # millimetres
TAGS = {Lang.VI: "vi-VN", Lang.EN: "en-GB"}
NAMES_OF_FONT = ("ascii", "hAnsi", "cs", "eastAsia")
Margins = tuple[int, int, int, int]  # millimetres: above, right, below, left


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one look. `lang` is set where it is not the document's."""

    text: str
    bold: bool = False
    italic: bool = False
    size: int = 0
    lang: str = ""


Cell = list[list[Piece]]  # paragraphs


def state_document(lang: Lang, margins: Margins, *, landscape: bool = False) -> Any:
    """An empty document: paper, letters, language, numbers of pages."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in (SIDES[::-1] if landscape else SIDES))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, margins)
    section.header_distance = section.footer_distance = Mm(10)
    _set_letters(document, lang)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_field(number, "PAGE")
    return document


def _set_letters(document: Any, lang: Lang) -> None:
    styles = document.styles
    defaults = styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for properties in (defaults, styles["Heading 1"].element.get_or_add_rPr()):
        _set_font(properties)
    defaults.find(qn("w:lang")).set(qn("w:val"), TAGS[lang])
    document.settings.element.find(qn("w:themeFontLang")).set(qn("w:val"), TAGS[lang])
    normal, heading = styles["Normal"], styles["Heading 1"]
    normal.font.size = Pt(BODY)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1
    heading.font.size, heading.font.color.rgb = Pt(BODY + 1), None
    heading.paragraph_format.space_before = Pt(0)


def _set_font(properties: Any) -> None:
    """One font for all letters, in place of those of the template's theme."""
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for name in NAMES_OF_FONT:
        fonts.set(qn(f"w:{name}"), FONT)


def describe_document(document: Any, view: View, title: str, subject: str, category: str) -> None:
    """What the file says of itself; its day is that of the release."""
    core, day = document.core_properties, view.release["data_date"]
    core.title, core.subject, core.category = title, subject, category
    core.author = core.last_modified_by = view.say("product")
    core.keywords, core.comments = "72-NQ/TW", view.edition
    core.language, core.revision = TAGS[view.lang], 1
    core.created = core.modified = datetime(day.year, day.month, day.day)
    package = document.part.package
    picture = next((name for name, one in package.rels.items() if one.reltype.endswith("/thumbnail")), None)
    if picture:  # of the library's empty page
        del package.rels[picture]


def document_bytes(document: Any) -> bytes:
    """The file; the same document gives the same bytes."""
    file = BytesIO()
    document.save(file)
    return stable_package(file.getvalue())


def write(paragraph: Any, pieces: Iterable[Piece]) -> None:
    """Adds words to a paragraph."""
    _add_runs(paragraph._p, pieces, 0)


class FramedTable:
    """A table at the end of a document, its columns in millimetres. Rows are added to its XML: python-docx counts all
    rows anew for each."""

    def __init__(self, document: Any, widths: Sequence[int], title: str, size: int = CELL) -> None:
        self._widths, self._size = widths, size
        table = document.add_table(0, len(widths), "Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        described = OxmlElement("w:tblCaption")
        described.set(qn("w:val"), title)
        table._tbl.tblPr.extend([_cell_margins(), described])
        self._table = table._tbl

    def add_row(self, cells: Sequence[Cell], *, repeated: bool = False, kept: bool = False) -> None:
        """A row of cells; one cell alone goes over all columns. `repeated` on every page, `kept` with the next."""
        row = OxmlElement("w:tr")
        properties = OxmlElement("w:trPr")
        properties.append(OxmlElement("w:cantSplit"))
        if repeated:
            properties.append(OxmlElement("w:tblHeader"))
        row.append(properties)
        alone = len(cells) == 1
        for cell, width in zip(cells, (sum(self._widths),) if alone else self._widths, strict=True):
            made = self._cell(cell, width, kept=kept or repeated, centred=repeated)
            if alone:
                made.get_or_add_tcPr().grid_span = len(self._widths)
            row.append(made)
        self._table.append(row)

    def _cell(self, paragraphs: Cell, width: int, *, kept: bool, centred: bool) -> Any:
        cell = OxmlElement("w:tc")
        cell.get_or_add_tcPr().width = Mm(width)
        for pieces in paragraphs:
            paragraph = OxmlElement("w:p")
            paragraph.get_or_add_pPr().get_or_add_spacing().set(qn("w:after"), "40")
            if kept:
                paragraph.get_or_add_pPr().get_or_add_keepNext()
            if centred:
                paragraph.get_or_add_pPr().get_or_add_jc().val = WD_ALIGN_PARAGRAPH.CENTER
            _add_runs(paragraph, pieces, self._size)
            cell.append(paragraph)
        return cell


def _cell_margins() -> Any:
    """What is free beside the words of a cell."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(Mm(BESIDE).twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    return margins


def _add_runs(paragraph: Any, pieces: Iterable[Piece], usual: int) -> None:
    for piece in pieces:
        run = paragraph.add_r()
        properties = run.get_or_add_rPr()
        if piece.bold:
            properties.get_or_add_b()
        if piece.italic:
            properties.get_or_add_i()
        if size := piece.size or usual:
            properties.sz_val = Pt(size)
        if piece.lang:
            spoken = OxmlElement("w:lang")
            spoken.set(qn("w:val"), piece.lang)
            properties.append(spoken)
        run.text = xml_text(piece.text)


def _add_field(paragraph: Any, name: str) -> None:
    """A field that the reader's program fills, such as the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    run.text = "2"
    field.append(run)
    paragraph._p.append(field)

"""The parts of an official letter that Decree 30/2020/ND-CP lays out: its head in two columns, its title, dotted lines
for a person to write on, recipients and signature."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from healthplan.formats.state_document import BODY, CELL, SMALL, Piece, write

WIDTH = 165  # millimetres between the margins
COLUMNS = (68, 97)
CAPITAL, LETTER = 0.21, 0.166  # millimetres a point of size, the mean width in bold
SIGNING = 30  # millimetres kept free for a signature


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The words of a head: whose office above whose, the number, the nation and its motto, place and date."""

    superior: Sequence[str]
    office: str
    number: str
    nation: str
    motto: str
    date: str


def write_letterhead(document: Any, head: Letterhead) -> None:
    """The head, with the lines under the office and under the motto."""
    (left, right), (number, date) = (row.cells for row in _columns(document, 2))
    for words in head.superior:
        _centre(left, Piece(words, size=CELL))
    _centre(left, Piece(head.office, bold=True, size=CELL))
    _rule(left, COLUMNS[0], 0.4 * CAPITAL * CELL * len(head.office))
    _centre(right, Piece(head.nation, bold=True, size=CELL))
    _centre(right, Piece(head.motto, bold=True, size=BODY))
    _rule(right, COLUMNS[1], LETTER * BODY * len(head.motto))
    _centre(number, Piece(head.number, size=BODY))
    _centre(date, Piece(head.date, italic=True, size=BODY))


def write_title(document: Any, title: str, summary: str, note: str) -> None:
    """The kind of paper, what it is about, and the line below."""
    heading = document.add_paragraph(style="Heading 1")
    heading.paragraph_format.space_before = Pt(14)
    heading.paragraph_format.space_after = Pt(2)
    centred = [(heading, Piece(title, bold=True)), (document.add_paragraph(), Piece(summary, bold=True, size=BODY + 1))]
    if note:
        centred.append((document.add_paragraph(), Piece(note, italic=True, size=CELL)))
    for paragraph, piece in centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        write(paragraph, [piece])
    _rule(document, WIDTH, 0.4 * min(LETTER * BODY * len(summary), WIDTH))


def write_dotted(document: Any, lines: int, *, kept: bool) -> None:
    """Empty lines for a person to write on, on one page; `kept`: with what follows."""
    for line in range(lines):
        paragraph = document.add_paragraph("\t")
        paragraph.paragraph_format.keep_with_next = kept or line < lines - 1
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def write_signature(document: Any, recipients: Sequence[str], signs: str, name: str) -> None:
    """Who receives the paper, on the left; who signs it, on the right. Both stay on one page."""
    ((left, right),) = (row.cells for row in _columns(document, 1))
    for at, words in enumerate(recipients):
        paragraph = _next(left)
        paragraph.paragraph_format.space_after = Pt(0)
        write(paragraph, [Piece(words, size=SMALL) if at else Piece(words, bold=True, italic=True, size=CELL)])
    _centre(right, Piece(signs, bold=True))
    right.paragraphs[-1].paragraph_format.space_after = Mm(SIGNING)
    _centre(right, Piece(name, bold=True))


def _columns(document: Any, rows: int) -> Any:
    """The rows of a table without lines."""
    table = document.add_table(rows, len(COLUMNS))
    table.autofit = False
    for column, width in zip(table.columns, COLUMNS, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, COLUMNS, strict=True):
            cell.width = Mm(width)
    return table.rows


def _next(cell: Any) -> Any:
    """The first paragraph of a cell while it is empty, else a new one."""
    (*_, last) = cell.paragraphs
    return cell.add_paragraph() if last.text or len(cell.paragraphs) > 1 else last


def _centre(cell: Any, piece: Piece) -> None:
    paragraph = _next(cell)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(0)
    write(paragraph, [piece])


def _rule(above: Any, width: float, length: float) -> None:
    """A line of a length in millimetres in the middle of a width: the upper border of a low paragraph."""
    paragraph = above.add_paragraph()
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(6)
    form.space_before, form.space_after = Pt(2), Pt(4)
    form.left_indent = form.right_indent = Mm(max(0, (width - length) / 2))
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")

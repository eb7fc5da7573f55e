"""The memo of the plan review in Word: each finding with both quotations and room for the answer of the office.

An annex in the form of Vietnamese state offices (Decree 30/2020/ND-CP): A4, Times New Roman, the number of the
page in the middle of the upper margin from the second page on. What the office adds is left to it: letterhead,
number, date, signature.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import groupby
from typing import Any
from urllib.parse import urljoin

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from healthplan.formats.office import stable_package, xml_text
from healthplan.parameters.address import link
from healthplan.parameters.parameter import describe
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.findings import review
from healthplan.subjects.findings.queries import rules
from healthplan.subjects.findings.sides import finding_sides
from healthplan.text import Lang

MOST = 300  # findings; more would be a volume that nobody answers
FONT = "Times New Roman"
BODY, CELL, SMALL = 13, 12, 11  # points
PAPER, MARGINS = (297, 210), (20, 20, 20, 25)  # millimetres; above, right, below, left
WIDTHS = (12, 36, 54, 50, 50, 50)  # millimetres of the columns
HEADS = ("number", "about", "finding", "first", "second", "answer")
TAGS = {Lang.VI: "vi-VN", Lang.EN: "en-GB"}
NAMES_OF_FONT = ("ascii", "hAnsi", "cs", "eastAsia")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one look. `lang` is set where it is not the document's."""

    text: str
    bold: bool = False
    italic: bool = False
    size: int = 0
    lang: str = ""


Cell = list[list[Piece]]  # paragraphs


def review_memo(view: View, picked: review.FindingFilter, base: str) -> bytes:
    """The findings of a choice, the gravest MOST of them, as a document. `base` is the product's address."""
    chosen = review.filtered_findings(view, picked)
    families = [one["family"] for one in review.family_counts(view, chosen)]
    first = sorted(chosen, key=lambda row: row["nth"])[:MOST]
    rows = sorted(first, key=lambda row: (families.index(row["family"]), row["nth"]))
    document = Document()
    _set_up(document, view)
    _write_heading(document, view, picked, chosen, base)
    if rows:
        _write_table(document, view, rows)
    else:
        _write(document.add_paragraph(), [Piece(view.say("review_nothing"))])
    file = BytesIO()
    document.save(file)
    return stable_package(file.getvalue())


def _set_up(document: Any, view: View) -> None:
    """Paper, letters, language, properties, and what stands on every page."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Mm(size) for size in PAPER)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, MARGINS)
    section.header_distance = section.footer_distance = Mm(10)
    styles = document.styles
    defaults = styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for properties in (defaults, styles["Heading 1"].element.get_or_add_rPr()):
        _set_font(properties)
    spoken = defaults.find(qn("w:lang"))
    spoken.set(qn("w:val"), TAGS[view.lang])
    document.settings.element.find(qn("w:themeFontLang")).set(qn("w:val"), TAGS[view.lang])
    styles["Normal"].font.size = Pt(BODY)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Normal"].paragraph_format.line_spacing = 1
    heading = styles["Heading 1"]
    heading.font.size, heading.font.color.rgb = Pt(BODY + 1), None
    heading.paragraph_format.space_before = Pt(0)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_field(number, "PAGE")
    for foot in (section.footer, section.first_page_footer):
        _write(foot.paragraphs[0], [Piece(view.say("memo_foot", release=view.edition), size=SMALL)])
    _set_properties(document, view)


def _set_font(properties: Any) -> None:
    """One font for all letters, in place of those of the template's theme."""
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for name in NAMES_OF_FONT:
        fonts.set(qn(f"w:{name}"), FONT)


def _set_properties(document: Any, view: View) -> None:
    core, day = document.core_properties, view.release["data_date"]
    core.title, core.subject = view.say("memo_title"), view.say("memo_subject")
    core.author = core.last_modified_by = view.say("product")
    core.keywords, core.comments, core.category = "72-NQ/TW", view.edition, view.say("menu_review")
    core.language, core.revision = TAGS[view.lang], 1
    core.created = core.modified = datetime(day.year, day.month, day.day)
    package = document.part.package
    picture = next((name for name, one in package.rels.items() if one.reltype.endswith("/thumbnail")), None)
    if picture:  # of the library's empty page
        del package.rels[picture]


def _write_heading(document: Any, view: View, picked: review.FindingFilter, chosen: list[Row], base: str) -> None:
    """Annex, title, what it is attached to; then how many findings, of which choice, and how they are read."""
    centred = (
        ("Normal", [Piece(view.say("memo_annex"), bold=True)]),
        ("Heading 1", [Piece(view.say("memo_title"), bold=True)]),
        ("Normal", [Piece(view.say("memo_attached"), italic=True)]),
    )
    for style, pieces in centred:
        paragraph = document.add_paragraph(style=style)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _write(paragraph, pieces)
    choice = "; ".join(f"{label}: {words}" for label, words in describe(view, review.FILTERS, _choices(picked)))
    state = review.filter_state(picked)["state"] | {"release": view.path.stem}
    told = [
        f"{review.review_title(view, chosen)}.",
        view.say("memo_choice", choice=choice) if choice else view.say("memo_every"),
        *([view.say("memo_most", most=str(MOST), count=view.number(len(chosen)))] if len(chosen) > MOST else []),
        view.say("memo_how", day=view.day(view.release["data_date"]), release=view.edition),
        view.say("memo_address", address=urljoin(base, link("review", view.lang, **state))),
    ]
    for sentence in told:
        _write(document.add_paragraph(), [Piece(sentence)])


def _choices(picked: review.FindingFilter) -> dict[str, str]:
    return {one.name: getattr(picked, one.name) for one in review.FILTERS}


def _write_table(document: Any, view: View, rows: list[Row]) -> None:
    """The families one after the other; the head comes again on every page."""
    names = tuple(name for row in rows for name in (row["row_a"], row["row_b"]) if name)
    sides, known = finding_sides(view, names), {rule["rule"]: rule for rule in view.ask(rules)}
    table = document.add_table(0, len(WIDTHS), "Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width)
    described = OxmlElement("w:tblCaption")
    described.set(qn("w:val"), view.say("memo_title"))
    table._tbl.tblPr.append(described)
    head = [[[Piece(view.say(f"memo_{name}"), bold=True)]] for name in HEADS]
    _add_row(table._tbl, head, repeated=True)
    number = 0
    for family, members in groupby(review.finding_items(view, rows), key=lambda row: row["family"]):
        own = list(members)
        title = view.say("memo_family", family=view.say(f"family_{family}"), count=str(len(own)))
        _add_row(table._tbl, [[[Piece(title, bold=True)]]], kept=True)
        for row in own:
            number += 1
            _add_row(table._tbl, [[[Piece(str(number))]], *_cells(view, row, known[row["rule"]], sides)])


def _cells(view: View, row: dict[str, Any], rule: Row, sides: dict[str, dict[str, Any]]) -> list[Cell]:
    """What a finding is about, what it says, its two quotations, and the empty cell of the answer."""
    about: Cell = [[Piece(row["place_name"], bold=True)]]
    if row["indicator_name"]:
        about.append([Piece(row["indicator_name"])])
    severity = view.say(f"severity_{row['severity']}")
    said: Cell = [[Piece(row["sentence"])], [Piece(f"{view.name(rule)} · {severity}", italic=True, size=SMALL)]]
    quoted = [_quotation(view, sides[name]) for name in (row["row_a"], row["row_b"]) if name]
    silent = [view.say("memo_no_quotation"), view.say("memo_no_second")][len(quoted) :]
    missing: list[Cell] = [[[Piece(words, italic=True, size=SMALL)]] for words in silent[: 2 - len(quoted)]]
    return [about, said, *quoted, *missing, [[]]]


def _quotation(view: View, side: dict[str, Any]) -> Cell:
    """One side as on the screen: what it is and when it is due, the words as printed, their place in the paper."""
    role = " · ".join(filter(None, (side["role_word"], side["when"])))
    where = [view.name(side, "short")]
    words = Piece(side["quotation"], lang=TAGS[Lang.VI])
    if side["press"]:
        words, where = Piece(side["value"]), [*where, side["quotation"]]
    else:
        where.append(view.where(side["locator"]))
        words = words if words.text else Piece(view.say(f"reason_{side['unknown_reason']}"))
    if side["line"]:
        where.append(view.say("finding_line", line=str(side["line"])))
    return [[Piece(role, size=SMALL)], [words], [Piece("; ".join(where), italic=True, size=SMALL)]]


def _add_row(table: Any, cells: list[Cell], *, repeated: bool = False, kept: bool = False) -> None:
    """A row of cells; one cell alone goes over all columns. `repeated` on every page, `kept` with the next."""
    row = OxmlElement("w:tr")
    properties = OxmlElement("w:trPr")
    properties.append(OxmlElement("w:cantSplit"))
    if repeated:
        properties.append(OxmlElement("w:tblHeader"))
    row.append(properties)
    widths = WIDTHS if len(cells) > 1 else (sum(WIDTHS),)
    for cell, width in zip(cells, widths, strict=True):
        row.append(_cell(cell, width, kept or repeated))
    table.append(row)


def _cell(paragraphs: Cell, width: int, kept: bool) -> Any:
    cell = OxmlElement("w:tc")
    properties = cell.get_or_add_tcPr()
    properties.width = Mm(width)
    if width == sum(WIDTHS):
        properties.grid_span = len(WIDTHS)
    for pieces in paragraphs:
        paragraph = OxmlElement("w:p")
        paragraph.get_or_add_pPr().get_or_add_spacing().set(qn("w:after"), "40")
        if kept:
            paragraph.get_or_add_pPr().get_or_add_keepNext()
        _add_runs(paragraph, pieces, CELL)
        cell.append(paragraph)
    return cell


def _write(paragraph: Any, pieces: Iterable[Piece]) -> None:
    _add_runs(paragraph._p, pieces, 0)


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

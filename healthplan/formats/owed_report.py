"""The report that a place owes its People's Committee, in Word, in the form of Decree 30/2020/ND-CP: every figure from
the release, every hole said, and empty lines where a person must write."""

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from healthplan.formats.letterhead import Letterhead, write_dotted, write_letterhead, write_signature, write_title
from healthplan.formats.owed_tables import write_indicators, write_sources
from healthplan.formats.owed_words import OwedWords
from healthplan.formats.state_document import (
    CELL,
    Margins,
    Piece,
    describe_document,
    document_bytes,
    state_document,
    write,
)
from healthplan.release.view import View
from healthplan.subjects.reports.owed import owed_report
from healthplan.text import Lang

MARGINS: Margins = (20, 15, 20, 30)  # millimetres
INDENT = Mm(10)  # of the first line of a paragraph
PARTS = 5
LINES = 3  # dotted ones for each thing that a person must write
RECIPIENTS = ("recipients", "recipient_above", "recipient_blank", "recipient_blank", "recipient_file")


def owed_docx(view: View, place: str, period: str, base: str) -> bytes:
    """The report of a place for a period as a document. `base` is the product's address."""
    report = owed_report(view, place, period)
    words, document = OwedWords(view, report, base), state_document(view.lang, MARGINS)
    summary = words.say("owed_summary")
    describe_document(document, view, f"{words.say('owed_title')}. {summary}", summary, words.unit)
    _write_head(document, words, summary)
    _write_part(document, words, "I", 1, words.results())
    if report.lines:
        write_indicators(document, view, report)
        note = _paragraph(document, Piece(words.say("owed_table_note"), italic=True, size=CELL))
        note.paragraph_format.space_before = Mm(2)
    _write_part(document, words, "II", 2, words.tasks())
    others = "owed_others_commune" if words.row["kind"] == "commune" else "owed_others"
    _write_part(document, words, "III", 3, words.reports(), others)
    _write_part(document, words, "IV", 4, words.slipping(), "owed_causes", "owed_measures")
    _write_part(document, words, "V", 5, words.decisions(), "owed_proposals")
    _paragraph(document, Piece(words.say("owed_closing"))).paragraph_format.keep_with_next = True
    kind = words.row["kind"]
    recipients = [words.say(f"owed_{name}") for name in RECIPIENTS]
    write_signature(document, recipients, words.say(f"owed_signs_{kind}"), words.say("owed_name"))
    if report.lines:
        _write_annex(document, words)
        write_sources(document, view, report)
    return document_bytes(document)


def _write_head(document: Any, words: OwedWords, summary: str) -> None:
    """Letterhead, title, to whom, under which plan."""
    head = Letterhead(
        superior=[words.say("owed_superior"), words.unit.upper()],
        office=words.body.upper(),
        number=words.say("owed_number"),
        nation=words.say("owed_nation"),
        motto=words.say("owed_motto"),
        date=words.say("owed_date", place=words.view.name(words.row)),
    )
    write_letterhead(document, head)
    note = "" if words.view.lang is Lang.VI else words.say("owed_translation")
    write_title(document, words.say("owed_title"), summary, note)
    _centred(document, Piece(words.say("owed_to")))
    for sentence in words.opening():
        _paragraph(document, Piece(sentence))


def _write_part(
    document: Any, words: OwedWords, numeral: str, number: int, sentences: Sequence[str], *to_write: str
) -> None:
    """A part: its title, its sentences, and dotted lines for what a person must write."""
    heading = _paragraph(document, Piece(f"{numeral}. {words.say(f'owed_part_{number}')}", bold=True))
    heading.alignment = WD_ALIGN_PARAGRAPH.LEFT
    heading.paragraph_format.keep_with_next = True
    for sentence in sentences:
        _paragraph(document, Piece(sentence)).paragraph_format.keep_with_next = sentence.endswith(":")
    for key in to_write:
        _paragraph(document, Piece(words.say(key))).paragraph_format.keep_with_next = True
        write_dotted(document, LINES, kept=key == to_write[-1] and number == PARTS)


def _write_annex(document: Any, words: OwedWords) -> None:
    """The head of the annex, on a page of its own."""
    _centred(document, Piece(words.say("owed_annex"), bold=True)).paragraph_format.page_break_before = True
    _centred(document, Piece(words.say("owed_annex_title"), bold=True))
    _centred(document, Piece(words.say("owed_annex_with"), italic=True))
    _paragraph(document, Piece(words.annex_note()))


def _paragraph(document: Any, piece: Piece) -> Any:
    paragraph = document.add_paragraph()
    # An address cannot be broken, and would tear the words before it apart.
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if "://" in piece.text else WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = INDENT
    write(paragraph, [piece])
    return paragraph


def _centred(document: Any, piece: Piece) -> Any:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(paragraph, [piece])
    return paragraph

"""The held papers written as Word documents and, by LibreOffice, as PDF."""

from collections.abc import Iterator
from io import BytesIO
from itertools import zip_longest
from pathlib import Path

from docx import Document
from docx.shared import Cm, Pt

from healthplan.drafting.broken_table import read_broken_table
from healthplan.drafting.layout import is_tab_row, is_wrapped, paragraphs
from healthplan.text.paper_words import unmarked_text
from tests.libreoffice import converted

WIDTH = 25.0  # of a table, in centimetres
Piece = str | list[list[str]]  # a paragraph, or the rows of a table


def pieces_of(lines: list[str]) -> Iterator[Piece]:
    """The paragraphs and tables of a paper's text, in its order."""
    loose: list[tuple[int, str]] = []
    rows: list[list[str]] = []
    at = 0
    while at < len(lines):
        broken = read_broken_table(lines, at)
        if is_tab_row(lines[at]) or broken:
            yield from (words.text for words in paragraphs(loose, is_wrapped(lines)))
            loose = []
        if broken:
            yield [[cell.text for cell in row.cells] for row in [*broken.head, *broken.rows]]
            at = broken.end
            continue
        if is_tab_row(lines[at]):
            rows.append([unmarked_text(cell) for cell in lines[at].split("\t")])
        elif rows:
            yield rows
            rows = []
        if not is_tab_row(lines[at]):
            loose.append((at + 1, lines[at]))
        at += 1
    if rows:
        yield rows
    yield from (words.text for words in paragraphs(loose, is_wrapped(lines)))


def as_docx(lines: list[str]) -> bytes:
    """A paper as a Word document: paragraphs with a first indent, tables with rules."""
    document = Document()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "DejaVu Serif", Pt(11)
    sheet = document.sections[0]
    sheet.page_width, sheet.page_height = Cm(29.7), Cm(21)
    sheet.left_margin = sheet.right_margin = Cm(2)
    for piece in pieces_of(lines):
        if isinstance(piece, str):
            document.add_paragraph(piece).paragraph_format.first_line_indent = Cm(1)
            continue
        table = document.add_table(len(piece), max(map(len, piece)))
        table.style = "Table Grid"
        longest = [max(len(cell) for cell in column) for column in zip_longest(*piece, fillvalue="")]
        shares = [min(max(length, 9), 60) for length in longest]
        for row in table.rows:
            for cell, share in zip(row.cells, shares, strict=True):
                cell.width = Cm(WIDTH * share / sum(shares))
        for row, cells in zip(table.rows, piece, strict=True):
            for cell, text in zip(row.cells, cells, strict=False):
                cell.text = text
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def as_pdf(docx: bytes, folder: Path) -> bytes:
    """The same document as LibreOffice prints it."""
    return converted("paper.docx", docx, "pdf", folder).read_bytes()

"""The lines of a PDF: paragraphs put together by their indents, table rows with tabs between their cells, page
heads and numbers left out. A page without text is a picture, which Debian's Tesseract reads where it is there."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfplumber.utils.exceptions import PdfminerException

from healthplan.drafting.columns import ROW_NUMBER
from healthplan.drafting.refusal import PaperRefused
from healthplan.drafting.scan import SCAN_PAGES_MAX, PagePiece, scanned_pieces, scanner

PAGES_MAX = 400
LETTERS_PAGE_MAX = 60_000
FEW_LETTERS = 20  # a page with fewer is a picture
INDENT = 9.0  # points from the left edge of the text at which a paragraph begins
ENDED = 10_000.0  # room for any word: nothing goes on
EDGE_SHARE = 0.10  # of a page's height, where heads and feet stand
PAGE_NUMBER = re.compile(r"[-–—\s]*(?:Trang\s+)?\d{1,4}(?:\s?/\s?\d{1,4})?[-–—\s]*", re.I)


@dataclass(frozen=True, slots=True)
class PdfText:
    """What was read: the lines, how many pages there are, how many of them were scanned, and the numbers of those
    that are pictures and could not be read."""

    lines: list[str]
    pages: int
    scanned: int
    unread: tuple[int, ...]


def read_pdf(raw: bytes, progress: Callable[[int, int], None]) -> PdfText:
    """The lines of a PDF. Raises PaperRefused; also when most pages are pictures and nothing here reads them."""
    try:
        with pdfplumber.open(BytesIO(raw)) as pdf:
            count = len(pdf.pages)
            if count > PAGES_MAX:
                raise PaperRefused("paper_too_many_pages", pages=str(count), most=str(PAGES_MAX))
            return _read_pages(pdf, count, progress)
    except PaperRefused:
        raise
    except PDFPasswordIncorrect:
        raise PaperRefused("paper_encrypted") from None
    except PdfminerException as error:
        is_locked = isinstance(error.args[0] if error.args else None, PDFPasswordIncorrect)
        raise PaperRefused("paper_encrypted" if is_locked else "paper_pdf_damaged") from None
    except (PDFSyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OSError):
        raise PaperRefused("paper_pdf_damaged") from None


def _read_pages(pdf: Any, count: int, progress: Callable[[int, int], None]) -> PdfText:
    pages: list[list[PagePiece]] = []
    scanned, unread = 0, []
    for number, page in enumerate(pdf.pages, start=1):
        if len(page.chars) > LETTERS_PAGE_MAX:
            raise PaperRefused("paper_pdf_damaged")
        if len(page.chars) >= FEW_LETTERS or not page.images:
            pages.append(_pieces(page))
        elif program := scanner():
            scanned += 1
            if scanned > SCAN_PAGES_MAX:
                raise PaperRefused("paper_too_many_pages", pages=str(count), most=str(SCAN_PAGES_MAX))
            pages.append(scanned_pieces(program, page))
        else:
            unread.append(number)
        page.close()
        progress(number, count)
    if len(unread) * 2 > count:
        raise PaperRefused("paper_scan_without_reader")
    repeated = _repeated(pages)
    lines: list[str] = []
    room = ENDED
    for pieces in pages:
        kept = [piece for piece in pieces if piece.text not in repeated and not PAGE_NUMBER.fullmatch(piece.text)]
        room = _add_page(kept, lines, room)
    return PdfText(lines, count, scanned, tuple(unread))


def _pieces(page: Any) -> list[PagePiece]:
    """The lines and rows of a page, from its top to its foot."""
    tables = [table for table in page.find_tables() if len(table.rows) > 1 or len(table.rows[0].cells) > 2]
    boxes = [table.bbox for table in tables]
    outside = page.filter(lambda one: not any(_inside(one, box) for box in boxes)) if boxes else page
    pieces = [
        PagePiece(line["text"].strip(), line["top"], line["x0"], line["x1"])
        for line in outside.extract_text_lines(return_chars=False)
        if line["text"].strip()
    ]
    for table in tables:
        tops = [row.bbox[1] for row in table.rows]
        for top, cells in zip(tops, table.extract(), strict=True):
            text = "\t".join(_cell(cell) for cell in cells)
            pieces.append(PagePiece(text, top, table.bbox[0], table.bbox[2], row=True))
    return sorted(pieces, key=lambda piece: piece.top)


def _cell(text: str | None) -> str:
    """A cell on one line; a number of a paper that the cell breaks at its hyphen is put together."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=\w)([-/])\n(?=[A-ZĐ])", r"\1", text or "")).strip()


def _inside(one: Any, box: tuple[float, float, float, float]) -> bool:
    across, down = (one["x0"] + one["x1"]) / 2, (one["top"] + one["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _repeated(pages: list[list[PagePiece]]) -> set[str]:
    """Heads and feet: words that begin or end more than half of three pages or more."""
    ends = Counter(text for pieces in pages if pieces for text in {pieces[0].text, pieces[-1].text})
    return {text for text, count in ends.items() if count > max(2, len(pages) / 2) and "\t" not in text}


def _add_page(pieces: list[PagePiece], lines: list[str], room: float) -> float:
    """Puts the pieces of a page to the lines as paragraphs: a line goes on with the one before where its first word
    would not have fitted there. `room` is what the last line of the page before left, in points; returns the same
    of this page."""
    texts = [piece for piece in pieces if not piece.row]
    left = min((piece.left for piece in texts), default=0.0)
    right = max((piece.right for piece in texts), default=0.0)
    for at, piece in enumerate(pieces):
        if piece.row:
            if at == 0 and lines and _is_cut(lines[-1], piece.text):
                lines[-1] = _rows_joined(lines[-1], piece.text)
            else:
                lines.append(piece.text)
            room = ENDED
            continue
        first = (piece.right - piece.left) * (len(piece.text.split(" ")[0]) + 1) / len(piece.text)
        if lines and first > room and piece.left <= left + INDENT:
            lines[-1] = _joined(lines[-1], piece.text)
        else:
            lines += ["", piece.text] if lines else [piece.text]
        room = right - piece.right
    return room


def _is_cut(row: str, text: str) -> bool:
    """Whether the first row of a page goes on with the last of the page before: as many cells, and no number."""
    cells = text.split("\t")
    numbered = any(ROW_NUMBER.fullmatch(cell) for cell in cells[:2])
    return row.count("\t") == text.count("\t") > 0 and not cells[0] and not numbered


def _rows_joined(row: str, text: str) -> str:
    return "\t".join(f"{cell} {more}".strip() for cell, more in zip(row.split("\t"), text.split("\t"), strict=True))


def _joined(line: str, text: str) -> str:
    return line + text if re.search(r"\w[-/]$", line) and text[:1].isupper() else f"{line} {text}"

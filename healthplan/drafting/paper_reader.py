"""A document in, numbered lines out: plain text, DOCX, PDF with text, scans. Sizes are checked before anything is
opened, and nothing in a document is run."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from healthplan.drafting.docx_lines import read_docx
from healthplan.drafting.pdf_lines import read_pdf
from healthplan.drafting.refusal import PaperRefused

BYTES_MAX = 50_000_000
LINES_MAX = 20_000
LINE_LONGEST = 20_000
TEXT_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
OLD_OFFICE, RICH_TEXT, ZIP, PDF = b"\xd0\xcf\x11\xe0", b"{\\rtf", b"PK\x03\x04", b"%PDF-"
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]")
# Letters of old fonts (TCVN3, VNI) that no Vietnamese text in Unicode has in such numbers.
ICELANDIC = str.maketrans("Ðð", "Đđ")  # letters of other alphabets that Vietnamese keyboards and scans put for đ
OLD_FONT = re.compile(r"[µ¸¹»¼½¾ÆÇÈÉË®¨©ª«¬­§¦¥¤£¢¡]")
Progress = Callable[[int, int], None]  # pages that are done, all pages


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as text: its lines, which count from 1; `kind` is text, docx, pdf or scan; its number of pages, 0
    where it has none, and those that are pictures and could not be read; `notes` name sentences of drafting.toml about
    how it was read."""

    lines: tuple[str, ...]
    kind: str
    pages: int = 0
    unread_pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The lines as the file in data/papers holds them."""
        return "\n".join(self.lines) + "\n"


def read_paper(raw: bytes, progress: Progress = lambda done, pages: None) -> Paper:
    """The lines of a document, whatever its name says it is. Raises PaperRefused."""
    if not raw.strip():
        raise PaperRefused("paper_empty")
    if len(raw) > BYTES_MAX:
        raise PaperRefused("paper_too_big", size=_megabytes(len(raw)), most=_megabytes(BYTES_MAX))
    if raw.startswith(PICTURES):
        raise PaperRefused("paper_photo")
    if raw.startswith((OLD_OFFICE, RICH_TEXT)):
        raise PaperRefused("paper_old_office")
    if raw.startswith(ZIP):
        document = read_docx(raw)
        return replace(_paper(document.lines, "docx"), notes=document.notes)
    if PDF in raw[:1024]:
        told = read_pdf(raw, progress)
        kind = "scan" if told.scanned * 2 > told.pages else "pdf"
        return replace(_paper(told.lines, kind), pages=told.pages, unread_pages=told.unread)
    return _paper(_plain(raw), "text")


def _plain(raw: bytes) -> list[str]:
    encoding = next((name for mark, name in TEXT_MARKS.items() if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        raise PaperRefused("paper_not_text") from None
    if "\x00" in text:
        raise PaperRefused("paper_not_text")
    return re.sub("\r\n?", "\n", text).removesuffix("\n").split("\n")


def _paper(lines: list[str], kind: str) -> Paper:
    """The lines in one spelling, without letters that nobody sees."""
    if len(lines) > LINES_MAX:
        raise PaperRefused("paper_too_long", lines=str(len(lines)), most=str(LINES_MAX))
    told = [_one_spelling(line).rstrip("\f") for line in lines]
    if not any(re.search(r"\w", line) for line in told):
        raise PaperRefused("paper_empty")
    if max(map(len, told)) > LINE_LONGEST:
        raise PaperRefused("paper_line_too_long", most=str(LINE_LONGEST))
    words = "".join(told)
    if len(OLD_FONT.findall(words)) * 50 > len(words):
        raise PaperRefused("paper_old_font")
    return Paper(tuple(told), kind)


def _one_spelling(line: str) -> str:
    return UNSEEN.sub("", unicodedata.normalize("NFC", line).replace("\u00a0", " ").translate(ICELANDIC))


def _megabytes(size: int) -> str:
    return str(-(-size // 1_000_000))

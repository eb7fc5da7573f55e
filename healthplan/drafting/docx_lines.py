"""The lines of a Word document: a paragraph a line with the number that Word puts before it, a table row a line
with tabs between its cells, a text box behind its paragraph, footnotes at the end. Tracked changes are read as
accepted, hidden words left out. The package is checked before it is unpacked; macros, fields and links stay unread."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from healthplan.drafting.refusal import PaperRefused

UNPACKED_MAX = 200_000_000
PART_MAX = 60_000_000
RATIO_MAX = 200
ENTRIES_MAX = 5_000
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT, NUMBERING, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
FOOTNOTES, MACROS = "word/footnotes.xml", "word/vbaProject.bin"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a second copy for older readers
BOX = f"{WORD}txbxContent"
TAKEN_OUT = (f"{WORD}del", f"{WORD}moveFrom", f"{WORD}tabs", FALLBACK)
CHANGES = tuple(f"{WORD}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
SYMBOLS = {"B3": "≥", "A3": "≤", "B1": "±", "3C": "<", "3E": ">", "2D": "-", "B4": "×"}  # of the font Symbol
WORDS = tuple(f"{WORD}{name}" for name in ("t", "tab", "br", "cr", "noBreakHyphen", "sym"))
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
DEPTH_MAX = 9
Level = tuple[str, str, int]  # number format, its text ("%1."), first number


@dataclass(frozen=True, slots=True)
class DocxText:
    """What was read: the lines, and sentences of drafting.toml about what was left out."""

    lines: list[str]
    notes: tuple[str, ...]


def read_docx(raw: bytes) -> DocxText:
    """The lines of a DOCX file. Raises PaperRefused."""
    try:
        with ZipFile(BytesIO(raw)) as package:
            _check_package(package)
            body = _parse(package, DOCUMENT).find(f"{WORD}body")
            parts = [
                _parse(package, part) if part in package.namelist() else None for part in (NUMBERING, STYLES, FOOTNOTES)
            ]
            has_macros = MACROS in package.namelist()
    except (
        BadZipFile,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
        ValueError,
    ):  # damaged, or with a password
        raise PaperRefused("paper_docx_damaged") from None
    except etree.XMLSyntaxError:
        raise PaperRefused("paper_docx_damaged") from None
    if body is None:
        raise PaperRefused("paper_docx_damaged")
    notes = [("paper_tracked_changes", next(body.iter(*CHANGES), None) is not None), ("paper_macros", has_macros)]
    lines = [*_lines(body, _Numbers(*parts[:2])), *_footnotes(parts[2])]
    return DocxText(lines, tuple(name for name, is_there in notes if is_there))


def _check_package(package: ZipFile) -> None:
    entries = package.infolist()
    if "xl/workbook.xml" in package.namelist():
        raise PaperRefused("paper_spreadsheet")
    if DOCUMENT not in package.namelist():
        raise PaperRefused("paper_other_package")
    size, packed = sum(one.file_size for one in entries), sum(one.compress_size for one in entries)
    too_dense = any(
        one.file_size > RATIO_MAX * max(one.compress_size, 1) and one.file_size > 1_000_000 for one in entries
    )
    if len(entries) > ENTRIES_MAX or size > UNPACKED_MAX or too_dense or size > RATIO_MAX * max(packed, 1):
        raise PaperRefused(
            "paper_unpacks_too_big", size=str(-(-size // 1_000_000)), most=str(UNPACKED_MAX // 1_000_000)
        )


def _parse(package: ZipFile, part: str) -> Any:
    """A part as a tree; never more of it than it may be, whatever the package says of its size."""
    with package.open(part) as file:
        raw = file.read(PART_MAX + 1)
    if len(raw) > PART_MAX:
        raise PaperRefused("paper_unpacks_too_big", size=f"{PART_MAX // 1_000_000}+", most=str(PART_MAX // 1_000_000))
    if b"<!DOCTYPE" in raw[:2000] or b"<!ENTITY" in raw:
        raise PaperRefused("paper_docx_damaged")
    return etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _lines(body: Any, numbers: "_Numbers") -> Iterator[str]:
    for one in body.iterchildren():
        if one.tag == f"{WORD}p":
            text = _text(one)
            mark = numbers.mark(one) if text else ""
            yield from (f"{mark} {text}".strip(), "")
            for box in _boxes(one):
                yield from _lines(box, numbers)
        elif one.tag == f"{WORD}tbl":
            yield from _rows(one, numbers)
            yield ""
        elif one.tag == f"{WORD}sdt":
            content = one.find(f"{WORD}sdtContent")
            if content is not None:
                yield from _lines(content, numbers)


def _rows(table: Any, numbers: "_Numbers") -> Iterator[str]:
    """A line for every row; a cell that is merged with the one above or before it is empty. A row of one cell is a
    frame around what stands in it; a table inside a cell follows its row."""
    for row in table.iterchildren(f"{WORD}tr"):
        if row.find(f"{WORD}trPr/{WORD}del") is not None:
            continue
        own = [cell for cell in row.iter(f"{WORD}tc") if next(cell.iterancestors(f"{WORD}tbl")) is table]
        if len(own) == 1 and len(own[0].findall(f"{WORD}p")) + len(own[0].findall(f"{WORD}tbl")) > 1:
            yield from _lines(own[0], numbers)
            continue
        before = _value(row.find(f"{WORD}trPr"), "gridBefore")
        cells = [""] * (min(int(before), 100) if before.isdecimal() else 0)
        for cell in own:
            merged = cell.find(f"{WORD}tcPr/{WORD}vMerge")
            goes_on = merged is not None and merged.get(f"{WORD}val", "continue") == "continue"
            pieces: list[str] = []
            for paragraph in cell.iter(f"{WORD}p"):
                if any(inner in _inner_tables(cell) for inner in paragraph.iterancestors(f"{WORD}tbl")):
                    continue
                text = _text(paragraph)
                pieces.append(f"{numbers.mark(paragraph)} {text}".strip() if text or not pieces else "")
            cells.append("" if goes_on else re.sub(r"\s+", " ", " ".join(filter(None, pieces))).strip())
            span = cell.find(f"{WORD}tcPr/{WORD}gridSpan")
            width = span.get(f"{WORD}val", "1") if span is not None else "1"
            cells += [""] * (min(int(width), 100) - 1 if width.isdecimal() else 0)
        yield "\t".join(cells)
        for cell in own:
            for inner in _inner_tables(cell):
                yield from _rows(inner, numbers)


def _inner_tables(cell: Any) -> list[Any]:
    """The tables in a cell that have rows of their own to read; one of a single row is words of the cell."""
    return [inner for inner in cell.iterchildren(f"{WORD}tbl") if len(inner.findall(f"{WORD}tr")) > 1]


def _text(paragraph: Any) -> str:
    """The words of a paragraph as they are seen: without those that tracked changes take out, hidden ones, and those of
    the text boxes in it."""
    pieces = []
    for one in paragraph.iter(*WORDS, MATH_TEXT):
        is_hidden = one.getparent().find(f"{WORD}rPr/{WORD}vanish") is not None
        if not is_hidden and not any(tag in TAKEN_OUT or tag == BOX for tag in _between(one, paragraph)):
            pieces.append(_piece(one))
    return re.sub(r"\s+", " ", "".join(pieces)).strip()


def _between(one: Any, top: Any) -> Iterator[str]:
    """The tags of what lies around an element, up to another that it is in."""
    for above in one.iterancestors():
        if above is top:
            return
        yield above.tag


def _piece(one: Any) -> str:
    match one.tag.rpartition("}")[2]:
        case "t":
            return one.text or ""
        case "noBreakHyphen":
            return "-"
        case "sym":
            is_symbol = one.get(f"{WORD}font", "") == "Symbol"
            return SYMBOLS.get(one.get(f"{WORD}char", "")[-2:].upper(), "") if is_symbol else ""
    return " "


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes of a paragraph, each once."""
    for box in paragraph.iter(BOX):
        if not any(tag in TAKEN_OUT or tag == BOX for tag in _between(box, paragraph)):
            yield box


def _footnotes(notes: Any) -> Iterator[str]:
    for note in notes.iterchildren(f"{WORD}footnote") if notes is not None else ():
        words = " ".join(filter(None, (_text(paragraph) for paragraph in note.iter(f"{WORD}p"))))
        if words and note.get(f"{WORD}type") is None:
            yield from (f"[{note.get(f'{WORD}id', '')}] {words}", "")


class _Numbers:
    """The numbers and bullets that Word makes for the paragraphs of its lists, counted as it counts them."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self.levels: dict[tuple[str, int], Level] = {}
        self.counts: dict[str, list[int]] = {}
        self.styles: dict[str, Any] = {}
        self.abstract: dict[str, str] = {}
        if numbering is not None:
            self._read(numbering)
        if styles is not None:
            for style in styles.iterchildren(f"{WORD}style"):
                self.styles[style.get(f"{WORD}styleId", "")] = style.find(f"{WORD}pPr/{WORD}numPr")

    def _read(self, numbering: Any) -> None:
        for number in numbering.iterchildren(f"{WORD}num"):
            of = number.find(f"{WORD}abstractNumId")
            if of is not None:
                self.abstract[number.get(f"{WORD}numId", "")] = of.get(f"{WORD}val", "")
        for abstract in numbering.iterchildren(f"{WORD}abstractNum"):
            for level in abstract.iterchildren(f"{WORD}lvl"):
                told = [_value(level, name) for name in ("numFmt", "lvlText", "start")]
                key = (abstract.get(f"{WORD}abstractNumId", ""), int(level.get(f"{WORD}ilvl", "0")))
                self.levels[key] = (told[0], told[1], int(told[2]) if told[2].isdecimal() else 1)

    def mark(self, paragraph: Any) -> str:
        """What stands before a paragraph: "1.", "a)", "-"; "" where nothing does."""
        properties = paragraph.find(f"{WORD}pPr/{WORD}numPr")
        if properties is None:
            properties = self.styles.get(_value(paragraph.find(f"{WORD}pPr"), "pStyle"))
        number, depth = _value(properties, "numId"), _value(properties, "ilvl") or "0"
        of = self.abstract.get(number, "")
        if not of or not depth.isdecimal() or (of, int(depth)) not in self.levels:
            return ""
        at = min(int(depth), DEPTH_MAX - 1)
        counts = self.counts.setdefault(of, [0] * DEPTH_MAX)
        counts[at] = counts[at] + 1 if counts[at] else self.levels[of, at][2]
        counts[at + 1 :] = [0] * (DEPTH_MAX - at - 1)
        kind, text, _ = self.levels[of, at]
        if kind == "bullet":
            return "+" if text.strip() == "+" else "-"
        return re.sub(r"%(\d)", lambda one: self._told(of, int(one[1]) - 1, counts), text)

    def _told(self, of: str, at: int, counts: list[int]) -> str:
        kind = self.levels.get((of, at), ("decimal", "", 1))[0]
        count = counts[at] if 0 <= at < DEPTH_MAX else 0
        match kind:
            case "upperRoman" | "lowerRoman":
                return _roman(count).upper() if kind == "upperRoman" else _roman(count)
            case "upperLetter" | "lowerLetter":
                letter = LETTERS[(count - 1) % len(LETTERS)]
                return letter.upper() if kind == "upperLetter" else letter
            case "decimalZero":
                return f"{count:02}"
        return str(count)


def _value(element: Any, name: str) -> str:
    found = element.find(f"{WORD}{name}") if element is not None else None
    return found.get(f"{WORD}val", "") if found is not None else ""


def _roman(count: int) -> str:
    text = ""
    for value, sign in ROMAN:
        while count >= value and len(text) < 12:
            text, count = text + sign, count - value
    return text

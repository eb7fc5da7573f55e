"""The words of a paper as they are compared and shown: one form for every letter, no marks of the file, and the
places where words stand in its lines."""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

INSIDE_BEFORE = re.compile(r"\w$|[0-9][.,]$")
INSIDE_AFTER = re.compile(r"^\w|^[.,][0-9]")
DECIMAL_POINT = re.compile(r"(?<![\w.,/])(\d+)\.(\d{1,2}|\d{4,})(?!\d|[.,/]\d)")  # not 1.000: thousands
MARKS = re.compile(r"</?[a-z][^<>]*>|\\?\*+|^#+ ", re.I)
BETWEEN_CELLS = " · "
RUN_ON = 20  # lines that quoted words may run on over
LEAST_CELLS = 3  # of a line that is a row of a table


def spaced_text(text: str) -> str:
    """The text in one form for each letter, with one blank for every run of them."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def comma_decimals(text: str) -> str:
    """The text as quotations are looked up in it, as long as before: a decimal point that a paper prints is the comma
    of our own figures ("95.5%" is "95,5%")."""
    return DECIMAL_POINT.sub(r"\1,\2", text)


@lru_cache(maxsize=20_000)  # the lines after one that is quoted are those of its neighbours, too
def unmarked_text(text: str) -> str:
    """A paper's text in the same form, without the marks for bold letters, lists and headings that some files
    bring; a sign that a web page spells out is that sign."""
    return spaced_text(html.unescape(MARKS.sub("", text)))


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words that begin in a line. `row` is the statement that rests on them; `cell` is the cell of a row of a table
    in which they stand, from 0, where that is known."""

    line: int
    words: str
    row: str = ""
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class LinePiece:
    """A piece of a line: marked where words were quoted, with the statement that rests on them."""

    text: str
    marked: bool = False
    row: str = ""


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of a paper by its number, from 1. `is_own`: it is one of those that were asked for."""

    number: int
    pieces: tuple[LinePiece, ...]
    is_own: bool = False

    @property
    def marked(self) -> str:
        """All that is marked in it."""
        return "".join(piece.text for piece in self.pieces if piece.marked)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line in the text of its neighbours: its number, and the offsets of its cells."""

    number: int
    cells: tuple[tuple[int, int, int], ...]  # index of the cell, start, end

    @property
    def start(self) -> int:
        return self.cells[0][1]

    @property
    def end(self) -> int:
        return self.cells[-1][2]


def marked_lines(
    lines: Sequence[str], first: int, last: int, quoted: Sequence[QuotedWords], own: Sequence[int] = ()
) -> list[MarkedLine]:
    """The lines of a paper from one number to another that have words, with the quoted words marked where they stand;
    words that run on into the next lines are marked there too. Where several rest on the same words, the first
    counts."""
    text, placed = _joined(lines, max(1, first), min(last, len(lines)))
    by_number = {one.number: at for at, one in enumerate(placed)}
    spans: list[tuple[int, int, str]] = []
    for one in quoted:
        line = one.line
        while line <= last and line not in by_number:  # the facts may name the blank line above
            line += 1
        if line in by_number and (span := _span(text, placed[by_number[line]], one, spans)):
            spans.append((*span, one.row))
    spans.sort()
    return [
        MarkedLine(one.number, tuple(_pieces(text, one.start, one.end, spans)), one.number in own) for one in placed
    ]


def lines_around(lines: Sequence[str], line: int, words: str) -> list[MarkedLine]:
    """The line that words begin in and those they go on in, with the line before and after; without a mark where the
    words do not begin there."""
    own = first_filled(lines, line)
    first, last = filled_lines(lines, own, 1, RUN_ON)
    told = marked_lines(lines, first, last, [QuotedWords(line, words)], (own,))
    end = max((at for at, one in enumerate(told) if one.is_own or one.marked), default=0)
    return told[: end + 2]


def first_filled(lines: Sequence[str], line: int) -> int:
    """The first line from one on that has words; the line itself where none has."""
    return next((at for at in range(line, len(lines) + 1) if unmarked_text(lines[at - 1])), line)


def filled_lines(lines: Sequence[str], line: int, before: int, after: int) -> tuple[int, int]:
    """The first and last of the lines around one, counted without those that have no words."""
    first = last = line
    while before and first > 1:
        first -= 1
        before -= bool(unmarked_text(lines[first - 1]))
    while after and last < len(lines):
        last += 1
        after -= bool(unmarked_text(lines[last - 1]))
    return first, last


def words_within(words: str, text: str, start: int, end: int) -> Iterator[int]:
    """Where words begin between two offsets of a text, whole words and numbers only."""
    at = text.find(words, start) if words else -1
    while 0 <= at < end:
        if not INSIDE_BEFORE.search(text[:at][-3:]) and not INSIDE_AFTER.search(text[at + len(words) :][:3]):
            yield at
        at = text.find(words, at + 1)


def _joined(lines: Sequence[str], first: int, last: int) -> tuple[str, list[_Placed]]:
    text, placed = "", []
    for number in range(first, last + 1):
        line = lines[number - 1]
        cells = line.split("\t")
        told = list(enumerate(map(unmarked_text, cells))) if len(cells) >= LEAST_CELLS else [(0, unmarked_text(line))]
        spots: list[tuple[int, int, int]] = []
        for index, words in told:
            if words:
                text += (BETWEEN_CELLS if spots else " ") if text else ""
                spots.append((index, len(text), len(text) + len(words)))
                text += words
        if spots:
            placed.append(_Placed(number, tuple(spots)))
    return text, placed


def _span(
    text: str, line: _Placed, quoted: QuotedWords, taken: Sequence[tuple[int, int, str]]
) -> tuple[int, int] | None:
    """Where words stand that begin in a line, in their cell or else where nobody quotes yet; None where they do
    not, or where others quote all of them."""
    text, words = comma_decimals(text), comma_decimals(spaced_text(quoted.words))
    within = next(((start, end) for index, start, end in line.cells if index == quoted.cell), (line.start, line.end))
    for spot in (within, (line.start, line.end)):
        for at in words_within(words, text, *spot):
            span = at, at + len(words)
            if not any(start < span[1] and span[0] < end for start, end, _ in taken):
                return span
    return None


def _pieces(text: str, start: int, end: int, spans: Sequence[tuple[int, int, str]]) -> Iterator[LinePiece]:
    at = start
    for left, right, row in spans:
        left, right = max(left, start), min(right, end)
        if left >= right:
            continue
        if at < left:
            yield LinePiece(text[at:left])
        yield LinePiece(text[left:right], marked=True, row=row)
        at = right
    if at < end:
        yield LinePiece(text[at:end])

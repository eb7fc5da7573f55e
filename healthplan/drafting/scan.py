"""Scanned pages: Debian's Tesseract with Vietnamese, a program beside ours, reads their words where it is installed;
the rules of a table, which we find in the picture, put the words into cells."""

import csv
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO, StringIO
from itertools import pairwise, product
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from healthplan.drafting.refusal import PaperRefused

SCAN_PAGES_MAX = 150
DOTS_PER_INCH = 200
POINTS = 72 / DOTS_PER_INCH
SIDE_MAX = 2_500  # points; a larger page is no sheet of paper
SECONDS_A_PAGE = 120
COLUMN, SPARSE, LINE = "4", "11", "7"  # how Tesseract looks for text: one column; anywhere; one line
DARK = 140  # of 255
RULE_SHARE = 0.25  # of the page's width, the least of a rule across a table
RULE_DOWN = 45  # dots, the least of a rule down one
FIGURES = "tessedit_char_whitelist=0123456789.,-<>%xIVX()"
MARGIN = 5  # dots beside a rule
INK = 15  # dark dots of a letter at least
NEAR = 8  # dots within which rules are one
Picture = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class PagePiece:
    """A line of text, or a table row (`row`, tabs between its cells), with its place on the page in points."""

    text: str
    top: float
    left: float
    right: float
    row: bool = False


@dataclass(frozen=True, slots=True)
class _ScannedWord:
    text: str
    left: int
    top: int
    right: int
    bottom: int
    line: tuple[str, ...]


@lru_cache
def scanner() -> str | None:
    """Where Tesseract with Vietnamese is; None where it is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    told = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    return program if "vie" in told.stdout.split() else None


def scanned_pieces(program: str, page: Any) -> list[PagePiece]:
    """The lines and table rows that Tesseract reads on a page of a PDF, from its top to its foot. Raises
    PaperRefused for a page that is too large, or when it takes longer than it may."""
    if max(page.width, page.height) > SIDE_MAX:
        raise PaperRefused("paper_pdf_damaged")
    picture = page.to_image(resolution=DOTS_PER_INCH).original.convert("L")
    dots: Picture = np.asarray(picture)
    grids = list(_grids(dots < DARK))
    file = BytesIO()
    clean = _without_rules(picture, grids)
    clean.save(file, "PNG")
    words = _words(program, file.getvalue(), SPARSE if grids else COLUMN)
    words += [word for grid in grids for word in _lone_words(program, clean, words, *grid)]
    pieces = [piece for rows, columns in grids for piece in _table_rows(words, rows, columns)]
    outside = [word for word in words if not any(_is_inside(word, rows, columns) for rows, columns in grids)]
    return sorted([*pieces, *_text_lines(outside)], key=lambda piece: piece.top)


def _words(program: str, picture: bytes, layout: str, *more: str) -> list[_ScannedWord]:
    command = [program, "-", "-", "-l", "vie", "--psm", layout, *more, "tsv"]
    try:
        told = subprocess.run(command, input=picture, capture_output=True, timeout=SECONDS_A_PAGE, check=True)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        raise PaperRefused("paper_scan_failed") from None
    rows = csv.DictReader(StringIO(told.stdout.decode("utf-8", "replace")), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = []
    for row in rows:
        if (row["text"] or "").strip():
            left, top, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
            line = tuple(row[name] for name in ("block_num", "par_num", "line_num"))
            words.append(_ScannedWord(row["text"].strip(), left, top, left + width, top + height, line))
    return words


def _text_lines(words: list[_ScannedWord]) -> Iterator[PagePiece]:
    lines: dict[tuple[str, ...], list[_ScannedWord]] = defaultdict(list)
    for word in words:
        lines[word.line].append(word)
    for line in lines.values():
        text = " ".join(word.text for word in line)
        ends = min(word.left for word in line), max(word.right for word in line)
        yield PagePiece(text, min(word.top for word in line) * POINTS, ends[0] * POINTS, ends[1] * POINTS)


def _grids(dark: NDArray[np.bool_]) -> Iterator[tuple[list[int], list[int]]]:
    """The tables of a page: for each the heights of its rules across, and the places of those down."""
    across = _places(np.asarray(_runs(dark, int(dark.shape[1] * RULE_SHARE)).any(axis=1)))
    down = _runs(dark.T, RULE_DOWN).T
    tables: list[list[int]] = []
    for upper, lower in pairwise(across):
        joined = _places(down[(upper + lower) // 2])
        if len(joined) < 2:
            continue
        if tables and tables[-1][-1] == upper:
            tables[-1].append(lower)
        else:
            tables.append([upper, lower])
    for rows in tables:
        columns = _places(np.asarray(down[rows[0] : rows[-1]].sum(axis=0) >= RULE_DOWN))
        if len(rows) > 2 and len(columns) > 2:
            yield rows, columns


def _runs(dark: NDArray[np.bool_], length: int) -> NDArray[np.bool_]:
    """Where a run of dark dots of this length along a row begins; a gap of a dot in height does not break it."""
    thick = dark.copy()
    thick[1:] |= dark[:-1]
    sums = np.cumsum(np.pad(thick, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    found = np.zeros_like(dark)
    if dark.shape[1] > length:
        begins = sums[:, length:] - sums[:, :-length] == length
        found[:, : begins.shape[1]] = begins
        for at in np.flatnonzero(begins.any(axis=1)):  # from the first dot of each run to its last
            marks = np.zeros(dark.shape[1] + 1, dtype=np.int32)
            starts = np.flatnonzero(begins[at])
            np.add.at(marks, starts, 1)
            np.add.at(marks, starts + length, -1)
            found[at] = np.cumsum(marks[:-1]) > 0
    return found


def _places(marked: NDArray[np.bool_]) -> list[int]:
    """The middle of each run of marks, those near each other as one."""
    places: list[list[int]] = []
    for at in np.flatnonzero(marked).tolist():
        if places and at - places[-1][-1] <= NEAR:
            places[-1].append(at)
        else:
            places.append([at])
    return [(one[0] + one[-1]) // 2 for one in places]


def _without_rules(picture: Image.Image, grids: list[tuple[list[int], list[int]]]) -> Image.Image:
    """The picture with the rules of its tables painted over, which would be read as letters."""
    dots = np.array(picture)
    for rows, columns in grids:
        for row in rows:
            dots[max(0, row - 3) : row + 4, columns[0] : columns[-1]] = 255
        for column in columns:
            dots[rows[0] : rows[-1], max(0, column - 3) : column + 4] = 255
    return Image.fromarray(dots)


def _lone_words(
    program: str, picture: Image.Image, words: list[_ScannedWord], rows: list[int], columns: list[int]
) -> Iterator[_ScannedWord]:
    """What stands in cells that have ink and no word yet: single figures, which are missed on a whole page."""
    for (upper, lower), (left, right) in product(pairwise(rows), pairwise(columns)):
        box = (left + MARGIN, upper + MARGIN, right - MARGIN, lower - MARGIN)
        has_word = any(
            upper <= (one.top + one.bottom) / 2 < lower and left <= (one.left + one.right) / 2 < right for one in words
        )
        if has_word or box[0] >= box[2] or box[1] >= box[3]:
            continue
        cell = picture.crop(box)
        if np.count_nonzero(np.asarray(cell) < DARK) >= INK:
            wide = Image.new("L", (2 * cell.width + 80, 2 * cell.height + 80), 255)
            wide.paste(cell.resize((2 * cell.width, 2 * cell.height)), (40, 40))
            file = BytesIO()
            wide.save(file, "PNG")
            text = " ".join(word.text for word in _words(program, file.getvalue(), LINE, "-c", FIGURES))
            if text:
                yield _ScannedWord(text, box[0], upper, box[2], lower, ())


def _is_inside(word: _ScannedWord, rows: list[int], columns: list[int]) -> bool:
    middle, height = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return columns[0] <= middle <= columns[-1] and rows[0] <= height <= rows[-1]


def _table_rows(words: list[_ScannedWord], rows: list[int], columns: list[int]) -> Iterator[PagePiece]:
    """The rows of a table: each word in the cell that its middle lies in."""
    for upper, lower in pairwise(rows):
        cells: list[list[_ScannedWord]] = [[] for _ in columns[1:]]
        for word in words:
            if upper <= (word.top + word.bottom) / 2 < lower:
                for at, (left, right) in enumerate(pairwise(columns)):
                    if left <= (word.left + word.right) / 2 < right:
                        cells[at].append(word)
        text = "\t".join(_cell_text(cell) for cell in cells)
        if text.strip():
            yield PagePiece(text, upper * POINTS, columns[0] * POINTS, columns[-1] * POINTS, row=True)


def _cell_text(words: list[_ScannedWord]) -> str:
    """The words of a cell, line by line; words whose heights overlap stand on one line."""
    lines: list[list[_ScannedWord]] = []
    for word in sorted(words, key=lambda one: one.top + one.bottom):
        if lines and (word.top + word.bottom) / 2 < lines[-1][-1].bottom:
            lines[-1].append(word)
        else:
            lines.append([word])
    return " ".join(word.text for line in lines for word in sorted(line, key=lambda one: one.left))

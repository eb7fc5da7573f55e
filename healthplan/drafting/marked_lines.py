"""A paper's own lines around words of it, with these words marked."""

from dataclasses import dataclass

from etl.quotes import INSIDE_AFTER, INSIDE_BEFORE, spaced_text
from healthplan.drafting.passage import passage

BEFORE, AFTER = 8, 40  # lines that are looked at; empty ones do not count as neighbours


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of a paper by its number, from 1; `marked` stands between `before` and `after`. `is_own`: the words begin
    or go on in it, or, where they are not there, it is the line that the row names."""

    number: int
    before: str
    marked: str = ""
    after: str = ""
    is_own: bool = False


def marked_lines(lines: list[str], line: int, words: str) -> list[MarkedLine]:
    """The line that words begin in and those they go on in, with the line before and after; without a mark where the
    words do not begin there."""
    first = max(1, line - BEFORE)
    whole = passage(enumerate(lines[first - 1 : line + AFTER], start=first))
    spaced = spaced_text(words)
    ends = [start - 1 for start, _ in whole.starts[1:]] + [len(whole.text)]
    pieces = [(number, start, end) for (start, number), end in zip(whole.starts, ends, strict=True)]
    own = next((at for at, piece in enumerate(pieces) if piece[0] >= line), len(pieces) - 1)
    at = _found(whole.text, spaced, *pieces[own][1:])
    stop = at + len(spaced)
    last = max(own, *(i for i, piece in enumerate(pieces) if piece[1] < stop)) if at >= 0 else own
    told = []
    for i in range(max(0, own - 1), min(len(pieces), last + 2)):
        number, start, end = pieces[i]
        text = whole.text[start:end]
        left, right = (max(at, start) - start, min(stop, end) - start) if at >= 0 else (len(text), len(text))
        if own <= i <= last and left < right:
            told.append(MarkedLine(number, text[:left], text[left:right], text[right:], is_own=True))
        else:
            told.append(MarkedLine(number, text, is_own=i == own))
    return told


def _found(text: str, words: str, start: int, end: int) -> int:
    """Where words begin between two offsets, whole; -1 where they do not."""
    at = text.find(words, start) if words else -1
    while 0 <= at < end:
        if not INSIDE_BEFORE.search(text[:at][-3:]) and not INSIDE_AFTER.search(text[at + len(words) :][:3]):
            return at
        at = text.find(words, at + 1)
    return -1

"""Words of a paper that belong together, though the paper breaks them over lines; each knows its line."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from healthplan.text.paper_words import unmarked_text


@dataclass(frozen=True, slots=True)
class Passage:
    """A text on one line, and for each piece of it the offset at which a line of the paper (from 1) begins."""

    text: str
    starts: tuple[tuple[int, int], ...] = ()

    @property
    def first_line(self) -> int:
        """The line of the paper in which it begins; 0 for an empty one."""
        return self.starts[0][1] if self.starts else 0

    def line(self, at: int) -> int:
        """The line of the paper in which the letter at this offset stands."""
        return self.starts[max(0, bisect_right(self.starts, (at, 1 << 30)) - 1)][1] if self.starts else 0

    def part(self, start: int, end: int) -> "Passage":
        """The words between two offsets, without the blanks around them."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        inner = tuple((at - start, line) for at, line in self.starts if start < at < start + len(text))
        return Passage(text, ((0, self.line(start)), *inner))


def passage(pieces: Iterable[tuple[int, str]]) -> Passage:
    """Lines of the paper, each with its number, as one text with a blank between them."""
    text, starts = "", []
    for line, piece in pieces:
        if words := unmarked_text(piece):
            text += " " if text else ""
            starts.append((len(text), line))
            text += words
    return Passage(text, tuple(starts))


def joined(passages: Iterable[Passage]) -> Passage:
    """Passages one after the other as one."""
    text, starts = "", []
    for one in passages:
        if one.text:
            text += " " if text else ""
            starts += [(len(text) + at, line) for at, line in one.starts]
            text += one.text
    return Passage(text, tuple(starts))


def is_wordless(piece: str) -> bool:
    """Whether nothing is left of a line but marks and rules."""
    return not re.search(r"\w", unmarked_text(piece))

"""Which letters our files can write. Files that carry their letters with them (pictures, briefs, slides as
PDF) have two faces: Be Vietnam Pro, and DejaVu Sans for what it lacks (Greek, Cyrillic, Arabic, Lao, signs).
What neither has becomes a box, and the file names it. Screens, halls and PowerPoint take the reader's own
fonts instead."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
REGULAR, BOLD, OTHER = "BeVietnamPro_400Regular.ttf", "BeVietnamPro_600SemiBold.ttf", "DejaVuSans.ttf"
BOX = "□"
NAMED = 6  # letters that a file names; more are counted
ELLIPSIS = "…"
LONGEST_WORD = 30  # letters; a longer one may be broken anywhere
BREAK = "\u200b"  # where a line may break


def writable_text(text: str) -> str:
    """The text with a box for each letter that no face of ours has; signs that nobody sees are left out."""
    if text.isascii():
        return text
    known = _letters()
    return "".join(
        letter if ord(letter) in known else BOX for letter in text if ord(letter) in known or not _unseen(letter)
    )


def boxes(text: str) -> str:
    """What the boxes of a text stand for: "□ U+0E01 THAI CHARACTER KO KAI; …"; "" without one."""
    lacking = list(dict.fromkeys(_lacking(text)))
    told = "; ".join(f"U+{ord(one):04X} {unicodedata.name(one, '')}".rstrip() for one in lacking[:NAMED])
    more = f"; {ELLIPSIS} (+{len(lacking) - NAMED})" if len(lacking) > NAMED else ""
    return f"{BOX} {told}{more}" if lacking else ""


def cut_text(text: str, most: int) -> str:
    """At most so many letters, with three dots where there were more; cut at a word where one ends nearby."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    words = kept.rsplit(" ", 1)[0]
    return (words if len(words) > most * 0.8 else kept).rstrip(" ,;") + ELLIPSIS


def breakable_text(text: str) -> str:
    """The text with places where very long words may be broken."""
    return " ".join(_broken(word) if len(word) > LONGEST_WORD else word for word in text.split(" "))


def _broken(word: str) -> str:
    half = LONGEST_WORD // 2
    return BREAK.join(word[at : at + half] for at in range(0, len(word), half))


def _lacking(text: str) -> Iterator[str]:
    if not text.isascii():
        known = _letters()
        yield from (letter for letter in text if ord(letter) not in known and not _unseen(letter))


def _unseen(letter: str) -> bool:
    """Joiners, selectors of variants and line breaks."""
    return letter.isspace() or unicodedata.category(letter) in ("Cf", "Cc") or "\ufe00" <= letter <= "\ufe0f"


@lru_cache(maxsize=1)
def _letters() -> frozenset[int]:
    """What can be written in both weights; line breaks are the writer's own affair."""
    regular, bold, other = (letters_of(name) for name in (REGULAR, BOLD, OTHER))
    return (regular & bold) | other | {ord("\n"), ord(BREAK)}


@lru_cache(maxsize=3)
def letters_of(name: str) -> frozenset[int]:
    """The code points of a face."""
    with TTFont(FONTS / name, lazy=True) as face:
        return frozenset(face.getBestCmap())


@lru_cache(maxsize=3)
def widths_of(name: str) -> dict[str, float]:
    """How wide each letter of a face is, over its size."""
    with TTFont(FONTS / name, lazy=True) as face:
        whole, widths = face["head"].unitsPerEm, face["hmtx"].metrics
        return {chr(code): widths[glyph][0] / whole for code, glyph in face.getBestCmap().items()}

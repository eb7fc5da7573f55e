"""Words as they are compared: without accents, capitals and signs, one spelling for i and y, abbreviations in
full. An accent that a scanner lost or changed makes no difference."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+")
SAME = (  # ways to write one thing, as folded words
    ("kham benh chua benh", "kham chua benh"),
    ("10.000 dan", "van dan"),
    ("10000 dan", "van dan"),
    ("10 nghin dan", "van dan"),
    ("1 van dan", "van dan"),
    ("cap xa", "xa"),
    ("tuyen xa", "xa"),
    ("xa phuong dac khu", "xa"),
    ("phuong xa dac khu", "xa"),
    ("xa phuong thi tran", "xa"),
    ("xa phuong", "xa"),
    ("phuong xa", "xa"),
    ("tram y te xa", "tram y te"),
    ("binh quan", "trung binh"),
    ("vaccine", "vac xin"),
    ("vacxin", "vac xin"),
)
LITTLE = ("cua", "cac", "nhung")  # words that make no difference
SAME_WORDS = tuple((tuple(before.split()), tuple(after.split())) for before, after in SAME)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as folded words; each knows where it begins and ends in the text."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def fold(word: str) -> str:
    """One word as it is compared: "Sỹ" and "sĩ" are "si", "Hoá" and "hóa" "hoa"."""
    bare = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return re.sub("(?<=[bcdghklmnrstvx])y$", "i", bare)


def folded(text: str, abbreviations: Mapping[str, tuple[str, ...]]) -> Folded:
    """The words of a text as they are compared. `abbreviations` gives the folded words that each stands for."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for found in WORD.finditer(text):
        meant = abbreviations.get(found[0]) or (fold(found[0]),)
        if meant[0] in LITTLE:
            continue
        words += meant
        spans += [found.span()] * len(meant)
    for before, after in SAME_WORDS:
        at = 0
        while before[0] in words[at:]:
            at = words.index(before[0], at)
            if tuple(words[at : at + len(before)]) == before:
                last = len(before) - len(after)
                kept = [spans[at + last + i] for i in range(len(after))]
                kept[0] = (spans[at][0], kept[0][1])
                words[at : at + len(before)], spans[at : at + len(before)] = after, kept
            at += 1
    return Folded(tuple(words), tuple(spans))

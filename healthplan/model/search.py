"""Finding words as people type them: without accents, with the usual abbreviations, and figures as they are
printed."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

STROKED = str.maketrans("đð", "dd")
TERMS_MOST = 12  # words of one question; more narrow nothing down
WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")
FIGURE = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)*)(?!\w)")


def bare(text: str) -> str:
    """Lower case without accents: "Đường" becomes "duong". "Bác sỹ" and "bác sĩ" are one word; a figure stays
    whole: "98,4" is "98.4"."""
    apart = unicodedata.normalize("NFD", text.lower().translate(STROKED))
    marks = [ord(sign) for sign in set(apart) if unicodedata.combining(sign)]
    words = WORD.findall(apart.translate(dict.fromkeys(marks)))
    return " ".join("si" if word == "sy" else word.replace(",", ".") for word in words)


@dataclass(frozen=True, slots=True)
class _Abbreviation:
    """`short` and `long` are folded, between blanks. `printed` finds the abbreviation in a text; `name` does not
    find what it stands for where that is a name and the text has common words."""

    short: str
    long: str
    printed: re.Pattern[str]
    name: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """`rows` are pairs: the abbreviation as printed, and what it stands for. A text holds one in capitals only: "AI"
    is artificial intelligence, "ai" is "who"; and a name with its capital only: "Sở Y tế" is SYT, "cơ sở y tế" is
    not."""

    rows: Sequence[tuple[str, str]]
    _known: list[_Abbreviation] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", [_abbreviation(short, long) for short, long in self.rows])

    def searchable(self, text: str) -> str:
        """The words of a text as they are looked for, a space before each; abbreviations in full and in
        short."""
        plain = f" {bare(text)} "
        more = []
        for one in self._known:
            if one.long in plain and one.name.search(text):
                more.append(one.short)
            elif one.short in plain and one.printed.search(text):
                more.append(one.long)
        return plain + "".join(one.lstrip() for one in dict.fromkeys(more))


def _abbreviation(short: str, long: str) -> _Abbreviation:
    first = long.split()[0]
    name = re.compile(rf"\b(?:{re.escape(first)}|{re.escape(first.upper())})\b" if first[0].isupper() else "")
    return _Abbreviation(f" {bare(short)} ", f" {bare(long)} ", re.compile(rf"\b{re.escape(short)}\b"), name)


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """A word of a question, which must begin a word of what is found, or a figure (`numbers`: what it may
    mean), which must be a whole one."""

    text: str
    numbers: tuple[float, ...] = ()


def search_words(asked: str) -> tuple[str, ...]:
    """The words of a question; every one must begin a word of what is found."""
    return tuple(bare(asked).split())


def search_terms(asked: str) -> tuple[SearchTerm, ...]:
    """The words and figures of a question in their order, each once; at most TERMS_MOST."""
    found: list[SearchTerm] = []
    for at, part in enumerate(FIGURE.split(unicodedata.normalize("NFC", asked))):
        found += [SearchTerm(bare(part), _numbers(part))] if at % 2 else [SearchTerm(one) for one in bare(part).split()]
    return tuple(dict.fromkeys(found))[:TERMS_MOST]


def _numbers(figure: str) -> tuple[float, ...]:
    """What a figure may mean: "98,4" and "98.4" are one number, "1.000" may be a thousand or one."""
    parts = re.split("[.,]", figure)
    readings: list[str] = ["".join(parts)] if all(len(one) == 3 for one in parts[1:]) else []
    if len(parts) == 2:
        readings.append(".".join(parts))
    return tuple(float(one) for one in readings if len(one) <= 15)


def matches(asked: str, plain: str) -> bool:
    """Whether every word asked for begins a word of a text, which is given as `searchable` gives it."""
    return all(f" {word}" in plain for word in search_words(asked))


def abbreviations_of(rows: Iterable[dict[str, str]]) -> Abbreviations:
    """The abbreviations of the rows of data/abbreviations.csv."""
    return Abbreviations(tuple((row["abbreviation"], row["meaning_vi"]) for row in rows))


@lru_cache(maxsize=2)
def searchable_words(abbreviations: Abbreviations) -> Callable[[str], str]:
    """`searchable` with a memory: a build asks for the same words many times, and the next build again."""
    return lru_cache(maxsize=10_000)(abbreviations.searchable)

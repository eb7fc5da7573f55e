"""Finding words as people type them: without accents, and with the usual abbreviations."""

import re
import unicodedata

# Abbreviations of Vietnamese health offices, and what they stand for.
ABBREVIATIONS = {
    "bhyt": "bao hiem y te",
    "bhxh": "bao hiem xa hoi",
    "tyt": "tram y te",
    "syt": "so y te",
    "byt": "bo y te",
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "yhct": "y hoc co truyen",
    "ncd": "benh khong lay nhiem",
    "ai": "tri tue nhan tao",
}


def bare(text: str) -> str:
    """Lower case without accents: "Đường" becomes "duong"."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join(re.findall(r"\w+", "".join(sign for sign in apart if not unicodedata.combining(sign))))


def searchable(text: str) -> str:
    """The words of a text as they are looked for, a space before each; abbreviations in full and in short."""
    plain = f" {bare(text)} "
    for short, long in ABBREVIATIONS.items():
        if f" {long} " in plain:
            plain += f"{short} "
        elif f" {short} " in plain:
            plain += f"{long} "
    return plain


def search_words(asked: str) -> tuple[str, ...]:
    """The words of a question; every one must begin a word of what is found."""
    return tuple(bare(asked).split())


def matches(asked: str, plain: str) -> bool:
    """Whether every word asked for begins a word of a text, which is given as `searchable` gives it."""
    return all(f" {word}" in plain for word in search_words(asked))

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


def searched(text: str) -> str:
    """A text as it is searched: bare words, a space before each, abbreviations in full and in short."""
    plain = f" {bare(text)} "
    for short, long in ABBREVIATIONS.items():
        if f" {long} " in plain:
            plain += f"{short} "
        elif f" {short} " in plain:
            plain += f"{long} "
    return plain


def matches(asked: str, plain: str) -> bool:
    """Whether every word asked for begins a word of a text, which is given as `searched` gives it."""
    return all(f" {word}" in plain for word in bare(asked).split())

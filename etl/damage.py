"""What befalls text on its way through spreadsheets, fonts and code pages, told by the look of its words."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import ftfy.bad_codecs  # noqa: F401  makes the codec sloppy-windows-1252 known
from ftfy.badness import is_bad

from etl.syllable import VIETNAMESE, is_syllable

CAPITALS = re.compile(f"[A-Z{VIETNAMESE.upper()}]+")
PLAIN = re.compile(r"[\n -~]*")
THREE_BYTES = {letter for letter in VIETNAMESE if ord(letter) > 0x7FF}
EXCEL_ERROR = re.compile(r"#(?:[A-ZÀ-ÞĂ-Ỹ][A-ZÀ-ÞĂ-Ỹ0-9_/]+[!?]|DIV/0!?|N/A|NV\b|GETTING_DATA)|\bErr:5\d\d\b|^#{3,}$")
ADDRESS = re.compile(r"\S*(?:://|www\.|\?\S*=|\w\.\w+/)\S*")
# "ho?ch", "2025?2030", "?iện": a question mark within a word, or before one.
MARK_WITHIN = re.compile(r"[^\s=]*\w\?+\w[^\s=]*|(?<![\w=?])\?+\w[^\s=]*|(?<![\w!?])\?{2,}")
MARK_AFTER = re.compile(r"(?<!\w)([^\W\d_]+)\?+(?!\w)")
VOWELS = re.compile("[aeiouy]")
CODE_PAGES = (
    *("sloppy-windows-1252", "latin-1", "cp1258", "cp1251", "cp1250", "cp437", "cp850", "mac_roman"),
    *("cp874", "gbk", "cp932", "big5", "cp949"),
)
LEGACY_WORD = re.compile(r"[^\s!-/:-@\[-`{-~0-9‘’“”–—…•]+")
UNIT = re.compile("µ[a-zA-Z]|[a-zA-Z]{1,3}[²³]|[a-z]×[a-z]")
SIGN = re.compile("[×÷µ·]|^[\u00a1-\u00bf]|[\u00a1-\u00bf]$")  # beside a word, it may mean itself
# A letter of the old font as it shows in Latin-1, and the letter that was meant.
FONTS = {
    "tcvn3": str.maketrans(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    ),
    "vni": str.maketrans("ñôöæòîó", "đơưỉịỵĩ"),
    "viscii": str.maketrans(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÄÅÆÇËÎÏÐÑÕÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ",
        "ắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯẢĂẳẵẺĨỳĐứạỷừửỹỵỡưảăữẫẻĩỉđựỏọụũủợỮ",
    ),
}
# In a VNI font a letter is followed by its marks as one sign.
VNI_MARKS = {
    "ù": "\u0301",
    "ø": "\u0300",
    "û": "\u0309",
    "õ": "\u0303",
    "ï": "\u0323",
    "â": "\u0302",
    "á": "\u0302\u0301",
    "à": "\u0302\u0300",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306",
    "é": "\u0306\u0301",
    "è": "\u0306\u0300",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
VNI_PAIR = re.compile(f"([aeouyơư])([{''.join(VNI_MARKS)}])")
# Nothing of these is seen, or it is no letter of any language; a reader of the page cannot know it is there.
IGNORABLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
REFUSED_KINDS = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
COMMON = re.compile(r"[\n -~\u00a0-\u00ac\u00ae-\u0300\u1e00-\u1fff]*")


DAMAGES = {"excel_error", "letters_lost", "legacy_font", "code_page", "character", "character_first"}


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is wrong with a text: the fault's name and what its sentence says."""

    fault: str
    facts: dict[str, str] = field(default_factory=dict)


def damage_of(text: str) -> Damage | None:
    """The first thing that is wrong with a text as it was read; a cause comes before what it leads to."""
    found = EXCEL_ERROR.search(text)
    if found:
        return Damage("excel_error", {"word": found[0]})
    if lost := _lost_letters(text):
        return Damage("letters_lost", {"word": lost})
    if PLAIN.fullmatch(text):
        return None
    if is_legacy_font(text):
        return Damage("legacy_font")
    if wrong := _mojibake(text):
        return Damage("code_page", {"word": wrong})
    return hidden_character(text)


def hidden_character(text: str) -> Damage | None:
    """The first sign that nobody sees or that no font draws, by its code point and what stands before it."""
    if COMMON.fullmatch(text):
        return None
    for at, sign in enumerate(text):
        if is_refused(sign):
            facts = {"code": f"U+{ord(sign):04X}", "after": without_refused(text[:at])[-12:]}
            return Damage("character" if facts["after"].strip() else "character_first", facts)
    return None


def is_refused(sign: str) -> bool:
    """Whether a character may stand in no cell. A line break may."""
    code = ord(sign)
    if sign == "\n":
        return False
    if unicodedata.category(sign) in REFUSED_KINDS or IGNORABLE.match(sign):
        return True
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def without_refused(text: str) -> str:
    """The text without the characters that may stand in no cell."""
    return "".join(sign for sign in text if not is_refused(sign))


def _lost_letters(text: str) -> str:
    """The word that lost letters to U+FFFD or to question marks; "" for none."""
    if "\ufffd" in text:
        return next(word for word in text.split() if "\ufffd" in word)
    if "?" not in text:
        return ""
    prose = ADDRESS.sub(" ", text)
    if within := MARK_WITHIN.search(prose):
        return within[0]
    for found in MARK_AFTER.finditer(prose):
        letters = found[1]
        bare = unicodedata.normalize("NFD", letters.lower()).replace("đ", "d")
        if not VOWELS.search(bare) and (len(letters) == 1 or not letters.isupper()):
            return found[0]
    return ""


def is_legacy_font(text: str) -> bool:
    """Whether a text was typed in a font of TCVN3, VNI or VISCII: its words are no Vietnamese until the
    font's letters are put back."""
    words = LEGACY_WORD.findall(text)
    foreign = [word for word in words if not _is_vietnamese(word)]
    return any(_is_evidence(words, foreign, [word for word in foreign if _means(word, font)]) for font in FONTS)


def _is_evidence(words: list[str], foreign: list[str], meant: list[str]) -> bool:
    """Two words tell, in a text that has not many others; one tells where every other word is Vietnamese
    without a letter that the font could not show."""
    if len(meant) > 1:
        return len(meant) >= 0.3 * len(words)
    return (
        len(meant) == 1
        and meant == foreign
        and all(_in_latin1(word) for word in words)
        and ("\u00ad" in meant[0] or not SIGN.search(meant[0]))
    )


def _means(word: str, font: str) -> bool:
    """Whether the word becomes a Vietnamese one when the font's letters are put back."""
    if not _in_latin1(word) or UNIT.fullmatch(word):
        return False
    meant = put_back(word, font)
    return len(meant) > 1 and meant != word and (is_syllable(meant) or is_syllable(meant.lower()))


def put_back(word: str, font: str) -> str:
    """A word with the letters that the font showed."""
    if font != "vni":
        return word.translate(FONTS[font])
    letters = word.lower().translate(FONTS[font])
    return unicodedata.normalize("NFC", VNI_PAIR.sub(lambda pair: pair[1] + VNI_MARKS[pair[2]], letters))


def _in_latin1(word: str) -> bool:
    return all(ord(letter) < 256 for letter in word)


def _is_vietnamese(word: str) -> bool:
    """A syllable, or capitals such as HĐND."""
    letters = word.replace("\u00d0", "\u0110")
    return is_syllable(letters) or CAPITALS.fullmatch(letters) is not None


def _mojibake(text: str) -> str:
    """The first word whose letters are the bytes of other letters, read in a wrong code page; "" for none."""
    for word in _suspects(text):
        if is_bad(word) or _decodes(word):
            return word.strip()
    return ""


def _suspects(text: str) -> Iterator[str]:
    """Words that are no Vietnamese, each with the space behind it: a no-break space can be half a letter."""
    for found in re.finditer(r"[^ \n]+[ \n]?", text):
        parts = [part.strip("'‘’“”•") for part in re.split(r'[-/,.;:()&+…–—\d"\s]+', found[0])]
        if not all(part.isascii() or is_syllable(part) for part in parts):
            yield found[0]


def _decodes(word: str) -> bool:
    """Whether the bytes of a word in some code page spell Vietnamese letters in UTF-8. A letter of three
    bytes tells even where other bytes were lost."""
    for page in CODE_PAGES:
        with suppress(UnicodeError):
            raw = word.encode(page)
            if set(raw.decode("utf-8", "ignore").lower()) & THREE_BYTES:
                return True
            if set(raw.decode("utf-8").lower()) & set(VIETNAMESE):
                return True
    return False

"""What a written Vietnamese syllable looks like: an onset, a rhyme, at most one tone, one way of capitals."""

import re
import unicodedata
from functools import lru_cache

VIETNAMESE = "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
GRAVE, ACUTE, TILDE, HOOK, DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
TONES = {GRAVE, ACUTE, TILDE, HOOK, DOT}
ONSETS = ("ngh", "ng", "nh", "gh", "gi", "ch", "kh", "ph", "qu", "th", "tr", *"bcdđghklmnprstvx")
# Every rhyme of the dictionaries, without its tone.
RHYMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu
    iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăt oe oem oen oeo oet ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt
    uy uya uych uyn uynh uyp uyt uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ưt ưu
    ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
"""
LETTERS = frozenset("abcdeghiklmnopqrstuvxy" + VIETNAMESE)
KNOWN_RHYMES = frozenset(RHYMES.split())
BEFORE_Y = frozenset(["", "qu", *"bhklmnrstv"])  # a lone y follows few onsets


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Whether a word of letters is one that Vietnamese could write: "Sở", "TỈNH", "hóa" and "hoá"; not "Së",
    "tÕ", "Köln"."""
    if not (word.islower() or word.isupper() or word.istitle()) or not LETTERS.issuperset(word.lower()):
        return False
    marks = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in marks if mark in TONES]
    bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES))
    if len(tones) > 1 or (re.search("(?:c|ch|p|t)$", bare) and tones and tones[0] not in (ACUTE, DOT)):
        return False
    return any(
        bare[len(onset) :] in KNOWN_RHYMES and (bare[len(onset) :] != "y" or onset in BEFORE_Y)
        for onset in (*ONSETS, "")
        if bare.startswith(onset)
    )

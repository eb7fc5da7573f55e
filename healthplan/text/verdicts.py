"""The one short form of verdicts: law, year, word. "72-NQ/TW · 2026: muộn hơn · 2030: bằng"."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from healthplan.text import Lang, say

LAWS_APART = "; "  # between the verdicts of one law and the next


@dataclass(frozen=True, slots=True)
class ShortVerdict:
    """A verdict with the benchmark that it is about: `law` and `year` as the reader sees them, `verdict` a
    name of model.ambition.Ambition."""

    law: str
    year: str
    verdict: str


def short_form(verdicts: Iterable[ShortVerdict], lang: Lang) -> str:
    """The verdicts in their order, each law named once before its years; "" for none."""
    return LAWS_APART.join(
        " · ".join([law, *(f"{one.year}: {say(lang, f'short_{one.verdict}')}" for one in own)])
        for law, own in groupby(verdicts, key=lambda one: one.law)
    )


def shortest(short: str, verdict: str, lang: Lang, until: int) -> str:
    """Of a short form what a narrow cell has room for: law and year of the last verdict up to `until` that
    its sign stands for. "72-NQ/TW · 2026: bằng · 2030: bằng · 2045: bằng" of "equal" up to 2030:
    "72-NQ/TW · 2030: bằng"."""
    word = f": {say(lang, f'short_{verdict}')}"
    told = [
        (law, one)
        for law, *years in (part.split(" · ") for part in short.split(LAWS_APART))
        for one in years
        if one.endswith(word)
    ]
    near = [(law, one) for law, one in told if one.removesuffix(word)[-4:] <= str(until)]
    found = near[-1:] or told[:1]
    return " · ".join(found[0]) if found else short

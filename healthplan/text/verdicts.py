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

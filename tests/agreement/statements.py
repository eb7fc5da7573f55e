"""What a reader is told of a verdict, wherever it stands: its place, indicator, law, year and word.

Read from the words themselves. The short form and the sentences are found by the shapes that the interface
gives them; the names of laws, places and indicators are those of the release.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from healthplan.model.ambition import Ambition
from healthplan.release.reference_data import indicators, places
from healthplan.release.view import View
from healthplan.text import SENTENCES

JUDGED = ("stronger", "equal", "weaker", "later", "two_levels")
# The sentences that tell a verdict: how their keys begin, and what they tell.
SPOKEN = {f"ambition_{one}": one.value for one in Ambition} | {
    "ambition_set_apart": "not_comparable",
    "finding_weaker_than_nation": "weaker",
    "finding_later_than_nation": "later",
    "finding_left_out": "not_stated",
}
TIMES = ("nation_time", "nation_year", "time_b")  # of the benchmark, in the sentences
PRESS = re.compile(r" \((theo báo chí|as the press reports)\)")


@dataclass(frozen=True, slots=True)
class About:
    """What a text is about, as the place where it stands says it; empty where it does not."""

    place: str = ""
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One verdict without its place and indicator."""

    law: str
    year: int
    word: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One verdict as one reader meets it; `where` names the screen, slide or file."""

    about: About
    verdict: Verdict
    where: str

    @property
    def fact(self) -> tuple[str, str, str, int]:
        """What it is a verdict on."""
        return self.about.place, self.about.indicator, self.verdict.law, self.verdict.year


class Words:
    """Reads texts of one language."""

    def __init__(self, view: View, benchmarks: list[dict]) -> None:
        self.view, self.lang = view, view.lang.value
        self.laws = {
            PRESS.sub("", row[name]): row["law"]
            for row in benchmarks
            for name in ("law", "law_en", "law_said_vi", "law_said_en")
        }

    @cached_property
    def short(self) -> dict[str, str]:
        """The words of the short form."""
        return {SENTENCES[f"short_{one}"][self.lang]: one.value for one in Ambition}

    @cached_property
    def long(self) -> dict[str, str]:
        """The words where law and year stand around them, as in a table."""
        return {SENTENCES[f"sign_{one}"][self.lang]: one.value for one in Ambition}

    @cached_property
    def _form(self) -> re.Pattern[str]:
        laws, words = (either(names) for names in (self.laws, self.short))
        return re.compile(rf"(?P<law>{laws})(?P<years>(?: · \d{{4}}: (?:{words}))+)")

    @cached_property
    def _sentences(self) -> list[tuple[str, re.Pattern[str]]]:
        keys = {
            key: word
            for key in SENTENCES
            for start, word in SPOKEN.items()
            if key == start or (key.startswith(f"{start}_") and key not in SPOKEN)
        }
        # The longest first: a sentence that tells more also has the words of those that tell less.
        spoken = sorted(keys, key=lambda key: len(re.sub(r"\{.*?\}", "", SENTENCES[key][self.lang])), reverse=True)
        return [(keys[key], shape(SENTENCES[key][self.lang])) for key in spoken]

    @cached_property
    def places(self) -> dict[str, str]:
        """Places by name; a commune as it is marked, too."""
        rows = self.view.ask(places)
        return {
            spoken: row["place"] for row in rows for spoken in (self.view.name(row), self.view.place_name(row["place"]))
        }

    @cached_property
    def indicators(self) -> dict[str, str]:
        """Indicators by name and by short name."""
        return {
            self.view.name(row, name): row["indicator"]
            for row in self.view.ask(indicators)
            for name in ("name", "short")
        }

    def verdicts(self, text: str) -> list[Verdict]:
        """The verdicts of a text: those of a sentence, or all short forms in it."""
        bare = PRESS.sub("", " ".join(unescape(text).split()))
        for word, pattern in self._sentences:
            found = pattern.fullmatch(bare)
            if found:
                facts = found.groupdict()
                time = next(facts[name] for name in TIMES if name in facts)
                return [Verdict(self.laws[facts["law"]], int(re.findall(r"\d{4}", time)[-1]), word)]
        return [
            Verdict(self.laws[one["law"]], int(year), self.short[word])
            for one in self._form.finditer(bare)
            for year, word in re.findall(rf" · (\d{{4}}): ({either(self.short)})(?!\w)", one["years"])
        ]

    def forms(self, text: str) -> list[str]:
        """The short forms of a text, as they stand."""
        return [one.group() for one in self._form.finditer(" ".join(unescape(text).split()))]

    def loose(self, text: str) -> list[str]:
        """The words for a verdict in a text that names no law and no year beside them."""
        bare = self._form.sub("", " ".join(unescape(text).split()))
        if any(pattern.fullmatch(bare) for _, pattern in self._sentences):
            return []
        # A judged word of the short form stands behind a colon or alone; "bằng" elsewhere is a word like any.
        short = [word for word, sign in self.short.items() if sign in JUDGED]
        long = [word for word, sign in self.long.items() if sign in JUDGED]
        alone = re.findall(rf"(?:^|\d{{4}}: )({either(short)})$", bare)
        return alone + re.findall(rf"(?:^|[:,;→] ?)({either(long)})[.]?$", bare)

    def named(self, text: str) -> tuple[About, str]:
        """What "Place: words" and "Place, indicator: words" are about, and their words."""
        head, _, rest = text.partition(": ")
        for name, place in self.places.items():
            if head == name:
                return About(place), rest
            if head.startswith(f"{name}, ") and head.removeprefix(f"{name}, ") in self.indicators:
                return About(place, self.indicators[head.removeprefix(f"{name}, ")]), rest
        return About(), text

    def in_turn(self, text: str) -> Iterator[tuple[About, Verdict]]:
        """The verdicts of a list in words, "Indicator: Place 1 → 2, 72-NQ/TW · 2030: …; Place …": each is
        about the last indicator and place before it."""
        marks = []
        for kind, names, after in (("indicator", self.indicators, ": "), ("place", self.places, " ")):
            for name, code in names.items():
                spot = rf"(?:^|(?<=[\s;.])){re.escape(name)}{after}"
                marks += [(one.start(), -len(name), kind, code) for one in re.finditer(spot, text)]
        marks.sort()
        for one in self._form.finditer(text):
            last: dict[str, tuple[int, str]] = {}
            for at, length, kind, code in marks:
                if at < one.start() and (kind not in last or at >= last[kind][0]):
                    last[kind] = (at - length, code)
            for verdict in self.verdicts(one.group()):
                yield About(last["place"][1], last["indicator"][1]), verdict


def either(words: Iterable[str]) -> str:
    """One of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def shape(sentence: str) -> re.Pattern[str]:
    """A sentence of the interface as a pattern, with its facts as groups; it may begin with a capital."""
    seen: set[str] = set()

    def group(found: re.Match[str]) -> str:
        name = found[1]
        told = rf"(?P={name})" if name in seen else rf"(?P<{name}>.*?)"
        seen.add(name)
        return told

    parts = re.split(r"(\{[a-z_0-9]+\})", sentence)
    return re.compile(
        "".join(re.sub(r"\{(.+)\}", group, part) if part.startswith("{") else re.escape(part) for part in parts)
    )


def disagreements(statements: Iterable[Statement]) -> list[str]:
    """The facts of which not everybody says the same, with who says what."""
    said: dict[tuple, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in statements:
        said[one.fact][one.verdict.word].add(one.where)
    return [
        f"{fact}: " + "; ".join(f"{word} ({', '.join(sorted(where)[:3])})" for word, where in words.items())
        for fact, words in said.items()
        if len(words) > 1
    ]


def held(about: About) -> bool:
    """Whether it is known of whom and of what."""
    return bool(about.place and about.indicator)

"""What the drafter knows beforehand: the indicators and what their figures can be, the synonyms that papers use
for them, abbreviations, places. Read from data/; each synonym names the document it was taken from."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from healthplan.drafting.wording import Folded, fold, folded
from healthplan.model.measure import Measure, plain_form
from healthplan.text.paper_words import unmarked_text

GAP = re.compile("…+")  # in a synonym: other words may stand here
GAPS = {1: 8, 2: 40}  # how many words a gap of one sign or of two may be wide


@dataclass(frozen=True, slots=True)
class KnownIndicator:
    """An indicator as far as the drafter uses it."""

    indicator: str
    name_vi: str
    measure: Measure
    wordings: Mapping[str, str]
    step_word: str = ""  # of grades: what their steps begin with ("hạng", "cấp")

    @property
    def scale(self) -> str:
        """level, increase, count, grade or word."""
        return self.measure.scale


@dataclass(frozen=True, slots=True)
class Synonym:
    """Words by which papers name an indicator, as parts that follow each other with other words between them."""

    indicator: str
    alias: str
    parts: tuple[tuple[str, ...], ...]
    gaps: tuple[int, ...] = ()

    @property
    def weight(self) -> int:
        """How many words it has: the more, the more certain."""
        return sum(map(len, self.parts))


@dataclass(frozen=True, slots=True)
class Mention:
    """A synonym where it stands in a text: from the first to the last letter of it."""

    indicator: str
    start: int
    end: int
    weight: int
    alias: str


@dataclass(frozen=True)
class Vocabulary:
    """All that is known. `units` are the units of every indicator, the longest first."""

    indicators: Mapping[str, KnownIndicator]
    synonyms: tuple[Synonym, ...]
    abbreviations: Mapping[str, tuple[str, ...]]
    places: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)  # code: kind, name, parent
    papers: tuple[Mapping[str, str], ...] = ()  # the rows of documents.csv
    place_types: Mapping[str, str] = field(default_factory=dict)  # code: "Tỉnh", "Xã"

    @cached_property
    def communes(self) -> dict[str, list[str]]:
        """The codes of the communes of each name, in small letters."""
        named: dict[str, list[str]] = defaultdict(list)
        for code, (kind, name, _) in self.places.items():
            if kind == "commune":
                named[name.lower()].append(code)
        return named

    @property
    def units(self) -> list[str]:
        """Every unit that may stand beside a figure, the longest first."""
        known = {unit for one in self.indicators.values() for unit in one.measure.units or ()}
        return sorted(known, key=len, reverse=True)

    def fold(self, text: str) -> Folded:
        """The text as it is compared."""
        return folded(text, self.abbreviations)

    def every_mention(self, text: str) -> list[Mention]:
        """Every synonym that stands in a text, also where two of them overlap."""
        words = self.fold(text)
        where: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(words.words):
            where[word].append(at)
        return [one for synonym in self.synonyms for one in _places(synonym, words, where)]

    def mentions(self, text: str) -> list[Mention]:
        """Every indicator that a text names, in the order of the text. Of two synonyms of one indicator that
        overlap, the one with more words counts."""
        found = sorted(self.every_mention(text), key=lambda one: (-one.weight, one.end - one.start, one.start))
        kept: list[Mention] = []
        for one in found:
            if not any(one.indicator == other.indicator and _overlap(one, other) for other in kept):
                kept.append(one)
        return sorted(kept, key=lambda one: (one.start, -one.weight))


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _places(synonym: Synonym, text: Folded, where: Mapping[str, list[int]]) -> Iterable[Mention]:
    """Where the parts of a synonym follow each other; each end once, with the nearest beginning."""
    first, *others = synonym.parts
    chains = [(start, start + len(first)) for start in _starts(first, text, where)]
    for part, widest in zip(others, synonym.gaps, strict=True):
        starts = _starts(part, text, where)
        longer: dict[int, tuple[int, int]] = {}
        for begun, end in chains:  # later chains are nearer and take the place of earlier ones
            for start in starts:
                if end <= start <= end + widest:
                    longer[start] = (begun, start + len(part))
        chains = list(longer.values())
    for begun, end in chains:
        yield Mention(synonym.indicator, text.spans[begun][0], text.spans[end - 1][1], synonym.weight, synonym.alias)


def _starts(part: tuple[str, ...], text: Folded, where: Mapping[str, list[int]]) -> list[int]:
    return [at for at in where.get(part[0], ()) if text.words[at : at + len(part)] == part]


def read_vocabulary(data: Path, without: str = "") -> Vocabulary:
    """What data/ teaches. `without` a document: as if it had never been seen. Only synonyms of other documents
    count, and only those wordings of indicators that stand in another paper that is held. Names in general use
    (`aliases_vi`) count for every indicator that these papers name."""
    seen = [
        plain_form(" ".join(map(unmarked_text, path.read_text(encoding="utf-8").splitlines())))
        for path in sorted((data / "papers").glob("*.txt"))
        if path.stem != without
    ]
    abbreviations = {
        row["abbreviation"]: tuple(map(fold, row["meaning_vi"].replace(",", " ").split()))
        for row in rows_of(data / "abbreviations.csv")
    }
    indicators = {
        row["indicator"]: _indicator(row, seen if without else None) for row in rows_of(data / "indicators.csv")
    }
    synonyms = {
        (row["indicator"], row["alias"]): _synonym(row["indicator"], row["alias"], abbreviations)
        for row in rows_of(data / "synonyms.csv")
        if row["document"] != without and row["indicator"] in indicators
    }
    places = {row["place"]: ("commune", row["name_vi"], row["parent"]) for row in rows_of(data / "communes.csv")}
    places |= {row["place"]: (row["kind"], row["name_vi"], row["parent"]) for row in rows_of(data / "places.csv")}
    named = {indicator for indicator, _ in synonyms}
    for row in rows_of(data / "indicators.csv"):
        for alias in filter(None, row["aliases_vi"].split("|")):
            if row["indicator"] in named or not without:
                synonyms.setdefault((row["indicator"], alias), _synonym(row["indicator"], alias, abbreviations))
    types = {row["place"]: row["type_vi"] for name in ("communes.csv", "places.csv") for row in rows_of(data / name)}
    papers = tuple(row for row in rows_of(data / "documents.csv") if row["document"] != without)
    return Vocabulary(indicators, tuple(synonyms.values()), abbreviations, places, papers, types)


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file of data/; none where the file is not there."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _synonym(indicator: str, alias: str, abbreviations: Mapping[str, tuple[str, ...]]) -> Synonym:
    parts = tuple(folded(part, abbreviations).words for part in GAP.split(alias))
    return Synonym(indicator, alias, parts, tuple(GAPS[min(len(sign), 2)] for sign in GAP.findall(alias)))


def _indicator(row: Mapping[str, str], seen: list[str] | None) -> KnownIndicator:
    pairs = [pair.partition("=") for pair in row["wordings"].split("|") if pair]
    wordings = {plain_form(words): reading.strip() for reading, _, words in pairs}
    if seen is not None:
        wordings = {words: reading for words, reading in wordings.items() if any(words in text for text in seen)}
    units = tuple(word.strip() for word in row["unit_words"].split("|") if word.strip())
    lowest, highest = (float(row[name]) if row[name] else None for name in ("lowest", "highest"))
    return KnownIndicator(
        row["indicator"],
        row["name_vi"],
        Measure(units or None, lowest, highest, row["scale"]),
        wordings,
        row["steps_vi"].split(" ")[0].lower(),
    )

"""What a question may not ask, and the one exception that says so and names what may be asked."""

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from healthplan.model.dataset import DATASETS, Dataset

NUMBER_MOST = 2**31 - 1
SHOWN = 40  # values named in a sentence
WORDS_MOST = 20
LONGEST = 60  # letters of a reader's word that are repeated


class QuestionRefused(Exception):
    """A question that cannot be asked. `fault` names its sentence, `facts` fill it; `allowed` are the words
    that may be asked for instead."""

    def __init__(self, fault: str, facts: dict[str, str], allowed: tuple[str, ...] = ()) -> None:
        told = [repr(one) if not one or " " in one else one for one in allowed[:SHOWN]]
        more = f" … ({len(allowed)})" if len(allowed) > SHOWN else ""
        self.fault, self.allowed = fault, allowed
        short = {name: _short(fact) for name, fact in facts.items()}
        self.facts = short | {"allowed": ", ".join(told) + more}
        super().__init__(fault, self.facts)

    def __reduce__(self) -> tuple[type["QuestionRefused"], tuple[str, dict[str, str], tuple[str, ...]]]:
        """From a worker to the server it goes whole."""
        return QuestionRefused, (self.fault, self.facts, self.allowed)


def known_dataset(name: str) -> Dataset:
    """The dataset of a name. Raises QuestionRefused."""
    if name not in DATASETS:
        raise QuestionRefused("asked_dataset", {"value": name}, tuple(DATASETS))
    return DATASETS[name]


def known_filter(dataset: Dataset, name: str) -> None:
    """Raises QuestionRefused for a filter that the dataset does not have."""
    if name not in dataset.filters:
        facts = {"value": name, "dataset": dataset.name}
        raise QuestionRefused("asked_filter", facts, tuple(dataset.filters))


def known_column(dataset: Dataset, name: str) -> None:
    """Raises QuestionRefused for a column that the dataset does not have."""
    if name not in dataset.columns:
        raise QuestionRefused("asked_column", {"value": name, "dataset": dataset.name}, dataset.columns)


def check_number(name: str, value: int, least: int, most: int) -> None:
    """Raises QuestionRefused for a number out of its range."""
    if not least <= value <= most:
        raise QuestionRefused("asked_number", {"name": name, "value": str(value)}, (f"{least}..{most}",))


def few_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Each word once, sorted. Raises QuestionRefused for more words than anybody types."""
    kept = tuple(sorted(set(words)))
    if len(kept) > WORDS_MOST:
        raise QuestionRefused("asked_words", {"most": str(WORDS_MOST)})
    return kept


def _short(fact: str) -> str:
    return fact if len(fact) <= LONGEST else fact[:LONGEST] + "…"


@contextmanager
def question_cursor(release: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor for one question. Raises QuestionRefused when the answer takes too long or too much room, and
    when the release does not hold what is asked for: an older one, or a broken file."""
    try:
        with release.cursor() as cursor:
            yield cursor
    except (duckdb.InterruptException, duckdb.OutOfMemoryException) as error:
        raise QuestionRefused("asked_too_long", {}) from error
    except duckdb.Error as error:
        raise QuestionRefused("asked_unreadable", {}) from error

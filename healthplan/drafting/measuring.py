"""How well the drafter reads the papers that are held: each as if it had never been seen, against the rows that
were typed by hand."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from healthplan.drafting.draft import Draft, DraftRow
from healthplan.drafting.drafter import draft_paper
from healthplan.drafting.vocabulary import Vocabulary, read_vocabulary, rows_of
from healthplan.model.grammar import UnreadableValue, read_value
from healthplan.model.measure import plain_form
from healthplan.model.value import Interval, Universal

Cells = Mapping[str, str]
Key = tuple[str, ...]
VALUES = ("goals", "observations")


@dataclass(frozen=True, slots=True)
class Score:
    """Of one kind of row of one paper: how many there are, how many were drafted right, how many of the drafted
    are none."""

    there: int
    right: int
    drafted: int

    @property
    def share(self) -> float:
        """Found and right, of those that are there."""
        return self.right / self.there if self.there else 1.0

    @property
    def invented(self) -> float:
        """Drafted and not right, of all drafted."""
        return (self.drafted - self.right) / self.drafted if self.drafted else 0.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.there + other.there, self.right + other.right, self.drafted + other.drafted)


def drafted_without(data: Path, document: str) -> Draft:
    """The draft of a held paper by what every other paper teaches."""
    row = next(one for one in rows_of(data / "documents.csv") if one["document"] == document)
    lines = paper_lines(data, document)
    return draft_paper(lines, read_vocabulary(data, without=document), row["place"])


def paper_lines(data: Path, document: str) -> list[str]:
    """The lines of a held paper; the last has no line end behind it."""
    text = (data / "papers" / f"{document}.txt").read_text(encoding="utf-8")
    return text.removesuffix("\n").split("\n")


def measured(data: Path, document: str, draft: Draft | None = None) -> dict[str, Score]:
    """The scores of one paper by kind of row.

    A cell is right with its indicator, year, value and line; where no other paper names the indicator, the draft
    leaves it open and says the row's name, and then the rest must be right (`named` counts without these). A goal
    in the text likewise; one in words with its indicator, year and line. A task with group, number, lead and time;
    a duty with line, cadence, day and month; a cited paper with number and date."""
    draft = draft or drafted_without(data, document)
    known, others = read_vocabulary(data), read_vocabulary(data, without=document)
    elsewhere = {synonym.indicator for synonym in others.synonyms}
    folder = data / "plans" / document
    there = [
        (table, row)
        for table in VALUES
        for row in rows_of(folder / f"{table}.csv")
        if row["unknown_reason"] != "page_missing"
    ]
    found = [(row.table, row.cells) for row in draft.rows if row.table in VALUES]

    def values(kind: Callable[[Cells], bool]) -> Score:
        told, drafted = (
            {_value_key(table, row, known, elsewhere) for table, row in side if kind(row)} for side in (there, found)
        )
        return _score(told, drafted)

    return {
        "cells": values(is_in_table),
        "named": values(lambda row: is_in_table(row) and row["indicator"] in elsewhere),
        "goals": values(lambda row: not is_in_table(row)),
        "body": values(lambda row: row.get("stated_in") == "body"),
        "tasks": _compared(folder / "tasks.csv", draft.of("tasks"), _task_key),
        "duties": _compared(folder / "duties.csv", draft.of("duties"), _duty_key),
        "citations": _compared(folder / "citations.csv", draft.of("citations"), _citation_key),
    }


def is_in_table(row: Cells) -> bool:
    """Whether a goal or baseline stands in a table of goals."""
    return row.get("stated_in", "").startswith("annex") or ("period" in row and row["locator"].startswith("Phụ lục"))


def _score(there: Iterable[Key], found: Iterable[Key]) -> Score:
    told, drafted = Counter(there), Counter(found)
    return Score(told.total(), (told & drafted).total(), drafted.total())


def _compared(path: Path, drafted: list[DraftRow], key: Callable[[Cells], Key]) -> Score:
    return _score(map(key, rows_of(path)), (key(row.cells) for row in drafted))


def _value_key(table: str, row: Cells, known: Vocabulary, elsewhere: set[str]) -> Key:
    told = [row.get(name, "") for name in ("year", "from_year", "period", "line")]
    indicator = row["indicator"] if row["indicator"] in elsewhere else ""
    return (
        table,
        indicator,
        _value(row, known),
        *told,
        row.get("locator", "").rpartition("cột")[2]
        if is_in_table(row) and row.get("stated_in") != "annex_name"
        else "",
    )


def _value(row: Cells, known: Vocabulary) -> str:
    """A value as it is compared: its numbers, "" for words and for cells without a value."""
    indicator = known.indicators.get(row["indicator"])
    try:
        value = (
            read_value(row["printed"], indicator.wordings, measure=indicator.measure)
            if indicator
            else read_value(row["printed"], {})
        )
    except UnreadableValue:
        return plain_form(row["printed"]) if not indicator else ""
    return str(value) if isinstance(value, Interval) else value.kind.value if isinstance(value, Universal) else ""


def _same_words(printed: str) -> str:
    return " ".join(re.findall(r"\w+", plain_form(printed)))


def _task_key(row: Cells) -> Key:
    told = (row["task_group"], row["number"], row["occurrence"])
    return (*told, _same_words(row["lead_printed"]), _same_words(row["time_printed"]))


def _duty_key(row: Cells) -> Key:
    return tuple(row.get(name, "") for name in ("line", "cadence", "day", "month", "due_on"))


def _citation_key(row: Cells) -> Key:
    return (re.sub(r"[\s\-/]", "", row["number"]).lower(), row["issued_on"])


def held_plans(data: Path) -> list[str]:
    """The plans whose text is held."""
    return [row["document"] for row in rows_of(data / "documents.csv") if row["kind"] == "plan" and row["file"]]

"""Splits what one place states into the path of its table, what the text adds, and what was reported."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from healthplan.model.height import value_height

Row = dict[str, Any]
DECEMBER = 12
NEXT = 1 / 12 + 1e-6  # years between two months that follow each other


@dataclass(slots=True)
class Paths:
    """`table`: one value a year from the yearly table, with the baseline. `text`: values of the text that the
    table does not state alike. `actual`: what was reported of whole years; `months`: of parts of them."""

    table: list[Row] = field(default_factory=list)
    text: list[Row] = field(default_factory=list)
    actual: list[Row] = field(default_factory=list)
    months: list[Row] = field(default_factory=list)

    @property
    def drawn(self) -> list[Row]:
        """Every value that has a place on the scale."""
        rows = (*self.table, *self.text, *self.actual, *self.months)
        return [row for row in rows if value_height(row) is not None]

    @property
    def newest(self) -> Row | None:
        """The newest reported value."""
        return max((*self.actual, *self.months), key=lambda row: row["x"], default=None)

    @property
    def teeth(self) -> list[list[Row]]:
        """The runs of months that follow each other; what adds up within its year begins anew with each."""
        runs: list[list[Row]] = []
        for row in self.months:
            before = runs[-1][-1] if runs else None
            if before and row["x"] - before["x"] <= NEXT and not (row["sawn"] and row["year"] > before["year"]):
                runs[-1].append(row)
            else:
                runs.append([row])
        return runs

    @property
    def ringed(self) -> list[Row]:
        """The value of each year that has months: what was reported of the whole year, else of its December; an
        estimate only where there is nothing else."""
        ends = [row for row in (*self.months, *self.actual) if not row["month"] or row["month"] == DECEMBER]
        whole = {row["year"]: row for row in sorted(ends, key=lambda row: row["role"] != "estimated")}
        return [whole[year] for year in sorted({row["year"] for row in self.months} & set(whole))]

    @property
    def stretches(self) -> list[list[Row]]:
        """The runs of successive years in the table: only these are joined by a line."""
        return runs_of_years(self.table)

    @property
    def gaps(self) -> list[tuple[Row, Row]]:
        """Neighbouring values of the plan with years between them for which it states nothing."""
        by_year = {row["year"]: row for row in (*self.text, *self.table)}
        stated = [by_year[year] for year in sorted(by_year)]
        return [(one, other) for one, other in pairwise(stated) if other["year"] > one["year"] + 1]


def runs_of_years(rows: list[Row]) -> list[list[Row]]:
    """Rows in the order of their years, cut wherever a year is left out."""
    runs: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: row["year"]):
        if runs and row["year"] <= runs[-1][-1]["year"] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def split(rows: list[Row]) -> Paths:
    """The paths of one place from its statements about one indicator."""
    dated = [row for row in rows if row["year"] is not None and value_height(row) is not None]
    by_year: dict[int, Row] = {}
    for row in dated:
        if _in_table(row):
            by_year.setdefault(row["year"], row)
    table = [by_year[year] for year in sorted(by_year)]
    actual = sorted((row for row in dated if row["series"] == "actual"), key=lambda row: row["x"])
    whole, months = ([row for row in actual if bool(row["month"]) is of_months] for of_months in (False, True))
    return Paths(table, _added_by_text(dated, by_year), whole, months)


def _in_table(row: Row) -> bool:
    from_annex = row["series"] == "plan" and row["stated_in"] == "annex" and row["kind"] != "universal"
    return bool(row["series"] == "baseline" or from_annex)


def _added_by_text(dated: list[Row], table: dict[int, Row]) -> list[Row]:
    """What the text says, once each, but for what the table says alike (a word for everybody is like 100)."""
    seen = {(row["year"], row["kind"], value_height(row)) for row in table.values()}
    added = []
    for row in dated:
        key = (row["year"], row["kind"], value_height(row))
        alike = row["kind"] == "universal" and row["year"] in table
        alike = alike and value_height(table[row["year"]]) == value_height(row)
        if row["series"] == "plan" and not _in_table(row) and key not in seen and not alike:
            seen.add(key)
            added.append(row)
    return added

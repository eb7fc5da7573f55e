"""Splits what one place states into the path of its yearly table, what the text adds, and what was
reported."""

from dataclasses import dataclass, field
from typing import Any

from healthplan.charts.marks import height_of

Row = dict[str, Any]


@dataclass(slots=True)
class Paths:
    """`table`: one value a year from the yearly table, with the baseline. `text`: values of the text that
    the table
    does not state alike. `actual`: reported values."""

    table: list[Row] = field(default_factory=list)
    text: list[Row] = field(default_factory=list)
    actual: list[Row] = field(default_factory=list)

    @property
    def drawn(self) -> list[Row]:
        """Every value that has a place on the scale."""
        return [row for row in (*self.table, *self.text, *self.actual) if height_of(row) is not None]

    @property
    def stretches(self) -> list[list[Row]]:
        """The runs of successive years in the table: only these are joined by a line."""
        runs: list[list[Row]] = []
        for row in self.table:
            if runs and row["year"] == runs[-1][-1]["year"] + 1:
                runs[-1].append(row)
            else:
                runs.append([row])
        return runs


def split(rows: list[Row]) -> Paths:
    """The paths of one place from its statements about one indicator."""
    dated = [row for row in rows if row["year"] is not None and height_of(row) is not None]
    by_year: dict[int, Row] = {}
    for row in dated:
        if row["series"] == "baseline" or (
            row["series"] == "plan" and row["stated_in"] == "annex" and row["kind"] != "universal"
        ):
            by_year.setdefault(row["year"], row)
    table = [by_year[year] for year in sorted(by_year)]
    seen = {(row["year"], row["kind"], height_of(row)) for row in table}
    text = []
    for row in dated:
        key = (row["year"], row["kind"], height_of(row))
        same_as_table = (
            row["kind"] == "universal"
            and row["year"] in by_year
            and height_of(by_year[row["year"]]) == height_of(row)
        )
        if row["series"] == "plan" and row not in table and key not in seen and not same_as_table:
            seen.add(key)
            text.append(row)
    return Paths(table, text, [row for row in dated if row["series"] == "actual"])

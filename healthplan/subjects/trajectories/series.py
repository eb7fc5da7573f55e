"""All that is known of one indicator over the years, and what of it a chart shows."""

from dataclasses import dataclass, replace
from typing import Any

from healthplan.model.height import value_height
from healthplan.model.reporting import Counts
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.trajectories.queries import older_versions, trajectory_statements, values_on_scale
from healthplan.subjects.trajectories.statements import prepared_rows, statement_table

UNTIL = {"2030": 2030, "2045": 2045}
SINCE = 2025
# Reported values up to this long before the plans stand on the chart; older ones in its table.
REPORTED_SINCE = 2020


@dataclass(frozen=True, slots=True)
class Series:
    """All that is known of one indicator: by place what it states and reports; what the nation asks and
    reports."""

    by_place: dict[str, list[Row]]
    national: list[Row]
    reported: list[Row]

    def drawn(self, until: int) -> dict[str, list[Row]]:
        """What the chart shows, place by place, the nation's reported values first."""
        everyone = {"VN": self.reported} | self.by_place
        shown_rows = {
            place: [row for row in rows if on_scale(row, until) and not row["aside"]]
            for place, rows in everyone.items()
        }
        return {place: rows for place, rows in shown_rows.items() if rows}

    @property
    def recent(self) -> "Series":
        """Without months that lie a year and more before the newest of their place."""
        return replace(self, by_place={place: _recent(rows) for place, rows in self.by_place.items()})

    def national_until(self, until: int) -> list[Row]:
        """The nation's goals that the chart shows."""
        return [row for row in self.national if row["compare"] and on_scale(row, until)]


def _recent(rows: list[Row]) -> list[Row]:
    newest = max((row["x"] for row in rows if row["month"]), default=0)
    return [row for row in rows if not row["month"] or row["x"] > newest - 1]


def on_scale(row: Row, until: int) -> bool:
    """Whether a value has a place on a chart that ends in `until`."""
    since = REPORTED_SINCE if row["series"] == "actual" else SINCE
    dated = row["year"] is not None and since <= row["year"] <= until
    return dated and not row["apart"] and value_height(row) is not None


def has_course(drawn: dict[str, list[Row]], national: list[Row]) -> bool:
    """Whether what is drawn needs axes: some place states two different values, or two places do, or the nation
    does. One value alone, or one that all state alike, is a number and a sentence."""
    own = {(row["year"], value_height(row)) for rows in drawn.values() for row in rows}
    asked = {(row["year"], value_height(row)) for row in national}
    return len(own) > 1 or len(asked) > 1


def series_of(view: View, indicator: Row, places: list[str]) -> Series:
    """What the places and the nation state and report about one indicator."""
    rows = view.ask(trajectory_statements, indicator=indicator["indicator"], places=tuple(places))
    ready = prepared_rows(view, rows, view.name(indicator, "unit"), _versions(view, indicator))
    own: dict[str, list[Row]] = {place: [] for place in (*places, "VN")}
    for row in ready:
        own[row["place"]].append(row | {"sawn": indicator["counts"] == Counts.YEAR_TO_DATE})
    nation = own.pop("VN")
    national = [row for row in nation if row["series"] == "benchmark"]
    return Series(own, national, [row for row in nation if row["series"] == "actual"])


def differing_indicators(view: View, places: list[str], until: int) -> list[Row]:
    """The indicators of which at least two of the places have numbers on a chart, not all the same, in the order of
    the themes. What counts something else, grades and words stand on none."""
    places_of: dict[str, set[str]] = {}
    heights_of: dict[str, set[float]] = {}
    facts = {"since": SINCE, "reported_since": REPORTED_SINCE, "until": until}
    for row in view.ask(values_on_scale, places=tuple(places), **facts):
        if (height := value_height(row)) is not None:
            places_of.setdefault(row["indicator"], set()).update(row["places"])
            heights_of.setdefault(row["indicator"], set()).add(height)
    return [
        row
        for name, row in view.indicators.items()
        if row["scale"] not in ("grade", "word")
        and len(places_of.get(name, ())) > 1
        and len(heights_of.get(name, ())) > 1
    ]


def _versions(view: View, indicator: Row) -> dict[tuple[str, str], list[Row]]:
    """By place and period what was reported before it was mended."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in view.ask(older_versions, indicator=indicator["indicator"]):
        found.setdefault((row["place"], row["period"]), []).append(row)
    return found


def table_rows(view: View, series: Series) -> list[dict[str, Any]]:
    """All that is known of an indicator as a table, the nation first."""
    rows = [*series.national, *series.reported, *(row for rows in series.by_place.values() for row in rows)]
    return statement_table(view, rows)

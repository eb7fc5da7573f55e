"""One finding with what it rests on: the two rows as printed, and the chart that shows them."""

import re
from dataclasses import dataclass, replace
from typing import Any

from healthplan.charts.indicator import IndicatorChart, indicator_chart
from healthplan.parameters.parameter import Parameter, ParameterKind
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.findings.queries import finding, rules
from healthplan.subjects.findings.review import finding_items
from healthplan.subjects.findings.sides import finding_sides
from healthplan.subjects.trajectories.series import Series, series_of

UNTIL = 2030
VISION = 2045
FILTERS = ("place", "indicator", "severity", "rule")


@dataclass(frozen=True, slots=True)
class FindingEvidence:
    """A finding with what it rests on. `chart` is None when nothing of it is a number."""

    row: dict[str, Any]
    rule: Row
    sides: list[dict[str, Any]]
    series: Series | None
    chart: IndicatorChart | None


FINDING = Parameter(
    name="finding",
    kind=ParameterKind.NAME,
    label="cite_finding",
    options=lambda view, _: (view.say("asked_finding"),),
    known=lambda view, name: finding_row(view, name) is not None,
    shown=lambda view, name: view.name(finding_row(view, name) or {}, "sentence"),
)


def finding_row(view: View, name: str) -> Row | None:
    """The row of a finding; None when the release has no such finding."""
    return next(iter(view.ask(finding, name=name)), None) if re.fullmatch("f[0-9a-f]{10}", name) else None


def finding_evidence(view: View, name: str) -> FindingEvidence | None:
    """A finding by its name; None when the release has no such finding."""
    found = finding_row(view, name)
    if found is None:
        return None
    (row,) = finding_items(view, [found])
    names = tuple(name for name in (row["row_a"], row["row_b"]) if name)
    rule = next(rule for rule in view.ask(rules) if rule["rule"] == row["rule"])
    sides = list(finding_sides(view, names).values())
    return FindingEvidence(row, rule, sides, *_chart(view, row, names))


def _chart(view: View, row: Row, names: tuple[str, ...]) -> tuple[Series | None, IndicatorChart | None]:
    """The indicator's chart for this place alone, with the two values ringed; None without a number."""
    indicator = view.indicators.get(row["indicator"] or "")
    if indicator is None or indicator["scale"] == "word":
        return None, None
    series = series_of(view, indicator, [] if row["place"] == "VN" else [row["place"]])
    until = VISION if (row["year"] or 0) > UNTIL else UNTIL
    chart = indicator_chart(view, indicator, series, until, height=300, marked=frozenset(names))
    if chart.figure is None:
        return None, None
    return series, replace(chart, key=[*chart.key, "ring"])

"""One finding with what it rests on: the two rows as printed, and the chart that shows them."""

import re
from dataclasses import dataclass, replace
from typing import Any

from healthplan.charts.indicator import IndicatorChart, indicator_chart
from healthplan.parameters.parameter import Parameter, ParameterKind
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.findings.queries import finding, pieces, rules
from healthplan.subjects.findings.review import finding_items
from healthplan.subjects.targets.spans import goal_year
from healthplan.subjects.trajectories.series import Series, series_of
from healthplan.text.figures import value_text, with_unit
from healthplan.text.quotation import is_press, quotation

UNTIL = 2030
VISION = 2045
FILTERS = ("place", "indicator", "severity", "rule")
VALUES = ("goal", "observation", "benchmark")


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
    sides = [_side(view, piece) for piece in view.ask(pieces, names=names)]
    return FindingEvidence(row, rule, sides, *_chart(view, row, names))


def _side(view: View, piece: Row) -> dict[str, Any]:
    """One of the two rows: as printed, as read, when it is due, and where it stands."""
    is_value = piece["what"] in VALUES
    value = with_unit(value_text(piece, view.lang), view.name(piece, "unit"), piece["kind"]) if is_value else ""
    return piece | {
        "value": value,
        "quotation": quotation(piece, view.lang),
        "press": is_press(piece),
        "when": goal_year(view, piece) if is_value else "",
        "role_word": view.say(f"role_{piece['role']}" if piece["role"] else f"what_{piece['what']}"),
        "link": {"row": piece["row"]} if is_value else {"document": piece["document"]},
    }


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

"""The plan review: what the reader chose, the matrix of counts, the findings family by family."""

from collections import Counter
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from healthplan.parameters.parameter import Choices, Parameter, ParameterKind
from healthplan.parameters.shared import indicator_name
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.findings.queries import finding_remarks, findings, gaps, rules, tally

OWN_MAPPING = "own_mapping"
SEVERITIES = ("grave", "notable", "minor")
FIRST = 10  # findings that matter first
AT_FIRST = 3  # findings of one rule that stand open; the rest is folded


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """What the reader chose; an empty word is no choice."""

    place: str = ""
    indicator: str = ""
    severity: str = ""
    rule: str = ""


def plan_rules(view: View) -> list[Row]:
    """The rules that find something about a plan; what our own mapping lacks stands apart."""
    return [row for row in view.ask(rules) if row["family"] != OWN_MAPPING]


def mapping_gaps(view: View, picked: FindingFilter) -> list[dict[str, Any]]:
    """What our own joins of tasks and indicators leave open, for the place and indicator picked; none is of a
    rule or a severity."""
    if picked.rule or picked.severity:
        return []
    return finding_items(view, view.ask(gaps, place=picked.place, indicator=picked.indicator))


def matrix_places(view: View) -> dict[str, Row]:
    """The columns of the matrix: planned places, then the nation, about whose own papers there are rules."""
    return view.planned | {"VN": view.places["VN"]}


FILTERS = (
    Parameter(
        name="place",
        label="pick_place",
        options=lambda view, _: list(matrix_places(view)),
        shown=View.nation_or_place,
        optional=True,
        sorted=True,
    ),
    Parameter(
        name="indicator",
        label="pick_indicator",
        options=lambda view, _: list(view.indicators),
        shown=indicator_name,
        optional=True,
    ),
    Parameter(
        name="severity",
        kind=ParameterKind.ROW,
        label="pick_severity",
        options=lambda _view, _: SEVERITIES,
        shown=lambda view, one: view.say(f"severity_{one}"),
        optional=True,
    ),
    Parameter(
        name="rule",
        label="data_filter_rule",
        options=lambda view, _: [row["rule"] for row in plan_rules(view)],
        shown=lambda view, one: view.name(_rules(view)[one]),
        optional=True,
    ),
)


def _rules(view: View) -> dict[str, Row]:
    return {row["rule"]: row for row in view.ask(rules)}


def finding_filter(choices: Choices) -> FindingFilter:
    """The filter that an address chooses."""
    return FindingFilter(*(choices[one.name] for one in FILTERS))


def filtered_findings(view: View, picked: FindingFilter) -> list[Row]:
    """The findings of the reader's choice."""
    return view.ask(findings, **asdict(picked))


def review_title(view: View, chosen: list[Row]) -> str:
    """How many findings there are, and how many of them are grave."""
    grave = sum(row["severity"] == SEVERITIES[0] for row in chosen)
    key = "review_title" if 0 < grave < len(chosen) else f"review_title_{'all' if grave else 'none'}_grave"
    return view.say(key, count=view.number(len(chosen)), grave=view.number(grave))


def family_counts(view: View, chosen: list[Row]) -> list[dict[str, Any]]:
    """The three families with how many findings each has, and how many of them are grave."""
    own = {family: [row for row in chosen if row["family"] == family] for family in _families(view)}
    return [
        {"family": family, "count": len(rows), "grave": sum(row["severity"] == SEVERITIES[0] for row in rows)}
        for family, rows in own.items()
    ]


def gravest_by_family(view: View, chosen: list[Row]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The FIRST findings that matter first among those chosen, family by family; no family without one."""
    first = finding_items(view, _first(chosen))
    by_family = [(family, [row for row in first if row["family"] == family]) for family in _families(view)]
    return [(family, rows) for family, rows in by_family if rows]


def _first(chosen: list[Row]) -> list[Row]:
    """The gravest, rule by rule and indicator by indicator in turns; of each the place that was told of least."""
    taken: list[Row] = []
    for severity in SEVERITIES:
        groups: dict[tuple[str, str | None], list[Row]] = {}
        for row in sorted((row for row in chosen if row["severity"] == severity), key=lambda row: row["nth"]):
            groups.setdefault((row["rule"], row["indicator"]), []).append(row)
        while len(taken) < FIRST and (waiting := [group for group in groups.values() if group]):
            for group in waiting:
                places = Counter(row["place"] for row in taken)
                taken.append(min(group, key=lambda row: places[row["place"]]))
                group.remove(taken[-1])
    return taken[:FIRST]


def _families(view: View) -> list[str]:
    return list(dict.fromkeys(rule["family"] for rule in plan_rules(view)))


def filter_state(picked: FindingFilter) -> dict[str, Any]:
    """The reader's choice as the state of an address, whole and without the rule."""
    chosen = {name: value for name, value in asdict(picked).items() if value}
    return {"picked": picked, "state": chosen, "all_rules": chosen | {"rule": ""}}


def finding_matrix(view: View, picked: FindingFilter) -> dict[str, Any]:
    """Rules by family and places: how many findings each has under the reader's filters."""
    filters = {name: value for name, value in asdict(picked).items() if name != "rule"}
    counts = {(row["rule"], row["place"]): row["number"] for row in view.ask(tally, **filters)}
    columns = [place for place in matrix_places(view) if picked.place in ("", place)]
    families: dict[str, list[dict[str, Any]]] = {}
    for rule in plan_rules(view):
        cells = [(place, counts.get((rule["rule"], place), 0)) for place in columns]
        families.setdefault(rule["family"], []).append(rule | {"cells": cells})
    return {
        "families": families,
        "places": [(place, view.nation_or_place(place)) for place in columns],
        **filter_state(picked),
    }


def finding_groups(view: View, chosen: list[Row]) -> list[dict[str, Any]]:
    """The findings by family and rule, each rule's first ones apart from the rest."""
    known = _rules(view)
    told = []
    for family, members in groupby(chosen, key=lambda row: row["family"]):
        by_rule = [
            (known[rule], [_item(view, row) for row in own])
            for rule, own in groupby(members, key=lambda row: row["rule"])
        ]
        told.append(
            {
                "family": family,
                "count": sum(len(own) for _, own in by_rule),
                "rules": [{"rule": rule, "open": own[:AT_FIRST], "rest": own[AT_FIRST:]} for rule, own in by_rule],
            }
        )
    return told


def _item(view: View, row: Row) -> dict[str, Any]:
    """A finding as a list shows it."""
    indicator = view.indicators.get(row["indicator"] or "")
    return row | {
        "place_name": view.nation_or_place(row["place"]),
        "indicator_name": view.name(indicator, "short") if indicator else "",
        "sentence": view.name(row, "sentence"),
    }


def finding_items(view: View, chosen: list[Row]) -> list[dict[str, Any]]:
    """Findings as a list shows them."""
    return [_item(view, row) for row in chosen]


def other_remarks(view: View, picked: FindingFilter) -> list[Row]:
    """What no rule can find, for the place and indicator picked."""
    return view.ask(finding_remarks, place=picked.place, indicator=picked.indicator)

"""The plan review: what the reader picked, the matrix of counts, the findings family by family."""

from dataclasses import asdict, dataclass
from functools import partial
from itertools import groupby
from typing import Any

import streamlit as st

from healthplan.queries import Row
from healthplan.queries.review import findings, gaps, remarks, rules, tally
from healthplan.ui.address import read_one
from healthplan.ui.by_name import by_name
from healthplan.ui.chart_rows import rows_file
from healthplan.ui.pickers import ANY, pick_or_any, pick_row
from healthplan.ui.view import View

OWN_MAPPING = "own_mapping"
SEVERITIES = ("grave", "notable", "minor")
AT_FIRST = 3  # findings of one rule that stand open; the rest is folded


@dataclass(frozen=True, slots=True)
class Picked:
    """The reader's filters; an empty word is no choice."""

    place: str = ""
    indicator: str = ""
    severity: str = ""
    rule: str = ""


def pick(view: View) -> Picked:
    """The pickers. A rule is picked in the matrix, not from a list."""
    first, second, third = st.columns([3, 5, 6])
    with first:
        named = partial(place_name, view)
        place = pick_or_any(view, "place", view.say("pick_place"), by_name(view, places(view), named), named)
    with second:
        indicator = pick_or_any(view, "indicator", view.say("pick_indicator"), list(view.indicators),
                                lambda one: view.name(view.indicators[one]))
    with third:
        severity = pick_row(view, "severity", view.say("pick_severity"), [ANY, *SEVERITIES], ANY,
                            lambda one: view.say(f"severity_{one}"))
    rule = read_one("rule", [ANY, *(row["rule"] for row in plan_rules(view))], ANY, view.lang)
    return Picked(place, indicator, *("" if one == ANY else one for one in (severity, rule)))


def plan_rules(view: View) -> list[Row]:
    """The rules that find something about a plan; what our own mapping lacks stands apart."""
    return [row for row in view.ask(rules) if row["family"] != OWN_MAPPING]


def mapping_gaps(view: View, picked: Picked) -> list[dict[str, Any]]:
    """What our own joins of tasks and indicators leave open, for the place and indicator picked; none is of a
    rule or a severity."""
    if picked.rule or picked.severity:
        return []
    return told(view, view.ask(gaps, place=picked.place, indicator=picked.indicator))


def places(view: View) -> dict[str, Row]:
    """The columns of the matrix: planned places, then the nation, about whose own papers there are rules."""
    return view.planned | {"VN": view.places["VN"]}


def place_name(view: View, place: str) -> str:
    """What a column is called."""
    return view.say("nation") if place == "VN" else view.place_name(place)


def found(view: View, picked: Picked) -> list[Row]:
    """The findings of the reader's choice."""
    return view.ask(findings, **asdict(picked))


def title(view: View, chosen: list[Row]) -> str:
    """How many findings there are, and how many of them are grave."""
    grave = sum(row["severity"] == SEVERITIES[0] for row in chosen)
    key = "review_title" if 0 < grave < len(chosen) else f"review_title_{'all' if grave else 'none'}_grave"
    return view.say(key, count=str(len(chosen)), grave=str(grave))


def state(picked: Picked) -> dict[str, Any]:
    """The reader's choice as the state of an address, whole and without the rule."""
    chosen = {name: value for name, value in asdict(picked).items() if value}
    return {"picked": picked, "state": chosen, "all_rules": chosen | {"rule": ""}}


def matrix(view: View, picked: Picked) -> dict[str, Any]:
    """Rules by family and places: how many findings each has under the reader's filters."""
    filters = {name: value for name, value in asdict(picked).items() if name != "rule"}
    counts = {(row["rule"], row["place"]): row["number"]
              for row in view.ask(tally, **filters)}
    columns = [place for place in places(view) if picked.place in ("", place)]
    families: dict[str, list[dict[str, Any]]] = {}
    for rule in plan_rules(view):
        cells = [(place, counts.get((rule["rule"], place), 0)) for place in columns]
        families.setdefault(rule["family"], []).append(rule | {"cells": cells})
    return {
        "families": families,
        "places": [(place, place_name(view, place)) for place in columns],
        **state(picked),
    }


def groups(view: View, chosen: list[Row]) -> list[dict[str, Any]]:
    """The findings by family and rule, each rule's first ones apart from the rest."""
    known = {row["rule"]: row for row in view.ask(rules)}
    told = []
    for family, members in groupby(chosen, key=lambda row: row["family"]):
        by_rule = [(known[rule], [_told(view, row) for row in own])
                   for rule, own in groupby(members, key=lambda row: row["rule"])]
        told.append({
            "family": family,
            "rules": [{"rule": rule, "open": own[:AT_FIRST], "rest": own[AT_FIRST:]}
                      for rule, own in by_rule],
        })
    return told


def _told(view: View, row: Row) -> dict[str, Any]:
    """A finding as a list shows it."""
    indicator = view.indicators.get(row["indicator"] or "")
    return row | {
        "place_name": place_name(view, row["place"]),
        "indicator_name": view.name(indicator, "short") if indicator else "",
        "sentence": view.name(row, "sentence"),
    }


def told(view: View, chosen: list[Row]) -> list[dict[str, Any]]:
    """Findings as a list shows them."""
    return [_told(view, row) for row in chosen]


def other_remarks(view: View, picked: Picked) -> list[Row]:
    """What no rule can find, for the place and indicator picked."""
    return view.ask(remarks, place=picked.place, indicator=picked.indicator)


def table(view: View, chosen: list[Row]) -> bytes:
    """The findings as a file: names in the reader's language beside the codes."""
    known = {row["rule"]: row for row in view.ask(rules)}
    lines = [
        _told(view, row) | {
            "rule_name": view.name(known[row["rule"]]),
            "severity_name": view.say(f"severity_{row['severity']}"),
        }
        for row in chosen
    ]
    names = ("finding", "rule", "rule_name", "severity_name", "place", "place_name", "document", "indicator",
             "indicator_name", "year", "sentence", "printed_a", "locator_a", "line_a", "printed_b",
             "locator_b", "line_b")
    return rows_file(view, lines, names)

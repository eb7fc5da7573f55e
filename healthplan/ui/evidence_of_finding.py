"""The evidence of one finding: the two rows as printed, and the chart that shows them."""

import re
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from healthplan.queries import Row
from healthplan.queries.review import finding, pieces, rules
from healthplan.text.figures import shown, with_unit
from healthplan.text.quotation import is_press, quotation
from healthplan.ui import citing
from healthplan.ui.address import say_unknown
from healthplan.ui.figures import show_figure
from healthplan.ui.files import files_of
from healthplan.ui.overview import when
from healthplan.ui.render import render
from healthplan.ui.review import told
from healthplan.ui.trajectories import Charted, Told, charted, told_of
from healthplan.ui.view import View

UNTIL = 2030
VISION = 2045
FILTERS = ("place", "indicator", "severity", "rule")
VALUES = ("goal", "observation", "benchmark")


@dataclass(frozen=True, slots=True)
class Opened:
    """A finding with what it rests on. `chart` is None when nothing of it is a number."""

    row: dict[str, Any]
    rule: Row
    sides: list[dict[str, Any]]
    told: Told | None
    chart: Charted | None


def opened(view: View, name: str) -> Opened | None:
    """A finding by its name; None when the release has no such finding."""
    found = view.ask(finding, name=name) if re.fullmatch("f[0-9a-f]{10}", name) else []
    if not found:
        return None
    row = told(view, found)[0]
    names = tuple(name for name in (row["row_a"], row["row_b"]) if name)
    rule = next(rule for rule in view.ask(rules) if rule["rule"] == row["rule"])
    sides = [_side(view, piece) for piece in view.ask(pieces, names=names)]
    return Opened(row, rule, sides, *_chart(view, row, names))


def show(view: View) -> None:
    """The finding that the address names; a sentence when the release has no such finding."""
    asked = st.query_params.get("finding")
    if not asked:
        return
    evidence = opened(view, asked)
    if evidence is None:
        say_unknown([asked], view.lang)
        return
    state = {name: value for name in FILTERS if (value := st.query_params.get(name))}
    row = evidence.row
    cite = citing.of_row(view, asked)
    render("finding.html", view, row=row, rule=evidence.rule, sides=evidence.sides, state=state, cite=cite)
    if evidence.chart and evidence.chart.figure:
        show_figure(evidence.chart.figure, alt=row["sentence"], key="evidence")
        render("chart_files.html", view, files=files_of(view, "finding", finding=row["finding"]))


def _side(view: View, piece: Row) -> dict[str, Any]:
    """One of the two rows: as printed, as read, when it is due, and where it stands."""
    is_value = piece["what"] in VALUES
    value = with_unit(shown(piece, view.lang), view.name(piece, "unit"), piece["kind"]) if is_value else ""
    return piece | {
        "value": value,
        "quotation": quotation(piece, view.lang),
        "press": is_press(piece),
        "when": when(view, piece) if is_value else "",
        "role_word": view.say(f"role_{piece['role']}" if piece["role"] else f"what_{piece['what']}"),
        "link": {"row": piece["row"]} if is_value else {"document": piece["document"]},
    }


def _chart(view: View, row: Row, names: tuple[str, ...]) -> tuple[Told | None, Charted | None]:
    """The indicator's chart for this place alone, with the two values ringed; None without a number."""
    indicator = view.indicators.get(row["indicator"] or "")
    if indicator is None or indicator["scale"] == "word":
        return None, None
    told_here = told_of(view, indicator, [] if row["place"] == "VN" else [row["place"]])
    until = VISION if (row["year"] or 0) > UNTIL else UNTIL
    chart = charted(view, indicator, told_here, until, height=300, marked=frozenset(names))
    if chart.figure is None:
        return None, None
    return told_here, replace(chart, key=[*chart.key, "ring"])

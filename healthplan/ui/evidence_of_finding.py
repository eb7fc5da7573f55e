"""The evidence of one finding: the two rows as printed, and the chart that shows them."""

import re
from typing import Any

import streamlit as st

from healthplan.charts.frame import Figure
from healthplan.charts.trajectory import trajectory
from healthplan.queries import Row
from healthplan.queries.review import finding, pieces, rules
from healthplan.text.figures import shown, with_unit
from healthplan.ui.address import say_unknown
from healthplan.ui.chart_words import setting_of
from healthplan.ui.figures import show_figure
from healthplan.ui.overview import when
from healthplan.ui.render import render
from healthplan.ui.review import told
from healthplan.ui.trajectories import told_of
from healthplan.ui.view import View

UNTIL = 2030
VISION = 2045
FILTERS = ("place", "indicator", "severity", "rule")
VALUES = ("goal", "observation", "benchmark")


def show(view: View) -> None:
    """The finding that the address names; a sentence when the release has no such finding."""
    asked = st.query_params.get("finding")
    if not asked:
        return
    found = view.ask(finding, name=asked) if re.fullmatch("f[0-9a-f]{10}", asked) else []
    if not found:
        say_unknown([asked], view.lang)
        return
    row = told(view, found)[0]
    names = tuple(name for name in (row["row_a"], row["row_b"]) if name)
    rule = next(rule for rule in view.ask(rules) if rule["rule"] == row["rule"])
    sides = [_side(view, piece) for piece in view.ask(pieces, names=names)]
    state = {name: value for name in FILTERS if (value := st.query_params.get(name))}
    render("finding.html", view, row=row, rule=rule, sides=sides, state=state)
    figure = _figure(view, row, names)
    if figure:
        show_figure(figure, alt=row["sentence"], key="evidence")


def _side(view: View, piece: Row) -> dict[str, Any]:
    """One of the two rows: as printed, as read, when it is due, and where it stands."""
    is_value = piece["what"] in VALUES
    value = with_unit(shown(piece, view.lang), view.name(piece, "unit"), piece["kind"]) if is_value else ""
    return piece | {
        "value": value,
        "when": when(view, piece) if is_value else "",
        "role_word": view.say(f"role_{piece['role']}" if piece["role"] else f"what_{piece['what']}"),
        "link": {"row": piece["row"]} if is_value else {"document": piece["document"]},
    }


def _figure(view: View, row: Row, names: tuple[str, ...]) -> Figure | None:
    """The indicator's chart for this place alone, with the two values ringed; None without a number."""
    indicator = view.indicators.get(row["indicator"] or "")
    if indicator is None or indicator["scale"] == "word":
        return None
    told_here = told_of(view, indicator, [] if row["place"] == "VN" else [row["place"]])
    until = VISION if (row["year"] or 0) > UNTIL else UNTIL
    drawn, asked = told_here.drawn(until), told_here.asked_by(until)
    if not drawn and not asked:
        return None
    setting = setting_of(view, indicator, drawn, asked, until, height=300, marked=frozenset(names))
    return trajectory(drawn, asked, setting)

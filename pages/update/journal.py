"""Log: every change with its state, and whether the log is whole."""

import streamlit as st

from healthplan.desk.changes import all_changes
from healthplan.desk.log import log_lines, verify_log
from healthplan.desk.people import Person, covers
from healthplan.parameters.parameter import Choices
from healthplan.release.view import View
from healthplan.text import numbers
from pages.shared.show import render

MOST = 100


def show_log(view: View, person: Person, _choices: Choices) -> None:
    """The changes that this person may see, the newest first."""
    mine = [
        change
        for change in all_changes()
        if change.author == person.subject or any(covers(place, change.place) for _, place in person.roles)
    ]
    acts: dict[str, list[dict[str, object]]] = {}
    for line in log_lines():
        acts.setdefault(str(line.get("change", "")), []).append(line)
    render(
        "update_log.html",
        view,
        changes=mine[:MOST],
        acts=acts,
        period=lambda one: numbers.period(one, view.lang) if one else "",
    )
    if fault := verify_log():
        st.error(view.say("update_log_broken", line=str(fault.line)))
    else:
        st.caption(view.say("update_log_whole"))

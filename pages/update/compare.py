"""Difference: what a change does for readers, losses first, the touched charts before and after; and the decision."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import streamlit as st

from healthplan.charts.picture import SHEETS
from healthplan.desk.acts import approve_change, return_change, submit_change
from healthplan.desk.changes import Change, Kind, State, change_of
from healthplan.desk.people import Person, covers, may
from healthplan.desk.plan_readings import reading_of
from healthplan.desk.publish import draft_of, publish_change, undo_change
from healthplan.parameters.parameter import Choices
from healthplan.print.trajectories import chart_svg
from healthplan.release.difference import ReleaseDifference, difference
from healthplan.release.publication import release_file
from healthplan.release.view import View
from healthplan.subjects.changes.publications import LOSSES_FIRST
from healthplan.subjects.changes.words import MoveWords, move_words
from healthplan.text import numbers
from healthplan.text.escape import markdown_escape
from pages.shared.show import render
from pages.update.acts import act
from pages.update.plan_second import show_second_state

CHARTS = 3  # touched charts that are shown before and after
UNTIL = 2030


def show_difference(view: View, person: Person, choices: Choices) -> None:
    """What the change of the address does, and what this person may do with it."""
    if not choices["change"]:
        st.info(view.say("update_no_change"))
        return
    change = change_of(choices["change"])
    if change.author != person.subject and not any(covers(place, change.place) for _, place in person.roles):
        st.info(view.say("desk_other_place"))
        return
    told = {"place": view.place_name(change.place), "period": numbers.period(change.period, view.lang)}
    st.subheader(view.say("update_change", **told) if change.period else told["place"], anchor=False)
    render("update_state.html", view, change=change)
    if change.kind is Kind.PLAN:
        show_second_state(view, change)
        own = reading_of(change, person)
        if own is not None and not own.is_done:
            st.info(view.say("plan_second_hidden"))
            return
    before, after = _sides(view, change)
    if after is not None and before is not None:
        found = _difference(before, after)
        render("update_difference.html", view, groups=_groups(view, found), counts=found.counts)
        _show_charts(view, before, after, found)
    elif change.state is State.DRAFT:
        st.info(view.say("desk_is_draft"))
    _show_decision(view, person, change)


def _sides(view: View, change: Change) -> tuple[Path | None, Path | None]:
    """The releases before and after: of a published change those of its day."""
    if change.release:
        return release_file(change.before), release_file(change.release)
    return view.path, draft_of(change)


@st.cache_data(max_entries=20, show_spinner=False)
def _difference(before: Path, after: Path) -> ReleaseDifference:
    return difference(before, after)


def _groups(view: View, found: ReleaseDifference) -> list[tuple[str, list[MoveWords]]]:
    """The moves of each kind that has any: what each is about, before, after."""
    kinds = ((name, getattr(found, name)) for name in LOSSES_FIRST)
    return [(name, [move_words(view, move) for move in moves]) for name, moves in kinds if moves]


def _show_charts(view: View, before: Path, after: Path, found: ReleaseDifference) -> None:
    touched = [one for one in found.touched if one[0] in view.indicators and one[1] in view.places]
    sheet = replace(SHEETS["page"], width=620, height=400, density=1)
    for indicator, place in touched[:CHARTS]:
        st.markdown(f"**{markdown_escape(view.name(view.indicators[indicator]))}** · {view.place_name(place)}")
        for slot, path, word in zip(st.columns(2), (before, after), ("before", "after"), strict=True):
            side = replace(view, path=path)
            drawn = chart_svg(side, side.indicators[indicator], [place], UNTIL, sheet)
            with slot:
                st.caption(view.say(f"update_{word}"))
                if drawn:
                    st.image(drawn.decode())
                else:
                    st.text(view.say("update_no_chart"))
    if len(touched) > CHARTS:
        st.caption(view.say("update_more_charts", count=str(len(touched) - CHARTS)))


def _show_decision(view: View, person: Person, change: Change) -> None:
    """The acts that this person may do now, and why not the next one."""
    acts: dict[str, Callable[[], object]] = {
        "submit": lambda: submit_change(person, change.id),
        "approve": lambda: approve_change(person, change.id),
        "publish": lambda: publish_change(person, change.id),
    }
    faults = {name: may(person, name, change) for name in (*acts, "return", "undo")}
    for name, what in acts.items():
        if not faults[name] and st.button(view.say(f"update_{name}"), key=f"act-{name}", type="primary"):
            act(view, what, "difference", change=change.id)
            st.rerun()
    waits = {State.SUBMITTED: "approve", State.APPROVED: "publish"}.get(change.state, "")
    if waits and (fault := faults[waits]):
        st.info(view.say(fault))
    for name, undo in (("return", return_change), ("undo", undo_change)):
        if faults[name]:
            continue
        reason = st.text_input(view.say(f"update_{name}_reason"), key=f"{name}-reason", max_chars=300)
        if st.button(view.say(f"update_{name}"), key=f"act-{name}", disabled=not reason.strip()):
            act(view, partial(undo, person, change.id, reason), "log")
            st.rerun()

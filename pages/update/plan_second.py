"""Two readings of one paper: who reads it again, and where they differ, cell by cell, until each is settled."""

from functools import partial

import streamlit as st

from healthplan.desk.changes import Change
from healthplan.desk.plan_readings import (
    KEEP,
    PAPER_CELLS,
    ReadingDifference,
    open_differences,
    readings_of,
    settle_difference,
    settled_differences,
    with_second,
)
from healthplan.desk.plan_rows import PlanRow
from healthplan.release.view import View
from healthplan.text.paper_words import lines_around
from pages.shared.show import render
from pages.update.acts import SAID, act
from pages.update.plan_review import PlanReview

SHOWN = 8  # differences on one sheet


def second_words(view: View, change: Change) -> str:
    """Who reads the paper again and what came of it; "" where nobody does."""
    readings = readings_of(change)
    if not readings:
        return ""
    told = [view.say("plan_second_done_by" if one.is_done else "plan_second_reads", name=one.name) for one in readings]
    if any(one.is_done for one in readings):
        told.append(view.say_count("plan_second_open", change.unsettled))
        if settled := len(settled_differences(change)):
            told.append(view.say("plan_second_settled", count=str(settled)))
    return " ".join(told)


def show_differences(review: PlanReview) -> None:
    """What two readers see differently, the paper beside both: one of them is taken, or the first is kept with a
    reason."""
    view, draft, change = review.view, review.draft, review.change
    found = open_differences(change, draft)
    if not found:
        return
    st.subheader(view.say("plan_differences", count=str(len(found))), anchor=False)
    readings = {one.name: one.draft for one in readings_of(change)}
    with st.form(f"plan-differences-{change.id}", border=False):
        told = [(one, *_show_difference(review, one, readings[one.reader].rows)) for one in found[:SHOWN]]
        if st.form_submit_button(view.say("plan_settle"), type="primary"):
            second = [one for one, side, _ in told if side == "second"]
            for one in sorted(second, key=lambda one: one.cell == KEEP):
                with_second(draft, readings[one.reader], one)
            if second and not review.save():
                st.rerun()
            kept = [(one, reason) for one, side, reason in told if side == "first"]
            for one, reason in kept:
                if reason:
                    act(view, partial(settle_difference, review.person, change.id, one, reason))
            if any(not reason for _, reason in kept):
                st.session_state[SAID] = view.say("plan_reason_open")
            st.rerun()


def _show_difference(review: PlanReview, one: ReadingDifference, rows: list[PlanRow]) -> tuple[str, str]:
    """A cell as two people see it. Returns the side that is taken, "" for none yet, and the reason."""
    view, draft = review.view, review.draft
    row = draft.rows[one.at] if one.at is not None else rows[one.other] if one.other is not None else None
    left, right = st.columns([5, 6], gap="large")
    with left:
        lines = lines_around(draft.lines, row.line, row.quoted) if row else []
        render("update_difference_row.html", view, row=row, lines=lines, about=_about(view, row))
    with right:
        sides = {
            "first": view.say("plan_first_says", value=_said(view, one.cell, one.first)),
            "second": view.say("plan_second_says", name=one.reader, value=_said(view, one.cell, one.second)),
        }
        label = _label(view, one.cell)
        side = st.radio(label, list(sides), None, format_func=sides.__getitem__, key=f"side-{one.key}")
        reason = st.text_input(view.say("plan_reason"), key=f"reason-{one.key}", max_chars=300).strip()
    return side or "", reason


def _about(view: View, row: PlanRow | None) -> str:
    indicator = view.indicators.get(row.cells.get("indicator", "")) if row else None
    return view.name(indicator) if indicator else row.name if row else view.say("plan_paper")


def _label(view: View, cell: str) -> str:
    """What a cell is called; one without a label of its own is another cell."""
    if cell == KEEP:
        return view.say("plan_keep")
    return view.say(f"plan_cell_{cell}" if cell in LABELLED else "plan_cell_other")


LABELLED = {
    *PAPER_CELLS, "indicator", "printed", "year", "period", "role", "title_vi", "lead_printed", "time_printed",
    "who_vi", "what_vi", "due_printed", "number", "issuer_vi", "issued_on", "locator",
}  # fmt: skip


def _said(view: View, cell: str, value: str) -> str:
    if cell == KEEP:
        return view.say(f"plan_takes_{value}")
    if cell == "indicator" and value in view.indicators:
        return view.name(view.indicators[value])
    if cell == "role" and value:
        return view.say(f"role_{value}")
    return value or view.say("plan_empty")


def show_second_state(view: View, change: Change) -> None:
    """What the approver must know of the second reading: who read, and what was kept against it with which reason."""
    if words := second_words(view, change):
        settled = [
            {"label": _label(view, row["cell"]), "reason": row["reason"]}
            | {side: _said(view, row["cell"], row[side]) for side in ("first", "second")}
            for row in settled_differences(change)
        ]
        render("update_second.html", view, words=words, settled=settled)

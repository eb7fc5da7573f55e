"""The rows of a plan's draft beside the paper's own lines, and the steward's hand on every row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from healthplan.desk.bring import complaint_sentence
from healthplan.desk.changes import Change
from healthplan.desk.people import Person
from healthplan.desk.plan_draft import row_faults
from healthplan.desk.plan_rows import PlanDraft, PlanRow
from healthplan.model.complaint import Complaint
from healthplan.release.view import View
from healthplan.text.paper_words import lines_around
from pages.shared.show import render

ROWS = 6  # on one sheet
ROLES = ("target", "milestone", "vision")
SAVE_KEYS = "Ctrl+Enter"
CELLS = {  # table -> the cells to mend; the rest follows from the place in the paper
    "goals": ("indicator", "printed", "year", "role"),
    "observations": ("indicator", "printed", "period"),
    "tasks": ("title_vi", "title_en", "lead_printed", "time_printed"),
    "task_groups": ("title_vi", "title_en"),
    "duties": ("who_vi", "what_vi", "what_en", "due_printed"),
    "citations": ("number", "issuer_vi", "issuer_en", "issued_on"),
}


@dataclass(frozen=True, slots=True)
class PlanReview:
    """A paper under review. `by_row`: what the last check found, by the number of the row. `save` keeps the draft as it
    is now and is True when that was done; `is_second`: by somebody who does not see the first reading."""

    view: View
    person: Person
    change: Change
    draft: PlanDraft
    by_row: Mapping[int, list[Complaint]]
    save: Callable[[], bool]
    is_second: bool

    @property
    def key(self) -> str:
        """What tells the widgets of two readings apart."""
        return "second" if self.is_second else "plan"

    @property
    def waiting(self) -> list[int]:
        """The rows that somebody must look at, by their number: what cannot stand first, then the least sure."""
        rows = self.draft.rows
        wrong = {at for at, row in enumerate(rows) if at in self.by_row or row_faults(row, self.draft)}
        unsure = [at for at, row in enumerate(rows) if at in wrong or row.is_unsure]
        return sorted(unsure, key=lambda at: (at not in wrong, rows[at].sure, at))


def show_rows(review: PlanReview) -> None:
    """A sheet of rows in one form: Tab leads through it, Space keeps or drops, and one button keeps it and goes on."""
    view, draft, waiting = review.view, review.draft, review.waiting
    every = sorted(range(len(draft.rows)), key=lambda at: (draft.rows[at].line, at))
    names = {
        "waiting": view.say("plan_waiting", count=str(len(waiting))),
        "all": view.say("plan_all", count=str(len(every))),
    }
    shown = st.segmented_control(
        view.say("plan_show"), list(names), default="waiting" if waiting else "all", format_func=names.__getitem__,
        required=True, key=f"{review.key}-shown-{bool(waiting)}",
    )  # fmt: skip
    rows = waiting if shown == "waiting" else every
    sheets = max(1, -(-len(rows) // ROWS))
    sheet = 1
    if shown == "all" and sheets > 1:
        sheet = int(st.number_input(view.say("plan_sheet", count=str(sheets)), 1, sheets, key=f"{review.key}-sheet"))
    rows = rows[(sheet - 1) * ROWS : sheet * ROWS]
    if not rows:
        return
    with st.container(key="plan-rows"), st.form(f"{review.key}-rows-{review.change.id}", border=False):
        told = {at: _show_row(review, at) for at in rows}
        st.caption(view.say("plan_keys"))
        if st.form_submit_button(view.say("plan_keep_sheet"), type="primary", shortcut=SAVE_KEYS):
            for at, (cells, keep) in told.items():
                row = draft.rows[at]
                row.cells, row.keep, row.seen = row.cells | cells, keep, True
            review.save()
            st.rerun()


def _show_row(review: PlanReview, at: int) -> tuple[dict[str, str], bool]:
    """One row, the paper left and its cells right. Returns the cells and whether it stays."""
    view, draft, row = review.view, review.draft, review.draft.rows[at]
    said = [complaint_sentence(view.lang, one) for one in (*row_faults(row, draft), *review.by_row.get(at, []))]
    said += [view.say(doubt) for doubt in row.doubts if not row.seen and view.say(doubt) not in said]
    left, right = st.columns([5, 6], gap="large")
    with left:
        lines = lines_around(draft.lines, row.line, row.quoted)
        render("update_plan_row.html", view, row=row, at=at, lines=lines, said=said)
    cells: dict[str, str] = {}
    with right:
        slots = st.columns(2)
        for i, name in enumerate(CELLS[row.table]):
            with slots[i % 2]:
                cells[name] = _cell(view, row, name, f"{review.key}-{name}-{at}")
        keep = st.checkbox(view.say("plan_keep"), value=row.keep, key=f"{review.key}-keep-{at}")
    return cells, keep


def _cell(view: View, row: PlanRow, name: str, key: str) -> str:
    value, label = row.cells.get(name, ""), view.say(f"plan_cell_{name}")
    if name == "indicator":
        return pick_indicator(view, label, value, key)
    if name == "role":
        at = ROLES.index(value) if value in ROLES else 0
        return st.selectbox(label, ROLES, at, format_func=lambda one: view.say(f"role_{one}"), key=key)
    return st.text_input(label, value, key=key).strip()


def pick_indicator(view: View, label: str, value: str, key: str) -> str:
    """The indicator that somebody chooses by its name; "" for none yet."""
    options = ["", *sorted(view.indicators, key=lambda one: view.name(view.indicators[one]))]
    at = options.index(value) if value in options else 0
    return st.selectbox(
        label, options, at, key=key,
        format_func=lambda one: view.name(view.indicators[one]) if one else view.say("plan_choose"),
    )  # fmt: skip

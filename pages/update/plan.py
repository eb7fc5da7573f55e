"""Plan: a paper to drop, its draft beside the paper's own lines, and the steward's hand on every row."""

from collections.abc import Mapping

import streamlit as st

from healthplan.desk.acts import put_files
from healthplan.desk.bring import complaint_sentence
from healthplan.desk.changes import Change, Kind, State, change_of, complaints_of
from healthplan.desk.people import Person, Role, may
from healthplan.desk.plan_draft import (
    PlanDraft,
    PlanRow,
    begin_plan,
    complaints_by_row,
    laid_files,
    row_faults,
    save_draft,
    saved_draft,
)
from healthplan.desk.publish import check_change
from healthplan.drafting.paper_reader import BYTES_MAX, read_paper
from healthplan.drafting.refusal import PaperRefused
from healthplan.model.complaint import Complaint
from healthplan.model.holding import Holding
from healthplan.parameters.parameter import Choices
from healthplan.release.view import View
from healthplan.text.escape import markdown_escape
from healthplan.text.paper_words import lines_around
from pages.shared.show import render
from pages.update.acts import SAID, act, go
from pages.update.places import pick_place

KINDS = ["docx", "pdf", "txt"]
ROWS = 6  # on one sheet
ROLES = ("target", "milestone", "vision")
CELLS = {  # table -> the cells to mend; the rest follows from the place in the paper
    "goals": ("indicator", "printed", "year", "role"),
    "observations": ("indicator", "printed", "period"),
    "tasks": ("title_vi", "title_en", "lead_printed", "time_printed"),
    "task_groups": ("title_vi", "title_en"),
    "duties": ("who_vi", "what_vi", "what_en", "due_printed"),
    "citations": ("number", "issuer_vi", "issuer_en", "issued_on"),
}
PAPER = (
    ("document", "number", "issued_on"), ("issuer_vi", "issuer_en"), ("title_vi", "title_en"), ("short_vi", "short_en"),
    ("held", "annexes_missing"),
)  # fmt: skip


def show_plan(view: View, person: Person, choices: Choices) -> None:
    """The whole step, for the plan of the address or a new one."""
    change = change_of(choices["change"]) if choices["change"] else None
    if change is None or change.kind is not Kind.PLAN:
        _begin(view, person, choices)
        return
    st.subheader(view.place_name(change.place), anchor=False)
    if fault := may(person, "bring", change):
        st.info(view.say(fault))
        return
    draft = saved_draft(change)
    by_row, rest = complaints_by_row(draft, complaints_of(change))
    waiting = _waiting(draft, by_row)
    told = [complaint_sentence(view.lang, one) for one in rest]
    kept = sum(row.keep for row in draft.rows)
    returned = change.reason if change.state is State.RETURNED else ""
    render("update_plan.html", view, draft=draft, waiting=len(waiting), rest=told, kept=kept, returned=returned)
    _show_rows(view, person, change, draft, waiting, by_row)
    render("update_unplaced.html", view, unplaced=draft.unplaced)
    _show_added(view, person, change, draft)
    _show_paper(view, person, change, draft)


def _begin(view: View, person: Person, choices: Choices) -> None:
    place = pick_place(view, person, choices, (Role.STEWARD,), "plan_place")
    if not place:
        st.info(view.say("desk_only_steward"))
        return
    given = st.file_uploader(view.say("plan_file"), type=KINDS, key="plan-file", max_upload_size=BYTES_MAX // 1_000_000)
    if st.button(view.say("plan_read"), key="plan-read", type="primary", disabled=given is None) and given is not None:
        _take(view, person, place, given.name, given.getvalue())
        st.rerun()


def _take(view: View, person: Person, place: str, name: str, raw: bytes) -> None:
    """Reads a paper and keeps it with its draft; a scan says how far it has come."""
    line = st.progress(0.0, text=view.say("update_working"))

    def progress(done: int, pages: int) -> None:
        line.progress(done / max(pages, 1), text=view.say("draft_progress", done=str(done), pages=str(pages)))

    try:
        paper = read_paper(raw, progress)
    except PaperRefused as refused:
        st.session_state[SAID] = view.say(refused.fault, **refused.facts)
        return
    begun: list[Change] = []
    if act(view, lambda: begun.append(begin_plan(person, place, name, raw, paper))):
        go(view, "plan", change=begun[0].id)


def _waiting(draft: PlanDraft, by_row: Mapping[int, list[Complaint]]) -> list[int]:
    """The rows that somebody must look at, by their number: what cannot stand first, then the least sure."""
    wrong = {at for at, row in enumerate(draft.rows) if at in by_row or row_faults(row, draft)}
    unsure = [at for at, row in enumerate(draft.rows) if at in wrong or row.is_unsure]
    return sorted(unsure, key=lambda at: (at not in wrong, draft.rows[at].sure, at))


def _show_rows(
    view: View, person: Person, change: Change, draft: PlanDraft, waiting: list[int],
    by_row: Mapping[int, list[Complaint]],
) -> None:  # fmt: skip
    """A sheet of rows in one form: Tab leads through it, and one button keeps it and goes on."""
    every = sorted(range(len(draft.rows)), key=lambda at: (draft.rows[at].line, at))
    names = {
        "waiting": view.say("plan_waiting", count=str(len(waiting))),
        "all": view.say("plan_all", count=str(len(every))),
    }
    shown = st.segmented_control(
        view.say("plan_show"), list(names), default="waiting" if waiting else "all", format_func=names.__getitem__,
        required=True, key=f"plan-shown-{bool(waiting)}",
    )  # fmt: skip
    rows = waiting if shown == "waiting" else every
    sheets = max(1, -(-len(rows) // ROWS))
    sheet = 1
    if shown == "all" and sheets > 1:
        sheet = int(st.number_input(view.say("plan_sheet", count=str(sheets)), 1, sheets, key="plan-sheet"))
    rows = rows[(sheet - 1) * ROWS : sheet * ROWS]
    if not rows:
        return
    with st.form(f"plan-rows-{change.id}", border=False):
        told = {at: _show_row(view, draft, at, by_row.get(at, [])) for at in rows}
        if st.form_submit_button(view.say("plan_keep_sheet"), type="primary"):
            for at, (cells, keep) in told.items():
                row = draft.rows[at]
                row.cells, row.keep, row.seen = row.cells | cells, keep, True
            act(view, lambda: save_draft(person, change.id, draft))
            st.rerun()


def _show_row(view: View, draft: PlanDraft, at: int, complaints: list[Complaint]) -> tuple[dict[str, str], bool]:
    """One row, the paper left and its cells right. Returns the cells and whether it stays."""
    row = draft.rows[at]
    said = [complaint_sentence(view.lang, one) for one in (*row_faults(row, draft), *complaints)]
    said += [view.say(doubt) for doubt in row.doubts if not row.seen and view.say(doubt) not in said]
    left, right = st.columns([5, 6], gap="large")
    with left:
        render("update_plan_row.html", view, row=row, lines=lines_around(draft.lines, row.line, row.quoted), said=said)
    cells: dict[str, str] = {}
    with right:
        slots = st.columns(2)
        for i, name in enumerate(CELLS[row.table]):
            with slots[i % 2]:
                cells[name] = _cell(view, row, name, f"{name}-{at}")
        keep = st.checkbox(view.say("plan_keep"), value=row.keep, key=f"plan-keep-{at}")
    return cells, keep


def _cell(view: View, row: PlanRow, name: str, key: str) -> str:
    value, label = row.cells.get(name, ""), view.say(f"plan_cell_{name}")
    if name == "indicator":
        return _indicator(view, label, value, key)
    if name == "role":
        at = ROLES.index(value) if value in ROLES else 0
        return st.selectbox(label, ROLES, at, format_func=lambda one: view.say(f"role_{one}"), key=f"plan-{key}")
    return st.text_input(label, value, key=f"plan-{key}").strip()


def _indicator(view: View, label: str, value: str, key: str) -> str:
    options = ["", *sorted(view.indicators, key=lambda one: view.name(view.indicators[one]))]
    at = options.index(value) if value in options else 0
    return st.selectbox(
        label, options, at, key=f"plan-{key}",
        format_func=lambda one: view.name(view.indicators[one]) if one else view.say("plan_choose"),
    )  # fmt: skip


def _show_added(view: View, person: Person, change: Change, draft: PlanDraft) -> None:
    """A goal that the draft did not find: its line, its words as they stand there."""
    with st.expander(view.say("plan_add")), st.form(f"plan-add-{change.id}", border=False, clear_on_submit=True):
        left, right = st.columns(2)
        with left:
            line = int(st.number_input(view.say("plan_line"), 1, len(draft.lines), key="plan-add-line"))
            printed = st.text_input(view.say("plan_cell_printed"), key="plan-add-printed").strip()
            locator = st.text_input(view.say("plan_cell_locator"), key="plan-add-locator").strip()
        with right:
            indicator = _indicator(view, view.say("plan_cell_indicator"), "", "add-indicator")
            year = st.text_input(view.say("plan_cell_year"), key="plan-add-year").strip()
        if st.form_submit_button(view.say("plan_add_row")):
            cells = {
                "indicator": indicator, "place": change.place, "year": year, "printed": printed, "role": "target",
                "stated_in": "body", "locator": locator or view.say("plan_line_of", line=str(line)), "line": str(line),
            }  # fmt: skip
            row = PlanRow("goals", cells, line, printed, 1.0, seen=True)
            if faults := row_faults(row, draft):
                st.session_state[SAID] = complaint_sentence(view.lang, faults[0])
            else:
                draft.rows.append(row)
                act(view, lambda: save_draft(person, change.id, draft))
            st.rerun()


def _show_paper(view: View, person: Person, change: Change, draft: PlanDraft) -> None:
    """What the paper says of itself, and whether its words stand for the English that nobody wrote."""
    st.subheader(view.say("plan_paper"), anchor=False)
    with st.form(f"plan-paper-{change.id}", border=False):
        told: dict[str, str] = {}
        for names in PAPER:
            for name, slot in zip(names, st.columns(len(names)), strict=True):
                with slot:
                    told[name] = _paper_cell(view, name, draft.paper.get(name, ""))
        given_up = st.checkbox(view.say("plan_in_vietnamese"), value=draft.in_vietnamese, key="plan-vietnamese")
        with st.container(horizontal=True):
            kept = st.form_submit_button(view.say("plan_keep_paper"))
            compared = st.form_submit_button(view.say("update_compare"), key="plan-compare", type="primary")
        if kept or compared:
            draft.paper |= told
            draft.in_vietnamese = given_up
            if act(view, lambda: save_draft(person, change.id, draft)) and compared:
                _lay_down(view, person, change, draft)
            st.rerun()


def _paper_cell(view: View, name: str, value: str) -> str:
    label = view.say(f"plan_cell_{name}")
    if name == "held":
        options = [str(one) for one in Holding]
        return st.selectbox(label, options, options.index(value), format_func=lambda one: view.say(f"plan_held_{one}"))
    return st.text_input(label, value, key=f"plan-paper-{name}").strip()


def _lay_down(view: View, person: Person, change: Change, draft: PlanDraft) -> None:
    """Lays down the plan's files and builds them; complaints of the build stand beside their rows."""
    checked: list[tuple[Complaint, ...]] = []

    def lay() -> None:
        put_files(person, change.id, lambda: laid_files(draft))
        checked.append(check_change(person, change.id).complaints)

    if not act(view, lay):
        return
    if checked[0]:
        st.session_state[SAID] = markdown_escape(view.say("plan_complaints", count=str(len(checked[0]))))
    else:
        go(view, "difference", change=change.id)

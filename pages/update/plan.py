"""Plan: a paper to drop, its draft beside the paper's own lines, and the steward's hand on every row."""

import streamlit as st

from healthplan.desk.acts import put_files
from healthplan.desk.bring import complaint_sentence
from healthplan.desk.changes import Change, Kind, State, all_changes, change_of, complaints_of
from healthplan.desk.people import Person, Role, may
from healthplan.desk.plan_draft import (
    begin_plan,
    complaints_by_row,
    draft_complaints,
    laid_files,
    save_draft,
    standing_rows,
)
from healthplan.desk.plan_readings import begin_reading, hand_in_reading, may_read_again, reading_of, save_reading
from healthplan.desk.plan_rows import PlanDraft, saved_draft
from healthplan.desk.publish import check_change
from healthplan.drafting.paper_reader import BYTES_MAX, read_paper
from healthplan.drafting.refusal import PaperRefused
from healthplan.model.complaint import Complaint
from healthplan.model.holding import Holding
from healthplan.parameters.parameter import Choices
from healthplan.release.view import View
from healthplan.text.escape import markdown_escape
from pages.shared.show import render
from pages.update.acts import SAID, act, go
from pages.update.places import pick_place
from pages.update.plan_add import show_adding
from pages.update.plan_review import PlanReview, show_rows
from pages.update.plan_second import second_words, show_differences

OPEN = 20  # plans under review that are listed
PAPER = (
    ("document", "number", "issued_on"), ("issuer_vi", "issuer_en"), ("title_vi", "title_en"), ("short_vi", "short_en"),
    ("held", "annexes_missing"),
)  # fmt: skip


def show_plan(view: View, person: Person, choices: Choices) -> None:
    """The whole step, for the plan of the address or a new one."""
    change = change_of(choices["change"]) if choices["change"] else None
    if change is None or change.kind is not Kind.PLAN:
        _show_open(view, person)
        _begin(view, person, choices)
        return
    st.subheader(view.place_name(change.place), anchor=False)
    if fault := may(person, "bring", change):
        st.info(view.say(fault))
        return
    reading = reading_of(change, person)
    if reading is None and person.subject != change.author:
        _offer_reading(view, person, change)
    elif reading is not None and not reading.is_done:
        _show_second(view, person, change, reading.draft)
    else:
        _show_first(view, person, change, reading is None)


def _show_open(view: View, person: Person) -> None:
    """The plans under review, to go on with or to read again."""
    mine = [one for one in all_changes() if one.kind is Kind.PLAN and not may(person, "bring", one)]
    render("update_open_plans.html", view, plans=mine[:OPEN])


def _offer_reading(view: View, person: Person, change: Change) -> None:
    st.info(view.say("plan_second_offer", name=change.author_name))
    if st.button(view.say("plan_second_begin"), key="second-begin", type="primary"):
        act(view, lambda: begin_reading(person, change.id))
        st.rerun()


def _show_first(view: View, person: Person, change: Change, may_begin: bool) -> None:
    draft = saved_draft(change)
    complaints = complaints_of(change)
    by_row, rest = complaints_by_row(standing_rows(draft), complaints)

    def save() -> bool:
        return act(view, lambda: save_draft(person, change.id, draft, complaints=draft_complaints(draft)))

    review = PlanReview(view, person, change, draft, by_row, save, is_second=False)
    told = [complaint_sentence(view.lang, one) for one in rest]
    kept = sum(row.keep for row in draft.rows)
    returned = change.reason if change.state is State.RETURNED else ""
    second = second_words(view, change)
    render(
        "update_plan.html", view, draft=draft, waiting=len(review.waiting), rest=told, kept=kept, returned=returned,
        second=second, complaints=len(complaints),
    )  # fmt: skip
    show_differences(review)
    show_rows(review)
    render("update_unplaced.html", view, unplaced=draft.unplaced)
    show_adding(review)
    _show_paper(review)
    if may_begin and may_read_again(person, change):
        with st.expander(view.say("plan_second_title")):
            _offer_reading(view, person, change)


def _show_second(view: View, person: Person, change: Change, draft: PlanDraft) -> None:
    """The second reader's own draft, and nothing of the first."""

    def save() -> bool:
        return act(view, lambda: save_reading(person, change.id, draft))

    review = PlanReview(view, person, change, draft, {}, save, is_second=True)
    kept = sum(row.keep for row in draft.rows)
    render(
        "update_plan.html", view, draft=draft, waiting=len(review.waiting), rest=[], kept=kept, returned="",
        second=view.say("plan_second_yours"), complaints=0,
    )  # fmt: skip
    show_rows(review)
    render("update_unplaced.html", view, unplaced=draft.unplaced)
    show_adding(review)
    _show_paper(review)
    if st.button(view.say("plan_second_done"), key="second-done", type="primary"):
        act(view, lambda: hand_in_reading(person, change.id))
        st.rerun()


def _begin(view: View, person: Person, choices: Choices) -> None:
    place = pick_place(view, person, choices, (Role.STEWARD,), "plan_place")
    if not place:
        st.info(view.say("desk_only_steward"))
        return
    given = st.file_uploader(view.say("plan_file"), key="plan-file", max_upload_size=BYTES_MAX // 1_000_000)
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


def _show_paper(review: PlanReview) -> None:
    """What the paper says of itself, and whether its words stand for the English that nobody wrote."""
    view, draft = review.view, review.draft
    st.subheader(view.say("plan_paper"), anchor=False)
    with st.form(f"{review.key}-paper-{review.change.id}", border=False):
        told: dict[str, str] = {}
        for names in PAPER:
            for name, slot in zip(names, st.columns(len(names)), strict=True):
                with slot:
                    line = draft.paper_lines.get(name, 0)
                    told[name] = _paper_cell(view, name, draft.paper.get(name, ""), line, review.key)
        given_up = draft.in_vietnamese
        if not review.is_second:
            given_up = st.checkbox(view.say("plan_in_vietnamese"), value=given_up, key="plan-vietnamese")
        with st.container(horizontal=True):
            kept = st.form_submit_button(view.say("plan_keep_paper"))
            compared = not review.is_second and st.form_submit_button(
                view.say("update_compare"), key="plan-compare", type="primary"
            )
        if kept or compared:
            draft.paper |= told
            draft.in_vietnamese = given_up
            if review.save() and compared:
                _lay_down(view, review.person, review.change, draft)
            st.rerun()


def _paper_cell(view: View, name: str, value: str, line: int, key: str) -> str:
    """A field with the line of the paper that its words were read from."""
    label = view.say(f"plan_cell_{name}") + (f" · {view.say('plan_line_of', line=str(line))}" if line else "")
    if name == "held":
        options = [str(one) for one in Holding]
        return st.selectbox(
            label,
            options,
            options.index(value),
            key=f"{key}-held",
            format_func=lambda one: view.say(f"plan_held_{one}"),
        )
    return st.text_input(label, value, key=f"{key}-paper-{name}").strip()


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

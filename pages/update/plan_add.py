"""A row that the draft did not find: words chosen in the paper, by hand or typed with their line, and read by the
grammar of the build before they are added."""

import streamlit as st

from healthplan.desk.bring import complaint_sentence
from healthplan.desk.plan_draft import row_faults, value_as_read, value_columns
from healthplan.desk.plan_rows import PlanRow
from healthplan.model.complaint import Complaint
from healthplan.release.view import View
from healthplan.text.figures import kind_word, value_with_unit
from healthplan.text.paper_words import QuotedWords, filled_lines, marked_lines
from pages.shared.show import render
from pages.update.acts import SAID
from pages.update.plan_review import ROLES, PlanReview, pick_indicator

AROUND = (3, 22)  # lines of the paper that are shown around the one to add from
TABLES = ("goals", "observations")


@st.fragment
def show_adding(review: PlanReview) -> None:
    """The paper with what the draft has of it marked, and a row to fill from words of it."""
    view, draft = review.view, review.draft
    with st.expander(view.say("plan_add")):
        first = draft.unplaced[0].line if draft.unplaced else 1
        left, right = st.columns([6, 5], gap="large")
        with right:
            typed = st.text_input(view.say("plan_line"), str(first), key="plan-add-line").strip()
            line = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 7 else 0
            row = _row_told(review, line)
        with left:
            if 1 <= line <= len(draft.lines):
                _show_lines(review, line)
            else:
                st.info(view.say("plan_no_line", total=str(len(draft.lines))))
        with right:
            faults = _faults(review, row) if row else []
            if row:
                st.text(faults[0] if faults else _meaning(view, row))
            if st.button(view.say("plan_add_row"), key="plan-add-row", disabled=row is None or bool(faults)) and row:
                draft.rows.append(row)
                if review.save():
                    st.session_state[SAID] = view.say("plan_added", printed=row.cells["printed"])
                st.rerun()


def _show_lines(review: PlanReview, line: int) -> None:
    draft = review.draft
    first, last = filled_lines(draft.lines, line, *AROUND)
    quoted = [QuotedWords(row.line, row.quoted) for row in draft.rows if row.keep and first <= row.line <= last]
    lines = marked_lines(draft.lines, first, last, quoted, (line,))
    render("update_plan_lines.html", review.view, lines=lines, first=first, last=last, total=len(draft.lines))


def _row_told(review: PlanReview, line: int) -> PlanRow | None:
    """The row that the fields make; None until words, indicator and year are there."""
    view, draft = review.view, review.draft
    printed = st.text_input(view.say("plan_cell_printed"), key="plan-add-printed").strip()
    table = st.radio(
        view.say("plan_add_kind"), TABLES, horizontal=True, key="plan-add-table",
        format_func=lambda one: view.say(f"plan_table_{one}"),
    )  # fmt: skip
    indicator = pick_indicator(view, view.say("plan_cell_indicator"), "", "plan-add-indicator")
    date = "year" if table == "goals" else "period"
    when = st.text_input(view.say(f"plan_cell_{date}"), key=f"plan-add-{date}").strip()
    role = ""
    if table == "goals":
        role = st.selectbox(
            view.say("plan_cell_role"), ROLES, format_func=lambda one: view.say(f"role_{one}"), key="plan-add-role"
        )
    locator = st.text_input(view.say("plan_cell_locator"), key="plan-add-locator").strip()
    if not (printed and indicator and 1 <= line <= len(draft.lines)):
        return None
    cells = {
        "indicator": indicator, "place": review.change.place, "printed": printed, "line": str(line), date: when,
        "locator": locator or view.say("plan_line_of", line=str(line)),
    }  # fmt: skip
    cells |= {"role": role, "stated_in": "body"} if table == "goals" else {"status": "baseline"}
    return PlanRow(table, cells, line, printed, 1.0, seen=True, added=True)


def _faults(review: PlanReview, row: PlanRow) -> list[str]:
    """Why the row cannot stand: its words are not in the line, or the grammar cannot read them."""
    value = value_as_read(row.cells["indicator"], row.cells["printed"])
    found = [*row_faults(row, review.draft), *([value] if isinstance(value, Complaint) else [])]
    if row.table == "observations" and not row.cells["period"]:
        found.append(Complaint("", 0, "period", "", "cell_missing"))
    return [complaint_sentence(review.view.lang, one) for one in found]


def _meaning(view: View, row: PlanRow) -> str:
    value = value_as_read(row.cells["indicator"], row.cells["printed"])
    if isinstance(value, Complaint):
        return ""
    indicator = view.indicators[row.cells["indicator"]]
    told = {"printed": row.cells["printed"], "decimals": indicator["decimals"]} | value_columns(value)
    words = value_with_unit(told, view.lang, view.name(indicator, "unit"))
    return view.say("plan_read_as", value=words, kind=kind_word(told, view.lang))

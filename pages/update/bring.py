"""Bring: a template to take, files or typed cells to give, and at once every complaint and question."""

import csv
from collections.abc import Mapping
from functools import partial
from io import StringIO

import streamlit as st

from healthplan.desk.acts import answer_questions, answers_of, begin_change, put_files, receive_files
from healthplan.desk.bring import Brought, cell_name, complaint_sentence
from healthplan.desk.changes import Change, Kind, State, change_of
from healthplan.desk.contents import read_change, received_files
from healthplan.desk.marked import marked_file
from healthplan.desk.people import BRINGS, Person, may
from healthplan.desk.publish import check_change
from healthplan.desk.template import template_csv, template_sheet, template_xlsx
from healthplan.desk.workbook import ReceivedFile, facts_in
from healthplan.parameters.parameter import Choices
from healthplan.release.view import View
from healthplan.text import numbers
from healthplan.text.escape import markdown_escape
from pages.shared.reader import today, write_choice
from pages.shared.show import render
from pages.shared.widgets import show
from pages.update.acts import SAID, act, go
from pages.update.content import PERIOD, periods
from pages.update.places import pick_place

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LARGEST = 50  # megabytes of one file
MARKED = 20  # files that are given back with their sentences
TYPED, PASTED = "typed.csv", "pasted.csv"


def show_bring(view: View, person: Person, choices: Choices) -> None:
    """The whole step, for the change of the address or a new one."""
    change = change_of(choices["change"]) if choices["change"] else None
    if change is None or change.kind is not Kind.REPORT:
        _begin(view, person, choices)
        return
    place, period = change.place, change.period
    st.subheader(
        view.say("update_change", place=view.place_name(place), period=numbers.period(period, view.lang)), anchor=False
    )
    if fault := may(person, "bring", change):
        st.info(view.say(fault))
        return
    if change.reason and change.state is State.RETURNED:
        st.warning(view.say("update_returned", reason=markdown_escape(change.reason)))
    brought = _brought(view, change)
    _show_brought(view, person, change, brought)
    st.divider()
    with st.container(key="bring-again"):
        files = _files(view, place, period, view.say("update_bring_again"), "".join(change.reads)[:16])
        if st.button(view.say("update_check"), key="bring-more", disabled=not files):
            _take(view, person, change, place, period, change.source, files)


def _begin(view: View, person: Person, choices: Choices) -> None:
    left, right = st.columns([3, 2])
    with left:
        place = pick_place(view, person, choices, BRINGS, "pick_reporter")
    if not place:
        st.info(view.say("desk_no_bring"))
        return
    with right:
        show(
            st.selectbox, view.say("pick_period"), "update-period", choices["period"],
            lambda: write_choice("period", st.session_state["update-period"], PERIOD.usual(view, choices)),
            options=periods(today()), format_func=lambda one: numbers.period(one, view.lang),
        )  # fmt: skip
    files = _files(view, place, choices["period"], view.say("update_files"))
    source = st.text_input(view.say("update_source"), key="update-source", max_chars=80)
    if st.button(view.say("update_check"), key="bring-check", type="primary", disabled=not files):
        _take(view, person, None, place, choices["period"], source, files)


def _files(view: View, place: str, period: str, label: str, after: str = "") -> list[ReceivedFile]:
    """What the reader gives: files, pasted cells, typed cells; `after` names what was given before, so that the place
    for new files is empty."""
    day, name = today(), f"{place}-{period}"
    with st.container(horizontal=True):
        st.download_button(
            view.say("update_template_xlsx"),
            partial(template_xlsx, view, place, period, day),
            f"{name}.xlsx",
            XLSX,
            key="tx",
        )
        st.download_button(
            view.say("update_template_csv"),
            partial(template_csv, view, place, period, day),
            f"{name}.csv",
            "text/csv",
            key="tc",
        )
    given = st.file_uploader(
        label, type=["xlsx", "xls", "ods", "csv"], accept_multiple_files=True, key=f"files-{name}-{after}",
        max_upload_size=LARGEST,
    )  # fmt: skip
    files = [ReceivedFile(one.name, one.getvalue()) for one in given or ()]
    with st.expander(view.say("update_type")):
        if typed := _typed(view, place, period):
            files.append(ReceivedFile(TYPED, typed))
    with st.expander(view.say("update_paste")):
        pasted = st.text_area(view.say("update_paste_label"), key=f"paste-{name}-{after}", height=160)
        if pasted.strip():
            files.append(ReceivedFile(PASTED, _comma_separated(pasted)))
    return files


def _typed(view: View, place: str, period: str) -> bytes:
    """The template's rows with a line to type into for each cell: every letter that is typed stays. Empty for
    nothing typed."""
    sheet = template_sheet(view, place, period, today())
    entries = [name for name in ("numerator", "denominator", "printed") if name in sheet.columns]
    told: list[dict[str, str]] = []
    for at, (row, takes) in enumerate(zip(sheet.rows, sheet.takes, strict=True)):
        name, *cells = st.columns([4, *(2 for _ in entries)], vertical_alignment="bottom")
        name.text(f"{row['name']}\n{row['last']}".strip())
        kept = {}
        for column, slot in zip(entries, cells, strict=True):
            if column in takes:
                kept[column] = slot.text_input(
                    view.say(f"template_column_{column}"),
                    key=f"cell-{place}-{period}-{at}-{column}",
                    help=row.get(f"{column}_counts"),
                )
        if any(kept.values()):
            told.append({"indicator": row["indicator"]} | kept)
    if not told:
        return b""
    return _csv([["indicator", *entries], *([row.get(name, "") for name in ("indicator", *entries)] for row in told)])


def _comma_separated(pasted: str) -> bytes:
    """Cells as a spreadsheet puts them on the clipboard, with tabs between, as CSV."""
    return _csv(list(csv.reader(StringIO(pasted), delimiter="\t" if "\t" in pasted else ",")))


def _csv(rows: list[list[str]]) -> bytes:
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def _take(
    view: View, person: Person, change: Change | None, place: str, period: str, source: str, files: list[ReceivedFile]
) -> None:
    """Keeps the files as they came; where nothing is wrong or asked, goes on to the difference."""
    received: Mapping[str, bytes] = {one.name: one.raw for one in files}
    kept: list[Change] = []

    def keep() -> None:
        if change is None:
            kept.append(begin_change(person, Kind.REPORT, place=place, period=period, source=source, received=received))
        else:
            kept.append(receive_files(person, change.id, received))

    if not act(view, keep):
        st.rerun()
    brought = _brought(view, kept[0])
    if not brought.complaints and not brought.questions:
        _lay_down(view, person, kept[0], brought)
    else:
        go(view, "bring", change=kept[0].id)
    st.rerun()


def _brought(view: View, change: Change) -> Brought:
    """What the files of a change say, with the reasons given so far; read once a session."""
    key = f"brought-{change.id}-{'-'.join(change.reads)}-{view.path.stem}"
    if key not in st.session_state:
        st.session_state[key] = read_change(change, view.path, today())
    brought: Brought = st.session_state[key]
    return brought.answered(answers_of(change))


def _show_brought(view: View, person: Person, change: Change, brought: Brought) -> None:
    complaints = [(cell_name(one), complaint_sentence(view.lang, one)) for one in brought.complaints]
    notes = list(
        dict.fromkeys((note.file, view.say(note.key, **facts_in(view.lang, note.facts))) for note in brought.notes)
    )
    render(
        "update_brought.html", view, complaints=complaints, notes=notes,
        rows=len(brought.rows) + (brought.commune_rows.num_rows if brought.commune_rows is not None else 0),
        questions=len(brought.questions),
    )  # fmt: skip
    named = {one.file for one in brought.complaints} | {one.file for one in brought.questions}
    for at, file in enumerate([one for one in received_files(change) if one.name in named][:MARKED]):
        name = f"{file.name.rpartition('.')[0] or file.name}-{view.say('update_marked_file')}.xlsx"
        st.download_button(
            view.say("update_marked", file=file.name),
            partial(_marked, file, brought), name, XLSX, key=f"marked-{at}",
        )  # fmt: skip
    if complaints:
        return
    reasons = {}
    for at, question in enumerate(brought.questions):
        reasons[question.key] = st.text_input(
            markdown_escape(question.sentence(view.lang)), key=f"reason-{change.id}-{at}",
            placeholder=view.say("update_reason"), max_chars=300,
        )  # fmt: skip
    ready = all(reason.strip() for reason in reasons.values())
    if st.button(view.say("update_compare"), key="bring-compare", type="primary", disabled=not ready):
        told = {key: (reason.strip(), reason.strip()) for key, reason in reasons.items()}
        if not told or act(view, lambda: answer_questions(person, change.id, told)):
            _lay_down(view, person, change, brought.answered(told))
        st.rerun()


def _marked(file: ReceivedFile, brought: Brought) -> bytes:
    """The file with its sentences at their cells; one that is no table, as it came."""
    return marked_file(file, brought) or file.raw


def _lay_down(view: View, person: Person, change: Change, brought: Brought) -> None:
    """Lays down what the change puts into data/ and builds it; complaints of the build are said."""

    def lay() -> None:
        put_files(person, change.id, brought.files)
        checked = check_change(person, change.id)
        if checked.complaints:
            told = (f"{one.place}: {complaint_sentence(view.lang, one)}" for one in checked.complaints)
            st.session_state[SAID] = "\n\n".join(told)

    if act(view, lay):
        go(view, "difference" if SAID not in st.session_state else "bring", change=change.id)
    else:
        go(view, "bring", change=change.id)

"""A plan's draft at the desk: the rows as the paper gave them and as the steward left them, kept with the change."""

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import Any

from etl.contract import TableSchema
from etl.csv_reader import read_sheet
from etl.quotes import LINES_LONGEST, quotation_fault
from etl.read import Record
from etl.run import complaints_of_snapshot, stops_named
from etl.snapshot import overlaid
from etl.tables import INDICATORS, TABLES
from etl.values import flat, measure_of, wordings
from healthplan.desk.acts import begin_change, permitted
from healthplan.desk.changes import Change, Kind, State
from healthplan.desk.folder import ActRefused
from healthplan.desk.log import open_log, write_act
from healthplan.desk.people import Person
from healthplan.desk.plan_readings import open_differences
from healthplan.desk.plan_rows import PlanDraft, PlanRow, draft_bytes
from healthplan.desk.publish import lying_data
from healthplan.drafting.draft import Draft, DraftRow
from healthplan.drafting.drafter import QUOTED, draft_paper
from healthplan.drafting.paper_reader import Paper
from healthplan.drafting.plan_files import file_key, plan_files
from healthplan.drafting.vocabulary import read_vocabulary, rows_of
from healthplan.drafting.wording import fold
from healthplan.model.complaint import Complaint
from healthplan.model.grammar import UnreadableValue, read_value
from healthplan.model.holding import Holding
from healthplan.model.measure import ANYTHING, Measure
from healthplan.model.value import Value
from healthplan.release import publication

DOCUMENTS = "documents.csv"
IN_VIETNAMESE = "(in Vietnamese) "  # before a paper's own words where its steward wrote no English
NAMED = ("goals", "observations")  # the tables whose rows are of an indicator
TABLE = {table.name: table for table in TABLES}


def begin_plan(person: Person, place: str, name: str, raw: bytes, paper: Paper) -> Change:
    """A change with a paper as it came and its draft. Raises ActRefused, also for a paper that is
    held, and NotPublished."""
    draft = drafted(paper, place)
    held = next((facts for note, facts in draft.notes if note == "paper_held_already"), None)
    if held is not None:
        raise ActRefused("paper_held_already", **held)
    change = begin_change(person, Kind.PLAN, place=place, source=draft.paper["number"], received={name: raw})
    save_draft(person, change.id, draft)
    return change


def drafted(paper: Paper, place: str) -> PlanDraft:
    """The draft of a paper for a place, with what it says of itself."""
    data = publication.data_folder()
    known = read_vocabulary(data)
    lines = list(paper.lines)
    named = draft_paper(lines, known)
    draft = named if (other := named.paper["place"]) == place else draft_paper(lines, known, place)
    if other not in ("", place):
        draft.notes.append(("plan_other_place", {"place": known.places[other][1]}))
    if not other:
        draft.notes.append(("plan_no_place", {"place": known.places[place][1]}))
    draft.notes += [(note, {}) for note in paper.notes]
    if paper.unread_pages:
        draft.notes.append(("paper_pages_unread", {"pages": ", ".join(map(str, paper.unread_pages))}))
    spoken = {row["issuer_vi"]: row["issuer_en"] for row in _issuers(data) if row["issuer_en"]}
    rows = []
    for row in draft.rows:
        cells = dict(row.cells)
        if issuer := spoken.get(cells.get("issuer_vi", "")):
            cells["issuer_en"] = issuer
        keep = row.table not in NAMED or bool(cells["indicator"])
        rows.append(PlanRow(row.table, cells, row.line, row.words, row.sure, row.doubts, row.name, keep))
    year = next((told[-4:] for told in (draft.paper["date_printed"],) if told), str(date.today().year))
    town = known.places[place][1]
    town_en, kind_en = _place_en(data, place)
    committee = f"People's Committee of {town_en} {kind_en}" if "Ủy ban nhân dân" in draft.paper["issuer_vi"] else ""
    part = draft.paper["annexes_missing"] or paper.unread_pages
    own = {
        "document": "-".join([*map(fold, town.split()), year]), "title_en": "",
        "issuer_en": spoken.get(draft.paper["issuer_vi"], committee),
        "short_vi": f"KH {town} {year}", "short_en": f"Plan of {town_en} {year}",
        "held": str(Holding.PART if part else Holding.WHOLE),
    }  # fmt: skip
    return PlanDraft(draft.paper | own, lines, rows, draft.unplaced, draft.notes, paper_lines=draft.paper_lines)


def _place_en(data: Path, place: str) -> tuple[str, str]:
    """Name and kind of a place in English: Can Tho, City."""
    rows = (row for name in ("places.csv", "communes.csv") for row in rows_of(data / name) if row["place"] == place)
    row = next(rows)
    return row["name_en"], row["type_en"].replace("Centrally run city", "City")


def _issuers(data: Path) -> list[dict[str, str]]:
    """Issuers in both languages, as the papers that are held have them."""
    return [row for path in [*data.glob("plans/*/citations.csv"), data / DOCUMENTS] for row in rows_of(path)]


def save_draft(person: Person, change_id: str, draft: PlanDraft, *, complaints: Sequence[Complaint] = ()) -> None:
    """Keeps the draft as the steward has left it, with what a check said of it; what was checked before counts no
    more. Raises ActRefused and NotPublished."""
    with stops_named(), open_log():
        change = permitted(person, "bring", change_id)
        moved = replace(change, state=State.DRAFT, unsettled=len(open_differences(change, draft)))
        told = json.dumps([asdict(one) for one in complaints], ensure_ascii=False).encode()
        writes = {f"changes/{change.id}/draft.json": draft_bytes(draft), f"changes/{change.id}/complaints.json": told}
        if not (change.folder / "read.json").exists():  # what a second reader begins with
            writes[f"changes/{change.id}/read.json"] = draft_bytes(draft)
        write_act("draft", person.subject, person.name, writes | moved.record, change=change.id)


def draft_complaints(draft: PlanDraft) -> list[Complaint]:
    """What the check of data/ says of the rows that can stand, as if the plan were there. Raises NotPublished."""
    with stops_named():
        return complaints_of_snapshot(overlaid(lying_data(), standing_files(draft)))


def standing_files(draft: PlanDraft) -> dict[str, bytes]:
    """The files of the rows that can stand; what has no English has its Vietnamese words."""
    return _files(standing_rows(draft))


def standing_rows(draft: PlanDraft) -> PlanDraft:
    """The draft with those rows left out that cannot stand."""
    rows = [replace(row, keep=row.keep and not row_faults(row, draft)) for row in draft.rows]
    return replace(draft, rows=rows)


def value_as_read(indicator: str, printed: str) -> Value | Complaint:
    """What some words of a paper mean for an indicator, read by the grammar of the build; a complaint where they mean
    nothing, or mean several things."""
    raw = (publication.data_folder() / "indicators.csv").read_bytes()
    try:
        words, measure = _readings(raw).get(indicator, ({}, ANYTHING))
        return read_value(printed, words, None, measure)
    except UnreadableValue as fault:
        return Complaint("", 0, "printed", printed, fault.fault, fault.facts)


def value_columns(value: Value) -> dict[str, Any]:
    """A value as the rows of a release have it."""
    columns = ("low", "high", "low_open", "high_open", "about", "rank", "unknown_reason", "step_vi", "step_en")
    return dict.fromkeys(columns) | flat(value)


@lru_cache(maxsize=4)
def _readings(raw: bytes) -> dict[str, tuple[dict[str, str], Measure]]:
    sheet = read_sheet(raw, "indicators.csv", INDICATORS.names, INDICATORS.spare)
    records = [Record("indicators.csv", line, "", cells) for line, cells in sheet.rows]
    return {one.cells["indicator"]: (wordings(one), measure_of(one)) for one in records}


@lru_cache(maxsize=4096)
def _quotation(words: str, lines: tuple[str, ...]) -> tuple[str, dict[str, str]] | None:
    """What is wrong with a quotation; a screen asks it again and again of the same rows."""
    return quotation_fault(words, list(lines))


def row_faults(row: PlanRow, draft: PlanDraft) -> list[Complaint]:
    """Why a row that is kept cannot stand: it names no indicator, or its words are not letter by letter in its line."""
    found = []
    if row.keep and row.table in NAMED and not row.cells["indicator"]:
        found.append(Complaint("", 0, "indicator", "", "draft_unknown_name"))
    column = QUOTED.get(row.table, "")
    words = row.cells.get(column, "")
    if row.keep and words and (fault := _quotation(words, tuple(draft.lines[row.line - 1 :][:LINES_LONGEST]))):
        facts = {"document": draft.document, "line": str(row.line), **fault[1]}
        found.append(Complaint("", 0, column, words, fault[0], facts))
    return found


def laid_files(draft: PlanDraft) -> dict[str, bytes]:
    """The files of data/ that a draft makes: the paper, the plan's, and documents.csv with one row more. Raises
    ActRefused while a row cannot stand, while English is neither written nor given up, and for a name that is taken."""
    if open_rows := sum(bool(row_faults(row, draft)) for row in draft.rows):
        raise ActRefused("plan_rows_open", count=str(open_rows))
    if not draft.in_vietnamese and (missing := sum(_lacks_english(told) for told in _kept_cells(draft))):
        raise ActRefused("plan_english_open", count=str(missing))
    return _files(draft)


def _files(draft: PlanDraft) -> dict[str, bytes]:
    kept = [
        DraftRow(row.table, _with_english(row.cells, row.table), row.line, row.words, "", row.sure)
        for row in draft.rows
        if row.keep
    ]
    own = _with_english(draft.paper, "documents")
    told = plan_files(Draft(kept, paper=own), Paper(tuple(draft.lines), "text"), draft.document)
    del told["unplaced.csv"], told[DOCUMENTS]
    lying = (publication.data_folder() / DOCUMENTS).read_bytes()
    whole = own | {"kind": "plan", "file": f"{draft.document}.txt", "lines": str(len(draft.lines))}
    return {path: text.encode() for path, text in told.items()} | {DOCUMENTS: _appended(lying, whole)}


def complaints_by_row(
    draft: PlanDraft, complaints: tuple[Complaint, ...]
) -> tuple[dict[int, list[Complaint]], list[Complaint]]:
    """What the check found, by the number of the row in the draft, and what is of no row."""
    by_row: dict[int, list[Complaint]] = {}
    rest = []
    for one in complaints:
        table = next((table for table in TABLES if table.pattern.replace("*", draft.document) == one.file), None)
        order = _order(draft, table) if table else []
        if 0 <= one.line - 2 < len(order):
            by_row.setdefault(order[one.line - 2], []).append(one)
        else:
            rest.append(one)
    return by_row, rest


def _order(draft: PlanDraft, table: TableSchema) -> list[int]:
    """The rows of a file of the plan in its order, by their number in the draft."""
    numbers = [at for at, row in enumerate(draft.rows) if row.keep and row.table == table.name]
    return sorted(numbers, key=lambda at: file_key(draft.rows[at].cells, table))


def _kept_cells(draft: PlanDraft) -> list[tuple[str, Mapping[str, str]]]:
    return [("documents", draft.paper), *((row.table, row.cells) for row in draft.rows if row.keep)]


def _lacks_english(told: tuple[str, Mapping[str, str]]) -> bool:
    table, cells = told
    return any(cells.get(f"{name}_vi") and not cells.get(f"{name}_en") for name in two_tongues(table))


def two_tongues(table: str) -> list[str]:
    """The names of a table's texts that stand in both languages."""
    return [name.removesuffix("_vi") for name in TABLE[table].names if name.endswith("_vi")]


def _with_english(cells: Mapping[str, str], table: str) -> dict[str, str]:
    """The cells; where a text has no English, it is the Vietnamese, marked so."""
    told = dict(cells)
    for name in two_tongues(table):
        if told.get(f"{name}_vi") and not told.get(f"{name}_en"):
            told[f"{name}_en"] = IN_VIETNAMESE + told[f"{name}_vi"]
    return told


def _appended(lying: bytes, cells: Mapping[str, str]) -> bytes:
    """documents.csv with one row more. Raises ActRefused when it has a row of that name."""
    text = lying.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text, newline="")))
    if any(row["document"] == cells["document"] for row in rows):
        raise ActRefused("plan_document_taken", document=cells["document"])
    end = "\r\n" if "\r\n" in text else "\n"
    columns = next(csv.reader(StringIO(text, newline="")))
    added = StringIO()
    csv.DictWriter(added, columns, restval="", extrasaction="ignore", lineterminator=end).writerow(cells)
    return lying.rstrip(b"\r\n") + end.encode() + added.getvalue().encode()

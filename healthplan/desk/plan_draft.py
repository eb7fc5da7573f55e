"""A plan's draft at the desk: the rows as the paper gave them and as the steward left them, kept with the change."""

import csv
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from io import StringIO
from pathlib import Path

from etl.contract import TableSchema
from etl.quotes import quotation_fault
from etl.run import stops_named
from etl.tables import TABLES
from healthplan.desk.acts import begin_change, permitted
from healthplan.desk.changes import Change, Kind, State
from healthplan.desk.folder import ActRefused
from healthplan.desk.log import open_log, write_act
from healthplan.desk.people import Person
from healthplan.drafting.draft import Draft, DraftRow, Unplaced
from healthplan.drafting.drafter import QUOTED, draft_paper
from healthplan.drafting.paper_reader import Paper
from healthplan.drafting.plan_files import file_key, plan_files
from healthplan.drafting.vocabulary import read_vocabulary, rows_of
from healthplan.drafting.wording import fold
from healthplan.model.complaint import Complaint
from healthplan.model.holding import Holding
from healthplan.release import publication

DOCUMENTS = "documents.csv"
IN_VIETNAMESE = "(in Vietnamese) "  # before a paper's own words where its steward wrote no English
SURE = 0.85  # rows below this are shown first
NAMED = ("goals", "observations")  # the tables whose rows are of an indicator
TABLE = {table.name: table for table in TABLES}


@dataclass(slots=True)
class PlanRow:
    """A row of the draft as it is now. `keep`: it goes into the plan; `seen`: the steward has looked at it."""

    table: str
    cells: dict[str, str]
    line: int
    words: str
    sure: float
    doubts: tuple[str, ...] = ()
    name: str = ""
    keep: bool = True
    seen: bool = False

    @property
    def is_unsure(self) -> bool:
        """Whether somebody has still to look at it."""
        return not self.seen and (self.sure < SURE or bool(self.doubts))

    @property
    def quoted(self) -> str:
        """The words that are the paper's own."""
        return self.cells.get(QUOTED.get(self.table, ""), "") or self.words


@dataclass(slots=True)
class PlanDraft:
    """A paper and its rows. `paper`: the cells of documents.csv; `lines`: the paper's, from 1; `notes`: sentences about
    the whole paper; `in_vietnamese`: the steward has confirmed that English readers get Vietnamese words, marked so;
    `paper_lines`: the line that a cell of `paper` rests on."""

    paper: dict[str, str]
    lines: list[str]
    rows: list[PlanRow]
    unplaced: list[Unplaced]
    notes: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    in_vietnamese: bool = False
    paper_lines: dict[str, int] = field(default_factory=dict)

    @property
    def document(self) -> str:
        """The name of the paper in data/."""
        return self.paper["document"]


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


def save_draft(person: Person, change_id: str, draft: PlanDraft) -> None:
    """Keeps the draft as the steward has left it; what was checked before counts no more. Raises ActRefused and
    NotPublished."""
    with stops_named(), open_log():
        change = replace(permitted(person, "bring", change_id), state=State.DRAFT)
        told = json.dumps(asdict(draft), ensure_ascii=False).encode()
        writes = {f"changes/{change.id}/draft.json": told} | change.record
        write_act("draft", person.subject, person.name, writes, change=change.id)


def saved_draft(change: Change) -> PlanDraft:
    """The draft of a change. Raises ActRefused where its keeping was stopped."""
    path = change.folder / "draft.json"
    if not path.is_file():
        raise ActRefused("plan_no_draft")
    told = json.loads(path.read_bytes())
    told["rows"] = [PlanRow(**row | {"doubts": tuple(row["doubts"])}) for row in told["rows"]]
    told["unplaced"] = [Unplaced(**one) for one in told["unplaced"]]
    return PlanDraft(**told)


def row_faults(row: PlanRow, draft: PlanDraft) -> list[Complaint]:
    """Why a row that is kept cannot stand: it names no indicator, or its words are not letter by letter in its line."""
    found = []
    if row.keep and row.table in NAMED and not row.cells["indicator"]:
        found.append(Complaint("", 0, "indicator", "", "draft_unknown_name"))
    column = QUOTED.get(row.table, "")
    words = row.cells.get(column, "")
    if row.keep and words and (fault := quotation_fault(words, draft.lines[row.line - 1 :])):
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

"""From the files that a commune or department sends to the rows of values.csv: every fault at once, what needs a
reason, what was read otherwise than typed. Nothing is loaded by half: a file with a complaint gives no rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from healthplan.desk.entries import COLUMNS, Entries, EntryReader, Unread, first_month, period_meant, place_meant
from healthplan.desk.references import IndicatorRules, Known, known_to
from healthplan.desk.report_files import merged_files
from healthplan.desk.sheet_columns import SheetColumns, entry_sheets
from healthplan.desk.workbook import Note, ReceivedFile, facts_in, open_received
from healthplan.model.complaint import Complaint
from healthplan.model.figure import typed_text
from healthplan.model.period import is_period
from healthplan.model.reporting import Rollup
from healthplan.text import Lang, numbers, say

HERE = Path(__file__).parent
FAULTS, QUESTIONS = ((HERE / f"{name}.sql").read_text(encoding="utf-8") for name in ("faults", "questions"))
DECIMALS = 4  # of a worked-out figure that a sentence names
PLACES_NAMED = 5
# A received row without any of these says nothing but counts: of a commune, it goes to communes.parquet alone.
SAID = ("printed", "unknown_reason", "note_vi", "note_en", "locator")


@dataclass(frozen=True, slots=True)
class BroughtQuestion:
    """What is possible and needs a reason, kept beside the value. `kind` names the sentence (bring_question_<kind>),
    `facts` fill it, `rows` are the rows of `Brought.rows` it is about: none where communes are asked about together."""

    key: str
    kind: str
    file: str
    line: int
    column: str
    facts: dict[str, str]
    rows: tuple[int, ...] = ()

    def sentence(self, lang: Lang) -> str:
        """The question in one language."""
        facts = facts_in(lang, self.facts)
        periods = {name: numbers.period(facts[name], lang) for name in ("period", "of_period") if name in facts}
        return say(lang, f"bring_question_{self.kind}", **facts | periods)


@dataclass(frozen=True)
class Brought:
    """What came of some files. `rows` have the columns of values.csv; `commune_rows` those of communes.parquet, None
    without one. With a complaint both are empty."""

    data: Path
    reporter: str
    period: str
    rows: list[dict[str, str]] = field(default_factory=list)
    commune_rows: pa.Table | None = None
    complaints: list[Complaint] = field(default_factory=list)
    questions: list[BroughtQuestion] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def answered(self, reasons: Mapping[str, tuple[str, str]]) -> "Brought":
        """The same with the reasons (vi, en) to some questions in the notes of their rows."""
        rows = [dict(row) for row in self.rows]
        for question in self.questions:
            for at in question.rows if question.key in reasons else ():
                for name, reason in zip(("note_vi", "note_en"), reasons[question.key], strict=True):
                    rows[at][name] = "; ".join(part for part in (rows[at][name], reason) if part)
        left = [question for question in self.questions if question.key not in reasons]
        return replace(self, rows=rows, questions=left)

    def files(self) -> dict[str, bytes]:
        """Path below data/ -> bytes, exactly as they are to lie there: what lies there already is kept, and a row of
        the same key is replaced. Raises OSError."""
        return merged_files(self.data, self.period, self.reporter, self.rows, self.commune_rows)


def read_files(
    files: Sequence[ReceivedFile], reporter: str, period: str, release: Path, today: date | None = None
) -> Brought:
    """What the files of one reporter (a place's code, or a document) say in the report of one period (2026, 2026-Q3,
    2026-10). Raises ReleaseDamaged, ReleaseTooOld and OSError; whatever is wrong with a file is a complaint."""
    day = today or date.today()
    known = known_to(reporter, release)
    brought = Brought(known.data, reporter, period)
    if not known.home:
        return replace(brought, complaints=[Complaint("", 0, "", reporter, "bring_reporter_unknown")])
    if not is_period(period) or first_month(period) > f"{day:%Y-%m}":
        fault = "bring_period_future" if is_period(period) else "bring_period"
        return replace(brought, complaints=[Complaint("", 0, "", period, fault, {"today": day.isoformat()})])
    reader, complaints, notes = EntryReader(known, period, day), [], []
    for received in files:
        opened = open_received(received)
        complaints += opened.complaints
        notes += opened.notes
        sheets, lacking = entry_sheets(opened.grids, received.name) if opened.grids else ([], [])
        complaints += lacking
        for sheet in sheets:
            complaints += _check_head(sheet, known, period)
            reader.add(sheet)
            complaints += sheet.complaints
            notes += [*sheet.notes, *_stale(sheet, release), *_blank(sheet)]
    entries = reader.entries
    if not files or not (len(entries) or complaints):
        complaints.append(Complaint(files[0].name if files else "", 0, "", "", "bring_nothing"))
    with duckdb.connect() as db:
        table = entries.table(known.communes)
        for name, rows in _tables(known, table).items():
            db.register(name, rows)
        complaints += _faults(db, entries, known)
        if complaints:
            return replace(brought, complaints=_in_order(complaints, files), notes=notes)
        return _loaded(db, brought, known, entries, table, notes)


def _check_head(sheet: SheetColumns, known: Known, period: str) -> list[Complaint]:
    """A template of another place or period than the one it is brought for."""
    found = []
    if told := sheet.head.get("period"):
        meant = period_meant(told[0])
        if meant and meant != period:
            found.append(sheet.grid.complain(told[1], told[2], told[0], "bring_other_period", period=period))
    if (told := sheet.head.get("place")) and "place" not in sheet.at:
        try:
            place = place_meant(known, told[0])
            count = len(sheet.lines)
            sheet.cells["place"] = [place] * count
        except Unread as unread:
            found.append(sheet.grid.complain(told[1], told[2], told[0], unread.fault, **unread.facts))
    return found


def _stale(sheet: SheetColumns, release: Path) -> list[Note]:
    """A template made from an earlier release: what it shows in grey may have moved since. It may still be brought."""
    told = sheet.head.get("release")
    name = release.stem.removeprefix("release-")
    if not told or told[0] == name:
        return []
    return [Note(sheet.grid.file, "bring_note_stale", {"template": told[0], "release": name})]


def _blank(sheet: SheetColumns) -> list[Note]:
    return [Note(sheet.grid.file, "bring_note_blank", {"count": str(sheet.blank)})] if sheet.blank else []


def _tables(known: Known, brought: pa.Table) -> dict[str, pa.Table]:
    rules = [_rules(code, one) for code, one in known.indicators.items()]
    communes = sorted((known.data / "reports").glob("*/communes.parquet"))
    return {
        "brought": brought,
        "rules": pa.Table.from_pylist(rules),
        "before": _with_communes(known.before, communes),
        "rolled": known.rolled,
    }


def _rules(code: str, one: IndicatorRules) -> dict[str, object]:
    names = ("name_vi", "name_en", "unit_vi", "unit_en")
    asked = ("counts", "numerator_vi", "numerator_en", "denominator_vi", "denominator_en")
    return {
        "indicator": code,
        **{name: one.cells[name] for name in names},
        **{name: one.cells[name] for name in asked},
        "rollup": one.cells["rollup"] or Rollup.NONE.value,
        "factor": float(one.cells["per"] or 1),
        "is_share": one.measure.is_share,
        "lowest": -1e300 if one.measure.lowest is None else one.measure.lowest,
        "highest": 1e300 if one.measure.highest is None else one.measure.highest,
    }


def _with_communes(before: pa.Table, paths: Sequence[Path]) -> pa.Table:
    """What was said before, each once: a commune's own value lies with the counts of the communes, too."""
    if not paths:
        return before
    with duckdb.connect() as db:
        db.register("before", before)
        return db.sql(
            """
            from (
              from before union all by name
              select indicator, commune as place, of_period, numerator, denominator, received::varchar as said_on
              from read_parquet($paths)
            )
            qualify row_number() over (
              partition by indicator, place, of_period order by said_on desc, printed nulls last) = 1""",
            params={"paths": [str(path) for path in paths]},
        ).to_arrow_table()


def _faults(db: duckdb.DuckDBPyConnection, entries: Entries, known: Known) -> list[Complaint]:
    found = []
    for n, column, fault, facts in db.execute(FAULTS).fetchall():
        told = {name: _told(fact) for name, fact in facts.items()}
        if fault == "bring_doubled":
            first = int(told["first"])
            told["first"] = cell_name(entries.complain(first, "indicator", "", ""))
        found.append(entries.complain(n, column, entries.cells[column][n], fault, **told))
    return found


def _told(fact: str) -> str:
    """A fact of SQL as a sentence has it: numbers with a decimal comma and no more digits than help."""
    if fact and fact.isdecimal():
        return fact
    try:
        return typed_text(round(float(fact), DECIMALS))
    except (TypeError, ValueError):
        return fact or ""


def complaint_sentence(lang: Lang, one: Complaint) -> str:
    """What is wrong and the cure, in one language."""
    return say(lang, one.fault, value=one.value, **facts_in(lang, one.facts))


def cell_name(complaint: Complaint | BroughtQuestion) -> str:
    """Where a complaint or question is, without words: "tháng 10.xlsx · Số liệu · G12"."""
    cell = f"{complaint.column}{complaint.line}" if complaint.line else ""
    return " · ".join(part for part in (complaint.file, complaint.facts.get("sheet", ""), cell) if part)


def _in_order(complaints: list[Complaint], files: Sequence[ReceivedFile]) -> list[Complaint]:
    at = {received.name: n for n, received in enumerate(files)}
    return sorted(
        complaints,
        key=lambda one: (at.get(one.file, 0), one.facts.get("sheet", ""), one.line, len(one.column), one.column),
    )


def _loaded(
    db: duckdb.DuckDBPyConnection, brought: Brought, known: Known, entries: Entries, table: pa.Table, notes: list[Note]
) -> Brought:
    """The rows of entries without a fault, and what is asked about them."""
    of_commune = table["of_commune"].to_pylist()
    told = zip(*(entries.cells[name] for name in SAID), strict=True)
    bulk = [
        commune and place != brought.reporter and not any(said)
        for commune, place, said in zip(of_commune, entries.cells["place"], told, strict=True)
    ]
    at = [n for n, is_bulk in enumerate(bulk) if not is_bulk]
    rows = [{name: entries.cells[name][n] for name in COLUMNS} for n in at]
    made = [_work_out(row, known.indicators[row["indicator"]]) for row in rows]
    if any(made):
        notes = [*notes, Note("", "bring_note_worked_out", {"count": str(sum(made))})]
    row_of = {n: row for row, n in enumerate(at)}
    of_communes = _commune_rows(table)
    questions = _questions(db, entries, known, row_of)
    return replace(brought, rows=rows, commune_rows=of_communes, questions=questions, notes=notes)


def _work_out(row: dict[str, str], rules: IndicatorRules) -> bool:
    """Writes the value that numerator and denominator give into a row that has only these; two decimals, more would
    read as thousands. Whether it did."""
    if row["printed"] or not row["numerator"]:
        return False
    made = int(row["numerator"]) * int(rules.cells["per"] or 1) / int(row["denominator"] or 1)
    row["printed"] = typed_text(round(made, 2)) + ("%" if rules.measure.is_share else "")
    return True


def _commune_rows(table: pa.Table) -> pa.Table | None:
    chosen = table.filter(pc.and_(table["of_commune"], pc.is_valid(table["numerator"])))
    if not chosen.num_rows:
        return None
    return pa.table(
        {
            "commune": chosen["place"],
            "indicator": chosen["indicator"],
            "of_period": chosen["of_period"],
            "numerator": chosen["numerator"],
            "denominator": chosen["denominator"],
            "received": pc.cast(chosen["said_on"], pa.date32()),
        }
    )


def _questions(
    db: duckdb.DuckDBPyConnection, entries: Entries, known: Known, row_of: dict[int, int]
) -> list[BroughtQuestion]:
    """One question a row and kind; of communes that are brought together one for each indicator, period and kind."""
    found: list[BroughtQuestion] = []
    together: dict[tuple[str, str, str], list[tuple[int, dict[str, str]]]] = {}
    for n, kind, told in db.execute(QUESTIONS).fetchall():
        code, place, period, shown = (entries.cells[name][n] for name in ("indicator", "place", "of_period", "printed"))
        cells, row = known.indicators[code].cells, known.places[place]
        counts = [entries.cells[name][n] for name in ("numerator", "denominator") if entries.cells[name][n]]
        facts = {name: _told(fact) if name != "period" else fact for name, fact in told.items()} | {
            "indicator_vi": cells["short_vi"],
            "indicator_en": cells["short_en"],
            "place_vi": row["name_vi"],
            "place_en": row["name_en"],
            "of_period": period,
            "now": shown or " / ".join(counts) or entries.cells["unknown_reason"][n],
        }
        if n not in row_of:
            together.setdefault((kind, code, period), []).append((n, facts))
            continue
        told_at = entries.complain(n, "printed" if shown else "numerator", "", "")
        facts |= {"cell": cell_name(told_at), "sheet": told_at.facts["sheet"]}
        key = f"{kind}|{code}|{place}|{period}"
        found.append(BroughtQuestion(key, kind, told_at.file, told_at.line, told_at.column, facts, (row_of[n],)))
    for (kind, code, period), rows in together.items():
        (n, first), names = rows[0], [facts["place_vi"] for _, facts in rows[:PLACES_NAMED]]
        told_at = entries.complain(n, "numerator", "", "")
        facts = first | {"count": str(len(rows)), "names": ", ".join(names), "cell": cell_name(told_at)}
        facts["sheet"] = told_at.facts["sheet"]
        key = f"{kind}_many|{code}|{period}"
        found.append(BroughtQuestion(key, f"{kind}_many", told_at.file, told_at.line, told_at.column, facts))
    return found

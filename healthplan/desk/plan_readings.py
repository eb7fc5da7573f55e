"""A paper read a second time by somebody who has not seen the first reading, and where the two differ, cell by
cell."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from etl.run import stops_named
from healthplan.desk.acts import permitted
from healthplan.desk.changes import Change, State
from healthplan.desk.folder import ActRefused
from healthplan.desk.log import open_log, write_act
from healthplan.desk.people import Person, csv_bytes, desk_rows, is_solo
from healthplan.desk.plan_rows import PlanDraft, PlanRow, draft_from, saved_draft
from healthplan.desk.store import sha256
from healthplan.release.records import now

PAPER_CELLS = ("number", "issued_on", "issuer_vi", "title_vi", "held", "annexes_missing")  # that a paper tells
OURS = ("_en",)  # endings of cells in our own words, which two people never word alike
SETTLED = ("key", "cell", "first", "second", "reason", "by", "at")
KEEP = "keep"


@dataclass(frozen=True, slots=True)
class PlanReading:
    """A second reading. `is_done`: handed in, so that it is compared."""

    subject: str
    name: str
    is_done: bool
    at: str
    draft: PlanDraft


@dataclass(frozen=True, slots=True)
class ReadingDifference:
    """One cell that two readers see differently; `keep` for a row that only one of them takes. `at` and `other` are the
    row's numbers in the first and in the second draft, None where it has none, both None for the paper's own cells."""

    reader: str
    at: int | None
    other: int | None
    cell: str
    first: str
    second: str
    key: str


def may_read_again(person: Person, change: Change) -> bool:
    """Whether somebody may be the second reader: not who brought the paper, but in an office of one."""
    return person.subject != change.author or is_solo()


def reading_of(change: Change, person: Person) -> PlanReading | None:
    """The reading of a person, begun or handed in."""
    return next((one for one in readings_of(change) if one.subject == person.subject), None)


def readings_of(change: Change) -> list[PlanReading]:
    """Every second reading of a change, the oldest first."""
    found = []
    for path in change.folder.glob("readings/*.json"):
        told = json.loads(path.read_bytes())
        draft = draft_from(json.dumps(told.pop("draft")).encode())
        found.append(PlanReading(**told, draft=draft))
    return sorted(found, key=lambda one: (one.at, one.subject))


def begin_reading(person: Person, change_id: str) -> PlanReading:
    """A reading of a person's own, from what the drafter drafted: nothing of what the first reader did. Raises
    ActRefused and NotPublished."""
    with stops_named(), open_log():
        change = _readable(person, change_id)
        reading = PlanReading(person.subject, person.name, False, now(), saved_draft(change, "read.json"))
        _write("second_begin", person, change, reading, {})
    return reading


def save_reading(person: Person, change_id: str, draft: PlanDraft) -> None:
    """Keeps a second reading as its reader has left it. Raises ActRefused and NotPublished."""
    with stops_named(), open_log():
        change = _readable(person, change_id)
        _write("second_draft", person, change, replace(_own(change, person), draft=draft), {})


def hand_in_reading(person: Person, change_id: str) -> None:
    """Hands a second reading in: it is compared with the first, whose check counts no more. Raises ActRefused and
    NotPublished."""
    with stops_named(), open_log():
        change = _readable(person, change_id)
        reading = replace(_own(change, person), is_done=True, at=now())
        open_now = _open_among(change, saved_draft(change), [*_others(change, person), reading])
        moved = replace(change, state=State.DRAFT, unsettled=len(open_now))
        _write("second_done", person, change, reading, moved.record)


def settle_difference(person: Person, change_id: str, difference: ReadingDifference, reason: str) -> None:
    """Keeps the first reading against the second, with the reason. Raises ActRefused and NotPublished."""
    if not reason.strip():
        raise ActRefused("desk_reason_missing")
    with stops_named(), open_log():
        change = permitted(person, "bring", change_id)
        told = (difference.key, difference.cell, difference.first, difference.second, reason.strip(), person.subject)
        rows = [*settled_differences(change), dict(zip(SETTLED, (*told, now()), strict=True))]
        content = csv_bytes(SETTLED, rows)
        keys = {row["key"] for row in rows}
        left = [one for one in all_differences(change, saved_draft(change)) if one.key not in keys]
        moved = replace(change, state=State.DRAFT, unsettled=len(left))
        writes = {_settled_path(change): content} | moved.record
        write_act("settle", person.subject, person.name, writes, change=change.id, reason=reason.strip())


def settled_differences(change: Change) -> list[dict[str, str]]:
    """The differences that were left open with a reason."""
    return desk_rows(_settled_path(change))


def open_differences(change: Change, draft: PlanDraft) -> list[ReadingDifference]:
    """Where the readings that were handed in differ from a draft, without those that have their reason."""
    return _open_among(change, draft, readings_of(change))


def all_differences(change: Change, draft: PlanDraft) -> list[ReadingDifference]:
    """Where the readings that were handed in differ from a draft."""
    return [one for reading in readings_of(change) if reading.is_done for one in compared(draft, reading)]


def compared(draft: PlanDraft, reading: PlanReading) -> Iterator[ReadingDifference]:
    """The cells in which a second reading differs from a first, row by row. A row that neither takes is not
    compared, nor are texts in our own words."""
    for name in PAPER_CELLS:
        first, second = draft.paper.get(name, ""), reading.draft.paper.get(name, "")
        if first != second:
            yield _difference(reading, None, None, name, first, second, "paper")
    for at, other in _pairs(draft.rows, reading.draft.rows):
        one = draft.rows[at] if at is not None else None
        two = reading.draft.rows[other] if other is not None else None
        takes, other_takes = ("yes" if row and row.keep else "no" for row in (one, two))
        row = one or two
        named = " ".join(_about(row)) if row and row.added else str(at)
        if takes != other_takes:
            yield _difference(reading, at, other, KEEP, takes, other_takes, named)
        elif one and two and one.keep:
            for name in sorted({*one.cells, *two.cells}):
                first, second = one.cells.get(name, ""), two.cells.get(name, "")
                if first != second and not name.endswith(OURS):
                    yield _difference(reading, at, other, name, first, second, named)


def with_second(draft: PlanDraft, reading: PlanDraft, difference: ReadingDifference) -> None:
    """Puts what the second reader saw into the first draft."""
    at, other = difference.at, difference.other
    if at is None and other is None:
        draft.paper[difference.cell] = difference.second
    elif at is None and other is not None:
        draft.rows.append(replace(reading.rows[other], seen=True))
    elif at is not None and difference.cell == KEEP:
        draft.rows[at].keep = difference.second == "yes"
    elif at is not None:
        draft.rows[at].cells[difference.cell] = difference.second


def _pairs(first: Sequence[PlanRow], second: Sequence[PlanRow]) -> Iterator[tuple[int | None, int | None]]:
    """The rows of two readings that are the same one: those of the drafter by their number, those that were added by
    what they are about."""
    drafted = min(_drafted(first), _drafted(second))
    yield from ((at, at) for at in range(drafted))
    added = {_about(row): at for at, row in enumerate(second) if at >= drafted}
    for at, row in enumerate(first):
        if at >= drafted:
            yield at, added.pop(_about(row), None)
    yield from ((None, other) for other in added.values())


def _drafted(rows: Sequence[PlanRow]) -> int:
    return sum(not row.added for row in rows)


def _about(row: PlanRow) -> tuple[str, ...]:
    cells = (row.cells.get(name, "") for name in ("indicator", "year", "period", "number"))
    return (row.table, str(row.line), *cells)


def _difference(
    reading: PlanReading, at: int | None, other: int | None, cell: str, first: str, second: str, row: str
) -> ReadingDifference:
    key = sha256(json.dumps([reading.subject, row, cell, first, second]).encode())[:20]
    return ReadingDifference(reading.name, at, other, cell, first, second, key)


def _open_among(change: Change, draft: PlanDraft, readings: Sequence[PlanReading]) -> list[ReadingDifference]:
    told = {row["key"] for row in settled_differences(change)}
    found = [one for reading in readings if reading.is_done for one in compared(draft, reading)]
    return [one for one in found if one.key not in told]


def _others(change: Change, person: Person) -> list[PlanReading]:
    return [one for one in readings_of(change) if one.subject != person.subject]


def _own(change: Change, person: Person) -> PlanReading:
    reading = reading_of(change, person)
    if reading is None or reading.is_done:
        raise ActRefused("plan_no_reading")
    return reading


def _readable(person: Person, change_id: str) -> Change:
    change = permitted(person, "bring", change_id)
    if not may_read_again(person, change):
        raise ActRefused("plan_own_reading")
    return change


def _write(act: str, person: Person, change: Change, reading: PlanReading, writes: dict[str, bytes]) -> None:
    told = asdict(reading)
    path = f"changes/{change.id}/readings/{sha256(person.subject.encode())[:16]}.json"
    raw = json.dumps(told, ensure_ascii=False).encode()
    write_act(act, person.subject, person.name, {path: raw} | writes, change=change.id)


def _settled_path(change: Change) -> str:
    return f"changes/{change.id}/settled.csv"

"""The acts before a publication: to begin, to bring, to answer, to submit, to approve, to send back."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

from etl.names import is_data_path
from etl.run import stops_named
from etl.snapshot import take_snapshot
from healthplan.desk.changes import Change, Kind, State, change_of, hashes_of, new_change, received_name
from healthplan.desk.folder import ActRefused, pending_file
from healthplan.desk.log import open_log, write_act
from healthplan.desk.people import Person, csv_bytes, desk_rows, may
from healthplan.desk.store import sha256
from healthplan.release import publication
from healthplan.release.records import now

Files = Mapping[str, bytes | None]
NOTHING: Mapping[str, bytes] = {}
ANSWERS = ("question", "reason_vi", "reason_en", "by", "at")


def permitted(person: Person, act: str, change_id: str) -> Change:
    """The change, if the person may do that with it now. Raises ActRefused."""
    change = change_of(change_id)
    if pending_file().exists() and f'"{change.id}"' in pending_file().read_text(encoding="utf-8"):
        raise ActRefused("desk_being_published")
    if fault := may(person, act, change):
        raise ActRefused(fault)
    return change


def begin_change(
    person: Person,
    kind: Kind,
    *,
    place: str,
    period: str = "",
    source: str = "",
    received: Mapping[str, bytes],
    key: tuple[str, str] = ("", ""),
) -> Change:
    """A new draft with the files as they came (name -> bytes). `key`: a path below the desk that remembers the change,
    with what else it keeps. Raises ActRefused and NotPublished."""
    change = new_change(kind, person.subject, person.name, place=place, period=period, source=source)
    if fault := may(person, "bring", change):
        raise ActRefused(fault)
    with stops_named(), open_log():
        kept = {path: json.dumps({"change": change.id, "of": of}).encode() for path, of in [key] if path}
        return _received(person, "begin", change, received, kept)


def receive_files(person: Person, change_id: str, received: Mapping[str, bytes]) -> Change:
    """Keeps further files as they came; they count instead of those before. Raises ActRefused and NotPublished."""
    with stops_named(), open_log():
        return _received(person, "receive", permitted(person, "bring", change_id), received)


def put_files(person: Person, change_id: str, make: Callable[[], Files]) -> Change:
    """Lays down what the change puts into data/ (path -> bytes, None: taken away), in the place of what it had before.
    `make` reads what lies in data/ while it is called. Raises ActRefused and NotPublished."""
    permitted(person, "bring", change_id)
    lying = take_snapshot(publication.data_folder()).files
    files = {path: raw for path, raw in make().items() if lying.get(path) != raw}
    with stops_named(), open_log():
        change = permitted(person, "bring", change_id)
        for path in files:
            if not is_data_path(path) or not _is_within(path, change):
                raise ActRefused("desk_path", value=path)
        base = hashes_of({path: lying.get(path) for path in files})
        put = replace(change, state=State.DRAFT, files=hashes_of(files), base=base)
        laid = {f"changes/{change.id}/files/{path}": raw for path, raw in files.items() if raw is not None}
        write_act("bring", person.subject, person.name, laid | put.record, change=change.id)
    return put


def answer_questions(person: Person, change_id: str, reasons: Mapping[str, tuple[str, str]]) -> None:
    """Keeps the reason given for each question, in both languages. Raises ActRefused and NotPublished."""
    with stops_named(), open_log():
        change = permitted(person, "bring", change_id)
        told = [
            {"question": key, "reason_vi": vi, "reason_en": en, "by": person.subject, "at": now()}
            for key, (vi, en) in reasons.items()
        ]
        path = f"changes/{change.id}/answers.csv"
        content = csv_bytes(ANSWERS, desk_rows(path) + told)
        write_act("answer", person.subject, person.name, {path: content}, change=change.id)


def answers_of(change: Change) -> dict[str, tuple[str, str]]:
    """The newest reason for each question, in both languages."""
    return {
        row["question"]: (row["reason_vi"], row["reason_en"]) for row in desk_rows(f"changes/{change.id}/answers.csv")
    }


def submit_change(person: Person, change_id: str) -> Change:
    """Asks for approval of a change that was checked. Raises ActRefused and NotPublished."""
    return _moved(person, "submit", change_id, State.SUBMITTED)


def approve_change(person: Person, change_id: str) -> Change:
    """Approves what another has submitted. Raises ActRefused and NotPublished."""
    alone = change_of(change_id).author == person.subject
    facts = {"approver": person.subject, "approver_name": person.name}
    return _moved(person, "approve", change_id, State.APPROVED, alone=alone, **facts)


def return_change(person: Person, change_id: str, reason: str) -> Change:
    """Sends a change back to its author with a reason. Raises ActRefused and NotPublished."""
    if not reason.strip():
        raise ActRefused("desk_reason_missing")
    return _moved(person, "return", change_id, State.RETURNED, reason=reason.strip(), approver="", approver_name="")


def _moved(person: Person, act: str, change_id: str, state: State, **facts: str | bool) -> Change:
    with stops_named(), open_log():
        change = permitted(person, act, change_id).moved(state, **facts)
        told = {name: str(facts[name]) for name in ("reason", "alone") if facts.get(name)}
        write_act(act, person.subject, person.name, change.record, change=change.id, **told)
    return change


def _received(
    person: Person, act: str, change: Change, received: Mapping[str, bytes], beside: Mapping[str, bytes] = NOTHING
) -> Change:
    names = {sha256(content): name for name, content in received.items()}
    kept = replace(change, state=State.DRAFT, received=change.received | names, reads=tuple(names))
    laid = {f"changes/{change.id}/{received_name(sha256(raw), name)}": raw for name, raw in received.items()}
    told = json.dumps([*names])
    write_act(act, person.subject, person.name, {**laid, **beside, **kept.record}, change=change.id, received=told)
    return kept


def _is_within(path: str, change: Change) -> bool:
    """Whether a report keeps to the folder of its place and period; what a steward brings may be any facts."""
    own = (f"reports/{change.period}/{change.place}/", f"reports/{change.period}/communes.parquet")
    return change.kind is not Kind.REPORT or path.startswith(own)

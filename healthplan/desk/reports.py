"""A report that a system sends: brought, checked and submitted in one act, or only looked at."""

import json
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.run import NotPublished, stops_named
from healthplan.desk.acts import begin_change, put_files, submit_change
from healthplan.desk.bring import BroughtQuestion
from healthplan.desk.changes import Change, Kind, State, change_of, complaints_of, new_change
from healthplan.desk.contents import read_change, read_received
from healthplan.desk.folder import ActRefused, desk_folder
from healthplan.desk.people import Person, may
from healthplan.desk.publish import build_draft_of, check_change, draft_of, lying_data
from healthplan.desk.store import sha256
from healthplan.model.complaint import Complaint
from healthplan.model.period import is_period
from healthplan.release import publication
from healthplan.release.difference import difference
from healthplan.release.locking import Busy, held_lock


@dataclass(frozen=True, slots=True)
class ReportAnswer:
    """What came of a report. `change`: None for one that was only looked at. `questions`: what needs a reason, which is
    given at the desk. `counts`: what it would change, by the scoreboard of ReleaseDifference; empty where there are
    complaints or questions."""

    change: Change | None
    complaints: tuple[Complaint, ...]
    questions: tuple[BroughtQuestion, ...]
    counts: dict[str, int]


def send_report(
    person: Person, files: Mapping[str, bytes], *, place: str, period: str, dry_run: bool, key: str
) -> ReportAnswer:
    """Brings the files (name -> bytes) as the report of a place for a period. The same `key` with the same files brings
    them once. Raises ActRefused."""
    if not is_period(period):
        raise ActRefused("desk_period", value=period)
    draft = new_change(Kind.REPORT, person.subject, person.name, place=place, period=period)
    if fault := may(person, "bring", draft):
        raise ActRefused(fault)
    try:
        with stops_named():
            if dry_run:
                return _looked_at(draft, files)
            return _sent(person, files, place, period, key)
    except NotPublished as stopped:
        raise ActRefused(stopped.sentence, **stopped.facts) from stopped


def _looked_at(draft: Change, files: Mapping[str, bytes]) -> ReportAnswer:
    """Everything but writing: the database is made in a folder that goes."""
    release = _release()
    brought = read_received(files, draft.place, draft.period, release, date.today())
    if brought.complaints or brought.questions:
        return ReportAnswer(None, tuple(brought.complaints), tuple(brought.questions), {})
    with tempfile.TemporaryDirectory(prefix="report-") as folder:
        taken = lying_data()
        complaints, database = build_draft_of(draft, taken, brought.files(), Path(folder) / "draft")
        return ReportAnswer(None, complaints, (), _counts(release, database))


def _sent(person: Person, files: Mapping[str, bytes], place: str, period: str, key: str) -> ReportAnswer:
    digest = sha256("".join(f"{name}\0{sha256(raw)}\0" for name, raw in sorted(files.items())).encode())
    name = sha256(f"{person.subject}\0{key}".encode())
    path = desk_folder() / "keys" / f"{name}.json"
    with ExitStack() as held:
        if key:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                held.enter_context(held_lock(path.with_name(f"{name[:2]}.lock")))
            except Busy as busy:
                raise ActRefused("desk_under_way") from busy
        told = json.loads(path.read_bytes()) if key and path.exists() else {}
        if told and told["of"] != f"{place} {period} {digest}":
            raise ActRefused("desk_key_used")
        if told:
            change = change_of(told["change"])
        else:
            kept = (f"keys/{path.name}" if key else "", f"{place} {period} {digest}")
            change = begin_change(person, Kind.REPORT, place=place, period=period, received=files, key=kept)
        if change.state is State.DRAFT and not complaints_of(change):
            brought = read_change(change, _release(), date.today())
            if brought.complaints or brought.questions:
                return ReportAnswer(change, tuple(brought.complaints), tuple(brought.questions), {})
            put_files(person, change.id, brought.files)
            change = check_change(person, change.id).change
        if change.state is State.CHECKED:
            change = submit_change(person, change.id)
        return ReportAnswer(change, complaints_of(change), (), _counts(publication.current_path(), draft_of(change)))


def _release() -> Path:
    """The release that a report is read beside. Raises ActRefused when there is none."""
    found = publication.current_path()
    if found is None:
        raise ActRefused("asked_no_release")
    return found


def _counts(before: Path | None, after: Path | None) -> dict[str, int]:
    return difference(before, after).counts if before and after else {}

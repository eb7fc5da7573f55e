"""Check, publish, undo: always the build of etl on what lies in data/ with the files of a change laid over it.

data/ moves only after the build went well. Before it moves, PUBLISHING.json says what will be true afterwards; whoever
next holds the lock of the releases finds by data/ itself whether it became true, and writes it down or forgets it.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from secrets import token_hex

from etl.moving import files_moved_in, settle
from etl.run import build_snapshot, point_to_built, release_name, stops_named
from etl.snapshot import Snapshot, overlaid, take_snapshot
from healthplan.desk.acts import Files, permitted
from healthplan.desk.changes import Change, Kind, State, change_files, change_of, hashes_of, new_change
from healthplan.desk.entry import CHANGES, with_entry
from healthplan.desk.folder import ActRefused, desk_folder, pending_file
from healthplan.desk.log import open_log, write_act
from healthplan.desk.people import Person
from healthplan.desk.store import store, stored
from healthplan.model.complaint import Complaint, InputRefused
from healthplan.release import publication
from healthplan.release.files import write_whole
from healthplan.release.locking import Busy
from healthplan.release.records import ENDING, now


@dataclass(frozen=True, slots=True)
class Checked:
    """A change after its check. `draft`: the database that it would publish, None where there are complaints.
    `before`: the release that readers have, None for the first."""

    change: Change
    complaints: tuple[Complaint, ...]
    draft: Path | None
    before: Path | None


def check_change(person: Person, change_id: str) -> Checked:
    """Builds what a change would publish; data/ stays as it is. Raises ActRefused and NotPublished."""
    with stops_named():
        taken = lying_data()
        change = permitted(person, "check", change_id)
        _check_base(change, taken, "desk_base_changed")
        complaints, draft = build_draft_of(change, taken, change_files(change), change.folder / "draft")
        with open_log():
            change = permitted(person, "check", change_id)
            checked = replace(change, state=State.DRAFT if complaints else State.CHECKED)
            told = json.dumps([asdict(one) for one in complaints], ensure_ascii=False).encode()
            writes = checked.record | {f"changes/{change.id}/complaints.json": told}
            write_act("check", person.subject, person.name, writes, change=change.id, complaints=str(len(complaints)))
    return Checked(checked, complaints, draft, publication.current_path())


def lying_data() -> Snapshot:
    """What lies in data/, never while a publication moves it. Raises Busy, Unusable and OSError."""
    with _publication():
        return take_snapshot(publication.data_folder())


def build_draft_of(
    change: Change, taken: Snapshot, files: Files, folder: Path
) -> tuple[tuple[Complaint, ...], Path | None]:
    """The complaints about a change, or the database that it would publish, in a folder of its own. Raises
    ActRefused, and OSError or duckdb.Error when the computer cannot go on."""
    if not files:
        raise ActRefused("desk_nothing_changes")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f"{token_hex(4)}{ENDING}"
    try:
        name = build_snapshot(draft, overlaid(taken, _with_entry(change, taken, files)))
    except InputRefused as refused:
        shutil.rmtree(folder, ignore_errors=True)
        return tuple(refused.complaints), None
    return (), draft.replace(folder / name)


def draft_of(change: Change) -> Path | None:
    """The database that the last check of a change made; None without one."""
    return next((change.folder / "draft").glob(f"release-*{ENDING}"), None)


def publish_change(person: Person, change_id: str) -> Change:
    """Puts an approved change into data/ and publishes it. Raises ActRefused, among others when somebody has published
    since the comparison; InputRefused and NotPublished. In all these cases data/ and the release stay as they were."""
    with stops_named(), _publication() as draft:
        change = permitted(person, "publish", change_id)
        taken = take_snapshot(publication.data_folder())
        try:
            _check_base(change, taken, "desk_base_changed")
        except ActRefused:
            with open_log():
                told = replace(change, state=State.DRAFT, approver="", approver_name="", alone=False)
                write_act("conflict", person.subject, person.name, told.record, change=change.id)
            raise
        return _published(person, change, change_files(change), taken, draft)


def undo_change(person: Person, change_id: str, reason: str) -> Change:
    """Takes back a publication: a change of kind undo, which passes the same gate at once. Readers have the release of
    before in the same step. Raises ActRefused where later publications changed the same files; InputRefused and
    NotPublished."""
    if not reason.strip():
        raise ActRefused("desk_reason_missing")
    with stops_named(), _publication() as draft:
        undone = permitted(person, "undo", change_id)
        taken = take_snapshot(publication.data_folder())
        _check_base(replace(undone, base=undone.files), taken, "desk_undo_later")
        files = {path: stored(digest) if digest else None for path, digest in undone.base.items()}
        new = new_change(
            Kind.UNDO, person.subject, person.name, place=undone.place, period=undone.period, undoes=undone.id
        )
        undo = replace(
            new,
            state=State.APPROVED,
            files=hashes_of(files),
            base=undone.files,
            reason=reason.strip(),
            approver=person.subject,
            approver_name=person.name,
        )
        laid = {f"changes/{undo.id}/files/{path}": raw for path, raw in files.items() if raw is not None}
        with open_log():
            told = {"change": undo.id, "undoes": undone.id, "reason": undo.reason}
            write_act("undo", person.subject, person.name, laid | undo.record, **told)
        try:
            return _published(person, undo, files, taken, draft)
        except InputRefused:
            with open_log():
                refused = undo.moved(State.RETURNED)
                write_act("return", person.subject, person.name, refused.record, change=undo.id, reason="refused")
            raise


def recover() -> None:
    """Ends what a stop left in the middle: nothing is half published afterwards. Raises NotPublished."""
    if desk_folder().exists():
        with stops_named(), _publication(), open_log():
            pass


@contextmanager
def _publication() -> Iterator[Path]:
    """The lock of the releases, and a path for a draft, with all that a stop left settled."""
    with publication.draft_slot() as draft:
        settle()
        if pending_file().exists():
            change = _pending_change()
            root, paths = publication.data_folder(), change.files
            lying = {path: (root / path).read_bytes() if (root / path).exists() else None for path in paths}
            if hashes_of(lying) == change.files:
                _write_down()
            else:
                pending_file().unlink()
        yield draft


def _check_base(change: Change, taken: Snapshot, sentence: str) -> None:
    if hashes_of({path: taken.files.get(path) for path in change.base}) != change.base:
        raise ActRefused(sentence)


def _with_entry(change: Change, taken: Snapshot, files: Files) -> dict[str, bytes | None]:
    return {**files, CHANGES: with_entry(taken.files, files, change)}


def _published(person: Person, change: Change, files: Files, taken: Snapshot, draft: Path) -> Change:
    whole = _with_entry(change, taken, files)
    laid, before = overlaid(taken, whole), publication.pointed_name()
    name = _checked_draft(change, laid, draft) or build_snapshot(draft, laid, again=True)
    if Path(name).stem == before:
        raise ActRefused("desk_nothing_changes")
    for raw in (*whole.values(), *(taken.files.get(path) for path in whole)):
        if raw is not None:
            store(raw)
    done = change.moved(State.PUBLISHED, release=Path(name).stem, before=before, published=now())
    told = {"subject": person.subject, "name": person.name, "paths": sorted(whole), "change": asdict(done)}
    with open_log():
        if change_of(change.id).state is not State.APPROVED:
            raise ActRefused(f"desk_is_{change_of(change.id).state}")
        write_whole(pending_file(), json.dumps(told).encode())
    with files_moved_in(whole, name):
        point_to_built(draft, name)
    with suppress(OSError, Busy):  # it is published; the next act writes it down
        _write_down()
    return done


def _checked_draft(change: Change, laid: Snapshot, draft: Path) -> str:
    """The name of the release that the check has built already, copied to `draft`; "" where data/ has moved since."""
    built = draft_of(change)
    if built is None or built.name != release_name(laid)[0]:
        return ""
    shutil.copyfile(built, draft)
    return built.name


def _pending_change() -> Change:
    return Change.read(json.loads(pending_file().read_bytes())["change"])


def _write_down() -> None:
    """Writes down a publication that came true: in the log, in the change, in version control."""
    told, done = json.loads(pending_file().read_bytes()), _pending_change()
    with open_log():
        if change_of(done.id).state is not State.PUBLISHED:
            writes = done.record
            if done.undoes:
                writes |= change_of(done.undoes).moved(State.UNDONE).record
            write_act("publish", told["subject"], told["name"], writes, change=done.id, release=done.release)
        _commit(told["paths"], done)
        shutil.rmtree(done.folder / "draft", ignore_errors=True)
        pending_file().unlink()


def _commit(paths: list[str], change: Change) -> None:
    """Where data/ is a git work tree of its own, what was published is a commit of the author."""
    root = publication.data_folder()
    if not (root / ".git").exists():
        return
    author = "".join(letter for letter in change.author_name if letter not in "<>\n") or change.author
    us = {"GIT_COMMITTER_NAME": "Roadmap 72", "GIT_COMMITTER_EMAIL": "desk@localhost"}
    for command in (
        ["add", "--all", "--ignore-errors", "--", *paths],
        ["commit", "--quiet", "--no-verify", f"--author={author} <{change.author}>",
         f"--message=Published {change.release} (change {change.id})", "--", *paths],
    ):  # fmt: skip
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run(
                ["git", "-C", str(root), *command],
                env={**os.environ, **us},
                capture_output=True,
                check=False,
                timeout=60,
            )

"""A change: what somebody brought for a place, the files that it would put into data/, and how far it has come."""

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path, PurePath
from typing import Any

from healthplan.desk.folder import ActRefused, desk_folder
from healthplan.desk.store import sha256
from healthplan.model.complaint import Complaint
from healthplan.release.records import now

ID = re.compile(r"[0-9]{8}-[0-9]{6}-[0-9a-f]{8}")
ENDING = re.compile(r"\.[a-z0-9]{1,5}")


class Kind(StrEnum):
    """What a change is."""

    PLAN = "plan"
    REPORT = "report"
    CORRECTION = "correction"
    UNDO = "undo"


class State(StrEnum):
    """How far a change has come."""

    DRAFT = "draft"
    CHECKED = "checked"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    PUBLISHED = "published"
    RETURNED = "returned"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `source`: the paper that it rests on, as its author names it. `received`: hash -> name of each file
    as it came. `files`: path below data/ -> hash of the bytes that it shall have, "" to take it away; `base`: the same
    of what lay there when the files were made. `release`: made by its publication, `before`: the one until then.
    `alone`: its author approved it, which the office allows. `undoes`: the change that an undo takes back. `reads`: the
    received files that count, those that came last. `unsettled`: cells that two readings of a paper see differently."""

    id: str
    kind: Kind
    state: State
    author: str
    author_name: str
    place: str
    period: str
    source: str
    created: str
    received: dict[str, str]
    files: dict[str, str]
    base: dict[str, str]
    reason: str = ""
    approver: str = ""
    approver_name: str = ""
    alone: bool = False
    release: str = ""
    before: str = ""
    published: str = ""
    undoes: str = ""
    reads: tuple[str, ...] = ()
    unsettled: int = 0

    @property
    def record(self) -> dict[str, bytes]:
        """The file that holds this, by its path below the desk."""
        told = {one.name: getattr(self, one.name) for one in fields(self)}
        return {f"changes/{self.id}/change.json": json.dumps(told, ensure_ascii=False, indent=1).encode()}

    @property
    def folder(self) -> Path:
        """Where everything of this change lies."""
        return desk_folder() / "changes" / self.id

    @classmethod
    def read(cls, told: dict[str, Any]) -> "Change":
        """The change of a record."""
        own = {"kind": Kind(told["kind"]), "state": State(told["state"]), "reads": tuple(told["reads"])}
        return cls(**told | own)

    def moved(self, state: State, **facts: str | bool) -> "Change":
        """The change in another state."""
        return replace(self, state=state, **facts)  # type: ignore[arg-type]


def new_change(
    kind: Kind, author: str, author_name: str, *, place: str, period: str = "", source: str = "", undoes: str = ""
) -> Change:
    """A draft without files; nothing is written."""
    name = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"
    return Change(name, kind, State.DRAFT, author, author_name, place, period, source, now(), {}, {}, {}, undoes=undoes)


def change_of(change_id: str) -> Change:
    """The change of an id. Raises ActRefused when there is none."""
    path = desk_folder() / "changes" / change_id / "change.json"
    if not ID.fullmatch(change_id) or not path.is_file():
        raise ActRefused("desk_no_change", value=change_id[:40])
    return Change.read(json.loads(path.read_bytes()))


def all_changes() -> list[Change]:
    """Every change, the newest first."""
    names = sorted((path.parent.name for path in desk_folder().glob("changes/*/change.json")), reverse=True)
    return [change_of(name) for name in names if ID.fullmatch(name)]


def complaints_of(change: Change) -> tuple[Complaint, ...]:
    """What the last check of a change found."""
    path = change.folder / "complaints.json"
    return tuple(Complaint(**one) for one in json.loads(path.read_bytes())) if path.exists() else ()


def received_path(change: Change, digest: str) -> Path:
    """Where a received file lies, byte for byte as it came."""
    return change.folder / received_name(digest, change.received[digest])


def received_name(digest: str, name: str) -> str:
    """Where a file of that name as it came is kept, below the change's folder."""
    ending = PurePath(name).suffix.lower()
    return f"received/{digest}{ending if ENDING.fullmatch(ending) else ''}"


def change_files(change: Change) -> dict[str, bytes | None]:
    """The files that a change puts into data/; None for one that it takes away. Raises ActRefused when one is
    not as it was written."""
    found: dict[str, bytes | None] = {}
    for path, digest in change.files.items():
        content = (change.folder / "files" / path).read_bytes() if digest else None
        if content is not None and sha256(content) != digest:
            raise ActRefused("desk_store_damaged", name=path)
        found[path] = content
    return found


def hashes_of(files: Mapping[str, bytes | None]) -> dict[str, str]:
    """The hash of each file; "" for one that is not there."""
    return {path: "" if raw is None else sha256(raw) for path, raw in sorted(files.items())}

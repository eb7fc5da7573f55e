"""Who may do what at the desk: people.csv, read at every act, so that a role that is taken away is gone at once."""

import csv
import io
import os
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from healthplan.desk.changes import Change, Kind, State
from healthplan.desk.folder import desk_folder
from healthplan.release import publication
from healthplan.release.query_cache import rows_by_key
from healthplan.release.reference_data import places

COLUMNS = ("subject", "email", "name", "role", "place", "from", "until", "granted_by")
NATION, LOCAL = "VN", "local"


class Role(StrEnum):
    """What somebody may be for a place and all below it."""

    REPORTER = "reporter"
    STEWARD = "steward"
    APPROVER = "approver"
    KEEPER = "keeper"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the desk. `subject` is the provider's lasting name for him; `roles`: each with its place."""

    subject: str
    name: str
    roles: tuple[tuple[Role, str], ...]


@dataclass(frozen=True, slots=True)
class Act:
    """Who may do it, from which states, and for which kinds when not for all."""

    roles: frozenset[Role]
    states: frozenset[State]


BRINGS = frozenset({Role.REPORTER, Role.STEWARD})
DECIDES = frozenset({Role.APPROVER})
ACTS = {
    "bring": Act(BRINGS, frozenset({State.DRAFT, State.CHECKED, State.RETURNED})),
    "check": Act(BRINGS, frozenset({State.DRAFT, State.CHECKED, State.RETURNED})),
    "submit": Act(BRINGS, frozenset({State.CHECKED})),
    "approve": Act(DECIDES, frozenset({State.SUBMITTED})),
    "return": Act(DECIDES | {Role.STEWARD}, frozenset({State.CHECKED, State.SUBMITTED, State.APPROVED})),
    "publish": Act(DECIDES | {Role.STEWARD}, frozenset({State.APPROVED})),
    "undo": Act(frozenset({Role.KEEPER}), frozenset({State.PUBLISHED})),
}
SETTLED = ("submit", "approve", "publish")  # acts that wait until two readings of a paper agree


def is_solo() -> bool:
    """Whether this is an office of one, where the author approves: ROADMAP72_DESK_SOLO=yes."""
    return os.environ.get("ROADMAP72_DESK_SOLO", "") == "yes"


def local_person(name: str) -> Person:
    """Who sits at the computer itself, when no provider of sign-ins is set up."""
    return Person(LOCAL, name, tuple((role, NATION) for role in Role))


def person_of(subject: str, name: str = "", email: str = "") -> Person:
    """Who has signed in, with the roles of today. `email` counts only where the provider has proved it, for roles that
    were granted before the first sign-in."""
    rows = [row for row in people_rows() if _is_of(row, subject, email) and is_valid(row)]
    known = next((row["name"] for row in rows if row["name"]), name or subject)
    return Person(subject, known, tuple((Role(row["role"]), row["place"]) for row in rows if row["role"] in set(Role)))


def may(person: Person, act: str, change: Change) -> str | None:
    """None, or the sentence that says why not."""
    rule = ACTS[act]
    held = {role for role, place in person.roles if covers(place, change.place)}
    if not held & rule.roles:
        return "desk_other_place" if {role for role, _ in person.roles} & rule.roles else f"desk_no_{act}"
    if change.kind is not Kind.REPORT and rule.roles == BRINGS and Role.STEWARD not in held:
        return "desk_only_steward"
    if change.state not in rule.states:
        return f"desk_is_{change.state}"
    if act in SETTLED and change.unsettled:
        return "plan_differences_open"
    return "desk_own_change" if act == "approve" and change.author == person.subject and not is_solo() else None


def is_keeper(person: Person) -> bool:
    """Whether somebody grants roles."""
    return any(role is Role.KEEPER for role, _ in person.roles)


def covers(mine: str, place: str) -> bool:
    """Whether a place is another, or one below it."""
    path, known, above = publication.current_path(), {}, place
    if path is not None:
        known = rows_by_key(path, places, "place")
    while above not in ("", mine) and above in known and above != NATION:
        above = known[above]["parent"] or ""
    return mine in (NATION, above)


def people_rows() -> list[dict[str, str]]:
    """The rows of people.csv; none without the file."""
    return desk_rows("people.csv")


def desk_rows(name: str) -> list[dict[str, str]]:
    """The rows of a small table of the desk; none without the file."""
    path = desk_folder() / name
    return list(csv.DictReader(path.open(encoding="utf-8", newline=""))) if path.is_file() else []


def csv_bytes(columns: tuple[str, ...], rows: list[dict[str, str]]) -> bytes:
    """A small table of the desk as it is written."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def is_valid(row: dict[str, str]) -> bool:
    """Whether what is granted from one day until another (that day too) is so today."""
    return (row["from"] or "") <= date.today().isoformat() <= (row["until"] or "9999")


def _is_of(row: dict[str, str], subject: str, email: str) -> bool:
    if row["subject"]:
        return row["subject"] == subject
    return bool(email) and row["email"].casefold() == email.casefold()

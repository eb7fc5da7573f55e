"""What a keeper grants: roles to people, tokens to places. Of a token only its hash is kept."""

import secrets
from datetime import date

from healthplan.desk.folder import ActRefused
from healthplan.desk.log import open_log, write_act
from healthplan.desk.people import COLUMNS, Person, Role, csv_bytes, desk_rows, is_keeper, is_valid, people_rows
from healthplan.desk.store import sha256
from healthplan.release import publication
from healthplan.release.query_cache import rows_by_key
from healthplan.release.reference_data import places

TOKENS = "tokens.csv"
TOKEN_COLUMNS = ("place", "hash", "name", "from", "until")
MARK = "r72_"  # before a token, so that one that leaks is known for what it is


def grant_role(keeper: Person, role: Role, *, subject: str, email: str, name: str, place: str, until: str = "") -> None:
    """Gives somebody a role for a place from today on, or moves its last day. Raises ActRefused and OSError."""
    _check(keeper, place, until)
    if not subject and not email:
        raise ActRefused("desk_nobody")
    cells = (subject, email, name, str(role), place, date.today().isoformat(), until, keeper.subject)
    new = dict(zip(COLUMNS, cells, strict=True))
    same = ("subject", "email", "role", "place")
    with open_log():
        rows = [row for row in people_rows() if any(row[column] != new[column] for column in same)]
        content = csv_bytes(COLUMNS, [*rows, new])
        write_act("grant", keeper.subject, keeper.name, {"people.csv": content}, role=str(role), place=place)


def make_token(keeper: Person, *, place: str, name: str, until: str = "") -> str:
    """A new token with which a system brings the reports of a place, in the stead of the one of that name. It is
    told this once. Raises ActRefused and OSError."""
    _check(keeper, place, until)
    token = MARK + secrets.token_urlsafe(32)
    new = dict(zip(TOKEN_COLUMNS, (place, sha256(token.encode()), name, date.today().isoformat(), until), strict=True))
    with open_log():
        rows = [row for row in desk_rows(TOKENS) if (row["place"], row["name"]) != (place, name)]
        content = csv_bytes(TOKEN_COLUMNS, [*rows, new])
        write_act("token", keeper.subject, keeper.name, {TOKENS: content}, place=place, token=name)
    return token


def person_of_token(token: str) -> Person | None:
    """Who brings with a token: a reporter of its place; None for one that is unknown or over."""
    digest = sha256(token.encode())
    rows = [row for row in desk_rows(TOKENS) if secrets.compare_digest(row["hash"], digest) and is_valid(row)]
    return Person(f"token:{digest[:12]}", rows[0]["name"], ((Role.REPORTER, rows[0]["place"]),)) if rows else None


def _check(keeper: Person, place: str, until: str) -> None:
    if not is_keeper(keeper):
        raise ActRefused("desk_no_grant")
    path = publication.current_path()
    if path is not None and place not in rows_by_key(path, places, "place"):
        raise ActRefused("desk_no_place", value=place)
    try:
        date.fromisoformat(until or "2026-01-01")
    except ValueError as error:
        raise ActRefused("desk_no_day", value=until) from error

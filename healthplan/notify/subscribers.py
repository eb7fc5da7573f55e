"""Who gets letters: addresses lie in the folder of the desk only, and count once their owner has confirmed them."""

import json
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from healthplan.desk.folder import desk_folder, desk_lock
from healthplan.release.files import write_whole
from healthplan.text import Lang

NAME = "subscribers.json"
WAITS = timedelta(days=3)  # for a confirmation; afterwards the address is forgotten
AGAIN = timedelta(days=1)  # before a second question to an address that has not answered
MOST = 50_000


@dataclass(frozen=True, slots=True)
class Subscriber:
    """An address that follows a place, "" for all. `key` confirms and ends it; `asked`, `confirmed` and `told` (up to
    when the last letter tells) are moments as ISO 8601 in UTC, "" for not yet."""

    address: str
    place: str
    lang: Lang
    key: str
    asked: str
    confirmed: str = ""
    told: str = ""


def subscribers_file() -> Path:
    """Where the addresses lie."""
    return desk_folder() / NAME


def all_subscribers() -> list[Subscriber]:
    """Everybody, confirmed or not. Raises OSError and ValueError for a file that was damaged."""
    path = subscribers_file()
    if not path.exists():
        return []
    rows = json.loads(path.read_bytes())
    return [Subscriber(**row | {"lang": Lang(row["lang"])}) for row in rows]


def ask_subscriber(address: str, place: str, lang: Lang, send: Callable[[Subscriber], object]) -> None:
    """Remembers an address that has not confirmed yet and sends it the question; nothing for one that has confirmed or
    was asked within a day. What `send` raises leaves all as it was. Raises Busy, OSError."""
    moment = _now()
    with _changed() as rows:
        same = [one for one in rows if (one.address.lower(), one.place) == (address.lower(), place)]
        if len(rows) >= MOST or any(one.confirmed or _since(one.asked) < AGAIN for one in same):
            return
        new = Subscriber(address, place, lang, secrets.token_urlsafe(24), moment)
        send(new)
        rows[:] = [one for one in rows if one not in same] + [new]


def confirm_subscriber(key: str) -> bool:
    """Whether somebody waits for this key; he gets letters about what happens from now on. Raises Busy, OSError."""
    with _changed() as rows:
        at = next((n for n, one in enumerate(rows) if secrets.compare_digest(one.key, key)), None)
        if at is not None and not rows[at].confirmed:
            rows[at] = replace(rows[at], confirmed=_now(), told=_now())
        return at is not None


def end_subscription(key: str) -> None:
    """Forgets the address of a key. Raises Busy, OSError."""
    with _changed() as rows:
        rows[:] = [one for one in rows if not secrets.compare_digest(one.key, key)]


def mark_told(key: str, moment: str) -> None:
    """Writes down up to when somebody has been told. Raises Busy, OSError."""
    with _changed() as rows:
        rows[:] = [replace(one, told=moment) if one.key == key else one for one in rows]


@contextmanager
def _changed() -> Iterator[list[Subscriber]]:
    """The rows to change; written whole at the end, without those who never answered."""
    with desk_lock():
        before = all_subscribers()
        rows = [one for one in before if one.confirmed or _since(one.asked) < WAITS]
        yield rows
        if rows != before:
            content = json.dumps([asdict(one) for one in rows], ensure_ascii=False, indent=1)
            write_whole(subscribers_file(), content.encode())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _since(moment: str) -> timedelta:
    return datetime.now(UTC) - datetime.fromisoformat(moment)

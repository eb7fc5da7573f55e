"""The releases that can be asked: the current one and those that are kept beside it."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from healthplan import published
from healthplan.model.dataset import DATASETS
from healthplan.queries import Connection
from healthplan.queries.choices import allowed
from healthplan.queries.lists import release
from healthplan.queries.refusal import QuestionRefused, asking


@dataclass(frozen=True, slots=True)
class Release:
    """One release; `pinned` when the request named it, so that its answers never change."""

    path: Path
    pinned: bool

    @property
    def name(self) -> str:
        """"release-2026-11-24-32d47ee50a20"."""
        return self.path.stem


def find(name: str = "") -> Release:
    """The current release, or the one of a name. Raises QuestionRefused when there is none, or none of that
    name:
    a name is looked up among those that are kept, never made into a path."""
    current = published.current()
    if not name:
        if current is None:
            raise QuestionRefused("asked_no_release", {})
        return Release(current, False)
    wanted, known = name.removesuffix(".duckdb"), published.kept()
    if wanted not in known:
        raise QuestionRefused("asked_release", {"value": name}, tuple(known))
    return Release(known[wanted], True)


@lru_cache(maxsize=published.RELEASES_KEPT + 1)
def connection(path: Path) -> Connection:
    """The one connection to a release."""
    return published.open_release(path)


@lru_cache(maxsize=512)
def values(path: Path, dataset: str, name: str) -> tuple[str, ...]:
    """The values that a filter may have in a release."""
    with asking(connection(path)) as db:
        return allowed(db, DATASETS[dataset].name, name)


@lru_cache(maxsize=published.RELEASES_KEPT + 1)
def data_date(path: Path) -> str:
    """The newest date of the log of changes, as in 2026-11-24."""
    with asking(connection(path)) as db:
        return release(db)[0]["data_date"].isoformat()

"""The releases that can be asked: the current one and those that are kept beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from healthplan.model.dataset import DATASETS
from healthplan.parameters.refusal import QuestionRefused, asking
from healthplan.release import published
from healthplan.release.lists import release
from healthplan.release.published import connection
from healthplan.release.query import Connection
from healthplan.subjects.datasets.choices import allowed


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
    """The release that readers get, or the one of a name. Raises QuestionRefused when there is none that is
    whole, or none of that name."""
    if not name:
        served = published.served()
        if served is None:
            raise QuestionRefused("asked_releases_damaged" if published.kept() else "asked_no_release", {})
        return Release(served.path, False)
    wanted = name.removesuffix(".duckdb")
    path = published.find(wanted)
    if path is None:
        known = published.kept()
        fault = "asked_release_damaged" if wanted in known else "asked_release"
        raise QuestionRefused(fault, {"value": name}, tuple(one for one in reversed(known) if one != wanted))
    return Release(path, True)


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """A cursor for one question. Raises QuestionRefused, and ReleaseDamaged when another release is to be
    asked."""
    with published.watched(path), asking(connection(path)) as cursor:
        yield cursor


def instead() -> dict[str, str]:
    """The header that says that the release answered from stands in for a damaged one."""
    served = published.served()
    return {"X-Release-Instead-Of": served.instead_of} if served and served.instead_of else {}


@lru_cache(maxsize=512)
def values(path: Path, dataset: str, name: str) -> tuple[str, ...]:
    """The values that a filter may have in a release."""
    with reading(path) as db:
        return allowed(db, DATASETS[dataset].name, name)


@lru_cache(maxsize=64)
def data_date(path: Path) -> str:
    """The newest date of the log of changes, as in 2026-11-24."""
    with reading(path) as db:
        newest: date = release(db)[0]["data_date"]
        return newest.isoformat()

"""The releases that can be asked: the current one and those that are kept beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from healthplan.model.dataset import DATASETS
from healthplan.parameters.refusal import QuestionRefused, question_cursor
from healthplan.release import publication
from healthplan.release.publication import connection
from healthplan.release.query import Connection
from healthplan.release.reference_data import release
from healthplan.subjects.datasets.choices import allowed_values


@dataclass(frozen=True, slots=True)
class Release:
    """One release; `pinned` when the request named it, so that its answers never change."""

    path: Path
    pinned: bool

    @property
    def name(self) -> str:
        """ "release-2026-11-24-32d47ee50a20"."""
        return self.path.stem


def requested_release(name: str = "") -> Release:
    """The release that readers get, or the one of a name. Raises QuestionRefused when there is none that is
    whole, or none of that name."""
    if not name:
        served = publication.served_release()
        if served is None:
            raise QuestionRefused("asked_releases_damaged" if publication.release_names() else "asked_no_release", {})
        return Release(served.path, False)
    wanted = name.removesuffix(".duckdb")
    path = publication.release_file(wanted)
    if path is None:
        known = publication.release_names()
        fault = "asked_release_damaged" if wanted in known else "asked_release"
        raise QuestionRefused(fault, {"value": name}, tuple(one for one in reversed(known) if one != wanted))
    return Release(path, True)


@contextmanager
def request_cursor(path: Path) -> Iterator[Connection]:
    """A cursor for one question. Raises QuestionRefused, and ReleaseDamaged when another release is to be
    asked."""
    with publication.damage_guard(path), question_cursor(connection(path)) as cursor:
        yield cursor


def instead_header() -> dict[str, str]:
    """The header that says that the release answered from stands in for a damaged one."""
    served = publication.served_release()
    return {"X-Release-Instead-Of": served.instead_of} if served and served.instead_of else {}


@lru_cache(maxsize=512)
def filter_values(path: Path, dataset: str, name: str) -> tuple[str, ...]:
    """The values that a filter may have in a release."""
    with request_cursor(path) as db:
        return allowed_values(db, DATASETS[dataset].name, name)


@lru_cache(maxsize=64)
def data_date(path: Path) -> str:
    """The newest date of the log of changes, as in 2026-11-24."""
    with request_cursor(path) as db:
        newest: date = release(db)[0]["data_date"]
        return newest.isoformat()

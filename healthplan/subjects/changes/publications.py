"""The releases in their order, and what each changed against the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import duckdb

from healthplan.parameters.parameter import Choices, Parameter
from healthplan.parameters.shared import indicator_name
from healthplan.release.change_notes import ChangeNote, change_notes
from healthplan.release.difference import ReleaseDifference, RowMove, difference
from healthplan.release.publication import published_at, release_file, release_names
from healthplan.release.view import View

MOST = 12  # publications that are told, the newest first
KEPT = 32  # differences in memory; two releases differ in some thousand rows at most
LOSSES_FIRST = ("lost", "verdicts_lost", "flips", "changed", "new", "gone", "come", "verdicts_new")


@dataclass(frozen=True, slots=True)
class Publication:
    """A release as it was published. `moves`: what it changed by kind, losses first, of a place and an indicator where
    these are asked for; `is_first`: there is no release before it to compare with; `is_whole`: both could be read.
    `notes`: what the steward wrote of the data of its day, in English, at the last release of that day."""

    name: str
    published: datetime
    moves: dict[str, Sequence[RowMove]]
    notes: Sequence[ChangeNote]
    is_first: bool
    is_whole: bool

    @property
    def edition(self) -> str:
        """The name without what only a file needs."""
        return self.name.removeprefix("release-")

    @property
    def count(self) -> int:
        """How many rows, verdicts and findings differ."""
        return sum(map(len, self.moves.values()))


def _places(view: View, _: Choices) -> list[str]:
    return [
        place for place, row in view.places.items() if row["kind"] in ("nation", "province") or place in view.planned
    ]


PLACE = Parameter(
    name="place", label="pick_place", options=_places, shown=View.nation_or_place, optional=True, sorted=True
)
INDICATOR = Parameter(
    name="indicator",
    label="pick_indicator",
    options=lambda view, _: list(view.indicators),
    shown=indicator_name,
    optional=True,
)
PARAMETERS = (PLACE, INDICATOR)


def publications(view: View, place: str, indicator: str) -> list[Publication]:
    """The newest releases up to the one that is seen, the newest first. With a place or an indicator only those that
    changed something about it."""
    names = release_names()
    names = names[: names.index(view.path.stem) + 1] if view.path.stem in names else names
    first = max(len(names) - MOST, 0)
    told = [_publication(names, at, place, indicator) for at in range(len(names) - 1, first - 1, -1)]
    return [one for one in told if one.count or not (place or indicator)]


def _publication(names: Sequence[str], at: int, place: str, indicator: str) -> Publication:
    name, before = names[at], names[at - 1] if at else ""
    found = _difference(before, name) if before else None
    moves = {kind: _about(getattr(found, kind), place, indicator) for kind in LOSSES_FIRST} if found else {}
    return Publication(
        name=name,
        published=_moment(name),
        moves={kind: rows for kind, rows in moves.items() if rows},
        notes=() if place or indicator else _notes(names, at),
        is_first=not before,
        is_whole=bool(found) or not before,
    )


def _about(moves: Sequence[RowMove], place: str, indicator: str) -> list[RowMove]:
    return [one for one in moves if place in ("", one.place) and indicator in ("", one.indicator)]


def _moment(name: str) -> datetime:
    """When a release was published; of one without a record the day of its data."""
    told = published_at(name)
    return datetime.fromisoformat(told or f"{_day(name)}T00:00:00+00:00")


@lru_cache(maxsize=KEPT)
def _difference(before: str, after: str) -> ReleaseDifference | None:
    """What differs between two releases by their names; None when one of them cannot be read."""
    old, new = release_file(before), release_file(after)
    try:
        return difference(old, new) if old and new else None
    except duckdb.Error:
        return None


def _day(name: str) -> str:
    """The date of a release's data, which its name tells."""
    return name.removeprefix("release-")[:10]


def _notes(names: Sequence[str], at: int) -> list[ChangeNote]:
    day = _day(names[at])
    return [] if day in map(_day, names[at + 1 :]) else [note for note in change_notes() if note.day == day]

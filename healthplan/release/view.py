"""Who is looking and at what: the language, the theme and the release of this run."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from healthplan.model.locator import english
from healthplan.release.query import Connection, Row
from healthplan.release.query_cache import by_name, query_result
from healthplan.release.reference_data import indicators, old_codes, places, planned_places, release, unplanned
from healthplan.text import Lang, say
from healthplan.text.numbers import day, moment, number_text
from healthplan.theme import Theme, coloured_theme

P = ParamSpec("P")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class View:
    """One reader's run of one screen."""

    lang: Lang
    theme: Theme
    path: Path
    phone: bool = False
    pinned: bool = False
    mine: str = ""  # the place that the reader came for
    _answers: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """The theme gets a colour for each place that this release has something to draw of."""
        object.__setattr__(self, "theme", coloured_theme(self.theme, self.drawn))

    @property
    def pin(self) -> dict[str, str]:
        """What every link of a view of an older release carries on."""
        return {"release": self.path.stem} if self.pinned else {}

    def say(self, key: str, /, **facts: str) -> str:
        """One sentence in the reader's language."""
        return say(self.lang, key, **facts)

    def say_count(self, key: str, count: int, /, **facts: str) -> str:
        """The sentence `key`, or `key_one` when there is one of it, or `key_none` when there is none."""
        ending = {0: "_none", 1: "_one"}.get(count, "")
        return self.say(f"{key}{ending}", count=str(count), **facts)

    def number(self, count: int) -> str:
        """A count as the reader's language writes it."""
        return number_text(count, self.lang, 0)

    def ask(
        self, question: Callable[Concatenate[Connection, P], Answer], /, *_none: P.args, **facts: P.kwargs
    ) -> Answer:
        """The answer to a question, remembered for as long as the release is the same. Do not change the
        rows. A template asks the same at every link; this run does not go back to what all readers share."""
        asked = question, tuple(sorted(facts.items()))
        if asked not in self._answers:
            self._answers[asked] = query_result(self.path, *asked)
        found: Answer = self._answers[asked]
        return found

    def name(self, row: Row, column: str = "name") -> str:
        """A text of a row in the reader's language."""
        return row[f"{column}_{self.lang}"] or ""

    @property
    def indicators(self) -> dict[str, Row]:
        """All indicators by name, in the order of the themes."""
        return self.ask(by_name, of=indicators, column="indicator")

    @property
    def places(self) -> dict[str, Row]:
        """All places by code."""
        return self.ask(by_name, of=places, column="place")

    @property
    def planned(self) -> dict[str, Row]:
        """Places whose plan is held, provinces before communes."""
        return self.ask(by_name, of=planned_places, column="place")

    @property
    def drawn(self) -> list[str]:
        """Places that a chart can draw: those whose plan is held, then those with reported values only."""
        return [*self.planned, *self.reported]

    @property
    def reported(self) -> list[str]:
        """Places without a plan of which a value was reported: provinces first, then former ones."""
        return list(dict.fromkeys(row["place"] for row in self.ask(unplanned)))

    @property
    def old_codes(self) -> dict[str, str]:
        """Codes that places had before, each with the code of today."""
        return {code: row["place"] for code, row in self.ask(by_name, of=old_codes, column="old_code").items()}

    @property
    def release(self) -> Row:
        """Which release this is."""
        return self.ask(release)[0]

    def day(self, when: date) -> str:
        """A day as the reader's language writes it."""
        return day(when, self.lang)

    def moment(self, at: str) -> str:
        """A day and its time as our records keep them, in Viet Nam's time and the reader's language."""
        return moment(datetime.fromisoformat(at), self.lang)

    def where(self, locator: str | None) -> str:
        """The place in a paper in the reader's language; a report may name none."""
        return (locator or "") if self.lang is Lang.VI else english(locator or "")

    @property
    def edition(self) -> str:
        """The name of the release without what only a file needs: 2026-11-24-fba27042ef1f."""
        return self.path.stem.removeprefix("release-")

    def place_name(self, place: str) -> str:
        """The name of a place; a commune is marked as one."""
        row = self.places[place]
        name = self.name(row)
        return self.say("commune_marked", name=name) if row["kind"] == "commune" else name

    def nation_or_place(self, place: str) -> str:
        """Whose a value is: the nation in our word for it, else the place by its name."""
        return self.say("nation") if place == "VN" else self.place_name(place)

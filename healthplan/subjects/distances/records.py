"""How far a place is from a goal, in words, on the reader's day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from healthplan.model.distance import SOON, DistanceState, a_year, months_left
from healthplan.model.value import Interval
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.distances.queries import distances_in_places, indicator_distances, place_distances
from healthplan.subjects.targets.spans import goal_year, silence_words
from healthplan.text.amounts import amount_words, is_hair, months_words
from healthplan.text.figures import value_with_unit
from healthplan.text.numbers import period

UNTIL = 2030  # the year in which the nation's first goals end; what it asks later stands beside them
ENDS = ("low", "high", "low_open", "high_open", "about")


@dataclass(frozen=True, slots=True)
class DistanceRecord:
    """One distance as it is told. `now`, `goal`, `missing` and `a_year` have their units; each says in a word
    why it is not known. `missing_said` says "còn thiếu" before what is missing, and nothing before what only has to
    be passed. `row` holds the two statements and the names of their rows."""

    row: Row
    direction: str
    state: DistanceState
    now: str
    now_when: str
    now_source: str
    goal: str
    goal_when: str
    law: str
    missing: str
    missing_said: str
    amount: Interval | None  # what is missing, and what each remaining year demands of it
    yearly: Interval | None
    left: str
    a_year: str
    pace: str
    sentence: str

    @property
    def arrives(self) -> int | None:
        """The year in which the plan's own pace reaches the goal; None when it is met, never or not known."""
        return None if self.state is DistanceState.MET else self.row["arrives"]

    @property
    def is_late(self) -> bool:
        """Whether that year comes after the goal's."""
        return bool(self.arrives and self.arrives > self.row["year"])

    @property
    def is_down(self) -> bool:
        """Whether less is better."""
        return self.direction == "down"

    @property
    def is_national(self) -> bool:
        """Whether the goal is the nation's, not the plan's own."""
        return bool(self.row["aim"] == "nation")


@dataclass(frozen=True, slots=True)
class IndicatorDistances:
    """What one place has of one indicator: the way to its plan's goal (None without a plan), to the national
    goal that comes next, and to every national goal."""

    indicator: Row
    place: str
    own: DistanceRecord | None
    next: DistanceRecord | None
    national: Sequence[DistanceRecord]

    @property
    def is_reckoned(self) -> bool:
        """Whether some distance is a number, or a goal is met."""
        return any(one and (one.amount or one.state is DistanceState.MET) for one in (self.own, self.next))

    @property
    def later(self) -> list[DistanceRecord]:
        """The national goals up to 2030 that come after the next one and are not met."""
        after = self.next.row["year"] if self.next else UNTIL
        near = [one for one in self.national if one.row["measures"] and after < one.row["year"] <= UNTIL]
        return [one for one in near if one.state is not DistanceState.MET]

    @property
    def told(self) -> DistanceRecord | None:
        """The distance that a short answer tells: to the nation's goal, else to the plan's own."""
        return self.next or self.own


def distances_of_place(view: View, place: str, day: date) -> list[IndicatorDistances]:
    """Every indicator of which the plan states or the nation asks something, in the order of the themes."""
    return _grouped(view, view.ask(place_distances, place=place), day)


def distances_of_indicator(view: View, indicator: str, places: Sequence[str], day: date) -> list[IndicatorDistances]:
    """The places in their order, those of which nothing is said left out."""
    found = {one.place: one for one in _grouped(view, view.ask(indicator_distances, indicator=indicator), day)}
    return [found[place] for place in places if place in found]


def distances_of_places(view: View, places: Sequence[str], day: date) -> dict[tuple[str, str], IndicatorDistances]:
    """All indicators in all these places, by indicator and place."""
    rows = view.ask(distances_in_places, places=tuple(places))
    return {(one.indicator["indicator"], one.place): one for one in _grouped(view, rows, day)}


def _grouped(view: View, rows: list[Row], day: date) -> list[IndicatorDistances]:
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["indicator"], row["place"]), []).append(row)
    return [_indicator(view, group, day) for group in groups.values()]


def _indicator(view: View, rows: list[Row], day: date) -> IndicatorDistances:
    told = [_distance(view, row, day) for row in rows]
    national = [one for one in told if one.is_national]
    own = next((one for one in told if not one.is_national), None)
    first = rows[0]
    return IndicatorDistances(view.indicators[first["indicator"]], first["place"], own, _next(national, day), national)


def _next(national: Sequence[DistanceRecord], day: date) -> DistanceRecord | None:
    """The national goal that a place has to reach next: of those that measure it the first that is not met
    and not past, else one that is past and not met, else the last that is met; up to 2030 before later."""
    measuring = [one for one in national if one.row["measures"]]
    near = [one for one in measuring if one.row["year"] <= UNTIL] or measuring[:1]
    unmet = [one for one in near if one.state is not DistanceState.MET]
    ahead = [one for one in unmet if one.row["year"] >= day.year]
    return next(iter(ahead or unmet[-1:] or near[-1:]), None)


def _distance(view: View, row: Row, day: date) -> DistanceRecord:
    about, state = view.indicators[row["indicator"]], DistanceState(row["state"])
    unit, change = view.name(about, "unit"), view.name(about, "change")
    missing, months = _missing(row), months_left(day, row["year"]) if row["year"] else 0
    left = view.say("distance_past") if months <= 0 else months_words(months, view.lang)
    yearly = None if missing is None or is_hair(missing) or months <= 0 else a_year(missing, months)
    facts = {
        "now": _now(view, row, unit),
        "now_when": period(row["now_period"], view.lang) if row["now_period"] else "",
        "goal": _goal(view, row, unit),
        "goal_when": goal_year(view, _columns(row, "goal_")) if row["goal_kind"] else "",
        "law": view.name(row, "law_said"),
        "missing": view.say(f"distance_{state}") if missing is None else amount_words(missing, change, view.lang),
        "left": left if row["year"] else "",
        "a_year": "" if yearly is None else _a_year(view, yearly, months, left, change),
    }
    key = _sentence(row, state, missing, months, about["direction"])
    has_word = missing is not None and not is_hair(missing)
    said = view.say(f"figure_missing_of_{about['direction']}", **facts) if has_word else facts["missing"]
    return DistanceRecord(
        row=row,
        direction=about["direction"],
        state=state,
        missing_said=said,
        amount=missing,
        yearly=yearly,
        now_source=view.name(row, "now_paper"),
        pace="" if state is DistanceState.MET else _pace(view, row),
        sentence=view.say(key, place=view.place_name(row["place"]), **facts),
        **facts,
    )


def _missing(row: Row) -> Interval | None:
    return None if row["low"] is None and row["high"] is None else Interval(*(row[end] for end in ENDS))


def _columns(row: Row, prefix: str) -> Row:
    return {name.removeprefix(prefix): value for name, value in row.items() if name.startswith(prefix)}


def _now(view: View, row: Row, unit: str) -> str:
    if row["now_kind"] is None:
        return view.say("distance_no_now")
    return value_with_unit(row, view.lang, unit, "now_")


def _goal(view: View, row: Row, unit: str) -> str:
    if row["goal_kind"] is None:
        return silence_words(view, view.planned[row["place"]])
    return value_with_unit(row, view.lang, unit, "goal_")


def _a_year(view: View, yearly: Interval, months: int, left: str, unit: str) -> str:
    amount = amount_words(yearly, unit, view.lang)
    return view.say("distance_at_once" if months < SOON else "distance_a_year", amount=amount, left=left)


def _pace(view: View, row: Row) -> str:
    """When the plan's own pace reaches the goal."""
    if row["pace"] == "year":
        key = "distance_pace_in_time" if row["arrives"] <= row["year"] else "distance_pace_late"
        return view.say(key, year=str(row["arrives"]))
    return view.say(f"distance_pace_{row['pace']}") if row["pace"] else ""


def _sentence(row: Row, state: DistanceState, missing: Interval | None, months: int, direction: str) -> str:
    """The name of the sentence: whose goal, what is known, and which way is better."""
    whose = "nation" if row["aim"] == "nation" else "plan"
    if state is not DistanceState.SHORT or missing is None:
        return f"distance_{whose}_{state}"
    if is_hair(missing):
        return f"distance_{whose}_hair"
    time = "past" if months <= 0 else "soon" if months < SOON else direction
    return f"distance_{whose}_{time}"

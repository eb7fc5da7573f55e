"""One place: summary in plain words, its tasks, its paper."""

from itertools import groupby
from typing import Any

from healthplan.model.holding import Holding
from healthplan.parameters.parameter import Parameter
from healthplan.release.query import Row
from healthplan.release.reference_data import documents
from healthplan.release.view import View
from healthplan.subjects.places.queries import observed_values, place_tasks
from healthplan.subjects.places.reported import former_parts
from healthplan.subjects.targets.queries import spans
from healthplan.subjects.targets.spans import MET, NOT_HELD, is_excerpt, stated_indicators
from healthplan.text.numbers import period

EXPLAINED = ("weaker", "later", "two_levels")  # verdicts whose sentence stands under the row


def place_choices(view: View) -> list[str]:
    """Every place that has a page: plans first, then the other provinces."""
    others = [
        row["place"] for row in view.places.values() if row["kind"] == "province" and row["place"] not in view.planned
    ]
    return [*view.planned, *others]


PLACE = Parameter(
    name="place", label="pick_place", options=lambda view, _: place_choices(view), shown=View.place_name, sorted=True
)


def summary(view: View, place: str) -> list[str]:
    """The place in a few plain sentences."""
    row, name = view.places[place], view.name(view.places[place])
    if place not in view.planned:
        silent = not reported_values(view, place) and not former_parts(view, place)
        also = [view.say("place_none_reported", place=name)] if silent else []
        return [view.say("place_no_plan", place=name), *also]
    sentences = _counts(view, place, name)
    if row["kind"] == "commune":
        sentences.append(view.say("place_commune", place=name, parent=view.name(view.places[row["parent"]])))
    return sentences


def _counts(view: View, place: str, name: str) -> list[str]:
    """How much the plan states, and how it stands to the nation, in counts."""
    known = stated_indicators(view)
    own = [span for span in view.ask(spans) if span["place"] == place and span["indicator"] in known]
    signs = [span["verdict"] for span in own if span["verdict"] and span["verdict"] != "not_comparable"]
    stated = sum(bool(span["row"]) for span in own)
    based = sum(span["base_series"] == "baseline" and span["base_kind"] != "unknown" for span in own)
    if is_excerpt(view.planned[place]):
        return _quoted(view, name, stated, signs)
    counts = {sign: str(signs.count(sign)) for sign in EXPLAINED}
    met, silent = sum(sign in MET for sign in signs), signs.count("not_stated")
    return [
        view.say("place_lead", place=name, total=str(len(own)), stated=str(stated), baselines=str(based)),
        view.say("place_signs", asked=str(len(signs)), met=str(met), silent=str(silent), **counts),
    ]


def _quoted(view: View, name: str, stated: int, signs: list[str]) -> list[str]:
    """The same of a plan of which only quotations are held: how much is quoted, and how that stands."""
    counts = {sign: str(signs.count(sign)) for sign in ("weaker", "later")}
    known, met = [sign for sign in signs if sign != NOT_HELD], sum(sign in MET for sign in signs)
    return [
        view.say("place_lead_quoted", place=name, stated=str(stated)),
        view.say("place_signs_quoted", asked=str(len(known)), met=str(met), **counts),
    ]


def task_groups(view: View, place: str) -> list[dict[str, Any]]:
    """The tasks in the paper's order, by group."""
    found = view.ask(place_tasks, place=place)
    groups = groupby(found, key=lambda task: (task["task_group"], view.name(task, "group")))
    return [{"number": number, "name": name, "tasks": list(members)} for (number, name), members in groups]


def no_tasks(view: View, place: str) -> str:
    """The sentence where no task is held: the plan has none, its annex is missing, or none is quoted."""
    sentences: dict[str | None, str] = {Holding.WHOLE: "tasks_absent", Holding.EXCERPT: "tasks_not_held"}
    return sentences.get(view.planned[place].get("held"), "tasks_none")


def plan_document(view: View, place: str) -> Row | None:
    """The document of a place's plan."""
    known = {row["document"]: row for row in view.ask(documents)}
    return known[view.planned[place]["document"]] if place in view.planned else None


def reported_values(view: View, place: str) -> list[dict[str, Any]]:
    """Observed values of a place, for a page without a plan, each with its period in words."""
    return [row | {"when": period(row["period"], view.lang)} for row in view.ask(observed_values, place=place)]


def former_values(view: View, place: str) -> list[dict[str, Any]]:
    """The same of each former province within a place, under its name."""
    return [{"place": one, "rows": reported_values(view, one)} for one in former_parts(view, place)]

"""Baseline, goal and verdict of an indicator at a place, beside what the nation asks; and their words."""

from collections.abc import Iterable, Sequence
from typing import Any

from healthplan.model.ambition import Ambition
from healthplan.model.holding import Holding
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.queries import national_asks, spans, statements_by_row

NOT_HELD = Ambition.NOT_HELD.value
MET = ("equal", "stronger")
BEHIND = ("weaker", "later")


def national_goals(view: View, indicator: str) -> list[Row]:
    """The nation's goals up to 2030 for one indicator, each with the year as people say it."""
    found = [ask for ask in view.ask(national_asks) if ask["indicator"] == indicator]
    return [ask | {"when": goal_year(view, ask)} for ask in found]


def goal_year(view: View, row: Row) -> str:
    """The year of a goal: "2030", "từ 2026", "mỗi năm, 2025-2030", "không nêu năm"."""
    since, each = row["from_year"], row.get("each_year")
    if since and row["year"] in (since, None):
        return view.say("from_year_each" if each else "from_year", year=str(since))
    if since and each:
        return view.say("period_each", since=str(since), until=str(row["year"]))
    return str(row["year"]) if row["year"] else view.say("no_year")


def distinct_goals(asked: list[Row]) -> list[Row]:
    """Goals that say something else: two laws with the same value and year are one line on a card."""
    seen: dict[tuple[Any, ...], Row] = {}
    for ask in asked:
        seen.setdefault((ask["kind"], ask["low"], ask["high"], ask["about"], ask["year"]), ask)
    return list(seen.values())


def spans_of(view: View, indicator: Row, places: list[str]) -> list[Row]:
    """The spans of one indicator in some places."""
    name = indicator["indicator"]
    return [span for span in view.ask(spans) if span["indicator"] == name and span["place"] in places]


def far_year(view: View, span: Row) -> str:
    """The year of a span's goal where it is not 2030, the year that every screen speaks of."""
    return goal_year(view, span) if span["row"] and span["year"] != 2030 else ""


def spans_in_order(view: View, found: list[Row]) -> list[Row]:
    """Provinces by code, communes last: an order, not a ranking."""
    order = list(view.planned)
    return sorted(found, key=lambda span: order.index(span["place"]))


def sign_of(span: Row) -> str:
    """The sign of a span: how it stands to the nation, or that there is nothing to stand to."""
    if not span["row"]:
        return NOT_HELD if is_excerpt(span) else "not_stated"
    return span["verdict"] or "no_benchmark"


def verdict_words(view: View, span: Row) -> str:
    """The verdicts of a span in short, each with law and year; without one the word for why."""
    return view.name(span, "short") if span["verdict"] else view.say(f"sign_{sign_of(span)}")


def stated_indicators(view: View) -> set[str]:
    """The indicators that some plan speaks of or is judged by. What only the nation speaks of is no silence
    of the plans."""
    return {span["indicator"] for span in view.ask(spans) if span["row"] or span["base_row"] or span["verdict"]}


def verdict_counts(view: View, places: Sequence[str]) -> dict[str, int]:
    """How often plans of these places meet what the nation asks, ask for less or later, or are silent."""
    own = [span["verdict"] for span in view.ask(spans) if span["place"] in places and span["verdict"]]
    kinds = {"met": MET, "behind": BEHIND, "silent": ("not_stated",)}
    return {kind: sum(verdict in among for verdict in own) for kind, among in kinds.items()}


def is_excerpt(plan: Row) -> bool:
    """Whether only quotations of a plan are held; older releases hold none such."""
    return plan.get("held") == Holding.EXCERPT


def legend_signs(view: View, plans: Iterable[Row]) -> list[str]:
    """The signs of a legend; that of what is not quoted only where a plan is an excerpt."""
    quoted = any(map(is_excerpt, plans))
    return [sign for sign in view.theme.signs if quoted or sign != NOT_HELD]


def silence_words(view: View, plan: Row) -> str:
    """What stands where a plan states nothing: that it does not, or that only quotations of it are held."""
    return view.say(f"sign_{NOT_HELD}" if is_excerpt(plan) else "goal_missing")


def source_statements(view: View, rows: Sequence[str]) -> list[Row]:
    """Statements by name with their papers; a name that stands twice is told once."""
    return view.ask(statements_by_row, names=tuple(dict.fromkeys(rows))) if rows else []

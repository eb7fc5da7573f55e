"""What the overview shows: headline cards and the rug's rows. Rows in, facts for templates out."""

from collections.abc import Iterable
from typing import Any

from healthplan.charts.look import place_colour
from healthplan.charts.strip import Strip
from healthplan.model.ambition import Ambition
from healthplan.model.held import Held
from healthplan.queries import Row
from healthplan.queries.overview import counts, national_asks, spans
from healthplan.ui.scale import at, bar_of, ends_of, height, numbers, scale
from healthplan.ui.view import View

NOT_HELD = Ambition.NOT_HELD.value


def title(view: View) -> str:
    """How many plans lie side by side."""
    return view.say("overview_title", plans=str(view.ask(counts)[0]["plans"]))


def asks(view: View, indicator: str) -> list[Row]:
    """The nation's goals up to 2030 for one indicator, each with the year as people say it."""
    found = [ask for ask in view.ask(national_asks) if ask["indicator"] == indicator]
    return [ask | {"when": when(view, ask)} for ask in found]


def when(view: View, row: Row) -> str:
    """The year of a goal: "2030", "từ 2026", "mỗi năm, 2025-2030", "không nêu năm"."""
    since, each = row["from_year"], row.get("each_year")
    if since and row["year"] in (since, None):
        return view.say("from_year_each" if each else "from_year", year=str(since))
    if since and each:
        return view.say("period_each", since=str(since), until=str(row["year"]))
    return str(row["year"]) if row["year"] else view.say("no_year")


def distinct(asked: list[Row]) -> list[Row]:
    """Goals that say something else: two laws with the same value and year are one line on a card."""
    seen: dict[tuple[Any, ...], Row] = {}
    for ask in asked:
        seen.setdefault((ask["kind"], ask["low"], ask["high"], ask["about"], ask["year"]), ask)
    return list(seen.values())


def cards(view: View, places: list[str]) -> list[dict[str, Any]]:
    """One card a headline indicator."""
    return [card(view, row, places) for row in view.indicators.values() if row["headline"]]


def spans_of(view: View, indicator: Row, places: list[str]) -> list[Row]:
    """The spans of one indicator in some places."""
    name = indicator["indicator"]
    return [span for span in view.ask(spans) if span["indicator"] == name and span["place"] in places]


def heights(view: View, indicator: Row, places: list[str]) -> list[float]:
    """Every number of the places and of the nation that a card of the indicator shows."""
    own = spans_of(view, indicator, places)
    found = [value for span in own for prefix in ("base_", "") for value in numbers(span, prefix)]
    return found + [value for ask in asks(view, indicator["indicator"]) for value in numbers(ask)]


def card(
    view: View, indicator: Row, places: list[str], ends: tuple[float, float] | None = None
) -> dict[str, Any]:
    """What the nation asks and what each place promises, on a strip from `ends[0]` to `ends[1]` (by default
    its own)."""
    own = spans_of(view, indicator, places)
    asked = asks(view, indicator["indicator"])
    ends = ends or scale(heights(view, indicator, places))
    ticks = ticks_of(asked, ends)
    return {
        "indicator": indicator,
        "unit": view.name(indicator, "unit"),
        "asks": distinct(asked),
        "places": [_promise(view, span, ends, ticks) for span in in_order(view, own)],
    }


def ticks_of(asked: list[Row], ends: tuple[float, float]) -> tuple[float, ...]:
    """Where what the nation asks stands on a strip."""
    return tuple(sorted({at(value, ends) for ask in asked if (value := height(ask)) is not None}))


def far(view: View, span: Row) -> str:
    """The year of a span's goal where it is not 2030, the year that every screen speaks of."""
    return when(view, span) if span["row"] and span["year"] != 2030 else ""


def in_order(view: View, found: list[Row]) -> list[Row]:
    """Provinces by code, communes last: an order, not a ranking."""
    order = list(view.planned)
    return sorted(found, key=lambda span: order.index(span["place"]))


def _promise(
    view: View, span: Row, ends: tuple[float, float], ticks: tuple[float, ...]
) -> dict[str, Any]:
    return {
        "place": span["place"],
        "name": view.place_name(span["place"]),
        "span": span,
        "verdict": sign_of(span),
        "words": verdict_words(view, span),
        "strip": Strip(span["place"], ends_of(span, ends), ticks, bar=bar_of(span, ends),
                       colour=place_colour(view.theme, span["place"])),
        "when": far(view, span),
    }


def sign_of(span: Row) -> str:
    """The sign of a span: how it stands to the nation, or that there is nothing to stand to."""
    if not span["row"]:
        return NOT_HELD if is_excerpt(span) else "not_stated"
    return span["verdict"] or "no_benchmark"


def verdict_words(view: View, span: Row) -> str:
    """The verdicts of a span in short, each with law and year; without one the word for why."""
    return view.name(span, "short") if span["verdict"] else view.say(f"sign_{sign_of(span)}")


def spoken(view: View) -> set[str]:
    """The indicators that some plan speaks of or is judged by. What only the nation speaks of is no silence
    of the plans."""
    return {span["indicator"] for span in view.ask(spans)
            if span["row"] or span["base_row"] or span["verdict"]}  # fmt: skip


def is_excerpt(plan: Row) -> bool:
    """Whether only quotations of a plan are held; older releases hold none such."""
    return plan.get("held") == Held.EXCERPT


def signs(view: View, plans: Iterable[Row]) -> list[str]:
    """The signs of a legend; that of what is not quoted only where a plan is an excerpt."""
    quoted = any(map(is_excerpt, plans))
    return [sign for sign in view.theme.signs if quoted or sign != NOT_HELD]


def silent(view: View, plan: Row) -> str:
    """What stands where a plan states nothing: that it does not, or that only quotations of it are held."""
    return view.say(f"sign_{NOT_HELD}" if is_excerpt(plan) else "goal_missing")


def rug(view: View, places: list[str]) -> list[dict[str, Any]]:
    """All indicators by theme; in each row what the nation asks and one cell a place."""
    cells: dict[str, list[Row]] = {}
    for span in (span for span in view.ask(spans) if span["place"] in places):
        cells.setdefault(span["indicator"], []).append(span)
    themes: dict[str, dict[str, Any]] = {}
    for indicator in (row for row in view.indicators.values() if row["indicator"] in spoken(view)):
        theme = themes.setdefault(indicator["theme"], {"name": view.name(indicator, "theme"), "rows": []})
        theme["rows"].append(
            {
                "indicator": indicator,
                "unit": view.name(indicator, "unit"),
                "asks": distinct(asks(view, indicator["indicator"])),
                "cells": [_cell(view, span) for span in in_order(view, cells[indicator["indicator"]])],
            }
        )
    return list(themes.values())


def _cell(view: View, span: Row) -> Row:
    title = view.name(span, "reason") or view.say(f"sign_{sign_of(span)}")
    return span | {"sign": sign_of(span), "words": verdict_words(view, span), "title": title,
                   "when": far(view, span)}  # fmt: skip

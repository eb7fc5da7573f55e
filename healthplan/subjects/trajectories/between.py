"""The newest month beside the plan: annexes state one value a year, so the plan's value of a month lies between two
Decembers and is a comparison in words, never a verdict."""

from healthplan.model.period import YEAR
from healthplan.model.reporting import Counts
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.text.figures import with_unit
from healthplan.text.numbers import number_text, period, unbroken


def month_beside_plan(view: View, indicator: Row, rows: list[Row]) -> str:
    """The sentence for one place; "" where there is no month in numbers, or the plan's annex has no number for the
    Decembers before and after it. What adds up within a year has no value of a month to compare with."""
    newest = max((row for row in rows if row["series"] == "actual"), key=lambda row: float(row["x"]), default=None)
    told = newest and (newest["kind"], indicator["counts"]) == ("exact", Counts.STOCK)
    if newest is None or not told or newest["month"] % YEAR == 0:
        return ""
    stated = {row["year"]: row["low"] for row in rows if _in_annex(row)}
    before, after = stated.get(newest["year"] - 1), stated.get(newest["year"])
    if before is None or after is None:
        return ""
    plan = before + (after - before) * newest["month"] / YEAR
    difference = round(newest["low"] - plan, 2)
    unit, key = view.name(indicator, "unit"), "more" if difference > 0 else "less" if difference < 0 else "alike"
    return view.say(
        f"month_beside_plan_{key}",
        when=period(newest["period"], view.lang).capitalize(),
        value=with_unit(number_text(newest["low"], view.lang), unit, "exact"),
        plan=with_unit(number_text(plan, view.lang), unit, "exact"),
        before=str(newest["year"] - 1),
        year=str(newest["year"]),
        amount=unbroken(f"{number_text(abs(difference), view.lang)} {view.name(indicator, 'change')}"),
    )


def _in_annex(row: Row) -> bool:
    from_annex = row["series"] == "plan" and row["stated_in"] == "annex"
    return bool(row["kind"] == "exact" and (from_annex or row["series"] == "baseline"))

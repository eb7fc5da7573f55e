"""The table of all goals of a place: one block an indicator, in it one line for all spots of the paper that
say the same."""

from itertools import groupby
from typing import Any

from healthplan.print.brief_queries import goals
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.documents.evidence import documents_by_name
from healthplan.subjects.targets.queries import spans
from healthplan.subjects.targets.spans import goal_year, national_goals, sign_of, verdict_words
from healthplan.subjects.trajectories.statements import year_runs
from healthplan.text import Lang
from healthplan.text.figures import value_text

PRESS = "†"  # of a law whose words we have from the press only


def goal_rows(view: View, place: str) -> dict[str, Any]:
    """Title, head, note and rows of the table."""
    document = documents_by_name(view)[view.planned[place]["document"]]
    found = view.ask(goals, place=place)
    signs = {span["indicator"]: span for span in view.ask(spans) if span["place"] == place}
    return {
        "title": view.say("brief_goals"),
        "note": view.say("brief_goals_note", paper=view.name(document, "short")),
        "head": [view.say(key) for key in ("pick_indicator", "brief_stated", "column_where", "brief_asks")],
        "rows": [
            _row(view, view.indicators[name], list(own), signs[name])
            for name, own in groupby(found, key=lambda row: row["indicator"])
        ],
    }


def _row(view: View, indicator: Row, own: list[Row], span: Row) -> dict[str, Any]:
    spots: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for spot, rows in groupby(own, key=lambda row: row["spot"]):
        spots.setdefault(_statements(view, list(rows)), []).append(view.where(spot))
    return {
        "name": view.name(indicator, "short"),
        "unit": view.name(indicator, "unit"),
        "spots": [[stated, "; ".join(where)] for stated, where in spots.items()],
        "asks": _asks(view, indicator),
        "sign": sign_of(span),
        "word": verdict_words(view, span),
    }


def _statements(view: View, rows: list[Row]) -> tuple[tuple[str, str], ...]:
    """Years and printed text: each text once, with all the years for which it is printed."""
    labels: dict[str, list[str]] = {}
    years: dict[str, list[int]] = {}
    for row in rows:
        printed = _printed(view, row)
        named, plain = labels.setdefault(printed, []), years.setdefault(printed, [])
        if _disagrees(row, rows):
            named.append(_of_column(view, row))
        elif row["role"] == "baseline" or row["from_year"] or not row["year"]:
            named.append(_labelled(view, row))
        else:
            plain.append(row["year"])
    return tuple((", ".join(dict.fromkeys([*labels[printed], *_runs(years[printed])])), printed) for printed in labels)


def _runs(years: list[int]) -> list[str]:
    return [year_runs(sorted(set(years)))] if years else []


def _disagrees(row: Row, rows: list[Row]) -> bool:
    """Whether a column of the table says something else for a year than the column of that year."""
    own = [one for one in rows if one["year"] == row["year"] and one["col"] == str(row["year"])]
    return bool(own) and row["col"] != str(row["year"]) and own[0]["printed"] != row["printed"]


def _of_column(view: View, row: Row) -> str:
    return view.say("brief_column", year=str(row["year"]), column=view.where(f"cột {row['col']}"))


def _printed(view: View, row: Row) -> str:
    """The text as printed, the word for none, and what makes less of the goal."""
    text = row["printed"] or view.say(f"reason_{row['unknown_reason']}")
    return f"{text} ({view.say('limit_' + row['limits'])})" if row["limits"] else text


def _labelled(view: View, row: Row) -> str:
    if row["role"] == "baseline":
        return view.say("brief_baseline", year=str(row["year"]))
    return goal_year(view, row)


def _asks(view: View, indicator: Row) -> list[list[str]]:
    """Each goal of the nation in the unit of its row, with its year and laws; laws that say the same stand
    together. The note above the table tells what the mark of a law read in the press means."""
    laws: dict[tuple[str, str], list[str]] = {}
    for ask in national_goals(view, indicator["indicator"]):
        law = ask["law" if view.lang is Lang.VI else "law_en"] + (PRESS if ask["reading"] == "press" else "")
        laws.setdefault((value_text(ask, view.lang), ask["when"]), []).append(law)
    return [[f"{value} ({year})", *names] for (value, year), names in laws.items()]

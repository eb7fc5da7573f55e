"""The brief of one place: all that stands on its pages, in the order in which it is read."""

from datetime import date
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from healthplan.charts.captions import Caption, captions_svg
from healthplan.charts.indicator import IndicatorChart, indicator_chart
from healthplan.charts.picture import SheetSize, picture_svg
from healthplan.model.deadline import SPANS, Cadence
from healthplan.parameters.address import link
from healthplan.print.brief_queries import dated_duties, goals, severities, undated
from healthplan.print.picture_words import key_entries
from healthplan.print.trajectories import picture_of
from healthplan.print.typeset import LONGEST_TEXT, page_count, pdf
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.distances.records import IndicatorDistances, distances_of_place
from healthplan.subjects.documents.evidence import documents_by_name, paper_blank
from healthplan.subjects.findings.queries import gravest
from healthplan.subjects.findings.review import finding_items
from healthplan.subjects.places.profile import summary
from healthplan.subjects.targets.queries import spans
from healthplan.subjects.targets.spans import goal_year, is_excerpt, national_goals, sign_of, verdict_words
from healthplan.subjects.trajectories.series import series_of
from healthplan.subjects.trajectories.statements import year_runs
from healthplan.text import Lang
from healthplan.text.figures import value_text
from healthplan.theme import named_colours

UNTIL = 2030
FIRST = 3  # findings that are told in full
CHART = SheetSize(400, 104, framed=False)
KEY_WIDTH = 820.0
REPEATED = (*SPANS, Cadence.WEEKLY)


def brief_facts(view: View, place: str, address: str, day: date) -> dict[str, Any]:
    """What the pages of a planned place say. `address` is where readers find this product, `day` the day from
    which the time left is counted."""
    where = address + link("place", view.lang, **view.pin, place=place)
    (charts, key), lead = _charts(view, place), summary(view, place)
    return {
        "lang": view.lang.value,
        "title": view.say("brief_title", place=view.place_name(place)),
        "kicker": view.say("brief_kicker"),
        "product": view.say("product"),
        "author": view.say("product"),
        "description": " ".join(lead),
        "day": view.release["data_date"].isoformat(),
        "lead": lead,
        "distances": _distances(view, place, day),
        "charts": {"title": view.say("brief_charts"), "rows": charts, "key": key},
        "findings": _findings(view, place),
        "dates": _dates(view, place),
        "goals": goal_rows(view, place),
        "paper": _paper(view, documents_by_name(view)[view.planned[place]["document"]]),
        "address": {"lead": view.say("brief_online"), "url": where, "alt": view.say("brief_qr", address=where)},
        "foot": view.say(
            "brief_foot", product=view.say("product"), release=view.edition, day=view.day(view.release["data_date"])
        ),
        "page": view.say("brief_page", page="{page}", pages="{pages}"),
        "colours": named_colours(view.theme),
    }


def _distances(view: View, place: str, day: date) -> dict[str, Any]:
    """How far the headline indicators are from the plan's goal and the nation's, and what each year demands."""
    ways = [way for way in distances_of_place(view, place, day) if way.indicator["headline"] and way.told]
    heads = ("pick_indicator", "figure_now", "figure_plan", "figure_nation", "brief_missing", "brief_each_year")
    return {
        "title": view.say("brief_distances", day=view.day(day)),
        "head": [view.say(name) for name in (*heads, "brief_pace")],
        "rows": [_way(view, way) for way in ways],
    }


def _way(view: View, way: IndicatorDistances) -> list[list[str]]:
    """One row; each cell is its text and a quieter one. What is missing is told to the nation's goal, else to
    the plan's own."""
    told, own, law = way.told, way.own, way.next
    if told is None:
        return []
    return [
        [view.name(way.indicator, "short"), ""],
        [told.now, told.now_when],
        [own.goal, own.goal_when] if own else ["–", ""],
        [law.goal, f"{law.goal_when}, {law.law}"] if law else ["–", ""],
        [told.missing, ""],
        [told.a_year or told.left, ""],
        [told.pace or "–", ""],
    ]


def _charts(view: View, place: str) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """The headline indicators of this place beside the nation, and the key to the marks that they use."""
    rows: list[dict[str, Any]] = []
    marks: dict[str, None] = {}
    for indicator in (row for row in view.indicators.values() if row["headline"]):
        chart = indicator_chart(view, indicator, series_of(view, indicator, [place]), UNTIL, signed=False)
        picture = picture_of(view, chart)
        marks |= dict.fromkeys(chart.key)
        rows.append(
            {
                "name": view.name(indicator),
                "unit": view.name(indicator, "unit"),
                "svg": picture_svg(picture, CHART).decode() if picture else "",
                "alt": chart.alt,
                "note": _under(chart) or ("" if picture else view.say("brief_no_chart")),
            }
        )
    entries: tuple[Caption, ...] = key_entries(view, list(marks))
    words = "; ".join(view.say(f"chart_key_{mark}") for mark in marks)
    return rows, {"svg": captions_svg(entries, KEY_WIDTH).decode(), "alt": words}


def _under(chart: IndicatorChart) -> str:
    """What stands under a chart: its verdicts, and what cannot be drawn."""
    verdicts = [end["words"] for end in chart.ends if end["words"]]
    return "; ".join([*verdicts, *(chip["text"] for chip in chart.chips)])


def _findings(view: View, place: str) -> dict[str, Any]:
    rows = finding_items(view, view.ask(gravest, place=place, most=FIRST))
    counts = {row["severity"]: row["number"] for row in view.ask(severities, place=place)}
    number = {name: str(counts.get(name, 0)) for name in ("grave", "notable", "minor")}
    return {
        "title": view.say("brief_findings"),
        "rows": [{"about": row["indicator_name"], "sentence": row["sentence"]} for row in rows],
        "rest": view.say("brief_findings_rest", total=str(sum(counts.values())), shown=str(len(rows)), **number),
    }


def _dates(view: View, place: str) -> dict[str, Any]:
    found, (rest,) = view.ask(dated_duties, place=place), view.ask(undated, place=place)
    none = "brief_dates_not_held" if is_excerpt(view.planned[place]) else "brief_dates_none"
    others = "_".join(name for name in ("tasks", "duties") if rest[name])
    counts = {name: str(rest[name]) for name in others.split("_") if name}
    return {
        "title": view.say("brief_dates"),
        "head": [view.say(f"brief_{name}") for name in ("due", "what", "who")],
        "rows": [[_due(view, row), view.name(row, "what"), _who(view, row)] for row in found],
        "none": "" if found else view.say(none),
        "rest": view.say(f"brief_rest_{others}", **counts) if others else "",
    }


def _due(view: View, row: Row) -> list[str]:
    """The time as printed, and for readers of English what it means."""
    if view.lang is Lang.VI:
        return [row["due_printed"]]
    if row["cadence"] in REPEATED:
        return [row["due_printed"], view.say(f"cadence_{row['cadence']}")]
    return [row["due_printed"], view.say("brief_until", day=view.day(row["due"]))]


def _who(view: View, row: Row) -> str:
    whom = view.name(row, "to_whom")
    return f"{view.name(row, 'who')} – {whom}" if whom else view.name(row, "who")


def _paper(view: View, document: Row) -> dict[str, Any]:
    """The document that everything is taken from."""
    blank = view.say(paper_blank(document))
    printed = document["date_printed"]
    day = view.day(document["issued_on"]) if document["issued_on"] else ""
    facts = {
        "paper_title": view.name(document, "title"),
        "paper_number": document["number"] or blank,
        "paper_issuer": view.name(document, "issuer"),
        "paper_date": day or (view.say("paper_date_printed", printed=printed) if printed else blank),
        "paper_held": view.name(document, "held"),
        "paper_missing": view.name(document, "missing"),
    }
    return {"title": view.say("brief_paper"), "rows": [[view.say(key), value] for key, value in facts.items() if value]}


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


TEMPLATE = Path(__file__).parent / "brief.typ"
PAGES = 2
SHORTER = (500, 160, 80, 40)  # letters of a text, one try after the other


def brief_pdf(facts: dict[str, Any]) -> bytes:
    """The brief as PDF, dated as its data. What would take more than two pages stands closer; where that is
    not enough, very long names are cut."""
    day = date.fromisoformat(facts["day"])
    tries = [(False, LONGEST_TEXT), *((True, longest) for longest in (LONGEST_TEXT, *SHORTER))]
    made = (pdf(TEMPLATE, facts | {"close": close}, day, longest) for close, longest in tries)
    first = next(made)
    return next((one for one in chain([first], made) if page_count(one) <= PAGES), first)

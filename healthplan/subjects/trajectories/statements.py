"""What places state about one indicator, made ready for charts, chips and tables."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from healthplan.model.height import value_height
from healthplan.model.period import end_of, month_number
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.spans import goal_year, is_excerpt, silence_words
from healthplan.text.figures import kind_word, value_text, with_unit
from healthplan.text.numbers import period
from healthplan.text.quotation import is_press, printed_cell

SILENT_MOST = 6  # months named that have no value


def prepared_rows(
    view: View, rows: list[Row], unit: str, versions: Mapping[tuple[str, str], Sequence[Row]]
) -> list[Row]:
    """The rows with what a chart needs: x, the value as a reader sees it, the sentence under the pointer, the law of
    a benchmark, and the older `versions` of a value, which are known by place and period. `month` is that in which
    a part of a year ends, 0 of a whole year; x is the end of what the value is of, so that December stands at its
    year."""
    names = {place: view.place_name(place) for place in {row["place"] for row in rows}}
    counting = {place: plan["document"] for place, plan in view.planned.items()}
    return [_prepared(view, row, unit, names, counting, versions) for row in rows]


def _prepared(
    view: View,
    row: Row,
    unit: str,
    names: Mapping[str, str],
    counting: Mapping[str, str],
    versions: Mapping[tuple[str, str], Sequence[Row]],
) -> Row:
    older = versions.get((row["place"], row["period"]), ()) if row["series"] == "actual" else ()
    shown = value_text(row, view.lang)
    told = {"parsed": with_unit(shown, unit, row["kind"]), "source": statement_source(view, row)}
    return (
        row
        | told
        | {
            "x": end_of(row["period"]) if row["period"] else None,
            "month": month_number(row["period"]) if row["period"] and not row["period"].isdecimal() else 0,
            "older": older,
            "shown": escape(shown),
            "hover": _hover(view, row | told, names[row["place"]]) + _mended(view, older),
            # It stands in another paper of its place than the one that counts: listed, and drawn on no path.
            "aside": row["paper_kind"] == "plan" and row["document"] != counting.get(row["place"]),
            "law": escape(_law(view, row)),
        }
    )


def _mended(view: View, older: Sequence[Row]) -> str:
    """That a value was mended, and what stood there before."""
    return "".join(f"<br>{escape(words)}" for words in mended_words(view, older))


def mended_words(view: View, older: Sequence[Row]) -> list[str]:
    """What was reported before, each with its day."""
    return [view.say("mended_from", value=value_text(row, view.lang), day=view.day(row["said_on"])) for row in older]


def when_words(view: View, row: Row) -> str:
    """The period of a reported value, or the year of a goal, as people say it."""
    return period(row["period"], view.lang) if row["month"] else goal_year(view, row)


def _law(view: View, row: Row) -> str:
    law = row["number"] or view.name(row, "short")
    return view.say("law_by_press", law=law) if is_press(row) else law


def statement_source(view: View, row: Row) -> str:
    """Paper and place in the paper, in the reader's language."""
    if row["series"] == "benchmark" and not row["line"]:
        return view.name(row, "short")
    return ", ".join(filter(None, (view.name(row, "short"), view.where(row["locator"]))))


def _hover(view: View, row: Row, place: str) -> str:
    """The sentence under the pointer. Plotly reads it as HTML, so what comes from the data is escaped."""
    key = "hover_law" if row["place"] == "VN" and row["series"] == "benchmark" else "hover"
    facts = {
        "place": place,
        "year": period(row["period"], view.lang) if row["period"] else "",
        "value": row["parsed"],
        "words": view.say("words_press") if is_press(row) else view.say("words_printed", printed=row["printed"]),
        "where": row["source"],
    }
    return view.say(key, **{name: escape(fact) for name, fact in facts.items()})


def chips(view: View, by_place: dict[str, list[Row]], *, in_words: bool) -> list[dict[str, str]]:
    """What cannot be drawn, one chip a place and word: not stated, blank, not surveyed, page missing, x, in
    words, or
    a value without a year. With `in_words` nothing of the indicator is drawn."""
    found = []
    for place, rows in by_place.items():
        name = view.place_name(place)
        if not any(row["series"] in ("plan", "baseline") for row in rows):
            word = _silent(view, place, bool(rows))
            found.append({"place": place, "text": view.say("chip_place", place=name, word=word)})
        for word, years in _undrawn(view, rows, in_words).items():
            key = "chip_years" if years else "chip_place"
            found.append({"place": place, "text": view.say(key, place=name, years=years, word=word)})
        for word, months in _silent_months(view, rows).items():
            found.append({"place": place, "text": view.say("chip_years", place=name, years=months, word=word)})
    return found


def _silent_months(view: View, rows: list[Row]) -> dict[str, str]:
    """Words for why there is no value, and the newest months that they stand for."""
    words: dict[str, list[str]] = {}
    for row in sorted((row for row in rows if row["month"]), key=lambda row: float(row["x"]), reverse=True):
        if row["kind"] == "unknown":
            words.setdefault(value_text(row, view.lang), []).append(f"{row['month']}/{row['year']}")
    return {word: ", ".join(months[SILENT_MOST - 1 :: -1]) for word, months in words.items()}


def _silent(view: View, place: str, reported: bool) -> str:
    """Why a place has no path: its plan states nothing, or only quotations of it are held."""
    if place not in view.planned:
        return view.say("chip_without_plan" if reported else "chip_without_value")
    plan = view.planned[place]
    if is_excerpt(plan):
        return silence_words(view, plan)
    return view.say("plan_silent" if reported else "reason_not_stated")


def goal_chips(view: View, asked: list[Row]) -> list[dict[str, str]]:
    """A chip for each national goal that no place can be measured by, such as a whole country's count."""
    texts = [
        view.say("chip_not_compared", when=goal_year(view, row), value=value_text(row, view.lang))
        for row in asked
        if not row["compare"]
    ]
    return [{"place": "VN", "text": text} for text in dict.fromkeys(texts)]


def _undrawn(view: View, rows: list[Row], in_words: bool) -> dict[str, str]:
    """Words and the years they stand for; a year that has a value elsewhere is not missing."""
    high = {row["row"]: not in_words and not row["apart"] and value_height(row) is not None for row in rows}
    drawn = {row["year"] for row in rows if row["year"] and high[row["row"]]}
    words: dict[str, set[int]] = {}
    for row in rows:
        if row["month"] and row["kind"] == "unknown":
            continue
        if row["apart"]:
            word = view.say("chip_apart", value=value_text(row, view.lang), counted=view.name(row, "counted"))
            words.setdefault(word, set()).update([row["year"]] if row["year"] else [])
        elif row["year"] is None:
            words.setdefault(f"{value_text(row, view.lang)}, {view.say('no_year')}", set())
        elif not high[row["row"]] and row["year"] not in drawn:
            words.setdefault(value_text(row, view.lang), set()).add(row["year"])
    return {word: year_runs(sorted(years)) for word, years in words.items()}


def year_runs(years: list[int]) -> str:
    """2026, 2028, 2029 as "2026, 2028-2029"."""
    parts: list[list[int]] = []
    for year in years:
        if parts and year == parts[-1][-1] + 1:
            parts[-1].append(year)
        else:
            parts.append([year])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)


def statement_table(view: View, rows: list[Row]) -> list[dict[str, Any]]:
    """Prepared rows as a table: printed and parsed, with where they stand."""
    return [
        row
        | {
            "name": view.nation_or_place(row["place"]),
            "kind_word": kind_word(row, view.lang),
            "role_word": view.say(f"role_{row['role']}"),
            "when": when_words(view, row),
            "mended": mended_words(view, row["older"]),
            "cell": printed_cell(row, view.lang),
        }
        for row in rows
    ]

"""The screen of one indicator: its chart and what stands around it."""

from typing import Any

from healthplan.charts.marks import height_of
from healthplan.charts.setting import Setting
from healthplan.charts.trajectory import trajectory
from healthplan.queries import Row
from healthplan.queries.indicator import trajectory as statements_of
from healthplan.text.figures import shown
from healthplan.ui.figures import show_figure
from healthplan.ui.render import render
from healthplan.ui.statements import chips, prepared, table
from healthplan.ui.view import View

UNTIL = {"2030": 2030, "2045": 2045}
SINCE = 2025
PLANS_END = 2030


def statements(
    view: View, indicator: Row, places: list[str], until: int
) -> tuple[dict[str, list[Row]], list[Row]]:
    """What each place states, and what the nation asks or reports, up to a year."""
    rows = view.ask(statements_of, indicator=indicator["indicator"], places=tuple(places), until=until)
    ready = prepared(view, rows, view.name(indicator, "unit"))
    by_place = {
        place: [row for row in ready if row["place"] == place and row["series"] != "benchmark"]
        for place in places
    }
    return by_place, [row for row in ready if row["series"] == "benchmark"]


def show_chart(
    view: View, indicator: Row, by_place: dict[str, list[Row]], nation: list[Row], until: int
) -> None:
    """Title, chart, key and chips; a sentence instead of a chart when the goal has no number."""
    drawn = {place: rows for place, rows in by_place.items() if any(_on_scale(row) for row in rows)}
    asked = [row for row in nation if row["year"] and row["year"] >= SINCE]
    title = _title(view, indicator, list(by_place), until)
    scaled = bool(drawn) or any(_on_scale(row) for row in asked)
    render("chart_head.html", view, title=title, subtitle=_subtitle(view, indicator, scaled))
    if scaled:
        figure = trajectory(drawn, asked, _setting(view, indicator, by_place, asked, until))
        show_figure(figure, alt=_alt(view, title, by_place, indicator), key="trajectory")
    shown_rows = [row for rows in (*by_place.values(), asked) for row in rows]
    sources = (
        ", ".join(dict.fromkeys(view.name(row, "short") for row in shown_rows if row["short_vi"])) or "–"
    )
    render(
        "chart_foot.html",
        view,
        chips=chips(view, by_place),
        key=_key(drawn, asked) if scaled else [],
        sources=sources,
    )


def _on_scale(row: Row) -> bool:
    return row["year"] is not None and row["year"] >= SINCE and height_of(row) is not None


def _title(view: View, indicator: Row, places: list[str], until: int) -> str:
    name = view.name(indicator)
    if len(places) == 1:
        return view.say("chart_title_one", indicator=name, place=view.place_name(places[0]), year=str(until))
    return view.say("chart_title", indicator=name, count=str(len(places)), year=str(until))


def _subtitle(view: View, indicator: Row, scaled: bool) -> str:
    if not scaled:
        return view.say("chart_in_words_only")
    better = view.say(f"better_{indicator['direction']}")
    if indicator["scale"] == "grade":
        return view.say("chart_subtitle_grade", better=better)
    return view.say("chart_subtitle_zoom", unit=view.name(indicator, "unit") or "–", better=better)


def _setting(
    view: View, indicator: Row, by_place: dict[str, list[Row]], nation: list[Row], until: int
) -> Setting:
    rows = [row for own in by_place.values() for row in own]
    grades = {
        row["rank"]: row["printed"]
        for row in sorted(rows, key=lambda row: -len(row["printed"]))
        if row["kind"] == "grade"
    }
    return Setting(
        theme=view.theme,
        lang=view.lang.value,
        labels=_labels(view, by_place, nation, until),
        years=(SINCE, until),
        percent=indicator["unit_vi"] == "%",
        grades=grades or None,
    )


def _labels(view: View, by_place: dict[str, list[Row]], nation: list[Row], until: int) -> dict[str, str]:
    """Place and last value; a path that ends before the chart does is named with its last year instead."""
    labels = {}
    for place, rows in (*by_place.items(), ("VN", nation)):
        last = max(
            (row for row in rows if _on_scale(row)),
            key=lambda row: (row["year"], row["stated_in"] == "annex"),
            default=None,
        )
        if last:
            name = view.say("nation") if place == "VN" else view.name(view.places[place])
            value = "100" if last["kind"] == "universal" else shown(last, view.lang)
            if last["year"] < min(until, PLANS_END):
                labels[place] = f"{name} ({last['year']})"
            else:
                labels[place] = name if last["kind"] == "grade" else f"{name} <b>{value}</b>"
    return labels


def _alt(view: View, title: str, by_place: dict[str, list[Row]], indicator: Row) -> str:
    """The finding in words: each place's drawn values by year."""
    told = []
    for place, rows in by_place.items():
        values = ", ".join(f"{row['year']}: {shown(row, view.lang)}" for row in rows if _on_scale(row))
        told.append(f"{view.place_name(place)} ({values or view.say('reason_not_stated')})")
    return view.say("chart_alt", title=title, found="; ".join(told))


def _key(drawn: dict[str, list[Row]], nation: list[Row]) -> list[str]:
    """The marks that this chart really uses, in a fixed order."""
    rows = [row for own in drawn.values() for row in own if _on_scale(row)]
    used = {
        "table": any(row["series"] == "plan" and row["stated_in"] == "annex" for row in rows),
        "text": any(row["series"] == "plan" and row["stated_in"] != "annex" for row in rows),
        "range": any(row["kind"] == "range" for row in rows),
        "open": any(row["kind"] not in ("exact", "range", "grade") for row in (*rows, *nation)),
        "actual": any(row["series"] == "actual" for row in rows),
        "nation": any(_on_scale(row) for row in nation),
    }
    return [mark for mark, is_used in used.items() if is_used]


def table_rows(
    view: View, indicator: Row, by_place: dict[str, list[Row]], nation: list[Row]
) -> list[dict[str, Any]]:
    """All rows of the chart and its chips as a table, the nation first."""
    return table(
        view, [*nation, *(row for rows in by_place.values() for row in rows)], view.name(indicator, "unit")
    )

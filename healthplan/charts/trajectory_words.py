"""The words in and under a trajectory: labels, grades, the key, the alternative text."""

from html import escape
from typing import Any

from healthplan.charts.paths import split
from healthplan.charts.setting import HEIGHT, Setting
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.spans import sign_of, spans_of, verdict_words
from healthplan.text.figures import value_text
from healthplan.text.verdicts import LAWS_APART

SINCE = 2025
# The shapes of the signs of ambition as letters, as near as can be to those of the style sheet.
SHAPES = {
    "stronger": "▲",
    "equal": "●",
    "weaker": "▼",
    "later": "»",
    "two_levels": "◧",
    "not_held": "◌",
    "not_comparable": "–",
}


def setting_of(
    view: View,
    indicator: Row,
    drawn: dict[str, list[Row]],
    asked: list[Row],
    until: int,
    *,
    signed: bool = True,
    small: bool = False,
    height: int = HEIGHT,
    marked: frozenset[str] = frozenset(),
) -> Setting:
    """How an indicator's chart looks for this reader. It starts with the plans, or with what was reported.
    Without signs its labels have no verdicts: a narrow chart would cut them."""
    signs = {span["place"]: span for span in spans_of(view, indicator, list(drawn))} if signed else {}
    rows = [row for own in drawn.values() for row in own]
    return Setting(
        theme=view.theme,
        phone=view.phone,
        lang=view.lang.value,
        labels=_labels(view, drawn, asked, until, signs),
        years=(min([SINCE, *(row["year"] for row in rows)]), until),
        percent=indicator["unit_vi"] == "%",
        grades={row["rank"]: escape(value_text(row, view.lang)) for row in rows if row["kind"] == "grade"} or None,
        height=height,
        small=small,
        marked=marked,
    )


def _labels(
    view: View, drawn: dict[str, list[Row]], asked: list[Row], until: int, signs: dict[str, Row]
) -> dict[str, str]:
    """Place and last value, and below them the sign of ambition: shape, colour and word. A path that ends
    before the chart does is named with its last year instead."""
    labels = {}
    for place, last in path_ends(drawn, asked).items():
        name = escape(view.say("nation") if place == "VN" else view.name(view.places[place]))
        labels[place] = f"{name} {_ending(view, last, until)}".rstrip() + _sign(view, signs.get(place))
    return labels


def path_ends(drawn: dict[str, list[Row]], asked: list[Row]) -> dict[str, Row]:
    """The last value of each path, the nation's too."""
    found = {}
    for place, rows in (drawn | {"VN": asked or drawn.get("VN", [])}).items():
        last = max(rows, key=lambda row: (row["year"], row["stated_in"] == "annex"), default=None)
        if last:
            found[place] = last
    return found


def legend_of(view: View, indicator: Row, drawn: dict[str, list[Row]], asked: list[Row]) -> list[dict[str, Any]]:
    """What the labels of a chart say, as a list for a phone, where they have no room beside it."""
    signs = {span["place"]: span for span in spans_of(view, indicator, list(drawn))}
    return [
        {
            "place": place,
            "name": view.say("nation") if place == "VN" else view.name(view.places[place]),
            "value": value_text(last, view.lang),
            "year": str(last["year"]),
            **_legend_sign(view, signs.get(place)),
        }
        for place, last in path_ends(drawn, asked).items()
    ]


def _legend_sign(view: View, span: Row | None) -> dict[str, str | None]:
    """The verdicts of a place for the list under a chart; none where no national goal is there."""
    if span is None or sign_of(span) not in SHAPES:
        return {"sign": None, "words": None}
    return {"sign": sign_of(span), "words": verdict_words(view, span)}


def _sign(view: View, span: Row | None) -> str:
    """The second line of a label, one for each law; nothing where there is no national goal to stand to."""
    if span is None or sign_of(span) not in SHAPES:
        return ""
    sign = sign_of(span)
    style = f"color:{view.theme.signs[sign]};font-size:12px"
    lines = [
        f"{SHAPES[sign]} {law}" if at == 0 else law
        for at, law in enumerate(verdict_words(view, span).split(LAWS_APART))
    ]
    return "".join(f'<br>&nbsp;&nbsp;&nbsp;<span style="{style}">{escape(line)}</span>' for line in lines)


def _ending(view: View, last: Row, until: int) -> str:
    if last["year"] < until:
        return f"({last['year']})"
    if last["kind"] == "grade":
        return ""
    if last["kind"] == "universal":
        return f"<i>{escape(value_text(last, view.lang))}</i>"
    return f"<b>{escape(value_text(last, view.lang))}</b>"


def alternative_text(
    view: View, title: str, drawn: dict[str, list[Row]], places: list[str], missing: list[dict[str, str]]
) -> str:
    """The finding in words: each place's drawn values by year, or the words for what cannot be drawn."""
    told = []
    for place in places:
        said = dict.fromkeys(f"{row['year']}: {value_text(row, view.lang)}" for row in drawn.get(place, []))
        values = ", ".join(said)
        words = "; ".join(chip["text"] for chip in missing if chip["place"] == place)
        told.append(f"{view.place_name(place)} ({values})" if values else words)
    return view.say("chart_alt", title=title, found="; ".join(told))


def marks_in(drawn: dict[str, list[Row]], asked: list[Row]) -> list[str]:
    """The marks that a chart really uses, in a fixed order."""
    rows = [row for own in drawn.values() for row in own]
    plan = [row for row in rows if row["series"] == "plan"]
    used = {
        "table": any(row["stated_in"] == "annex" for row in plan),
        "text": any(row["stated_in"] != "annex" for row in plan),
        "range": any(row["kind"] == "range" for row in rows),
        "open": any(row["kind"] not in ("exact", "range", "grade") for row in (*rows, *asked)),
        "gap": any(split(own).gaps for own in drawn.values()),
        "actual": any(row["series"] == "actual" for row in rows),
        "nation": bool(asked),
    }
    return [mark for mark, is_used in used.items() if is_used]

"""The spine of a place: its indicators by theme, each on a strip between its peers and the nation's goals. The
nation's goal stands in one line over all strips, right of it is better."""

from collections import defaultdict
from typing import Any

from healthplan.charts.scale import other_goals, scale, strip_ends, strip_position
from healthplan.charts.strip import Strip
from healthplan.model.ambition import Direction
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.places.profile import EXPLAINED
from healthplan.subjects.targets.heights import height, numbers
from healthplan.subjects.targets.queries import spans
from healthplan.subjects.targets.spans import distinct_goals, far_year, national_goals, sign_of, verdict_words
from healthplan.text.numbers import number_text
from healthplan.theme import place_colour

SHARE = "%"
SHARES = (0.0, 100.0)
SHORT, OVER = 2, 1  # the room before and beyond the nation's goal


def spine(view: View, place: str) -> list[dict[str, Any]]:
    """The place's indicators by theme, each with a strip: this place, the others, the nation."""
    by_indicator = _by_indicator(view)
    room = _rooms(view, by_indicator)
    themes: dict[str, dict[str, Any]] = {}
    for indicator in (row for row in view.indicators.values() if row["indicator"] in by_indicator):
        row = _spine_row(view, indicator, place, by_indicator[indicator["indicator"]], room[indicator["unit_vi"]])
        if row:
            theme = themes.setdefault(indicator["theme"], {"name": view.name(indicator, "theme"), "rows": []})
            theme["rows"].append(row)
    return list(themes.values())


def spine_scales(view: View) -> str:
    """How wide the strips of each unit are, in words: "150 điểm %; 12 tuổi"."""
    room = _rooms(view, _by_indicator(view))
    words = {row["unit_vi"]: view.name(row, "change") for row in view.indicators.values()}
    wide = {
        unit: number_text(short * (SHORT + OVER) / SHORT, view.lang)
        for unit, short in room.items()
        if short and unit in words
    }
    return "; ".join(f"{wide[unit]} {words[unit]}" for unit in sorted(wide, key=lambda unit: unit != SHARE))


def _by_indicator(view: View) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for span in view.ask(spans):
        found[span["indicator"]].append(span)
    return found


def _rooms(view: View, by_indicator: dict[str, list[Row]]) -> dict[str, float]:
    """The room of each unit before the nation's goal, the same on all its strips: as far as any value
    lies, for shares no less than 100."""
    found: dict[str, float] = defaultdict(float, {SHARE: SHARES[1]})
    for name, own in by_indicator.items():
        indicator, target = view.indicators[name], _target(view, name)
        if target is None:
            continue
        turn = -1 if indicator["direction"] == Direction.DOWN else 1
        for span in own:
            for value in (*numbers(span, "base_"), *numbers(span)):
                beyond = turn * (value - target)
                found[indicator["unit_vi"]] = max(found[indicator["unit_vi"]], -beyond, beyond * SHORT / OVER)
    return found


def _target(view: View, indicator: str) -> float | None:
    """The nation's last goal up to 2030 that is a number."""
    return next(
        (value for ask in reversed(national_goals(view, indicator)) if (value := height(ask)) is not None), None
    )


def _ends(indicator: Row, own: list[Row], target: float | None, room: float) -> tuple[float, float]:
    """The value at the left and at the right end of a strip: less is better where it is the greater one."""
    if target is not None:
        ends = (target - (room or 1), target + (room or 1) * OVER / SHORT)
        return ends if indicator["direction"] != Direction.DOWN else (2 * target - ends[0], 2 * target - ends[1])
    known = [value for span in own for prefix in ("base_", "") for value in numbers(span, prefix)]
    low, high = SHARES if indicator["unit_vi"] == SHARE else scale(known)
    return (high, low) if indicator["direction"] == Direction.DOWN else (low, high)


def _spine_row(view: View, indicator: Row, place: str, own: list[Row], room: float) -> dict[str, Any] | None:
    """One row; nothing for what neither the place states nor the nation asks."""
    span = next(span for span in own if span["place"] == place)
    asked = distinct_goals(national_goals(view, indicator["indicator"]))
    if not span["row"] and not span["base_row"] and not asked:
        return None
    peers = [other for other in own if other["place_kind"] == span["place_kind"]]
    target = _target(view, indicator["indicator"])
    ends = _ends(indicator, peers, target, room)
    ticks = () if target is None else (strip_position(target, ends),)
    others = other_goals(view, [one for one in peers if one["place"] != place], ends, view.places[place]["region"])
    return {
        "indicator": indicator,
        "unit": view.name(indicator, "unit"),
        "span": span,
        "sign": sign_of(span),
        "words": verdict_words(view, span),
        "explained": sign_of(span) in EXPLAINED,
        "asks": asked,
        "reason": view.name(span, "reason") if span["verdict"] else "",
        "when": far_year(view, span),
        "strip": Strip(place, strip_ends(span, ends), ticks, others, colour=place_colour(view.theme, place)),
    }

"""What a figure must say honestly: ranges as spans, open signs as open rings, nothing where nothing is
stated."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from healthplan.charts.setting import Setting
from healthplan.charts.trajectory import trajectory_figure
from healthplan.theme import LIGHT, place_colour

ENDS = {  # kind: low and high
    "exact": (95.0, 95.0),
    "range": (4.0, 5.0),
    "at_least": (95.0, None),
    "more_than": (95.0, None),
    "at_most": (None, 15.0),
    "less_than": (None, 15.0),
    "universal": (None, None),
    "grade": (None, None),
    "marker": (None, None),
    "unknown": (None, None),
}
SETTING = Setting(
    theme=LIGHT, lang="vi", labels={"11": "Điện Biên", "12": "Lai Châu", "VN": "Cả nước"}, years=(2025, 2030)
)
COLOUR = place_colour(LIGHT, "11")
HEIGHTS = (
    ("exact", 95.0),
    ("at_least", 95.0),
    ("more_than", 95.0),
    ("at_most", 15.0),
    ("less_than", 15.0),
    ("universal", 100.0),
    ("grade", 3.0),
)


def statement(kind: str, year: int | None = 2030, **changes: Any) -> dict[str, Any]:
    low, high = ENDS[kind]
    return {
        "row": f"g{kind}{year}",
        "kind": kind,
        "low": low,
        "high": high,
        "rank": 3 if kind == "grade" else None,
        "year": year,
        "x": year,
        "month": 0,
        "from_year": None,
        "series": "plan",
        "stated_in": "annex",
        "locator": "72-NQ/TW",
        "law": "72-NQ/TW",
        "hover": kind,
        "shown": kind,
    } | changes


def drawn(*rows: dict[str, Any], nation: tuple[dict[str, Any], ...] = ()) -> list[dict[str, Any]]:
    return trajectory_figure({"11": list(rows)}, list(nation), SETTING)["data"]


def visible_points(traces: list[dict[str, Any]]) -> list[tuple[float, float, str]]:
    """Markers that name their evidence: x, y and what fills them."""
    found = []
    for trace in traces:
        if "customdata" in trace and trace["marker"].get("opacity") != 0:
            found += zip(trace["x"], trace["y"], trace["marker"]["color"], strict=True)
    return found


def lines(traces: list[dict[str, Any]], dash: str) -> list[dict[str, Any]]:
    own = [one for one in traces if one["mode"] == "lines" and one["line"].get("color") == COLOUR]
    return [one for one in own if one["line"].get("dash") == dash]


def test_a_range_is_never_drawn_as_a_point() -> None:
    traces = drawn(statement("range"))
    assert visible_points(traces) == []
    (span,) = [one for one in traces if one["mode"] == "lines"]
    assert (span["x"], span["y"]) == ([2030, 2030, None], [4.0, 5.0, None])


@pytest.mark.parametrize(("kind", "height"), HEIGHTS)
def test_a_value_stands_at_its_own_end(kind: str, height: float) -> None:
    ((x, y, _),) = visible_points(drawn(statement(kind)))
    assert (x, y) == (2030, height)


@pytest.mark.parametrize("kind", [kind for kind, _ in HEIGHTS])
def test_an_open_sign_or_a_word_is_an_open_ring(kind: str) -> None:
    ((_, _, fill),) = visible_points(drawn(statement(kind, stated_in="body")))
    assert fill == (LIGHT.paper if kind in ("more_than", "less_than", "universal") else COLOUR)


@pytest.mark.parametrize(
    ("kind", "arrows"),
    [("at_least", 1), ("more_than", 1), ("at_most", 1), ("less_than", 1), ("exact", 0), ("range", 0), ("universal", 0)],
)
def test_a_bound_has_an_arrow_on_its_open_side(kind: str, arrows: int) -> None:
    found = [one for one in drawn(statement(kind)) if "standoff" in one.get("marker", {})]
    assert len(found) == arrows


@pytest.mark.parametrize("row", [statement("unknown"), statement("marker"), statement("exact", None)])
def test_what_has_no_value_or_no_year_draws_nothing(row: dict[str, Any]) -> None:
    traces = drawn(row)
    assert visible_points(traces) == []
    assert all(not any(value is not None for value in trace["y"]) for trace in traces)


def test_only_successive_years_are_joined_by_a_path() -> None:
    years = (2025, 2026, 2028, 2029, 2030)
    traces = drawn(*(statement("exact", year, low=float(year), high=float(year)) for year in years))
    assert [one["x"] for one in lines(traces, "solid")] == [[2025, 2026], [2028, 2029, 2030]]
    assert [one["line"]["width"] for one in traces if one.get("line", {}).get("dash") == "dot"] == [1]


def test_a_blank_year_breaks_the_path() -> None:
    traces = drawn(statement("exact", 2028), statement("unknown", 2029), statement("exact", 2030))
    assert lines(traces, "solid") == []


def test_ranges_of_successive_years_are_joined_by_a_band_and_not_by_a_line() -> None:
    traces = drawn(statement("range", 2029), statement("range", 2030))
    (band,) = [one for one in traces if one.get("fill") == "toself"]
    assert band["y"] == [4.0, 4.0, 5.0, 5.0]
    assert lines(traces, "solid") == []


def inked(traces: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines in the nation's ink."""
    return [one for one in traces if one["mode"] == "lines" and "255" not in str(one["line"].get("color"))
            and one["line"].get("color", "").startswith((LIGHT.ink, "rgba(22,36,58"))]  # fmt: skip


@pytest.mark.parametrize("years", [(2026, 2027), (2026, 2030), (2025, 2026, 2027, 2030)])
def test_between_the_goals_of_the_nation_there_is_no_path(years: tuple[int, ...]) -> None:
    traces = drawn(statement("exact"), nation=tuple(statement("exact", year) for year in years))
    assert inked(traces) == []
    ink = [x for trace in traces if trace.get("marker", {}).get("line", {}).get("color") == LIGHT.ink
           for x in trace["x"]]  # fmt: skip
    assert [round(x) for x in ink] == list(years)


def test_a_goal_of_the_nation_from_a_year_on_goes_on_as_a_hairline() -> None:
    (hairline,) = inked(drawn(nation=(statement("exact", 2026), statement("exact", 2027, from_year=2027))))
    assert hairline["x"] == [2027, 2030.5] and hairline["line"]["width"] == 1


@pytest.mark.parametrize("count", [2, 5, 12, 34])
def test_all_values_of_one_year_stand_in_it_with_a_line_at_its_foot(count: int) -> None:
    places = {f"{place:02}": [statement("exact", row=f"g{place}")] for place in range(count)}
    labels = dict.fromkeys(places, "") | {"VN": ""}
    setting = Setting(theme=LIGHT, lang="vi", labels=labels, years=(2025, 2030))
    traces = trajectory_figure(places, [statement("exact", row="b")], setting)["data"]
    places = sorted({x for x, _, _ in visible_points(traces)})
    assert len(places) == count + 1 and sum(places) / len(places) == pytest.approx(2030)
    assert {round(x) for x in places} == {2030}
    foot = next(one for one in traces if one["mode"] == "lines" and len(set(one["y"])) == 1)
    assert foot["x"][0] < places[0] and places[-1] < foot["x"][1] and round(foot["x"][0]) == round(foot["x"][1])


def test_marks_of_one_year_are_as_many_pixels_apart_on_a_desk_and_in_the_hall() -> None:
    apart = []
    for width, years in ((1192, (2025, 2030)), (880, (2025, 2030)), (1192, (2022, 2030))):
        setting = replace(SETTING, width=width, years=years)
        figure = trajectory_figure({"11": [statement("exact")], "12": [statement("exact")]}, [], setting)
        one, other = sorted(x for x, _, _ in visible_points(figure["data"]))
        apart.append((other - one) * setting.year)
    assert apart == pytest.approx([9, 9, 9])


@pytest.mark.parametrize("width", [358, 880, 1192])
@pytest.mark.parametrize("until", [2030, 2045])
def test_the_last_year_stands_well_within_the_plot(width: int, until: int) -> None:
    setting = replace(SETTING, width=width, years=(2020, until), phone=width < 600)
    assert (setting.span[1] - until) * setting.year >= 18


def test_values_stand_where_a_path_begins_turns_and_ends_and_before_its_end() -> None:
    levels = {2025: 95.0, 2026: 95.2, 2027: 95.4, 2028: 95.6, 2029: 95.8, 2030: 100.0}
    rows = [statement("exact", year, low=level, high=level, shown=f"{level}") for year, level in levels.items()]
    words = [text for trace in drawn(*rows) for text in trace.get("text", ())]
    assert sorted(words) == ["100.0", "95.0", "95.8"]


def test_no_value_is_written_twice_or_over_another() -> None:
    places = {f"{place:02}": [statement("exact", year, row=f"g{place}{year}", low=90 + place / 9, shown=f"{place}")
                              for year in range(2025, 2031)] for place in range(12)}  # fmt: skip
    setting = replace(SETTING, labels=dict.fromkeys(places, "") | {"VN": ""})
    figure = trajectory_figure(places, [statement("exact", row="b", low=95.0, shown="95")], setting)
    boxes = [box for trace in figure["data"] for box in written(trace, figure, setting)]
    assert len(boxes) > 8
    for at, (left, right, top, bottom) in enumerate(boxes):
        assert not [one for one in boxes[:at]
                    if left < one[1] and one[0] < right and top < one[3] and one[2] < bottom]  # fmt: skip


def written(trace: dict[str, Any], figure: dict[str, Any], setting: Setting) -> list[tuple[float, ...]]:
    """Where the words of a trace stand, in pixels."""
    low, high = figure["layout"]["yaxis"]["range"]
    found = []
    for x, y, text, side in zip(*(trace.get(name, ()) for name in ("x", "y", "text", "textposition")), strict=False):
        across, down = (x - setting.span[0]) * setting.year, (high - y) / (high - low) * setting.plot[1]
        wide = len(text) * 6
        left = across + 5 if side.endswith("right") else across - 5 - wide
        top = down - 20 if side.startswith("top") else down + 9
        found.append((left, left + wide, top, top + 11))
    return found


def test_other_places_stand_grey_behind_the_chosen_without_a_name() -> None:
    rest = [[statement("exact", year, low=94.0) for year in (2029, 2030)] for _ in range(20)]
    figure = trajectory_figure({"11": [statement("exact")]}, [], SETTING, rest)
    grey = [one for one in figure["data"] if LIGHT.strong_line in str(one)]
    assert [len(one["x"]) for one in grey if one["mode"] == "markers"] == [2]
    assert len(figure["layout"]["annotations"]) == 1


@pytest.mark.parametrize("count", [5, 12, 34])
def test_names_at_the_ends_never_cover_each_other_and_the_nation_is_among_them(count: int) -> None:
    places = {f"{place:02}": [statement("exact", row=f"g{place}", low=90.0)] for place in range(count)}
    labels = {place: f"{place}<br>72-NQ/TW" for place in places} | {"VN": "Cả nước"}
    setting = replace(SETTING, labels=labels)
    figure = trajectory_figure(places, [statement("exact", row="b")], setting)
    notes = figure["layout"]["annotations"]
    (low, high), pixels = figure["layout"]["yaxis"]["range"], setting.plot[1]
    heights = sorted(note["y"] / (high - low) * pixels for note in notes)
    lines = max(note["text"].count("<br>") + 1 for note in notes)
    assert all(other - one >= 17 * lines for one, other in pairwise(heights))
    assert "VN" in {note["name"] for note in notes} and low * pixels / (high - low) <= heights[0]


def test_reported_values_with_years_between_are_not_joined() -> None:
    rows = [statement("exact", year, series="actual", row=f"o{year}", low=float(year))
            for year in (2025, 2026, 2029)]  # fmt: skip
    assert [one["x"] for one in lines(drawn(*rows), "solid")] == [[2025, 2026]]


def test_every_visible_mark_leads_to_its_evidence() -> None:
    rows = [
        statement("exact", 2029),
        statement("range", 2030),
        statement("more_than", 2030, stated_in="body", row="gbody"),
    ]
    named = [name for trace in drawn(*rows) for name, _ in trace.get("customdata", [])]
    assert sorted(named) == ["gbody", "gexact2029", "grange2030"]


def test_values_of_two_places_at_one_spot_do_not_cover_each_other() -> None:
    figure = trajectory_figure({"11": [statement("exact")], "12": [statement("exact")]}, [], SETTING)
    places = sorted(x for x, _, _ in visible_points(figure["data"]))
    assert places[0] < 2030 < places[1] and sum(places) / 2 == pytest.approx(2030)
    assert {"Điện Biên", "Lai Châu"} <= {note["text"].split("</span> ")[1] for note in figure["layout"]["annotations"]}


def test_laws_that_ask_for_the_same_are_named_together_once() -> None:
    laws = [statement("exact", 2026, series="benchmark", law=law) for law in ("72-NQ/TW", "282/NQ-CP")]
    (named,) = (trace["text"] for trace in drawn(nation=tuple(laws)) if "text" in trace)
    assert named == ["exact · 72-NQ/TW, 282/NQ-CP"]

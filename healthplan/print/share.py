"""The card of a view for those who send its address on: what it finds, the answer with its number, the
product and the day of its data. 1200 by 630 pixels."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from healthplan.print.typeset import whole_template
from healthplan.release.view import View
from healthplan.subjects.distances.records import DistanceRecord
from healthplan.text.letters import cut_text, writable_text
from healthplan.text.typesetter import one_file, typesetter
from healthplan.theme import named_colours

TEMPLATE = Path(__file__).with_name("share.typ")
LONGEST = 140  # letters of its title
PIXELS = 72  # an inch, so that a point is one


def share_png(view: View, title: str, answers: Sequence[DistanceRecord]) -> bytes:
    """The card. `answers` are at most four distances; without one it says what the product is."""
    places = {one.row["place"] for one in answers}
    facts = {
        "lang": view.lang.value,
        "title": cut_text(title, LONGEST),
        "author": view.say("product"),
        "description": view.say("product_line"),
        "foot": view.say("share_foot", day=view.day(view.release["data_date"])),
        "colours": named_colours(view.theme),
        "lines": [_line(view, one, alone=len(places) == 1) for one in answers],
    }
    told = json.dumps(_written(facts), ensure_ascii=False)
    made = typesetter().compile(whole_template(TEMPLATE), format="png", ppi=PIXELS, sys_inputs={"facts": told})
    return one_file(made)


def _line(view: View, one: DistanceRecord, *, alone: bool) -> dict[str, str]:
    """Of one place the indicator, of several the place; what is missing, and to which goal."""
    indicator = view.indicators[one.row["indicator"]]
    asked = view.say("figure_asked", law=one.law or view.say("figure_plan"), goal=one.goal, when=one.goal_when)
    name = view.name(indicator, "short") if alone else view.place_name(one.row["place"])
    if one.amount is None:
        return {"name": name, "figure": one.missing, "note": asked}
    return {"name": name, "figure": one.missing_said, "note": f"{one.now} ({one.now_when}) → {asked}"}


def _written(facts: Any) -> Any:
    """The facts in letters that can be written."""
    if isinstance(facts, dict):
        return {key: _written(value) for key, value in facts.items()}
    if isinstance(facts, list):
        return [_written(value) for value in facts]
    return writable_text(facts)

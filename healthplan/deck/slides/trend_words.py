"""The sentences of an indicator's slide. Each is true for what it counts: how the plans stand to the national
goal up to 2030 that they are furthest from."""

from healthplan.deck.slide import Trend
from healthplan.deck.slides.parts import count_sentence, value_with_unit
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.spans import goal_year, is_excerpt, national_goals, sign_of, spans_of, verdict_words
from healthplan.subjects.trajectories.queries import indicator_ambition

MET, BEHIND, TWO = ("equal", "stronger"), ("weaker", "later"), "two_levels"
RESOLUTION = "72-nq-tw"


def trend_title(view: View, indicator: Row, places: list[str]) -> str:
    """The message: for one place its goal and its sign, for several how many of them fall behind."""
    own = spans_of(view, indicator, places)
    facts = {"indicator": view.name(indicator, "short"), "total": str(len(places))}
    facts["basis"] = basis(view, indicator)
    if len(places) == 1:
        return _one(view, indicator, places[0], next(iter(own), None))
    signs = [sign_of(span) for span in own]
    met = sum(sign in MET for sign in signs)
    if not any(span["verdict"] for span in own):
        return count_sentence(view, "trend_unasked", sum(bool(span["row"]) for span in own), **facts)
    behind = [sign for sign in signs if sign in BEHIND]
    if behind:
        key = f"trend_{behind[0]}" if len(set(behind)) == 1 else "trend_behind"
        return view.say(f"{key}_one" if len(behind) == 1 else key, count=str(len(behind)), **facts)
    if TWO in signs:
        return view.say("trend_two_levels", met=str(met), two=str(signs.count(TWO)), **facts)
    if met == len(own):
        return view.say("trend_all_met", **facts)
    return count_sentence(view, "trend_met", met, **facts)


def basis(view: View, indicator: Row) -> str:
    """What the signs of an indicator compare with: the Resolution's goals, or other papers' where it sets
    none."""
    papers = {ask["document"] for ask in national_goals(view, indicator["indicator"])}
    return view.say("basis_resolution" if RESOLUTION in papers else "basis_nation")


def _one(view: View, indicator: Row, place: str, span: Row | None) -> str:
    facts = {"place": view.place_name(place), "indicator": view.name(indicator, "short")}
    if span is None or not span["row"] or span["kind"] == "unknown":
        quoted = is_excerpt(view.planned[place])
        return view.say("trend_place_not_held" if quoted else "trend_place_silent", **facts)
    goal = value_with_unit(view, span, view.name(indicator, "unit"))
    facts |= {"goal": goal, "when": goal_year(view, span), "verdicts": verdict_words(view, span)}
    key = "trend_place" if span["verdict"] else "trend_place_unasked"
    return view.say(key, **facts)


def better_of(view: View, indicator: Row, picture: Trend | None) -> str:
    """Under the message: the indicator's full name, its unit, and what the signs compare with."""
    name = view.name(indicator)
    better = view.say(f"better_{indicator['direction']}")
    if picture is None:
        return view.say("slide_lead_words", indicator=name, better=better)
    if picture.grades:
        return view.say("slide_lead_grade", indicator=name, better=better)
    key = "slide_lead_zoom" if picture.ends[0] > 0 else "slide_lead"
    lead = view.say(key, indicator=name, unit=picture.unit or "–", better=better)
    return view.say("slide_key", lead=lead)


def verdicts(view: View, indicator: Row, places: list[str]) -> list[str]:
    """What the presenter may be asked: each place against each national goal up to 2030, in words."""
    return [
        f"{view.place_name(row['place'])}: {view.name(row, 'reason')}"
        for place in places
        for row in view.ask(indicator_ambition, indicator=indicator["indicator"])
        if row["place"] == place and row["year"] and row["year"] <= 2030
    ]

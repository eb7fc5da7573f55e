"""The title of a chart of paths: what it finds, the gravest first; the same on screen, slide, paper and picture.

It says only what is stored: verdicts against the nation, the shape of a plan's path, goals as stated."""

from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.findings.queries import back_loaded
from healthplan.subjects.targets.heights import height
from healthplan.subjects.targets.spans import goal_year, is_excerpt, national_goals, sign_of, spans_of, verdict_words
from healthplan.text.figures import value_with_unit
from healthplan.text.numbers import number_text

MET, BEHIND, TWO = ("equal", "stronger"), ("weaker", "later"), "two_levels"
RESOLUTION = "72-nq-tw"


def chart_title(view: View, indicator: Row, places: list[str]) -> str:
    """What the paths of some places show: who falls behind the nation, who leaves it to the last years, that
    all state the same; else how many state a goal. Of places without a plan, that values were reported."""
    planned = [place for place in places if place in view.planned]
    if not planned:
        return _reported_title(view, indicator, places)
    own = spans_of(view, indicator, planned)
    if len(planned) == 1:
        return _place_title(view, indicator, planned[0], next(iter(own), None))
    signs = [sign_of(span) for span in own]
    facts = {"indicator": view.name(indicator, "short"), "total": str(len(planned)), "basis": basis(view, indicator)}
    met, behind = sum(sign in MET for sign in signs), [sign for sign in signs if sign in BEHIND]
    late = late_paths(view, indicator, planned)
    if behind:
        key = f"trend_{behind[0]}" if len(set(behind)) == 1 else "trend_behind"
        return view.say_count(key, len(behind), **facts)
    if TWO in signs:
        return view.say("trend_two_levels", met=str(met), two=str(signs.count(TWO)), **facts)
    if len(late) > 1:
        return view.say(f"finding_late_{indicator['direction']}", count=str(len(late)), **facts)
    if late:
        return _late_title(view, indicator, late[0])
    if len(own) == len(planned) and len({_goal(span) for span in own}) == 1 and height(own[0]) is not None:
        goal = value_with_unit(own[0], view.lang, view.name(indicator, "unit"))
        return view.say("finding_alike", goal=goal, when=goal_year(view, own[0]), **facts)
    if not any(span["verdict"] for span in own):
        return view.say_count("trend_unasked", sum(bool(span["row"]) for span in own), **facts)
    return view.say("trend_all_met", **facts) if met == len(own) else view.say_count("trend_met", met, **facts)


def late_paths(view: View, indicator: Row, places: list[str]) -> list[Row]:
    """The paths that leave most of their change to their last years."""
    return [row for row in view.ask(back_loaded, indicator=indicator["indicator"]) if row["place"] in places]


def basis(view: View, indicator: Row) -> str:
    """What the signs of an indicator compare with: the Resolution's goals, or other papers' where it sets
    none."""
    papers = {ask["document"] for ask in national_goals(view, indicator["indicator"])}
    return view.say("basis_resolution" if RESOLUTION in papers else "basis_nation")


def _goal(span: Row) -> tuple[object, ...]:
    """What two plans must share to state the same."""
    return tuple(span[name] for name in ("kind", "low", "high", "rank", "year", "from_year", "each_year", "apart"))


def _reported_title(view: View, indicator: Row, places: list[str]) -> str:
    name = view.name(indicator)
    if len(places) == 1:
        return view.say("chart_title_reported_one", indicator=name, place=view.place_name(places[0]))
    return view.say("chart_title_reported", indicator=name, count=str(len(places)))


def _place_title(view: View, indicator: Row, place: str, span: Row | None) -> str:
    facts = {"place": view.place_name(place), "indicator": view.name(indicator, "short")}
    late = late_paths(view, indicator, [place])
    if late and span is not None and sign_of(span) not in (*BEHIND, TWO):
        return _late_title(view, indicator, late[0])
    if span is None or not span["row"] or span["kind"] == "unknown":
        quoted = is_excerpt(view.planned[place])
        return view.say("trend_place_not_held" if quoted else "trend_place_silent", **facts)
    goal = value_with_unit(span, view.lang, view.name(indicator, "unit"))
    facts |= {"goal": goal, "when": goal_year(view, span), "verdicts": verdict_words(view, span)}
    return view.say("trend_place" if span["verdict"] else "trend_place_unasked", **facts)


def _late_title(view: View, indicator: Row, path: Row) -> str:
    """How much of its change one path leaves to its last two years."""
    facts = {"indicator": view.name(indicator, "short"), "place": view.place_name(path["place"])}
    share = path["share_last_two"]
    if share is None or share > 1:  # too few years; or the path falls back on its way
        return view.say("finding_late", **facts)
    told = number_text(share * 100, view.lang, 0)
    return view.say(f"finding_late_one_{indicator['direction']}", share=told, **facts)

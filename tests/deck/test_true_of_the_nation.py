"""The sentence of an indicator's slide is true for every indicator and every choice of places: how many plans
stand how to the nation is counted again, from the verdicts and the goals themselves."""

import pytest

from healthplan.deck.deck import SlideKind
from healthplan.text import Lang, say
from tests.deck.choices import LANGS, indicators, sentence, short, slide, spoken, subsets

# The national goals up to 2030 that count: the Resolution's, and other papers' only where it sets none.
ASKED = """
    with asked as (
      from benchmarks where place = 'VN' and year <= 2030 and compare and indicator = $indicator
    ), ours as (
      from asked where document = '72-nq-tw' or not exists (from asked where document = '72-nq-tw')
    )"""
SIGNS = (
    ASKED
    + """
    select v.place, list(v.verdict) from verdicts v join ours on ours.row = v.benchmark_row
    where v.sign = 'ambition' group by v.place"""
)
PAPERS = ASKED + " select bool_or(document = '72-nq-tw'), count(*) from ours"
STATED = "select distinct place from goals where indicator = $indicator"
LAST = """
    select coalesce(year, from_year) from goals where indicator = $indicator and place = $place
    order by role = 'vision', year desc nulls last limit 1"""
LATE = """
    select place, share_last_two from verdicts
    where sign = 'plan_shape' and verdict = 'back_loaded' and indicator = $indicator"""
ALIKE = """
    select count(distinct (kind, low, high, rank, year, from_year, each_year)), count(row), any_value(printed)
    from spans where indicator = $indicator and place in (select unnest($places)) and not apart
      and kind not in ('unknown', 'marker')"""
SHORT = "select short_{} from summaries where indicator = $indicator and place = $place"
ALL_ALIKE = "all alike"
BEHIND = {("weaker",): "trend_weaker", ("later",): "trend_later", ("later", "weaker"): "trend_behind"}


def worst(verdicts: list[str]) -> str:
    """The sign that a plan deserves for the goal it is furthest from."""
    order = ("weaker", "later", "two_levels", "equal", "stronger", "not_stated", "not_comparable")
    return min(verdicts, key=order.index)


def signs_of(release, indicator: str) -> dict[str, str]:
    found = release.execute(SIGNS, {"indicator": indicator}).fetchall()
    return {place: worst(verdicts) for place, verdicts in found}


def told_of(release, indicator: str) -> tuple[dict[str, str], set[str], bool, int]:
    """What the release says of an indicator: the sign of each place, who states a goal, whether the
    Resolution asks, and how many national goals there are."""
    stated = {place for (place,) in release.execute(STATED, {"indicator": indicator}).fetchall()}
    return signs_of(release, indicator), stated, *release.execute(PAPERS, {"indicator": indicator}).fetchone()


def late(release, indicator: str, places: tuple[str, ...]) -> dict[str, float]:
    """The places that leave their change to the last years, and the share of the last two."""
    found = dict(release.execute(LATE, {"indicator": indicator}).fetchall())
    return {place: share for place, share in found.items() if place in places}


def alike(release, indicator: str, places: tuple[str, ...]) -> bool:
    """Whether all of the places state the same goal."""
    goals, stated, _ = release.execute(ALIKE, {"indicator": indicator, "places": list(places)}).fetchone()
    return goals == 1 and stated == len(places)


def expected(release, told: tuple, indicator: str, places: tuple[str, ...], lang: str) -> str:
    """The sentence about several places, but for the goal in it that all state alike."""
    signs, stated, resolution, asked = told
    basis = say(Lang(lang), "basis_resolution" if resolution else "basis_nation")
    facts = {"indicator": short(indicator, lang), "total": str(len(places)), "basis": basis}
    own = {place: signs.get(place, "") if place in stated else "" for place in places}
    met = [place for place, sign in own.items() if sign in ("equal", "stronger")]
    behind = sorted({sign for sign in own.values() if sign in ("weaker", "later")})
    two, shapes = sum(sign == "two_levels" for sign in own.values()), late(release, indicator, places)
    if not behind and not two and shapes:
        way = spoken(lang).indicators[indicator]["direction"]
        if len(shapes) > 1:
            return say(Lang(lang), f"finding_late_{way}", count=str(len(shapes)), **facts)
        ((place, share),) = shapes.items()
        told_share = {"place": spoken(lang).place_name(place), "share": f"{share * 100:.0f}"}
        return say(Lang(lang), f"finding_late_one_{way}", **facts | told_share)
    if not behind and not two and alike(release, indicator, places):
        return ALL_ALIKE
    if not asked:
        return one_or_many("trend_unasked", sum(place in stated for place in places), lang, facts)
    if behind:
        count = sum(sign in behind for sign in own.values())
        key = BEHIND[tuple(behind)]
        return say(Lang(lang), f"{key}_one" if count == 1 else key, count=str(count), **facts)
    if two:
        return say(Lang(lang), "trend_two_levels", met=str(len(met)), two=str(two), **facts)
    if len(met) == len(places):
        return say(Lang(lang), "trend_all_met", **facts)
    return one_or_many("trend_met", len(met), lang, facts)


def one_or_many(key: str, count: int, lang: str, facts: dict[str, str]) -> str:
    ending = "_none" if count == 0 else "_one" if count == 1 else ""
    return say(Lang(lang), key + ending, count=str(count), **facts)


@pytest.mark.parametrize("lang", LANGS)
def test_the_sentence_about_several_plans_counts_what_the_release_says(release, real, lang: str) -> None:
    for indicator in indicators():
        told = told_of(release, indicator)
        for places in (chosen for chosen in subsets() if len(chosen) > 1):
            title, true = sentence(places, lang, indicator), expected(release, told, indicator, places, lang)
            if true == ALL_ALIKE:
                assert title.startswith(say(Lang(lang), "finding_alike", indicator=short(indicator, lang),
                                            total=str(len(places)), goal="|", when="").split("|")[0])  # fmt: skip
            else:
                assert title == true, (indicator, places)


@pytest.mark.parametrize("lang", LANGS)
def test_the_slide_bears_that_sentence(real, lang: str) -> None:
    places = subsets()[-1]
    for indicator in indicators():
        assert slide(SlideKind.TREND, places, lang, indicator).title == sentence(places, lang, indicator)


@pytest.mark.parametrize("lang", LANGS)
def test_the_sentence_about_one_plan_tells_its_goal_and_its_sign(release, real, lang: str) -> None:
    view = spoken(lang)
    for indicator in indicators():
        signs = signs_of(release, indicator)
        for (place,) in (chosen for chosen in subsets() if len(chosen) == 1):
            title = sentence((place,), lang, indicator)
            goal = release.execute(LAST, {"indicator": indicator, "place": place}).fetchone()
            assert view.place_name(place) in title and short(indicator, lang) in title
            shapes = late(release, indicator, (place,))
            if shapes and signs.get(place) not in ("weaker", "later", "two_levels"):
                assert f"{shapes[place] * 100:.0f}" in title
                continue
            if goal is None:
                assert title == say(Lang(lang), "trend_place_silent", place=view.place_name(place),
                                    indicator=short(indicator, lang))  # fmt: skip
                continue
            year = str(goal[0]) if goal[0] else say(Lang(lang), "no_year")
            told = release.execute(SHORT.format(lang), {"indicator": indicator, "place": place}).fetchone()
            assert year in title and title.endswith(told[0] if place in signs else ""), title

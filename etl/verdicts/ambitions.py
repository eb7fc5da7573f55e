"""The verdicts `ambition`: every benchmark against every plan, also where the plan says nothing."""

import duckdb

from etl.draft_rows import VALUE, rows_by_pair
from etl.sentence_values import due_words, value_words, year_words
from healthplan.model.ambition import Ambition, Direction, Judgement, Statement, Voice, ambition_level, judge
from healthplan.model.holding import Holding
from healthplan.model.locator import english
from healthplan.model.value import row_value
from healthplan.release.query import Row, query_rows
from healthplan.text import Lang, say
from healthplan.text.numbers import number_text


def ambition_verdicts(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """One verdict for each benchmark and each place with a plan; regional benchmarks judge only their
    region."""
    goals = rows_by_pair(db, "select g.* from goals g join planned_places using (place, document)")
    pairs = query_rows(
        db,
        f"""
        select b.row, b.indicator, b.role, b.year, b.from_year, b.printed, b.law, b.law_said_vi,
               b.law_said_en, b.dated_by, b.each_year, b.compare,
               {VALUE.format("b")}, i.direction, i.scale, i.unit_en, i.change_vi,
               i.change_en, p.place, p.held
        from benchmarks b join indicators i using (indicator)
        join planned_places p on b.place = 'VN' or b.place = p.region
        where b.year is not null and (b.compare
          or exists (
            from goals g where g.indicator = b.indicator and g.place = p.place and g.kind <> 'unknown'))
        order by b.indicator, b.year, b.law, p.place""",
    )
    return [_ambition(pair, goals[pair["indicator"], pair["place"]]) for pair in pairs]


def _ambition(pair: Row, goals: list[Row]) -> Row:
    # A vision is compared with a vision: 80 years of life in 2045 do not make up for 73 in 2030.
    by_row = {goal["row"]: goal for goal in goals if (goal["role"] == "vision") == (pair["role"] == "vision")}
    stated = [
        Statement(row_value(goal), goal["year"], goal["from_year"], row, _voice(goal)) for row, goal in by_row.items()
    ]
    benchmark = Statement(row_value(pair), pair["year"], pair["from_year"], pair["row"])
    judgement = judge(stated, benchmark, Direction(pair["direction"]))
    if not pair["compare"]:
        judgement = Judgement(Ambition.NOT_COMPARABLE, judgement.statement)
    if pair["held"] == Holding.EXCERPT and _rests_on_silence(judgement, benchmark):
        judgement = Judgement(Ambition.NOT_HELD)
    goal, other = (by_row.get(one.row, {}) if one else {} for one in (judgement.statement, judgement.other))
    return _row(judgement, pair, goal, other)


def _rests_on_silence(judgement: Judgement, benchmark: Statement) -> bool:
    """Whether a verdict would be another one if the paper also said something that is not quoted: nothing of
    the indicator, or less or later, told by a goal of another year than the benchmark's."""
    stated = judgement.statement
    if stated is None:
        return True
    of_the_year = benchmark.year is not None and stated.holds_in(benchmark.year)
    return judgement.ambition in (Ambition.LATER, Ambition.WEAKER) and not of_the_year


def _voice(goal: Row) -> Voice:
    """The cells of the yearly table are its table; a row's name is a sentence as any other."""
    return Voice.TABLE if goal["stated_in"] == "annex" else Voice.TEXT


def _row(judgement: Judgement, pair: Row, goal: Row, other: Row) -> Row:
    return {
        "sign": "ambition",
        "rule": "weakest_end",
        "indicator": pair["indicator"],
        "place": pair["place"],
        "year": pair["year"],
        "verdict": judgement.ambition.value,
        "plan_row": goal.get("row"),
        "plan_printed": goal.get("printed"),
        "plan_locator": goal.get("locator"),
        "other_row": other.get("row"),
        "other_printed": other.get("printed"),
        "other_locator": other.get("locator"),
        "benchmark_row": pair["row"],
        "benchmark_printed": pair["printed"],
        "law": pair["law"],
        "inputs": [row["row"] for row in (goal, other, pair) if row],
        **_reason(judgement, pair, goal, other),
    }


def _same_number(goal: Row, pair: Row) -> bool:
    """Whether only the sign makes the plan weaker: 95 where more than 95 is asked."""
    own, asked = (ambition_level(row_value(row), Direction(pair["direction"])) for row in (goal, pair))
    return own is not None and asked is not None and own[0] == asked[0]


def _key(judgement: Judgement, pair: Row, goal: Row) -> str:
    """The name of the sentence."""
    ambition = judgement.ambition
    if not pair["compare"]:
        return "ambition_set_apart"
    if ambition is Ambition.LATER:
        when = "" if goal.get("year") else "_no_year"
        return f"ambition_later{when}{'_own' if judgement.other else ''}"
    if ambition is Ambition.WEAKER and _same_number(goal, pair):
        return "ambition_weaker_sign"
    return f"ambition_{ambition}"


def _reason(judgement: Judgement, pair: Row, goal: Row, other: Row) -> dict[str, str]:
    key = _key(judgement, pair, goal)
    told = {"reason": key}
    for lang in Lang:
        facts = {
            "law": pair[f"law_said_{lang}"],
            "nation": value_words(pair, lang),
            "nation_year": str(pair["year"]),
            "words": goal.get("printed") or "",
            "nation_time": due_words(pair, lang),
            **_sentence_facts(goal, pair, lang, ""),
            **_sentence_facts(other, pair, lang, "other_"),
            **{f"verdict_{at}": say(lang, f"sign_{one}") for at, one in enumerate(judgement.voices, 1)},
        }
        told[f"reason_{lang}"] = say(lang, key, **facts)
    return told


def _sentence_facts(goal: Row, pair: Row, lang: Lang, prefix: str) -> dict[str, str]:
    """A statement of the plan as the sentence tells it; empty words without one."""
    where = goal.get("locator") or ""
    return {
        f"{prefix}plan": value_words(goal | {"unit_en": pair["unit_en"]}, lang) if goal else "",
        f"{prefix}year": year_words(goal, lang) if goal else "",
        f"{prefix}where": where if lang is Lang.VI else english(where),
        f"{prefix}short_by": _short_by(goal, pair, lang),
    }


def _short_by(goal: Row, pair: Row, lang: Lang) -> str:
    """By how much a statement falls short of what is asked, from weakest end to weakest end, in the unit that
    people say; "" where it does not, or where there is no number to take away."""
    if not goal or pair["scale"] == "grade":
        return ""
    own, asked = (ambition_level(row_value(row), Direction(pair["direction"])) for row in (goal, pair))
    if own is None or asked is None or own[0] >= asked[0]:
        return ""
    return say(lang, "short_by", amount=number_text(asked[0] - own[0], lang), unit=pair[f"change_{lang}"])

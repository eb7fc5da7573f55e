"""The verdicts `ambition`: every benchmark against every plan, also where the plan says nothing."""

from collections import defaultdict

import duckdb

from etl.spoken import said, year_said
from etl.stored import VALUE, Row, stored_rows, value_of
from healthplan.model.ambition import Ambition, Direction, Statement, judge, level
from healthplan.model.held import Held
from healthplan.text import Lang, say


def ambitions(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """One verdict for each benchmark and each place with a plan; regional benchmarks judge only their
    region."""
    goals = _by_indicator_and_place(db)
    pairs = stored_rows(
        db,
        f"""
        select b.row, b.indicator, b.role, b.year, b.from_year, b.printed, b.law, b.law_said_vi,
               b.law_said_en, b.dated_by, b.each_year, b.compare,
               {VALUE.format("b")}, i.direction, i.unit_en, p.place, p.held
        from benchmarks b join indicators i using (indicator)
        join planned_places p on b.place = 'VN' or b.place = p.region
        where b.year is not null and (b.compare
          or exists (from goals g where g.indicator = b.indicator and g.place = p.place
                     and g.kind <> 'unknown'))
        order by b.indicator, b.year, b.law, p.place""",
    )
    return [_ambition(pair, goals[pair["indicator"], pair["place"]]) for pair in pairs]


def _by_indicator_and_place(db: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in stored_rows(db, "select g.* from goals g join planned_places using (place, document)"):
        found[row["indicator"], row["place"]].append(row)
    return found


def _ambition(pair: Row, goals: list[Row]) -> Row:
    # A vision is compared with a vision: 80 years of life in 2045 do not make up for 73 in 2030.
    by_row = {goal["row"]: goal for goal in goals if (goal["role"] == "vision") == (pair["role"] == "vision")}
    stated = [Statement(value_of(goal), goal["year"], goal["from_year"], row) for row, goal in by_row.items()]
    benchmark = Statement(value_of(pair), pair["year"], pair["from_year"], pair["row"])
    judgement = judge(stated, benchmark, Direction(pair["direction"]))
    ambition = judgement.ambition
    if not pair["compare"] and ambition is not Ambition.NOT_STATED:
        ambition = Ambition.NOT_COMPARABLE
    goal = by_row.get(judgement.statement.row, {}) if judgement.statement else {}
    if pair["held"] == Held.EXCERPT and _rests_on_silence(ambition, judgement.statement, benchmark):
        return _row(Ambition.NOT_HELD, pair, {})
    return _row(ambition, pair, goal)


def _rests_on_silence(ambition: Ambition, stated: Statement | None, benchmark: Statement) -> bool:
    """Whether a verdict would be another one if the paper also said something that is not quoted: nothing of
    the indicator, or less or later, told by a goal of another year than the benchmark's."""
    if stated is None:
        return True
    of_the_year = benchmark.year is not None and stated.holds_in(benchmark.year)
    return ambition in (Ambition.LATER, Ambition.WEAKER) and not of_the_year


def _row(ambition: Ambition, pair: Row, goal: Row) -> Row:
    return {
        "sign": "ambition",
        "rule": "weakest_end",
        "indicator": pair["indicator"],
        "place": pair["place"],
        "year": pair["year"],
        "verdict": ambition.value,
        "plan_row": goal.get("row"),
        "plan_printed": goal.get("printed"),
        "plan_locator": goal.get("locator"),
        "benchmark_row": pair["row"],
        "benchmark_printed": pair["printed"],
        "law": pair["law"],
        "inputs": [row["row"] for row in (goal, pair) if row],
        **_reason(ambition, pair, goal),
    }


def _same_number(goal: Row, pair: Row) -> bool:
    """Whether only the sign makes the plan weaker: 95 where more than 95 is asked."""
    own, asked = (level(value_of(row), Direction(pair["direction"])) for row in (goal, pair))
    return own is not None and asked is not None and own[0] == asked[0]


def _reason(ambition: Ambition, pair: Row, goal: Row) -> dict[str, str]:
    key = f"ambition_{ambition}"
    if ambition is Ambition.LATER and not goal.get("year"):
        key = "ambition_later_no_year"
    if ambition is Ambition.WEAKER and _same_number(goal, pair):
        key = "ambition_weaker_sign"
    told = {"reason": key}
    for lang in Lang:
        law = pair[f"law_said_{lang}"]
        years = {"year": year_said(goal, lang), "nation_year": str(pair["year"])}
        plan = said(goal | {"unit_en": pair["unit_en"]}, lang) if goal else ""
        nation = said(pair, lang)
        told[f"reason_{lang}"] = say(lang, key, law=law, plan=plan, nation=nation, **years)
    return told

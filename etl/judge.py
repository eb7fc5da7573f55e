"""Fills the table `verdicts`: ambition for every benchmark and plan, required pace wherever a plan has a baseline."""

from collections import defaultdict
from typing import Any

import duckdb
import pyarrow as pa

from healthplan.model.ambition import Ambition, Direction, Statement, judge, level
from healthplan.model.pace import required_pace
from healthplan.model.value import Grade, Interval, Kind, Marker, Reason, Universal, Unknown, Value
from healthplan.text import Lang, say
from healthplan.text.numbers import amount

VALUE = "{0}.kind, {0}.low, {0}.high, {0}.low_open, {0}.high_open, {0}.rank, {0}.unknown_reason"
COLUMNS = (
    "sign", "indicator", "place", "year", "verdict", "plan_row", "plan_printed", "plan_locator", "benchmark_row",
    "benchmark_printed", "law", "amount", "years", "reason", "reason_vi", "reason_en",
)
Row = dict[str, Any]


def judge_all(db: duckdb.DuckDBPyConnection) -> None:
    """Computes and stores every verdict of a draft whose typed tables are filled."""
    goals = _by_indicator_and_place(db, "goals")
    verdicts = [*_ambitions(db, goals), *_paces(db, goals)]
    columns = {name: [verdict.get(name) for verdict in verdicts] for name in COLUMNS}
    db.register("incoming", pa.table(columns))
    db.execute("insert into verdicts by name from incoming")
    db.unregister("incoming")


def value_of(row: Row) -> Value:
    """The value that a row of the database holds."""
    match Kind(row["kind"]):
        case Kind.UNIVERSAL:
            return Universal()
        case Kind.GRADE:
            return Grade(row["rank"])
        case Kind.MARKER:
            return Marker()
        case Kind.UNKNOWN:
            return Unknown(Reason(row["unknown_reason"]))
        case _:
            return Interval(row["low"], row["high"], row["low_open"], row["high_open"])


def _rows(db: duckdb.DuckDBPyConnection, sql: str) -> list[Row]:
    return db.sql(sql).to_arrow_table().to_pylist()


def _by_indicator_and_place(db: duckdb.DuckDBPyConnection, table: str) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in _rows(db, f"from {table}"):
        found[row["indicator"], row["place"]].append(row)
    return found


def _ambitions(db: duckdb.DuckDBPyConnection, goals: dict[tuple[str, str], list[Row]]) -> list[Row]:
    """One verdict for each benchmark and each place with a plan; regional benchmarks judge only their region."""
    pairs = _rows(db, f"""
        select b.row, b.indicator, b.role, b.year, b.from_year, b.printed, b.law, b.law_en, b.compare, {VALUE.format("b")},
               i.direction, p.place
        from benchmarks b join indicators i using (indicator)
        join (select distinct place from documents where kind = 'plan') d on true
        join places p on p.place = d.place and (b.place = 'VN' or b.place = p.region)
        order by b.indicator, b.year, b.law, p.place""")
    return [_ambition(pair, goals[pair["indicator"], pair["place"]]) for pair in pairs]


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
    return {
        "sign": "ambition", "indicator": pair["indicator"], "place": pair["place"], "year": pair["year"],
        "verdict": ambition.value, "plan_row": goal.get("row"), "plan_printed": goal.get("printed"),
        "plan_locator": goal.get("locator"), "benchmark_row": pair["row"], "benchmark_printed": pair["printed"],
        "law": pair["law"], **_reason(ambition, pair, goal),
    }


def _reason(ambition: Ambition, pair: Row, goal: Row) -> dict[str, str]:
    key = f"ambition_{ambition}"
    if ambition is Ambition.LATER and not goal.get("year"):
        key = "ambition_later_no_year"
    if ambition is Ambition.WEAKER and goal.get("low") == pair["low"] and goal.get("high") == pair["high"]:
        key = "ambition_weaker_sign"
    facts = {
        "plan": goal.get("printed", ""), "year": str(goal.get("year") or ""), "nation": pair["printed"],
        "nation_year": str(pair["year"]),
    }
    laws = {Lang.VI: pair["law"], Lang.EN: pair["law_en"]}
    return {"reason": key} | {f"reason_{lang}": say(lang, key, law=laws[lang], **facts) for lang in Lang}


def _paces(db: duckdb.DuckDBPyConnection, goals: dict[tuple[str, str], list[Row]]) -> list[Row]:
    """The even yearly change from each plan's own baseline to the last goal before the vision."""
    baselines = _rows(db, f"""
        select o.row, o.indicator, o.place, o.year, o.printed, o.document, {VALUE.format("o")}, i.direction, i.decimals, i.unit_vi, i.unit_en
        from observations o join indicators i using (indicator) join documents d using (document)
        where o.status = 'baseline' and d.kind = 'plan' and i.direction in ('up', 'down') order by o.indicator, o.place""")
    paced = [_pace(base, goals[base["indicator"], base["place"]]) for base in baselines]
    return [verdict for verdict in paced if verdict]


def _pace(base: Row, goals: list[Row]) -> Row | None:
    direction = Direction(base["direction"])
    end = _end(goals, direction)
    pace = end and required_pace(value_of(base), base["year"], value_of(end), end["year"], direction)
    if not end or not pace:
        return None
    key = "pace_met" if pace.met else "pace_required" if pace.a_year else "pace_sign"
    return {
        "sign": "required_pace", "indicator": base["indicator"], "place": base["place"], "year": end["year"],
        "verdict": key.removeprefix("pace_"), "plan_row": end["row"], "plan_printed": end["printed"],
        "plan_locator": end["locator"], "benchmark_row": base["row"], "benchmark_printed": base["printed"],
        "amount": pace.a_year, "years": pace.years, "reason": key,
    } | {f"reason_{lang}": say(lang, key, **_pace_facts(base, end, pace.a_year, lang)) for lang in Lang}


def _end(goals: list[Row], direction: Direction) -> Row | None:
    """The plan's last level before the vision, in the first year that asks for it. The yearly table, if there is one,
    comes before the text: it holds the baseline too."""
    dated = [goal for goal in goals if goal["year"] and goal["role"] != "vision" and level(value_of(goal), direction)]
    numbers = [goal for goal in dated if goal["kind"] not in ("marker", "grade")]
    path = [goal for goal in numbers if goal["stated_in"] == "annex" and goal["kind"] != "universal"] or numbers
    last = max(path, key=lambda goal: goal["year"], default=None)
    if last is None:
        return None
    reached = level(value_of(last), direction) or (0.0, 0)
    return min((goal for goal in path if (level(value_of(goal), direction) or (0.0, 0)) >= reached), key=lambda goal: goal["year"])


def _pace_facts(base: Row, end: Row, a_year: float, lang: Lang) -> dict[str, str]:
    return {
        "since": str(base["year"]), "base": base["printed"], "until": str(end["year"]), "goal": end["printed"],
        "a_year": amount(a_year, base[f"unit_{lang}"], lang),
    }

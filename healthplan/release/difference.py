"""What a publication would change for readers: two releases side by side, losses first."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import duckdb

from healthplan.model.content import CONTENT

KEYS = {"themes": "theme", "indicators": "indicator", "places": "place", "documents": "document", "agencies": "agency",
        "verdicts": "concat_ws('|', sign, indicator, place, coalesce(year::varchar, '-'), coalesce(law, '-'))",
        "findings": "finding"}  # fmt: skip
# A reported value is the same as long as it says the same thing of the same time: a revision changes it.
REPORTED = "coalesce(if(reporter is null, null, concat_ws('|', indicator, place, period)), row)"
SHOWS = ("printed", "verdict", "name_vi", "title_vi", "sentence_vi", "what_vi", "text_vi", "meaning_vi", "number")
NAMED = {"vi": ("name_vi", "title_vi", "sentence_vi", "what_vi", "text_vi"),
         "en": ("name_en", "title_en", "sentence_en", "what_en", "text_en")}  # fmt: skip
WHENS = ("period", "year", "due_on", "issued_on")
DERIVED = ("verdicts", "findings")
# What was reported is told by its values; that it bears a name is nothing new.
LEFT_OUT = {"documents": "kind <> 'report'"}
WHOLE = ("abbreviations", "definitions", "known_plans", "place_codes", "steps", "task_points", "task_groups")  # no key


class Move(StrEnum):
    """What happens to a row, the gravest first."""

    LOST = "lost"
    CHANGED = "changed"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class RowMove:
    """One row that is lost, changed or new. `table` is a table of the release. `when`: its period, year or day.
    `before` and `after`: the value as printed, the verdict, or the words, "" where there is no row. `law` and `sign` of
    a verdict, `rule` of a finding. `name_vi`, `name_en`: what the row calls itself, of the newer one."""

    move: Move
    table: str
    key: str
    indicator: str
    place: str
    document: str
    when: str
    before: str
    after: str
    name_vi: str
    name_en: str
    law: str
    sign: str
    rule: str


@dataclass(frozen=True, slots=True)
class ReleaseDifference:
    """What differs between two releases. `lost`, `changed`, `new`: rows of facts; `flips`: verdicts that read
    otherwise, `verdicts_lost` and `verdicts_new` those that go and come; `gone`, `come`: findings. `touched`: each
    indicator and place of which a value or a verdict differs, for their charts before and after."""

    lost: tuple[RowMove, ...]
    flips: tuple[RowMove, ...]
    changed: tuple[RowMove, ...]
    new: tuple[RowMove, ...]
    gone: tuple[RowMove, ...]
    come: tuple[RowMove, ...]
    verdicts_lost: tuple[RowMove, ...]
    verdicts_new: tuple[RowMove, ...]
    touched: tuple[tuple[str, str], ...]

    @property
    def counts(self) -> dict[str, int]:
        """The scoreboard, in the order in which it is shown."""
        names = ("lost", "verdicts_lost", "flips", "changed", "new", "gone", "come", "verdicts_new")
        return {name: len(getattr(self, name)) for name in names}


def difference(before: Path, after: Path) -> ReleaseDifference:
    """The difference of two releases, both only read. Raises duckdb.Error."""
    with duckdb.connect(config={"memory_limit": "1GB", "threads": "2"}) as db:
        for name, path in (("before", before), ("after", after)):
            quoted = str(path).replace("'", "''")
            db.execute(f"attach '{quoted}' as {name} (read_only)")
        db.execute("set enable_external_access = false")
        columns = _columns(db)
        facts = [move for table in (*CONTENT, *WHOLE) if table in columns for move in _moves(db, table, columns[table])]
        verdicts, findings = (_moves(db, table, columns[table]) for table in DERIVED)
    touched = [(one.indicator, one.place) for one in (*facts, *verdicts) if one.indicator and one.place]

    def of(moves: list[RowMove], move: Move) -> tuple[RowMove, ...]:
        return tuple(one for one in moves if one.move is move)

    return ReleaseDifference(
        lost=of(facts, Move.LOST),
        flips=tuple(one for one in of(verdicts, Move.CHANGED) if one.before != one.after),
        changed=of(facts, Move.CHANGED),
        new=of(facts, Move.NEW),
        gone=of(findings, Move.LOST),
        come=of(findings, Move.NEW),
        verdicts_lost=of(verdicts, Move.LOST),
        verdicts_new=of(verdicts, Move.NEW),
        touched=tuple(dict.fromkeys(touched)),
    )


def _columns(db: duckdb.DuckDBPyConnection) -> dict[str, tuple[str, ...]]:
    """The columns that both releases have, by table; what an older program did not know is not compared."""
    rows = db.execute(
        """
        select table_name, list(column_name order by column_index) from (
          select table_name, column_name, max(column_index) as column_index from duckdb_columns()
          where database_name in ('before', 'after') and schema_name = 'main' group by all having count(*) = 2)
        group by all"""
    ).fetchall()
    return {table: tuple(names) for table, names in rows}


def _moves(db: duckdb.DuckDBPyConnection, table: str, columns: tuple[str, ...]) -> list[RowMove]:
    """The rows of a table that differ, by their key."""
    key = REPORTED if table == "observations" and "reporter" in columns else KEYS.get(table, "row")
    if table in WHOLE:
        key = f"concat_ws('|', {', '.join(columns)})"
    told = LEFT_OUT.get(table, "true")
    compared = [name for name in columns if table != "verdicts" or name in ("verdict", "amount")]

    def shown(names: tuple[str, ...], side: str) -> str:
        known = [f"{side}.{name}::varchar" for name in names if name in columns]
        return f"coalesce({', '.join([*known, chr(39) * 2])})"

    def either(name: str) -> str:
        return f"coalesce(n.{name}, o.{name}, '')" if name in columns else "''"

    differs = " or ".join(f"o.{name} is distinct from n.{name}" for name in compared)
    names = [f"coalesce(nullif({shown(NAMED[lang], 'n')}, ''), {shown(NAMED[lang], 'o')})" for lang in ("vi", "en")]
    found = db.execute(
        f"""
        with o as (select *, {key} as key_ from before.{table} where {told}),
             n as (select *, {key} as key_ from after.{table} where {told})
        select case when n.key_ is null then 'lost' when o.key_ is null then 'new' else 'changed' end as move,
               coalesce(n.key_, o.key_) as key_, {either("indicator")}, {either("place")}, {either("document")},
               coalesce(nullif({shown(WHENS, "n")}, ''), {shown(WHENS, "o")}),
               {shown(SHOWS, "o")}, {shown(SHOWS, "n")}, {", ".join(names)},
               {either("law")}, {either("sign")}, {either("rule")}
        from o full join n on o.key_ = n.key_
        where o.key_ is null or n.key_ is null or {differs}
        order by 3, 4, 6, 2"""  # names of ours, not of the data
    ).fetchall()
    return [RowMove(Move(move), table, *rest) for move, *rest in found]

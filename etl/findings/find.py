"""Fills the tables `findings`, `mapping_gaps` and `rules`: one SQL file a rule, in the folder of its family.

A rule is a query for what an attentive reader should be told. Its columns: `severity`, `place`, `document`,
`indicator`, `year`, `row_a` and `row_b` (the names of the rows it rests on), and, where they are needed,
`row_c` (a row that its sentence tells beside them), `told` (the name of the sentence when the rule has
several) and `facts` (what else the sentence says; a name that ends in _vi or _en is for that language alone).
"""

from hashlib import md5
from pathlib import Path

import duckdb

from etl.draft_rows import insert_rows
from etl.findings.sentences import finding_sentence
from healthplan.model.ambition import Direction, ambition_level
from healthplan.model.value import Marker, row_value
from healthplan.release.query import Row, query_rows
from healthplan.text import Lang, say
from healthplan.text.numbers import period

HERE = Path(__file__).parent
OWN_MAPPING = "own_mapping"  # what our joins of tasks and indicators lack: said of us, not of a plan
FAMILIES = ("weaker_or_later", "contradictions", "missing_data", OWN_MAPPING)
# The rules that matter most stand first in their family; the others follow by name.
FIRST = (
    "weaker_than_nation",
    "later_than_nation",
    "left_out",
    "text_table_differ",
    "universal_below_100",
    "everybody_ramp",
    "no_baseline",
)


def _standing(path: Path) -> tuple[int, str]:
    return FIRST.index(path.stem) if path.stem in FIRST else len(FIRST), path.stem


RULES = tuple(path for family in FAMILIES for path in sorted((HERE / family).glob("*.sql"), key=_standing))
KEY = ("place", "document", "indicator", "year", "row_a", "row_b", "told")


def find_all(db: duckdb.DuckDBPyConnection) -> None:
    """Runs every rule over a draft whose verdicts are stored, and stores what it finds."""
    _store_levels(db)
    db.create_function("period_words", lambda code, lang: period(code, Lang(lang)), ["VARCHAR", "VARCHAR"], "VARCHAR")
    db.execute((HERE / "shared.sql").read_text(encoding="utf-8"))
    rows = query_rows(db, "select p.*, unit_en from pieces p left join indicators using (indicator)")
    pieces = {row["row"]: row for row in rows}
    first_codes = dict(db.execute("select place, min(old_code) from place_codes group by place").fetchall())
    insert_rows(db, "rules", [_rule(path, at) for at, path in enumerate(RULES)])
    found: dict[str, list[Row]] = {"findings": [], "mapping_gaps": []}
    for path in RULES:
        table = "mapping_gaps" if path.parent.name == OWN_MAPPING else "findings"
        found[table] += [_finding(path, row, pieces, first_codes) for row in query_rows(db, _sql(path))]
    db.remove_function("period_words")
    for table, rows in found.items():
        insert_rows(db, table, rows)


def _sql(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _store_levels(db: duckdb.DuckDBPyConnection) -> None:
    """The weakest end of every value, worked out where verdicts are: in healthplan/model/ambition.py."""
    db.execute("create temp table levels (row varchar, level double, open boolean)")
    rows = query_rows(
        db,
        """
        select x.*, direction from (
          select row, indicator, kind, low, high, low_open, high_open, about, rank, unknown_reason from goals
          union all select row, indicator, kind, low, high, low_open, high_open, about, rank, unknown_reason
          from observations
          union all select row, indicator, kind, low, high, low_open, high_open, about, rank, unknown_reason
          from benchmarks
        ) x join indicators using (indicator)""",
    )
    insert_rows(db, "levels", [_level(row) for row in rows])


def _level(row: Row) -> Row:
    value = row_value(row)
    reached = None if isinstance(value, Marker) else ambition_level(value, Direction(row["direction"]))
    if reached is None:
        return {"row": row["row"]}
    return {"row": row["row"], "level": reached[0], "open": bool(reached[1])}


def _rule(path: Path, position: int) -> Row:
    told = {"rule": path.stem, "family": path.parent.name, "position": position}
    for lang in Lang:
        told |= {f"name_{lang}": say(lang, f"rule_{path.stem}"), f"how_{lang}": say(lang, f"how_{path.stem}")}
    return told


def _finding(path: Path, row: Row, pieces: dict[str, Row], first_codes: dict[str, str]) -> Row:
    """A finding is named for ever, like the rows it rests on: by the first code that its place had here."""
    told = row.get("told") or path.stem
    sides = {side: pieces.get(row.get(f"row_{side}") or "", {}) for side in ("a", "b", "c")}
    named = row | {"place": first_codes.get(row["place"], row["place"])}
    key = "|".join(str(named.get(name)) for name in KEY)
    found = {name: row[name] for name in ("severity", *KEY[:-1])}
    for side in ("a", "b"):
        piece = sides[side]
        found |= {f"{name}_{side}": piece.get(name) for name in ("printed", "locator", "line")}
    return found | {
        "finding": "f" + md5(f"{path.stem}|{key}".encode()).hexdigest()[:10],
        "rule": path.stem,
        **{
            f"sentence_{lang}": finding_sentence(f"finding_{told}", lang, sides, row.get("facts") or {})
            for lang in Lang
        },
    }

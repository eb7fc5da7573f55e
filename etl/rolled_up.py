"""What the communes' values make of each province and of the nation, as it is printed: the table raw_rolled_up."""

from math import floor
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from etl.commune_files import expected_communes
from etl.rollup import SCHEMA, roll_up
from healthplan.text import Lang, say
from healthplan.text.numbers import number_text

PRINTED = {"printed": pa.string(), "low": pa.float64(), "note_vi": pa.string(), "note_en": pa.string()}


def store_rolled_up(draft: duckdb.DuckDBPyConnection, files: list[Path]) -> None:
    """Fills raw_rolled_up: the columns of `etl.rollup.SCHEMA`, the value as printed and as read from that, and the
    coverage in words. No row without files. Raises EngineMissing."""
    rules = draft.sql(
        """select indicator, rollup, try_cast(per as integer) as per, try_cast(decimals as integer) as decimals,
                  denominator_vi, denominator_en from raw_indicators where rollup not in ('', 'none')"""
    ).to_arrow_table()
    asked = rules.select(["indicator", "rollup", "per"])
    found = roll_up(files, expected_communes(draft), asked) if files else SCHEMA.empty_table()
    about = {rule["indicator"]: rule for rule in rules.to_pylist()}
    told = [_told(row, about[row["indicator"]]) for row in found.drop_columns("missing").to_pylist()]
    for name, kind in PRINTED.items():
        found = found.append_column(name, pa.array([row[name] for row in told], kind))
    draft.register("incoming", found)
    draft.execute("create table raw_rolled_up as from incoming")
    draft.unregister("incoming")


def _told(row: dict[str, Any], rule: dict[str, Any]) -> dict[str, Any]:
    printed = None if row["value"] is None else printed_value(row, rule["per"], rule["decimals"])
    low = None if printed is None else float(printed.replace(".", "").replace(",", "."))
    return {"printed": printed, "low": low} | {f"note_{lang}": coverage(row, rule, lang) for lang in Lang}


def printed_value(row: dict[str, Any], per: int, decimals: int) -> str:
    """The value to the indicator's decimals, as a Vietnamese report prints it. What falls short of all is never
    rounded to all: 999 of 1000 is "99" of a hundred without decimals."""
    value: float = row["value"]
    if per == 100 and row["denominator"] and row["numerator"] < row["denominator"]:
        value = min(value, 100 - 10**-decimals)
    return number_text(value, Lang.VI, decimals)


def coverage(row: dict[str, Any], rule: dict[str, Any], lang: Lang) -> str:
    """Who reported, of whom: "38/45 xã, chiếm 91% dân số"."""
    facts = {"reported": number_text(row["reported"], lang), "expected": number_text(row["expected"], lang)}
    if row["share"] is None:
        return say(lang, "rolled_up_of", **facts)
    share = number_text(floor(row["share"] * 100 + 1e-9), lang)
    return say(lang, "rolled_up_of_share", share=share, whole=rule[f"denominator_{lang}"], **facts)

"""Every rule: a rule that finds something has its cause taken away, one that finds nothing is given one.

Each case of <rule>.toml changes a copy of the curated facts; `vanishes` and `appears` say what becomes of
the finding with that sentence.
"""

import shutil
import tomllib
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.findings import RULES
from etl.run import run
from healthplan import published
from tests.conftest import ROOT
from tests.etl.recipe import spoil

HERE = Path(__file__).parent
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}-{at}")
    for path in sorted(HERE.glob("*.toml"))
    for at, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"])
]


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the curated facts, which the build of this test reads."""
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("published"))
    monkeypatch.setenv("ROADMAP72_DATA", str(folder))
    return folder


def told(db: duckdb.DuckDBPyConnection, rule: str, case: dict[str, Any]) -> set[tuple[str, str]]:
    """What a rule says of the case's place, and of its indicator where two would be told alike."""
    return set(db.execute(
        """
        select sentence_vi, sentence_en from findings
        where rule = $rule and place = $place and ($indicator = '' or indicator = $indicator)""",
        {"rule": rule, "place": case["place"], "indicator": case.get("indicator", "")},
    ).fetchall())


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_finding_comes_and_goes_with_its_cause(
    rule: str, case: dict[str, Any], release: duckdb.DuckDBPyConnection, facts: Path
) -> None:
    for change in case["changes"]:
        spoil(facts, change)
    with published.open_release(run()) as db:
        after = told(db, rule, case)
    before, sentence = told(release, rule, case), (case["vi"], case["en"])
    assert (sentence in before, sentence in after) == ("vanishes" in case, "appears" in case)


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    assert {path.stem for path in RULES} == {path.stem for path in HERE.glob("*.toml")}


def test_every_rule_is_told_with_its_question_and_both_names(release: duckdb.DuckDBPyConnection) -> None:
    rules = release.execute("select rule, question, name_vi, name_en, how_vi, how_en from rules").fetchall()
    assert {(rule, question) for rule, question, *_ in rules} == {
        (path.stem, path.parent.name) for path in RULES
    }
    assert all(text for rule in rules for text in rule)


def test_a_finding_rests_on_rows_that_are_there(release: duckdb.DuckDBPyConnection) -> None:
    lost = release.execute(
        """
        from findings where (row_a is not null and row_a not in (select row from pieces))
          or (row_b is not null and row_b not in (select row from pieces))
          or (row_a is null and row_b is null and rule <> 'annex_missing')"""
    ).fetchall()
    assert lost == []


def test_a_finding_has_a_name_of_its_own_and_whole_sentences(release: duckdb.DuckDBPyConnection) -> None:
    rows = release.execute("select finding, sentence_vi, sentence_en from findings").fetchall()
    assert len({name for name, *_ in rows}) == len(rows) > 200
    for _, *sentences in rows:
        for sentence in sentences:
            assert sentence.endswith(".") and not set("{}") & set(sentence) and "None" not in sentence
            assert sentence[0].upper() == sentence[0]


def test_the_figures_of_a_finding_stand_in_its_sentence_as_printed(
    release: duckdb.DuckDBPyConnection
) -> None:
    """Of plans: a benchmark's Vietnamese wording is ours, and a mark x is told as a goal in words."""
    quoted = release.execute(
        """
        select sentence_vi, printed_a from findings f
        where row_a[1] in ('g', 'o') and printed_a <> 'x'
          and rule not in ('annex_missing', 'not_surveyed', 'blank_milestones')"""
    ).fetchall()
    assert len(quoted) > 100
    assert [pair for pair in quoted if f"“{pair[1]}”" not in pair[0]] == []

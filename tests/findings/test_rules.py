"""Every rule: what it finds goes when the cause is taken away, and what it does not find comes with one.

Each case of <rule>.toml changes a copy of the curated facts and names one finding by place, indicator,
severity and both sentences; `vanishes` and `appears` say what becomes of it, `instead` what stands in its
place on the other side. Nothing else that the rule finds may move.
"""

import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.findings.find import OWN_MAPPING, RULES
from tests.conftest import ROOT
from tests.etl.drafts import judged_facts
from tests.etl.recipe import spoil

HERE = Path(__file__).parent
TEXTS = ROOT / "healthplan" / "text" / "findings.toml"
Told = set[tuple[str, str, str, str, str]]


def recipes() -> list[tuple[str, dict[str, Any]]]:
    found = []
    for path in sorted(HERE.glob("*.toml")):
        found += [(path.stem, case) for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]
    return found


CASES = recipes()
NAMES = [f"{rule}-{case['place']}-{case.get('indicator', at)}" for at, (rule, case) in enumerate(CASES)]


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the curated facts, which the build of this test reads. Without the texts of the plans: a
    changed goal would no longer stand in its paper."""
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("published", "*-2026.txt"))
    monkeypatch.setenv("ROADMAP72_DATA", str(folder))
    return folder


def told(db: duckdb.DuckDBPyConnection, rule: str) -> Told:
    """All that a rule finds, as a reader meets it: of a plan, or of our own joins of tasks and indicators."""
    return set(
        db.execute(
            """
        select place, coalesce(indicator, ''), severity, sentence_vi, sentence_en
        from (from findings union all by name from mapping_gaps) where rule = $rule""",
            {"rule": rule},
        ).fetchall()
    )


def test_what_our_own_joins_lack_is_counted_with_no_plan(release: duckdb.DuckDBPyConnection) -> None:
    own = {path.stem for path in RULES if path.parent.name == OWN_MAPPING}
    of_plans, gaps = (set(release.execute(f"select distinct rule from {table}").fetchall())
                      for table in ("findings", "mapping_gaps"))  # fmt: skip
    assert {rule for (rule,) in gaps} == own and not {rule for (rule,) in of_plans} & own


def expected(case: dict[str, Any]) -> tuple[Told, Told]:
    """What the case takes away, and what it brings."""
    place, indicator = case["place"], case.get("indicator", "")
    this = {(place, indicator, case["severity"], case["vi"], case["en"])}
    other = {(place, indicator, one["severity"], one["vi"], one["en"]) for one in case.get("instead", [])}
    return (this, other) if case.get("vanishes") else (other, this)


@pytest.mark.parametrize(("rule", "case"), CASES, ids=NAMES)
def test_one_finding_comes_or_goes_with_its_cause_and_no_other_moves(
    rule: str, case: dict[str, Any], release: duckdb.DuckDBPyConnection, facts: Path
) -> None:
    for change in case["changes"]:
        spoil(facts, change)
    with judged_facts() as db:
        after = told(db, rule)
    before = told(release, rule)
    assert (before - after, after - before) == expected(case)


@pytest.mark.parametrize("rule", [path.stem for path in RULES])
def test_what_a_rule_finds_is_taken_away_and_a_rule_that_finds_nothing_is_made_to_find(
    rule: str, release: duckdb.DuckDBPyConnection
) -> None:
    need = "vanishes" if told(release, rule) else "appears"
    assert [case for name, case in CASES if name == rule and case.get(need)] != []


def test_every_rule_has_a_recipe_and_every_recipe_a_rule() -> None:
    assert sorted(path.stem for path in HERE.glob("*.toml")) == sorted(path.stem for path in RULES)
    assert {path.stem for path in RULES} == {path.stem for path in (ROOT / "etl/findings").glob("*/*.sql")}


def test_a_case_says_either_that_a_finding_goes_or_that_it_comes() -> None:
    assert [case for _, case in CASES if bool(case.get("vanishes")) is bool(case.get("appears"))] == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_sentence_of_the_review_is_told_in_a_case(lang: str) -> None:
    """The longest sentence that fits a case is the one it tells; two rules share one sentence."""
    texts = tomllib.loads(TEXTS.read_text(encoding="utf-8"))
    shapes = {text[lang] for key, text in texts.items() if key.startswith("finding_")}
    said = [one[lang] for _, case in CASES for one in (case, *case.get("instead", []))]
    fits = {shape: re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(shape)), re.I) for shape in shapes}
    used = {max((one for one in shapes if fits[one].fullmatch(text)), key=len) for text in said}
    assert shapes - used == set()

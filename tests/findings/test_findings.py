"""The findings of the shipped facts: each rests on rows that are there and says in both languages what they
print."""

from dataclasses import dataclass

import duckdb

from etl.findings.find import RULES

# What our own joins of tasks and indicators lack is told in the same way, beside the findings on plans.
TOLD = "(from findings union all by name from mapping_gaps)"
# The sentence is about the missing cell, or about the row as a whole.
UNQUOTED = ("annex_missing", "blank_milestones", "no_baseline", "not_surveyed")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two rows that a finding rests on, with what the finding says of it."""

    rule: str
    indicator: str | None
    row: str
    printed: str
    vi: str
    en: str


def sides(release: duckdb.DuckDBPyConnection) -> list[Side]:
    rows = release.execute(
        f"""
        select rule, indicator, row_a, printed_a, sentence_vi, sentence_en from {TOLD}
        where row_a is not null
        union all
        select rule, indicator, row_b, printed_b, sentence_vi, sentence_en from {TOLD}
        where row_b is not null"""
    ).fetchall()
    return [Side(*row) for row in rows]


def test_a_finding_rests_on_rows_that_are_there_about_its_indicator_and_as_they_print(
    release: duckdb.DuckDBPyConnection,
) -> None:
    printed = release.execute(
        """
        select row, [indicator], printed from goals
        union all select row, [indicator], printed from observations
        union all select row, [indicator], printed from benchmarks
        union all select row, list_append(indicators, null), number from tasks
        union all select row, [null], due_printed from duties
        union all select row, [null], number from citations"""
    ).fetchall()
    there = {row: [(one, text) for one in about] for row, about, text in printed}
    assert len(there) == len(printed)
    assert [one for one in sides(release) if (one.indicator, one.printed) not in there.get(one.row, ())] == []


def test_only_a_missing_annex_rests_on_no_row(release: duckdb.DuckDBPyConnection) -> None:
    rules = release.execute("select distinct rule from findings where coalesce(row_a, row_b) is null")
    assert rules.fetchall() == [("annex_missing",)]


def test_a_finding_has_a_name_of_its_own_and_whole_sentences(release: duckdb.DuckDBPyConnection) -> None:
    rows = release.execute(f"select finding, sentence_vi, sentence_en from {TOLD}").fetchall()
    assert len({name for name, *_ in rows}) == len(rows) > 200
    for _, *sentences in rows:
        for sentence in sentences:
            assert sentence.endswith(".") and not set("{}") & set(sentence) and "None" not in sentence
            assert sentence[0].upper() == sentence[0]
    assert [pair for _, *pair in rows if pair[0] == pair[1]] == []


def test_no_two_findings_tell_a_reader_the_same(release: duckdb.DuckDBPyConnection) -> None:
    doubled = release.execute(
        """
        select rule, sentence_vi from findings
        group by rule, document, indicator, sentence_vi having count(*) > 1"""
    ).fetchall()
    assert doubled == []


def test_a_finding_belongs_to_the_place_of_its_paper(release: duckdb.DuckDBPyConnection) -> None:
    """A disagreement of two national papers belongs to the nation."""
    wrong = release.execute(
        """
        select f.rule, f.finding from findings f join documents d using (document)
        where f.place <> coalesce(d.place, 'VN')"""
    ).fetchall()
    assert wrong == []


def test_the_figures_of_a_plan_stand_in_the_vietnamese_sentence_as_printed(release: duckdb.DuckDBPyConnection) -> None:
    """Of plans: a benchmark's Vietnamese wording is ours, and a mark x is told as a goal in words."""
    of_plans = [
        side for side in sides(release) if side.row[0] in "go" and side.printed != "x" and side.rule not in UNQUOTED
    ]
    assert len(of_plans) > 100
    assert [side for side in of_plans if f"“{side.printed}”" not in side.vi] == []


def test_the_number_of_a_task_a_duty_and_a_paper_stands_in_both_sentences(release: duckdb.DuckDBPyConnection) -> None:
    """The rule of the paper that is not cited rests on the first paper that is."""
    numbered = [side for side in sides(release) if side.row[0] in "tdc" and side.rule != "no_national_citation"]
    assert len(numbered) > 50
    assert [side for side in numbered if side.printed not in side.vi or side.printed not in side.en] == []


def test_every_rule_is_told_with_its_question_and_both_names(release: duckdb.DuckDBPyConnection) -> None:
    rules = release.execute(
        "select rule, family, name_vi, name_en, how_vi, how_en from rules order by position"
    ).fetchall()
    assert [(rule, family) for rule, family, *_ in rules] == [(path.stem, path.parent.name) for path in RULES]
    texts = [text for _, _, *both in rules for text in both]
    assert all(texts) and len(set(texts)) == len(texts)

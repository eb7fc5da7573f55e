"""The findings of the shipped facts: each rests on rows that are there and says in both languages what they
print."""

import duckdb

from etl.findings import RULES

# What a reader of a finding can look up: the tables whose rows a finding may rest on.
ROWS = """
    select row, indicator, printed from goals
    union all select row, indicator, printed from observations
    union all select row, indicator, printed from benchmarks
    union all select row, null, number from tasks
    union all select row, null, due_printed from duties
    union all select row, null, number from citations
"""
SIDES = """
    select *, row_a as row, printed_a as printed_here, 'a' as side from findings where row_a is not null
    union all select *, row_b, printed_b, 'b' from findings where row_b is not null
"""
# What is printed there is an empty cell or the sign x, or the sentence is about the missing cell.
UNQUOTED = ("annex_missing", "blank_milestones", "no_baseline", "not_surveyed")


def test_a_finding_rests_on_rows_that_are_there_about_its_indicator_and_as_they_print(
    release: duckdb.DuckDBPyConnection
) -> None:
    wrong = release.execute(
        f"""
        select f.rule, f.finding, side, row from ({SIDES}) f left join ({ROWS}) r using (row)
        where r.printed is null or r.printed <> printed_here or r.indicator is distinct from f.indicator"""
    ).fetchall()
    assert wrong == []


def test_only_a_missing_annex_rests_on_no_row(release: duckdb.DuckDBPyConnection) -> None:
    rules = release.execute("select distinct rule from findings where coalesce(row_a, row_b) is null")
    assert rules.fetchall() == [("annex_missing",)]


def test_a_finding_has_a_name_of_its_own_and_whole_sentences(release: duckdb.DuckDBPyConnection) -> None:
    rows = release.execute("select finding, sentence_vi, sentence_en from findings").fetchall()
    assert len({name for name, *_ in rows}) == len(rows) > 200
    for _, *sentences in rows:
        for sentence in sentences:
            assert sentence.endswith(".") and not set("{}") & set(sentence) and "None" not in sentence
            assert sentence[0].upper() == sentence[0]
    assert [pair for _, *pair in rows if pair[0] == pair[1]] == []


def test_no_two_findings_tell_a_reader_the_same(release: duckdb.DuckDBPyConnection) -> None:
    doubled = release.execute(
        "from findings group by rule, document, indicator, sentence_vi having count(*) > 1 select rule, sentence_vi"
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


def test_the_figures_of_a_plan_stand_in_the_vietnamese_sentence_as_printed(
    release: duckdb.DuckDBPyConnection
) -> None:
    """Of plans: a benchmark's Vietnamese wording is ours, and a mark x is told as a goal in words."""
    quoted = release.execute(
        f"""
        select rule, sentence_vi, printed_here from ({SIDES})
        where row[1] in ('g', 'o') and printed_here <> 'x' and not list_contains($unquoted, rule)""",
        {"unquoted": list(UNQUOTED)},
    ).fetchall()
    assert len(quoted) > 100
    assert [one for one in quoted if f"“{one[2]}”" not in one[1]] == []


def test_the_number_of_a_task_a_duty_and_a_paper_stands_in_both_sentences(
    release: duckdb.DuckDBPyConnection
) -> None:
    """The rule of the paper that is not cited rests on the first paper that is."""
    rows = release.execute(
        f"""
        select sentence_vi, sentence_en, printed_here from ({SIDES})
        where row[1] in ('t', 'd', 'c') and rule <> 'no_national_citation'"""
    ).fetchall()
    assert len(rows) > 50
    assert [one for one in rows if one[2] not in one[0] or one[2] not in one[1]] == []


def test_every_rule_is_told_with_its_question_and_both_names(release: duckdb.DuckDBPyConnection) -> None:
    rules = release.execute(
        "select rule, question, name_vi, name_en, how_vi, how_en from rules order by position"
    ).fetchall()
    assert [(rule, question) for rule, question, *_ in rules] == [
        (path.stem, path.parent.name) for path in RULES
    ]
    assert all(text for rule in rules for text in rule)
    assert len({text for _, _, *texts in rules for text in texts}) == 4 * len(rules)

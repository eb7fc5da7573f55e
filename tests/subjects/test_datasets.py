"""Any rows of any dataset: the contract is kept, filters and words find what they say and nothing else."""

from datetime import date

import duckdb
import pytest

from healthplan.model.dataset import DATASETS, ColumnContent, column_content
from healthplan.parameters.refusal import QuestionRefused
from healthplan.subjects.datasets.choices import allowed_values, filter_choices
from healthplan.subjects.datasets.queries import check_values, dataset_answer, every_row, question_of
from healthplan.text import Lang, say
from tests.reported import UNREPORTED

TYPES = {
    "VARCHAR": ColumnContent.TEXT,
    "INTEGER": ColumnContent.INTEGER,
    "BIGINT": ColumnContent.INTEGER,
    "DOUBLE": ColumnContent.NUMBER,
    "BOOLEAN": ColumnContent.BOOLEAN,
    "DATE": ColumnContent.DATE,
    "TIMESTAMP": ColumnContent.TIME,
    "VARCHAR[]": ColumnContent.LIST,
}
WORDS = (  # dataset, what is typed, a row that must be there, a row that must not
    ("goals", "BHYT", "health_insurance_coverage", "stunting_under5"),
    ("goals", "bao hiem", "health_insurance_coverage", "stunting_under5"),
    ("goals", "thấp còi", "stunting_under5", "health_insurance_coverage"),
    ("values", "TYT", "doctors_per_station", "life_expectancy"),
    ("indicators", "NCD", "ncd_management_stations", "life_expectancy"),
)
DAILY = ("on_day", "months_left", "a_year_low", "a_year_high")  # what follows from the reader's day
REFUSED = (  # how it is asked, the fault, a word that its sentence must name
    (lambda: question_of("goal"), "asked_dataset", "goals"),
    (lambda: question_of("goals", {"sign": ["weaker"]}), "asked_filter", "stated_in"),
    (lambda: question_of("goals", columns=["value"]), "asked_column", "printed"),
    (lambda: question_of("goals", order=["-value"]), "asked_column", "printed"),
    (lambda: question_of("goals", limit=100_001), "asked_number", "100000"),
    (lambda: question_of("goals", offset=-1), "asked_number", "0.."),
    (lambda: check_values(question_of("goals", {"place": ["99"]}), "place", ("11", "12")), "asked_value", "12"),
)


@pytest.mark.parametrize("name", DATASETS)
def test_a_dataset_has_the_promised_columns_of_the_promised_kind(name: str, release: duckdb.DuckDBPyConnection) -> None:
    table = release.table(f"datasets.{name}")
    stored = tuple(column for column in DATASETS[name].columns if column not in DAILY)
    assert tuple(table.columns) == ("nth", *stored, "searched")
    rows = every_row(release, DATASETS[name], date(2027, 4, 7) if DATASETS[name].is_daily else None)
    kinds = [TYPES[str(kind)] for kind in rows.select(*DATASETS[name].columns).types]
    assert kinds == [column_content(column) for column in DATASETS[name].columns]


@pytest.mark.parametrize("name", DATASETS)
def test_rows_have_names_of_their_own_and_places_from_one_on(name: str, release: duckdb.DuckDBPyConnection) -> None:
    rows = release.table(f"datasets.{name}").select("nth", DATASETS[name].key).order("nth").fetchall()
    assert [nth for nth, _ in rows] == list(range(1, len(rows) + 1))
    assert bool(rows) is (name not in UNREPORTED) and len({key for _, key in rows}) == len(rows)


@pytest.mark.parametrize(
    "name",
    [
        "goals",
        "observations",
        "benchmarks",
        "tasks",
        "duties",
        "findings",
        "verdicts",
        "distances",
        "places",
        "indicators",
        "documents",
    ],
)
def test_no_row_of_the_release_is_left_out(name: str, release: duckdb.DuckDBPyConnection) -> None:
    assert dataset_answer(release, question_of(name, limit=0)).total == len(release.table(name))


@pytest.mark.parametrize("name", DATASETS)
def test_the_choices_of_a_filter_together_are_all_rows(name: str, release: duckdb.DuckDBPyConnection) -> None:
    every = dataset_answer(release, question_of(name)).total
    for one in DATASETS[name].filters:
        values = allowed_values(release, name, one)
        assert dataset_answer(release, question_of(name, {one: values})).total == every


@pytest.mark.parametrize(("name", "typed", "there", "absent"), WORDS)
def test_words_are_found_without_accents_and_by_abbreviation(
    name: str, typed: str, there: str, absent: str, release: duckdb.DuckDBPyConnection
) -> None:
    found = set(dataset_answer(release, question_of(name, q=typed)).table["indicator"].to_pylist())
    assert there in found and absent not in found


def test_the_number_beside_a_choice_is_what_choosing_it_leaves(release: duckdb.DuckDBPyConnection) -> None:
    question = question_of("tasks", {"place": ["12"], "time_kind": ["yearly", "by"]}, q="BHYT so y te")
    for name, counted in filter_choices(release, question).items():
        for value, rows in counted.items():
            filters = dict(question.filters) | {name: (value,)}
            assert dataset_answer(release, question_of("tasks", filters, q="BHYT so y te")).total == rows > 0


def test_pages_laid_together_are_the_whole_in_its_order(release: duckdb.DuckDBPyConnection) -> None:
    whole = dataset_answer(release, question_of("values", order=["-year"])).table.to_pylist()
    starts = range(0, len(whole), 50)
    pages = [dataset_answer(release, question_of("values", order=["-year"], limit=50, offset=at)) for at in starts]
    assert [row for page in pages for row in page.table.to_pylist()] == whole
    assert {page.total for page in pages} == {len(whole)}
    years = [row["year"] for row in whole]
    dated = [year for year in years if year is not None]
    assert years == sorted(dated, reverse=True) + [None] * (len(years) - len(dated))


def test_goals_without_a_year_are_asked_for_by_a_word(release: duckdb.DuckDBPyConnection) -> None:
    years = dataset_answer(release, question_of("goals", {"year": ["none"]})).table["year"].to_pylist()
    assert years and set(years) == {None}


def test_like_questions_are_equal() -> None:
    one = question_of("goals", {"place": ["12", "11"], "year": []}, q="Sức  khỏe")
    assert one == question_of("goals", {"place": ["11", "12", "11"]}, q="khoe suc") and hash(one)


@pytest.mark.parametrize(("ask", "fault", "named"), REFUSED)
def test_what_cannot_be_asked_is_refused_with_what_can(ask, fault: str, named: str) -> None:
    with pytest.raises(QuestionRefused) as refused:
        ask()
    assert refused.value.fault == fault
    for lang in Lang:
        assert named in say(lang, fault, **refused.value.facts)


def test_a_reader_cannot_put_a_query_into_a_word(release: duckdb.DuckDBPyConnection) -> None:
    assert dataset_answer(release, question_of("goals", {"place": ["' or 1=1 --"]}, q="'; drop table goals")).total == 0

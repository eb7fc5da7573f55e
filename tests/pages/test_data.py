"""What the explorer tells: rows in words, the number behind each choice, pages, files of the same rows."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from healthplan.model.dataset import DATASETS
from healthplan.subjects.datasets.words import columns_of
from healthplan.text import SENTENCES
from pages.data.content import LEFT_OUT, SHOWN, USUAL
from tests.browser.server import built_copy
from tests.pages.screen_run import screen_run


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_copy(tmp_path_factory.mktemp("explorer") / "data")


@pytest.fixture
def screen(built, monkeypatch):
    """Opens the explorer at an address."""
    monkeypatch.setenv("ROADMAP72_DATA", str(built))

    def explorer(**address: str) -> AppTest:
        app = screen_run("data", **address)
        assert not app.exception
        return app

    return explorer


def words(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def test_a_printed_value_stands_beside_what_was_read(screen) -> None:
    told = words(screen(indicator="doctors_per_station", place="11", year="2027"))
    assert ">4 - 5<" in told
    assert 'class="number">4<' in told and 'class="number">5<' in told


def test_the_place_in_a_paper_is_said_in_the_readers_language(screen) -> None:
    said = {lang: words(screen(dataset="goals", place="11", columns="locator", lang=lang))
            for lang in ("vi", "en")}  # fmt: skip
    assert "Phụ lục I, dòng" in said["vi"] and "Annex I, row" in said["en"] and "Phụ lục" not in said["en"]


def test_each_choice_says_how_many_rows_it_leaves(screen) -> None:
    app = screen(indicator="stunting_under5")
    (places,) = (one for one in app.multiselect if one.label == "Địa phương")
    assert "Điện Biên (" in " ".join(places.options)
    left = sum(int(option.rpartition("(")[2].rstrip(")")) for option in places.options)
    assert f": {left} mục</h1>" in words(app)


def test_a_filter_that_other_choices_empty_says_zero_and_can_still_be_chosen(screen) -> None:
    app = screen(dataset="benchmarks", indicator="doctors_per_station")
    (places,) = (one for one in app.multiselect if one.label == "Địa phương")
    assert any(option.endswith("(0)") for option in places.options)


def test_words_without_accents_and_with_an_abbreviation_find_the_same(screen) -> None:
    first, second = (words(screen(words=asked)) for asked in ("bao hiem y te lai chau", "BHYT Lai Châu"))
    assert "Lai Châu" in first
    assert first.count("<tr") == second.count("<tr") > 3


def test_the_files_hold_the_same_choice(screen) -> None:
    told = words(screen(dataset="goals", place="11,12", year="2030", words="bac si"))
    assert "api/v1/goals.csv?place=11,12&amp;year=2030&amp;q=bac+si" in told
    assert "api/v1/goals.xlsx?place=11,12" in told


def test_pages_lead_on_and_back_and_end(screen) -> None:
    first, last = words(screen()), words(screen(page="10"))
    assert "data?page=2" in first and "Trang 1 trên 10" in first
    assert "Trang 10 trên 10" in last and "page=9" in last and "page=11" not in last
    assert "Trang 10 trên 10" in words(screen(page="5000"))
    assert "Trang 1 trên 10" in words(screen(page="-3"))


def test_columns_stand_in_the_order_they_were_chosen_in(screen) -> None:
    told = words(screen(columns="year,place~,printed"))
    heads = re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', told)
    assert heads == ["Năm", "Địa phương", "Lời ghi"]


def test_an_unknown_column_leaves_the_usual_ones(screen) -> None:
    told = words(screen(columns="no-such-column"))
    assert told.count('<th scope="col"') == len(USUAL["values"].split()) + 1  # the last leads to the source


@pytest.mark.parametrize("name", SHOWN)
def test_every_column_and_filter_of_a_dataset_has_a_name_for_people(name: str) -> None:
    dataset = DATASETS[name]
    columns = {f"data_column_{one.removesuffix('~')}" for one in columns_of(dataset)}
    filters = {f"data_filter_{one}" for one in dataset.filters if one not in LEFT_OUT}
    assert columns | filters <= set(SENTENCES)
    assert set(USUAL[name].split()) <= set(columns_of(dataset))


def test_no_coded_word_reaches_the_reader(screen) -> None:
    for name in SHOWN:
        app = screen(dataset=name, lang="en")
        coded = {label for one in app.multiselect for option in one.options
                 if "_" in (label := option.rpartition(" (")[0])}  # fmt: skip
        assert coded == set(), name

"""Vietnamese order of names, as a dictionary has it: by letters first (đ after d), then by tones, capitals
last."""

import unicodedata

import duckdb
import pytest

from healthplan.model.dataset import DATASETS
from healthplan.release.collation import collated_words, language
from healthplan.release.publication import current_path
from healthplan.release.sorting import places_by_name, sorted_by_name
from healthplan.release.view import View
from healthplan.subjects.datasets.queries import page_table, question_of
from healthplan.text import Lang
from healthplan.theme import THEMES

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")  # ngang huyền hỏi ngã sắc nặng
IN_ORDER = (  # words in their order
    "d Dak đ Đà Đắk Điện Đồng",
    "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b",
    "e è é ê ề ế f", "o ò ó ô ồ ố ơ ờ ớ p", "u ù ú ư ừ ứ v", "i ì ỉ ĩ í ị k", "y ỳ ỷ ỹ ý ỵ z",
    "ca cà cả cã cá cạ Can cang",
    "quê quế quốc quý", "dung dũng Dương đúng Đường",
    "tinh tỉnh Tỉnh", "Huế Hưng", "Lai Lạng Lào Lâm", "Nam Nghệ Ninh",
)  # fmt: skip


def key(text: str) -> tuple:
    """Letters, then tones: written here once more by hand, with spaces before letters."""
    letters, tones = [], []
    for word in text.lower().split():
        letters.append(-1)
        for sign in word:
            apart = unicodedata.normalize("NFD", sign)
            tone = [one for one in apart if one in TONES]
            base = unicodedata.normalize("NFC", "".join(one for one in apart if one not in TONES))
            letters.append(LETTERS.index(base) if base in LETTERS else -1)
            tones.append(TONES.index(tone[0]) if tone else 0)
    return letters, tones


def ordered(db: duckdb.DuckDBPyConnection, words: list[str], lang: str = "vi") -> list[str]:
    return [row["word"] for row in collated_words(db, words=tuple(words), lang=lang)]


def cells(db: duckdb.DuckDBPyConnection, dataset: str, column: str, order: str, **filters: list[str]) -> list:
    question = question_of(dataset, filters, columns=[column], order=[order], limit=100_000)
    return page_table(db, question)[column].to_pylist()


@pytest.mark.parametrize("words", IN_ORDER)
def test_words_stand_as_in_a_dictionary(words: str) -> None:
    wanted = words.split()
    with duckdb.connect() as db:
        assert ordered(db, sorted(wanted)) == wanted
        assert [key(one) for one in wanted] == sorted(map(key, wanted))


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.usefixtures("real")
def test_every_vietnamese_column_of_every_dataset_is_sorted_and_turned_round(dataset: str, release) -> None:
    for column in DATASETS[dataset].columns:
        if not column.endswith("_vi"):
            continue
        found, down = (cells(release, dataset, column, f"{sign}{column}") for sign in ("", "-"))
        held = [cell for cell in found if cell is not None]
        assert found == held + [None] * (len(found) - len(held))
        assert [cell for cell in down if cell is not None] == ordered(release, held)[::-1]
        if all(letter.isalpha() or letter == " " for cell in held for letter in cell):
            assert [key(cell) for cell in held] == sorted(map(key, held)), column


def test_provinces_stand_in_vietnamese_order_both_ways(release) -> None:
    found, down = (cells(release, "places", "name_vi", f"{sign}name_vi", kind=["province"])
                   for sign in ("", "-"))  # fmt: skip
    assert len(found) == 34 and found == sorted(found, key=key)
    assert found.index("Điện Biên") < found.index("Gia Lai") < found.index("Vĩnh Long")
    assert down == found[::-1]


def test_english_is_sorted_without_regard_to_capitals() -> None:
    with duckdb.connect() as db:
        assert ordered(db, ["Zinc", "apple", "Banana", "banana", "cherry", "Apple"], "en") == [
            "apple",
            "Apple",
            "banana",
            "Banana",
            "cherry",
            "Zinc",
        ]


def test_codes_numbers_and_days_keep_their_own_order() -> None:
    spoken = {"name_vi": "vi", "title_en": "en", "printed": "vi", "locator_a": "vi", "lead_printed": "vi"}
    silent = dict.fromkeys(("place", "year", "low", "starts", "leads", "row"), "")
    assert {name: language(name) for name in spoken | silent} == spoken | silent


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("lang", list(Lang))
def test_lists_to_choose_from_stand_by_name_and_places_with_a_plan_first(lang: Lang) -> None:
    view = View(lang, THEMES["light"], current_path())
    names = ["Sở Y tế", "Đảng ủy", "Dân tộc", "sở Tài chính", "Ủy ban"]
    assert sorted_by_name(view, names, str) == sorted(names, key=key)
    provinces = [place for place, row in view.places.items() if row["kind"] in ("province", "commune")]
    found = places_by_name(view, provinces)
    planned = [place for place in found if place in view.planned]
    assert found[: len(planned)] == planned and set(planned) == set(view.planned)
    kinds = [view.places[place]["kind"] for place in planned]
    assert kinds == sorted(kinds, key="commune".__eq__)
    rest = [view.place_name(place) for place in found[len(planned):]
            if view.places[place]["kind"] == "province"]  # fmt: skip
    assert rest == sorted(rest, key=key if lang is Lang.VI else str.lower)

"""A place in a paper, in the words of a reader of English."""

import pytest

from healthplan.model.locator import english

CASES = (
    ("Phụ lục I, dòng 12, cột 2026", "Annex I, row 12, column 2026"),
    ("Phụ lục I, dòng 12, tên dòng", "Annex I, row 12, row name"),
    ("Phụ lục I, dòng 4, cột chỉ tiêu 2030", "Annex I, row 4, target column 2030"),
    ("Phụ lục I, dòng 4, cột chỉ tiêu toàn tỉnh", "Annex I, row 4, target column"),
    ("Phụ lục I, dòng 10, cột ghi chú", "Annex I, row 10, notes column"),
    ("Phụ lục II, nhiệm vụ 36.1", "Annex II, task 36.1"),
    ("Mục II.2, gạch đầu dòng 4", "Section II.2, bullet 4"),
    ("Mục II.2, ý (4)", "Section II.2, item (4)"),
    ("Mục III.2, gạch đầu dòng 5, dấu cộng 3", "Section III.2, bullet 5, plus item 3"),
    ("Mục I.2.2, đoạn 1", "Section I.2.2, paragraph 1"),
    ("Mục IV, đoạn cuối", "Section IV, last paragraph"),
    ("Mục III, dòng cuối", "Section III, last line"),
    ("Mục V, đoạn kết", "Section V, closing paragraph"),
    ("Phần mở đầu", "Opening part"),
    ("Phần đầu văn bản", "Opening part"),
    ("Trang web", "Web page"),
)


@pytest.mark.parametrize(("locator", "translated"), CASES)
def test_a_locator_is_translated_word_by_word(locator: str, translated: str) -> None:
    assert english(locator) == translated


def test_a_word_inside_another_word_is_left_alone() -> None:
    assert english("Cộtt, đoạnh, ý1") == "Cộtt, đoạnh, ý1"

"""The search finds what a reader means, not what the reader's keyboard can type."""

import pytest

from healthplan.model.search import matches, searchable

TITLE = "Phát triển đối tượng tham gia bảo hiểm y tế; đầu tư trạm y tế xã"


@pytest.mark.parametrize("asked", ["bảo hiểm", "bao hiem", "BHYT", "đối tượng", "doi tuong", "TYT xã", ""])
def test_a_text_is_found_without_accents_and_by_its_usual_abbreviation(asked: str) -> None:
    assert matches(asked, searchable(TITLE))


@pytest.mark.parametrize("asked", ["bệnh viện", "BHXH", "AI", "bhyt bệnh viện"])
def test_every_word_asked_for_must_be_there(asked: str) -> None:
    assert not matches(asked, searchable(TITLE))


@pytest.mark.parametrize("asked", ["BHYT", "bảo hiểm y tế", "bao hiem"])
def test_a_text_that_prints_the_abbreviation_is_found_by_the_full_words(asked: str) -> None:
    assert matches(asked, searchable("Mở rộng BHYT, trợ giúp người cao tuổi"))


def test_a_short_word_is_not_found_inside_another() -> None:
    assert matches("AI", searchable("Ứng dụng trí tuệ nhân tạo"))
    assert not matches("AI", searchable("Triển khai sổ sức khỏe"))

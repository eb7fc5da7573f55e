"""The search finds what a reader means, not what the reader's keyboard can type."""

import pytest

from healthplan.model.search import Abbreviations, SearchTerm, bare, matches, search_terms

WORDS = Abbreviations(
    (
        ("AI", "trí tuệ nhân tạo"),
        ("BHXH", "bảo hiểm xã hội"),
        ("BHYT", "bảo hiểm y tế"),
        ("SYT", "Sở Y tế"),
        ("TU", "Tỉnh ủy"),
        ("TYT", "trạm y tế"),
    )
)
searchable = WORDS.searchable
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


@pytest.mark.parametrize("text", ["từ 95% trở lên", "tự chủ", "Tu bổ cơ sở"])
def test_an_abbreviation_is_known_by_its_capitals(text: str) -> None:
    assert not matches("tinh uy", searchable(text))


def test_the_short_name_of_a_body_is_of_its_name_only() -> None:
    assert matches("syt", searchable("Giám đốc Sở Y tế"))
    assert not matches("syt", searchable("Cơ sở y tế được đầu tư"))


def test_printed_capitals_are_found_by_the_full_words() -> None:
    assert matches("tinh uy", searchable("Kế hoạch số 255-KH/TU"))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Điện Biên", "dien bien"),
        ("ĐẮK LẮK", "dak lak"),
        ("Bác sỹ", "bac si"),
        ("Hòa Bình", bare("Hoà Bình")),
        ("Ðông", "dong"),
        ("stunting_under5", "stunting under5"),
        ("<b>'; --", "b"),
        ("95,2 %, 262/2025/QH15", "95.2 262 2025 qh15"),
        ("", ""),
    ],
)
def test_accents_and_signs_are_folded_away(text: str, plain: str) -> None:
    assert bare(text) == plain


@pytest.mark.parametrize(
    ("asked", "terms"),
    [
        ("thấp còi 2030", [("thap", ()), ("coi", ()), ("2030", (2030.0,))]),
        ("95%", [("95", (95.0,))]),
        ("98,4", [("98.4", (98.4,))]),
        ("98.4", [("98.4", (98.4,))]),
        ("1.000 lượt", [("1.000", (1000.0, 1.0)), ("luot", ())]),
        ("72-NQ/TW", [("72", (72.0,)), ("nq", ()), ("tw", ())]),
        ("K2 an an", [("k2", ()), ("an", ())]),
        ("?!… <>", []),
    ],
)
def test_a_question_is_words_and_figures_in_their_order(asked: str, terms: list[tuple[str, tuple[float, ...]]]) -> None:
    assert search_terms(asked) == tuple(SearchTerm(*term) for term in terms)


def test_endless_words_are_a_few_terms() -> None:
    assert len(search_terms(" ".join(map(str, range(10_000))))) <= 12
    assert search_terms("9" * 10_000) == (SearchTerm("9" * 10_000),)

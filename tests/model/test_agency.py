"""Which agencies a printed cell names."""

import pytest

from healthplan.model.agency import UnknownAgency, resolve
from healthplan.model.grammar import plain_form

SPELLINGS = {
    plain_form(spelling): agency
    for spelling, agency in (
        ("Sở Y tế", "health"),
        ("Sở Văn hóa, Thể thao và Du lịch", "culture"),
        ("Sở Tài chính", "finance"),
        ("Các Sở, ban, ngành", "departments"),
        ("Các Sở, ban, ngành, địa phương liên quan", "departments_localities"),
        ("", "nobody"),
    )
}
CASES = (
    ("Sở Y tế", ["health"]),
    ("Sở Y tế, Sở Tài chính", ["health", "finance"]),
    ("Sở Tài chính; Sở Y tế", ["finance", "health"]),
    ("Sở Văn hóa, Thể thao và Du lịch", ["culture"]),
    ("Sở Y tế, Sở Văn hóa, Thể thao và Du lịch", ["health", "culture"]),
    ("Các Sở, ban, ngành", ["departments"]),
    ("Các Sở, ban, ngành, địa phương liên quan", ["departments_localities"]),
    ("Sở Y tế; các Sở, ban, ngành.", ["health", "departments"]),
    ("Sở Y tế và Sở Tài chính", ["health", "finance"]),
    ("Sở Y tế cùng Sở Tài chính", ["health", "finance"]),
    ("SỞ Y TẾ, sở y tế", ["health"]),
    ("", []),
    (" ; ", []),
)
UNKNOWN = (
    ("Sở Xây dựng", "sở xây dựng"),
    ("Sở Y tế, Sở Xây dựng", "sở xây dựng"),
    ("Sở Y", "sở y"),
    ("Sở Y tế (chủ trì)", "(chủ trì)"),
)


@pytest.mark.parametrize(("printed", "agencies"), CASES)
def test_the_longest_spelling_wins_so_commas_inside_names_split_nothing(printed: str, agencies: list[str]) -> None:
    assert resolve(printed, SPELLINGS) == agencies


@pytest.mark.parametrize(("printed", "rest"), UNKNOWN)
def test_an_unknown_body_is_named_from_its_first_word_on(printed: str, rest: str) -> None:
    with pytest.raises(UnknownAgency) as unknown:
        resolve(printed, SPELLINGS)
    assert unknown.value.rest == rest

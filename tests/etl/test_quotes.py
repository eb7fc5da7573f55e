"""A quotation stands in its line, letter by letter, or it does not: case by case."""

import pytest

from etl.quotes import QUOTED, check_quotes
from etl.read import Facts, Record

PAPER = [
    "1. Tuổi thọ đạt 75,5 tuổi; tiêm chủng đạt trên 95%.",
    "Phấn đấu trạm có ít nhất từ 4-6",
    "",
    "bác sĩ/trạm vào năm 2027; >1000 lượt mỗi năm",
    "3\tNgười dân\t<b>100</b>\t80\t95,2\t>95\t  1.000 bác sĩ",
    "Tỷ lệ dưới 21%, tối đa 10 giường, khoảng 15,3 bác sĩ, hơn 40%",
    "bao phủ bảo hiểm y tế toàn dân; trên 71 tuổi",
    "bao phủ 95.5%, nhân lực 1.500 người, mục 2.1.3; trước 20.10, 15.12 hằng năm",
]
STANDS = (  # printed, line
    ("75,5 tuổi", 1),
    ("trên 95%", 1),
    ("ít nhất từ 4-6 bác sĩ", 2),
    ("ít nhất từ 4-6", 2),
    (">1000 lượt", 4),
    ("100", 5),
    ("80", 5),
    ("95,2", 5),
    (">95", 5),
    ("1.000 bác sĩ", 5),
    ("Người dân", 5),
    ("dưới 21%", 6),
    ("tối đa 10 giường", 6),
    ("khoảng 15,3", 6),
    ("toàn  dân", 7),
    ("trên 71 tuổi", 7),
    ("95,5%", 8),  # our figures have commas
    ("1.500 người", 8),
    ("trước 20.10, 15.12", 8),  # a day as the paper writes it
    ("", 3),
)
NOT_THERE = (
    ("75,5 tuổi", 2),  # another line
    ("bác sĩ/trạm", 2),  # begins in a later line
    ("ít nhất từ 4-6 bác sĩ", 4),  # begins in an earlier one
    ("ít nhất từ 4 - 6", 2),  # other blanks than the paper's
    ("người dân", 5),  # a small letter for a capital
    ("Trên 71 tuổi", 7),
    ("5,5 tuổi", 1),
    ("75", 1),
    ("5", 5),
    ("9", 1),
    ("000 bác sĩ", 5),
    ("1000", 5),  # cut numbers
    ("toàn dâ", 7),
    ("oàn dân", 7),  # cut words
    ("toàn dân", 6),
    ("trên 71 năm", 7),
    ("5,5%", 8),
    ("1,500 người", 8),
    ("2,1", 8),
)
UNBOUND = (  # printed, line, the bound that was left out
    ("95%", 1, "trên"),
    ("từ 4-6", 2, "ít nhất"),
    ("4-6", 2, "ít nhất từ"),
    ("1000 lượt", 4, ">"),
    ("21%", 6, "dưới"),
    ("10 giường", 6, "tối đa"),
    ("15,3", 6, "khoảng"),
    ("40%", 6, "hơn"),
    ("71 tuổi", 7, "trên"),
    ("95", 5, ">"),
)


def faults(printed: str, line: int) -> list[tuple[str, str]]:
    cells = {"printed": printed, "line": str(line)}
    records: dict[str, list[Record]] = {name: [] for name in QUOTED}
    records["goals"] = [Record("plans/a/goals.csv", 2, "a", cells)]
    return [(one.fault, one.facts.get("bound", "")) for one in check_quotes(Facts(records, {"a": PAPER}))]


@pytest.mark.parametrize(("printed", "line"), STANDS)
def test_words_that_begin_in_their_line_stand(printed: str, line: int) -> None:
    assert faults(printed, line) == []


@pytest.mark.parametrize(("printed", "line"), NOT_THERE)
def test_words_of_another_line_other_letters_and_cut_figures_do_not(printed: str, line: int) -> None:
    assert [fault for fault, _ in faults(printed, line)] == ["words_not_in_line"]


@pytest.mark.parametrize(("printed", "line", "bound"), UNBOUND)
def test_the_word_that_bounds_a_figure_may_not_be_left_out(printed: str, line: int, bound: str) -> None:
    assert faults(printed, line) == [("words_without_bound", bound)]

"""What the papers print and how it is read: every form found in the five papers, and the forms MODEL.md
promises."""

import unicodedata

import pytest

from healthplan.model.grammar import UnreadableValue, plain, read_value
from healthplan.model.value import Grade, Interval, Kind, Marker, Reason, Universal, Unknown

EXACT = (
    ("98,4", 98.4), ("98,0", 98), ("2,7", 2.7), ("19,93%", 19.93), ("100", 100), ("100%", 100), ("95 %", 95),
    ("37 giường bệnh/vạn dân", 37), ("13,5 bác sĩ", 13.5), ("75,5 tuổi", 75.5), ("457 Trạm Y tế", 457),
    ("4 dịch vụ", 4), ("1.000", 1000), ("1.234.567,8", 1234567.8), ("khoảng 70%", 70), ("tăng thêm 10%", 10),
    ("thêm 10%", 10), ("1,5", 1.5), ("0", 0), ("48% dân số", 48), ("đạt 73 tuổi", 73),
    ("hằng năm tăng thêm 10%", 10),
)
RANGES = (
    ("4 - 5", 4, 5), ("4-5", 4, 5), ("04 - 05", 4, 5), ("1-2", 1, 2), ("từ 4–5", 4, 5),
    ("từ 04 - 05 bác sĩ", 4, 5),
    ("4 — 5", 4, 5), ("4 − 5", 4, 5), ("4% - 5%", 4, 5), ("99,2 - 99,6", 99.2, 99.6), ("5 - 5", 5, 5),
)
AT_LEAST = (
    ("từ 95% trở lên", 95), ("từ 80 tuổi trở lên", 80), ("tối thiểu 64 năm", 64), ("tối thiểu 1,5cm", 1.5),
    ("tối thiểu 100 giường", 100), ("ít nhất 1.000", 1000), ("ít nhất 10 lượt", 10),
    ("ít nhất 4-5 bác sĩ/trạm y tế", 4),
    ("ít nhất từ 02 bác sĩ/trạm y tế", 2), ("ít nhất từ 4-6 bác sĩ", 4), ("tăng thêm tối thiểu 10%", 10),
    ("≥95", 95),
    (">= 95%", 95), ("không thấp hơn 30%", 30), ("đạt từ 95%", 95), ("95% trở lên", 95),
)
MORE_THAN = (
    ("trên 95%", 95), (">95", 95), ("> 95%", 95), (">1000 lượt", 1000), ("trên 71 năm", 71), ("hơn 20%", 20)
)
AT_MOST = (("không quá 15%", 15), ("tối đa 10", 10), ("≤ 10", 10), ("<=10", 10), ("không quá 4 - 5", 5))
LESS_THAN = (("dưới 21%", 21), ("dưới 18,9%", 18.9), ("<15", 15), ("xuống dưới 21%", 21), ("dưới 4-5", 5))
READ = (
    *((printed, Interval(value, value), Kind.EXACT) for printed, value in EXACT),
    *((printed, Interval(low, high), Kind.EXACT if low == high else Kind.RANGE) for printed, low,
     high in RANGES),
    *((printed, Interval(low, None), Kind.AT_LEAST) for printed, low in AT_LEAST),
    *((printed, Interval(low, None, low_open=True), Kind.MORE_THAN) for printed, low in MORE_THAN),
    *((printed, Interval(None, high), Kind.AT_MOST) for printed, high in AT_MOST),
    *((printed, Interval(None, high, high_open=True), Kind.LESS_THAN) for printed, high in LESS_THAN),
)
WORDINGS = {
    "tất cả các cơ sở y tế": "universal", "mức sinh thay thế": "marker", "hạng i, đạt cấp chuyên sâu": "3"
}
WORDS = (
    ("toàn dân", Universal()), ("mỗi người dân", Universal()), ("mọi người dân", Universal()),
    ("Người dân", Universal()),
    ("toàn bộ người dân", Universal()), ("tất cả các cơ sở y tế", Universal()),
    ("mức sinh thay thế", Marker()),
    ("x", Marker()), ("X", Marker()), ("Hạng I, đạt cấp chuyên sâu", Grade(3)),
    ("Chưa có số liệu điều tra", Unknown(Reason.NOT_SURVEYED)),
)
REFUSED = (
    ("98.4", "value_decimal_dot"), ("1.5 cm", "value_decimal_dot"), ("95.03%", "value_decimal_dot"),
    ("05-Apr", "value_excel_date"), ("5-apr", "value_excel_date"), ("04-Thg5", "value_excel_date"),
    ("4-thg 5", "value_excel_date"), ("Apr-45", "value_excel_date"), ("05-Apr-26", "value_excel_date"),
    ("05/04/2026", "value_excel_date"), ("5/4/26", "value_excel_date"), ("2026-04-05", "value_excel_date"),
    ("2026-04-05 00:00:00", "value_excel_date"), ("5/4/2026 0:00", "value_excel_date"),
    ("5 - 4", "value_low_above_high"), ("từ 98,5 - 98,4", "value_low_above_high"),
    ("95 km", "value_unreadable"), ("4 b.s", "value_unreadable"), ("cao", "value_unreadable"),
    ("95%%", "value_unreadable"),
    ("-5", "value_unreadable"), ("4 - 5 - 6", "value_unreadable"), ("95; 96", "value_unreadable"),
    ("nan", "value_unreadable"),
    ("inf", "value_unreadable"), ("1e3", "value_unreadable"), ("1.00", "value_decimal_dot"),
    ("95 hoặc 96", "value_unreadable"),
    ("dưới 21% trở lên", "value_unreadable"), ("trên 95% trở lên", "value_unreadable"), ("", "value_missing"),
    ("   ", "value_missing"), ("９５", "value_unreadable"), ("٩٥%", "value_unreadable"),
)


@pytest.mark.parametrize(("printed", "value", "kind"), READ)
def test_a_printed_figure_is_read_as_an_interval(printed: str, value: Interval, kind: Kind) -> None:
    assert read_value(printed, {}) == value
    assert value.kind is kind


@pytest.mark.parametrize(("printed", "value"), WORDS)
def test_a_printed_word_is_read_as_what_it_stands_for(printed: str, value: object) -> None:
    assert read_value(printed, WORDINGS) == value


@pytest.mark.parametrize(("printed", "fault"), REFUSED)
def test_what_cannot_be_read_is_refused_with_its_fault(printed: str, fault: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        read_value(printed, {})
    assert refused.value.fault == fault


@pytest.mark.parametrize("reason", list(Reason))
def test_an_empty_cell_keeps_the_reason_of_the_curator(reason: Reason) -> None:
    assert read_value("", {}, reason) == Unknown(reason)


@pytest.mark.parametrize("printed", [*(row[0] for row in READ), *(row[0] for row in WORDS)])
def test_letters_spaces_and_dashes_are_read_alike_however_they_are_encoded(printed: str) -> None:
    variants = (
        unicodedata.normalize("NFD", printed), printed.replace(" ", "\u00a0"), f"  {printed} ",
        printed.replace("-", "–"),
        printed.replace(" ", "  "), printed.upper(),
    )
    assert {read_value(variant, WORDINGS) for variant in variants} == {read_value(printed, WORDINGS)}


@pytest.mark.parametrize("printed", ["mức sinh thay thế", "tất cả các cơ sở y tế"])
def test_a_wording_of_one_indicator_is_no_word_of_another(printed: str) -> None:
    with pytest.raises(UnreadableValue):
        read_value(printed, {})


def test_the_icelandic_letter_is_read_as_the_vietnamese_one() -> None:
    assert plain("Ðiện Biên") == plain("Điện Biên") == "điện biên"

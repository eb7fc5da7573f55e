"""What the papers print and how it is read: every form found in the five papers, and the forms MODEL.md
promises."""

import unicodedata

import pytest

from healthplan.model.grammar import UnreadableValue, read_value
from healthplan.model.measure import Measure, plain_form
from healthplan.model.value import Grade, Interval, Marker, Reason, Universal, Unknown, ValueKind
from healthplan.text import Lang, say

EXACT = (
    ("98,4", 98.4),
    ("98,0", 98),
    ("2,7", 2.7),
    ("19,93%", 19.93),
    ("100", 100),
    ("100%", 100),
    ("95 %", 95),
    ("37 giường bệnh/vạn dân", 37),
    ("13,5 bác sĩ", 13.5),
    ("75,5 tuổi", 75.5),
    ("457 Trạm Y tế", 457),
    ("4 dịch vụ", 4),
    ("1.000", 1000),
    ("1.234.567,8", 1234567.8),
    ("tăng thêm 10%", 10),
    ("thêm 10%", 10),
    ("1,5", 1.5),
    ("0", 0),
    ("48% dân số", 48),
    ("đạt 73 tuổi", 73),
    ("hằng năm tăng thêm 10%", 10),
)
RANGES = (
    ("4 - 5", 4, 5),
    ("4-5", 4, 5),
    ("04 - 05", 4, 5),
    ("1-2", 1, 2),
    ("từ 4–5", 4, 5),
    ("từ 04 - 05 bác sĩ", 4, 5),
    ("4 — 5", 4, 5),
    ("4 − 5", 4, 5),
    ("4% - 5%", 4, 5),
    ("99,2 - 99,6", 99.2, 99.6),
    ("5 - 5", 5, 5),
)
AT_LEAST = (
    ("từ 95% trở lên", 95),
    ("từ 80 tuổi trở lên", 80),
    ("tối thiểu 64 năm", 64),
    ("tối thiểu 1,5cm", 1.5),
    ("tối thiểu 100 giường", 100),
    ("ít nhất 1.000", 1000),
    ("ít nhất 10 lượt", 10),
    ("ít nhất 4-5 bác sĩ/trạm y tế", 4),
    ("ít nhất từ 02 bác sĩ/trạm y tế", 2),
    ("ít nhất từ 4-6 bác sĩ", 4),
    ("tăng thêm tối thiểu 10%", 10),
    ("≥95", 95),
    (">= 95%", 95),
    ("không thấp hơn 30%", 30),
    ("đạt từ 95%", 95),
    ("95% trở lên", 95),
)
MORE_THAN = (("trên 95%", 95), (">95", 95), ("> 95%", 95), (">1000 lượt", 1000), ("trên 71 năm", 71), ("hơn 20%", 20))
AT_MOST = (
    ("không quá 15%", 15),
    ("tối đa 10", 10),
    ("≤ 10", 10),
    ("<=10", 10),
    ("không quá 4 - 5", 5),
    ("nhỏ hơn hoặc bằng 10%", 10),
    ("thấp hơn hoặc bằng 10", 10),
    ("bằng hoặc ít hơn 10", 10),
    ("< hoặc bằng 10", 10),
)
LESS_THAN = (("dưới 21%", 21), ("dưới 18,9%", 18.9), ("<15", 15), ("xuống dưới 21%", 21), ("dưới 4-5", 5))
READ = (
    *((printed, Interval(value, value), ValueKind.EXACT) for printed, value in EXACT),
    *(
        (printed, Interval(low, high), ValueKind.EXACT if low == high else ValueKind.RANGE)
        for printed, low, high in RANGES
    ),
    *((printed, Interval(low, None), ValueKind.AT_LEAST) for printed, low in AT_LEAST),
    *((printed, Interval(low, None, low_open=True), ValueKind.MORE_THAN) for printed, low in MORE_THAN),
    *((printed, Interval(None, high), ValueKind.AT_MOST) for printed, high in AT_MOST),
    *((printed, Interval(None, high, high_open=True), ValueKind.LESS_THAN) for printed, high in LESS_THAN),
)
WORDINGS = {"tất cả các cơ sở y tế": "universal", "mức sinh thay thế": "marker", "hạng i, đạt cấp chuyên sâu": "3"}
WORDS = (
    ("toàn dân", Universal()),
    ("mỗi người dân", Universal()),
    ("mọi người dân", Universal()),
    ("Người dân", Universal()),
    ("toàn bộ người dân", Universal()),
    ("tất cả các cơ sở y tế", Universal()),
    ("mức sinh thay thế", Marker()),
    ("x", Marker()),
    ("X", Marker()),
    ("Hạng I, đạt cấp chuyên sâu", Grade(3)),
    ("Chưa có số liệu điều tra", Unknown(Reason.NOT_SURVEYED)),
)
SHARE = Measure(("%", "% dân số"), 0, 100, "level")
DOCTORS = Measure(("bác sĩ/trạm", "bác sĩ", "bác sĩ/trạm y tế"), 0, 50, "level")
DENSITY = Measure(("bác sĩ/vạn dân", "bác sĩ"), 0, 100, "level")
TURNS = Measure(("lượt/năm", "lượt"), 0, 100_000, "count")
SERVICES = Measure(("dịch vụ",), 0, 500, "count")
LIFE = Measure(("tuổi", "năm"), 40, 100, "level")
GAIN = Measure(("%", "điểm %"), 0, 100, "increase")
MONEY = Measure(("tỷ đồng",), 500, 90_000, "level")
GRADES = Measure((), None, None, "grade")
ABOUT = (  # the words that say "about", before any figure
    ("khoảng 95", 95, 95),
    ("Khoảng 95%", 95, 95),
    ("xấp xỉ 95", 95, 95),
    ("~95%", 95, 95),
    ("~ 95", 95, 95),
    ("≈95", 95, 95),
    ("trên dưới 95", 95, 95),
    ("trên dưới 95%", 95, 95),
    ("ước khoảng 95%", 95, 95),
    ("ước tính 95%", 95, 95),
    ("ước đạt 95%", 95, 95),
    ("đạt khoảng 95%", 95, 95),
    ("vào khoảng 95%", 95, 95),
    ("khoảng 90 - 95%", 90, 95),
    ("khoảng từ 90 đến 95%", 90, 95),
    ("khoảng trên 95%", 95, None),
    ("chừng 95%", 95, 95),
)
HELD = (  # what only an indicator makes clear
    (SHARE, "≧95", 95, None, False),
    (SHARE, "=>95", 95, None, False),
    (SHARE, "= > 95", 95, None, False),
    (SHARE, "không dưới 95%", 95, None, False),
    (SHARE, "vượt 20%", 20, None, True),
    (SHARE, "vượt quá 20%", 20, None, True),
    (SHARE, "vượt trên 20%", 20, None, True),
    (SHARE, "cao hơn 20%", 20, None, True),
    (SHARE, "＞95％", 95, None, True),
    (SHARE, "95 đến 100", 95, 100, False),
    (SHARE, "từ 95 đến 100", 95, 100, False),
    (SHARE, "95%-100%", 95, 100, False),
    (SHARE, "từ 95% tới 100%", 95, 100, False),
    (SHARE, "95 phần trăm", 95, 95, False),
    (SHARE, "≥ 95% - 98%", 95, None, False),
    (SHARE, "lớn hơn hoặc bằng 95%", 95, None, False),
    (SHARE, "Bằng hoặc cao hơn 95%", 95, None, False),
    (SHARE, "> hoặc bằng 95%", 95, None, False),
    (SHARE, "trên hoặc bằng 95%", 95, None, False),
    *((SHARE, f"95 {dash} 97%", 95, 97, False) for dash in "-–—−‐‑‒―－﹣"),
    (SHARE, "trên mức 95%", 95, None, True),
    (SHARE, "ít nhất là 95%", 95, None, False),
    (DOCTORS, "ít nhất có 4 bác sĩ", 4, None, False),
    (SHARE, "0,8%", 0.8, 0.8, False),
    (SHARE, "0,8 %", 0.8, 0.8, False),
    (SHARE, "0,5 - 0,8%", 0.5, 0.8, False),
    (SHARE, "95,125%", 95.125, 95.125, False),
    (SHARE, "0", 0, 0, False),
    (SHARE, "100", 100, 100, False),
    (SHARE, "48% dân số", 48, 48, False),
    (SHARE, "1", 1, 1, False),
    (DENSITY, "19 bác sĩ/10.000 dân", 19, 19, False),
    (DENSITY, "19 bác sỹ / vạn dân", 19, 19, False),
    (DENSITY, "19 bác sĩ trên 10.000 dân", 19, 19, False),
    (DENSITY, "19 bác sĩ/1 vạn dân", 19, 19, False),
    (DENSITY, "18,5 - 19 bác sĩ/10 nghìn dân", 18.5, 19, False),
    (DENSITY, "19 bác sĩ/10000 dân", 19, 19, False),
    (DOCTORS, "4 bác sĩ mỗi trạm", 4, 4, False),
    (DOCTORS, "4 bác sĩ/01 trạm y tế", 4, 4, False),
    (DOCTORS, "0,5", 0.5, 0.5, False),
    (DENSITY, "19/10.000 dân", 19, 19, False),
    (DENSITY, "19/vạn dân", 19, 19, False),
    (DENSITY, "19/10000 dân", 19, 19, False),
    (DENSITY, "18,5 - 19/10 nghìn dân", 18.5, 19, False),
    (DOCTORS, "4/trạm", 4, 4, False),
    (DOCTORS, "4/1 trạm", 4, 4, False),
    (TURNS, "12.500/năm", 12500, 12500, False),
    (TURNS, "1.000", 1000, 1000, False),
    (TURNS, "46117", 46117, 46117, False),
    (TURNS, "12.500 lượt/năm", 12500, 12500, False),
    (GAIN, "+5", 5, 5, False),
    (GAIN, "tăng thêm 10 điểm %", 10, 10, False),
    (MONEY, "1.250 tỷ đồng", 1250, 1250, False),
    (MONEY, "46117 tỷ đồng", 46117, 46117, False),
)
REFUSED = (  # the indicator, what is printed, the fault, and the word or sign that the sentence names
    *((SHARE, printed, "value_decimal_dot", None) for printed in ("98.4", "95.03%", "1.00", "0.500", "95.1234")),
    *(
        (SHARE, printed, "value_excel_date", None)
        for printed in (
            "05-Apr",
            "5-apr",
            "04-Thg5",
            "4-thg 5",
            "Apr-45",
            "05-Apr-26",
            "05/04/2026",
            "5/4/26",
            "2026-04-05",
            "2026-04-05 00:00:00",
            "5/4/2026 0:00",
            "05.04.2026",
            "5-4-2026",
            "2026-04-05T00:00:00",
            "2026/4/5",
            "05.04.2026 12:30",
            "2026-4-5",
        )
    ),
    *((SHARE, printed, "value_slash", printed) for printed in ("05/04", "1/3", "4/5", "10/20", "95/100")),
    (SHARE, "1/3 dân số", "value_slash", "1/3"),
    (SHARE, "≥ 95 ≤ 98", "value_two_figures", "≤ 98"),
    *((SHARE, printed, "value_low_above_high", None) for printed in ("5 - 4", "từ 98,5 - 98,4", "98% đến 95%")),
    *((SHARE, printed, "value_missing", None) for printed in ("", "   ")),
    *(
        (SHARE, printed, "value_out_of_range", part)
        for printed, part in (
            ("950", "950"),
            ("9500%", "9500"),
            ("8000", "8000"),
            ("101", "101"),
            ("100,5%", "100,5"),
            ("> 950", "950"),
            ("95 - 980", "980"),
            ("1.234.567", "1.234.567"),
            ("20000", "20000"),
            ("khoảng 950%", "950"),
        )
    ),
    (LIFE, "7,5", "value_out_of_range", "7,5"),
    (LIFE, "750 tuổi", "value_out_of_range", "750"),
    (DOCTORS, "451", "value_out_of_range", "451"),
    (TURNS, "1.000.000", "value_out_of_range", "1.000.000"),
    *(
        (SHARE, printed, "value_excel_serial", part)
        for printed, part in (
            ("46117", "46117"),
            ("45000", "45000"),
            (">46117", "46117"),
            ("36526", "36526"),
            ("60000", "60000"),
        )
    ),
    (DOCTORS, "46117", "value_excel_serial", "46117"),
    (SERVICES, "46117", "value_excel_serial", "46117"),
    (MONEY, "46117", "value_excel_serial", "46117"),
    (LIFE, "46117", "value_excel_serial", "46117"),
    *(
        (SHARE, printed, "value_percent_cell", part)
        for printed, part in (
            ("0,8", "0,8"),
            ("0,95", "0,95"),
            ("0,125", "0,125"),
            (">0,5", "0,5"),
            ("0,08 - 0,9", "0,08"),
            ("0,9999", "0,9999"),
        )
    ),
    (GAIN, "0,1", "value_percent_cell", "0,1"),
    *((SHARE, printed, "value_excel_serial", printed) for printed in ("46117,5", "45992,25", "30000,75")),
    *(
        (measure, printed, "value_unit", "‰")
        for measure, printed in ((SHARE, "0,5‰"), (SHARE, "dưới 10‰"), (DENSITY, "15‰"), (LIFE, "75 ‰"), (GAIN, "5‰"))
    ),
    (SHARE, "95°", "value_unit", "°"),
    (MONEY, "1.250 $", "value_unit", "$"),
    *(
        (measure, printed, "value_slash", part)
        for measure, printed, part in (
            (TURNS, "124/124 lượt", "124/124"),
            (DOCTORS, "124/130 trạm", "124/130"),
            (SHARE, "95/100 người", "95/100"),
            (SHARE, "34/34 xã", "34/34"),
            (SHARE, "100/120 bệnh viện", "100/120"),
            (DENSITY, "4/5", "4/5"),
        )
    ),
    (DENSITY, "3,5/1.000 dân", "value_unit", "/1.000 dân"),
    (SHARE, "19/10.000 dân", "value_unit", "/10.000 dân"),
    *(
        (SHARE, printed, "value_word", part)
        for printed, part in (
            ("phấn đấu đạt 95%", "phấn đấu"),
            ("duy trì trên 95%", "duy trì"),
            ("cơ bản đạt 95%", "cơ bản"),
            ("bảo đảm ít nhất 95%", "bảo đảm"),
            ("đến năm 2030 đạt 95%", "đến năm"),
            ("bình quân khoảng 95%", "bình quân"),
        )
    ),
    *(
        (SHARE, printed, "value_ambiguous", printed)
        for printed in (
            "1,000",
            "95.500",
            "95.000",
            "9.500",
            "12.000",
            "95,125",
            "100,000",
            "1.000",
            "98,400",
            "10,005",
        )
    ),
    (SHARE, "95,000%", "value_ambiguous", "95,000"),
    (SHARE, "95.500%", "value_ambiguous", "95.500"),
    (DOCTORS, "1,000", "value_ambiguous", "1,000"),
    (TURNS, "1,000", "value_ambiguous", "1,000"),
    (SERVICES, "1.000", "value_ambiguous", "1.000"),
    (DOCTORS, "4.500", "value_ambiguous", "4.500"),
    (SHARE, "1,234,567", "value_comma_thousands", "1,234,567"),
    (TURNS, "1,234.5", "value_comma_thousands", "1,234.5"),
    (TURNS, "1 000", "value_thousands_space", "1 000"),
    (TURNS, "10 000 lượt", "value_thousands_space", "10 000"),
    *(
        (SHARE, printed, "value_number_form", printed)
        for printed in ("1.5.2", "1,5,2", "12.34,5", "1.2345.6", "12,345,6")
    ),
    *((SHARE, printed, "value_too_long", printed) for printed in ("9" * 16, "1" * 27, "0" * 30, "1," + "3" * 20)),
    *(
        (SHARE, printed, "value_unit", part)
        for printed, part in (
            ("95 tuổi", "tuổi"),
            ("95 km", "km"),
            ("95 bác sĩ", "bác sĩ"),
            ("95 - 98 tuổi", "tuổi"),
            ("95%%", "%%"),
            ("95%/năm", "%/năm"),
            ("19 bác sĩ/10.000 dân", "bác sĩ/10.000 dân"),
            ("từ 95 cm trở lên", "cm"),
            ("95 điểm %", "điểm %"),
            ("4 b.s", "b.s"),
            ("95 Lượt", "Lượt"),
        )
    ),
    (DOCTORS, "95%", "value_unit", "%"),
    (DOCTORS, "19 bác sĩ/10.000 dân", "value_unit", "bác sĩ/10.000 dân"),
    (DENSITY, "4 bác sĩ/trạm", "value_unit", "bác sĩ/trạm"),
    (LIFE, "75%", "value_unit", "%"),
    (TURNS, "10 bác sĩ", "value_unit", "bác sĩ"),
    (TURNS, "10 nghìn lượt", "value_multiplier", "nghìn"),
    (TURNS, "2 vạn lượt", "value_multiplier", "vạn"),
    (MONEY, "95 triệu", "value_multiplier", "triệu"),
    *(
        (SHARE, printed, "value_near", part)
        for printed, part in (
            ("gần 95%", "gần"),
            ("Gần 95", "Gần"),
            ("đạt gần 95%", "gần"),
            ("độ 95", "độ"),
            ("ngót 95%", "ngót"),
            ("tầm 95%", "tầm"),
            ("cỡ 95%", "cỡ"),
            ("gần như 95%", "gần"),
        )
    ),
    *(
        (SHARE, printed, "value_change", part)
        for printed, part in (
            ("tăng thêm 10%", "tăng thêm"),
            ("+5", "+"),
            ("giảm 2%", "giảm"),
            ("tăng 5%", "tăng"),
            ("thêm 10%", "thêm"),
            ("giảm thêm 2%", "giảm thêm"),
        )
    ),
    *(
        (SHARE, printed, "value_word", part)
        for printed, part in (
            ("bình quân 95%", "bình quân"),
            ("phấn đấu 95%", "phấn đấu"),
            ("tất cả 95%", "tất cả"),
            ("năm 2030: 95%", "năm"),
        )
    ),
    *(
        (SHARE, printed, "value_two_bounds", part)
        for printed, part in (
            ("dưới 21% trở lên", "trở lên"),
            ("trên 95% trở lên", "trở lên"),
            ("ít nhất trên 95", "trên"),
            ("tối đa tối thiểu 5", "tối thiểu"),
            (">95% trở xuống", "trở xuống"),
            ("≥ < 5", "<"),
        )
    ),
    *((SHARE, printed, "value_apostrophe", part) for printed, part in (("'95-100", "'"), ("’95", "’"), ('"95', '"'))),
    *((SHARE, printed, "value_minus", "-") for printed in ("-5", "- 95", "–5%", "−5")),
    *(
        (SHARE, printed, "value_range_sign", part)
        for printed, part in (
            ("95~100", "~"),
            ("95%~100%", "~"),
            ("95 -> 100", "->"),
            ("95 → 100", "→"),
            ("95...100", "..."),
            ("95÷100", "÷"),
            ("95 : 100", ":"),
            ("95%=>100%", "=>"),
            ("95 --> 100", "-->"),
            ("95…100", "…"),
            ("1..5", ".."),
            ("từ 90% lên 95%", "lên"),
        )
    ),
    *(
        (SHARE, printed, "value_footnote", part)
        for printed, part in (
            ("95%*", "*"),
            ("95(1)", "(1)"),
            ("95 % (2025)", "(2025)"),
            ("95**", "**"),
            ("95 [1]", "[1]"),
            ("95%¹", "¹"),
            ("95†", "†"),
            ("95% (ước)", "(ước)"),
            ("95#", "#"),
            ("95 (%)", "(%)"),
        )
    ),
    *(
        (SHARE, printed, "value_two_figures", part)
        for printed, part in (
            ("4 - 5 - 6", "- 6"),
            ("95; 96", "; 96"),
            ("95 hoặc 96", "hoặc 96"),
            ("95% và 96%", "và 96"),
            ("95 96", "96"),
            ("95%, 96%", ", 96"),
        )
    ),
    *(
        (measure, printed, "value_two_figures", part)
        for measure, printed, part in (
            (GAIN, "tăng thêm 10% đạt 48%", "đạt 48"),
            (GAIN, "tăng 5% so với 2025", "so với 2025"),
            (SHARE, "95% đạt 97%", "đạt 97"),
            (SHARE, "95% từ 93%", "từ 93"),
        )
    ),
    *((SHARE, printed, "value_exponent", printed) for printed in ("5e2", "1e3", "5E+02", "9e-1")),
    *(
        (SHARE, printed, "value_sign", part)
        for printed, part in (
            ("95+", "+"),
            ("±5", "±"),
            ("95 ±", "±"),
            ("=95", "="),
            ("95.", "."),
            ("95?", "?"),
            ("95%.", "."),
            ("95 %;", ";"),
            ("95%-", "-"),
            ("$95", "$"),
            ("95-", "-"),
        )
    ),
    *((SHARE, printed, "value_foreign_digits", printed) for printed in ("９５", "１２")),
    (SHARE, "٩٥%", "value_foreign_digits", "٩٥"),
    *(
        (SHARE, printed, "value_number_in_words", part)
        for printed, part in (
            ("chín mươi lăm", "chín"),
            ("Chín mươi lăm phần trăm", "Chín"),
            ("một trăm", "một"),
            ("khoảng một nửa", "một"),
        )
    ),
    *((SHARE, printed, "value_no_figure", printed) for printed in ("cao", "nan", "inf", "-", "%", "#REF!", "tốt hơn")),
    (DOCTORS, "toàn dân", "value_everybody", "toàn dân"),
    (LIFE, "Mỗi người dân", "value_everybody", "Mỗi người dân"),
    (GRADES, "46117", "value_not_in_figures", "46117"),
    (GRADES, "95%", "value_not_in_figures", "95%"),
)


@pytest.mark.parametrize(("printed", "value", "kind"), READ)
def test_a_printed_figure_is_read_as_an_interval(printed: str, value: Interval, kind: ValueKind) -> None:
    assert read_value(printed, {}) == value
    assert value.kind is kind


@pytest.mark.parametrize(("printed", "value"), WORDS)
def test_a_printed_word_is_read_as_what_it_stands_for(printed: str, value: object) -> None:
    assert read_value(printed, WORDINGS) == value


@pytest.mark.parametrize(("printed", "low", "high"), ABOUT)
def test_what_the_paper_calls_approximate_stays_approximate(printed: str, low: float, high: float | None) -> None:
    value = read_value(printed, {}, measure=SHARE)
    assert isinstance(value, Interval)
    assert (value.low, value.high, value.about) == (low, high, True)


@pytest.mark.parametrize(("measure", "printed", "low", "high", "low_open"), HELD)
def test_the_indicator_makes_a_figure_clear(
    measure: Measure, printed: str, low: float, high: float | None, low_open: bool
) -> None:
    assert read_value(printed, {}, measure=measure) == Interval(low, high, low_open)


@pytest.mark.parametrize(("measure", "printed", "fault", "part"), REFUSED)
def test_what_cannot_be_read_is_refused_with_the_word_at_fault(
    measure: Measure, printed: str, fault: str, part: str | None
) -> None:
    with pytest.raises(UnreadableValue) as refused:
        read_value(printed, {}, measure=measure)
    assert refused.value.fault == fault
    assert refused.value.facts.get("part") == part
    for lang in Lang:
        told = say(lang, fault, value=printed, **refused.value.facts)
        assert (part or printed.strip()) in told


@pytest.mark.parametrize("fault", ["value_out_of_range", "value_excel_serial", "value_ambiguous"])
def test_a_figure_that_cannot_be_held_is_told_with_both_limits(fault: str) -> None:
    printed = {"value_out_of_range": "750", "value_excel_serial": "46117", "value_ambiguous": "75.500"}[fault]
    with pytest.raises(UnreadableValue) as refused:
        read_value(printed, {}, measure=LIFE)
    told = say(Lang.VI, fault, value=printed, **refused.value.facts)
    assert all(fact in told for fact in ("40", "100", "tuổi"))


ASKED = [row for row in REFUSED if row[2] in ("value_ambiguous", "value_percent_cell")]


@pytest.mark.parametrize("cell", ASKED)
def test_what_the_sentence_says_to_write_is_read(cell: tuple[Measure, str, str, str]) -> None:
    measure, printed, _, part = cell
    with pytest.raises(UnreadableValue) as refused:
        read_value(printed, {}, measure=measure)
    facts = refused.value.facts
    cures = facts["cure"].split(" · ") if "cure" in facts else [f"{facts['percent']}%", f"{part}%"]
    assert all(isinstance(read_value(cure, {}, measure=measure), Interval) for cure in cures)


@pytest.mark.parametrize("reason", list(Reason))
def test_an_empty_cell_keeps_the_reason_of_the_curator(reason: Reason) -> None:
    assert read_value("", {}, reason) == Unknown(reason)


@pytest.mark.parametrize("printed", [*(row[0] for row in READ), *(row[0] for row in WORDS)])
def test_letters_spaces_and_dashes_are_read_alike_however_they_are_encoded(printed: str) -> None:
    variants = (
        unicodedata.normalize("NFD", printed),
        printed.replace(" ", "\u00a0"),
        f"  {printed} ",
        printed.replace("-", "–"),
        printed.replace(" ", "  "),
        printed.upper(),
    )
    assert {read_value(variant, WORDINGS) for variant in variants} == {read_value(printed, WORDINGS)}


@pytest.mark.parametrize("printed", ["mức sinh thay thế", "tất cả các cơ sở y tế"])
def test_a_wording_of_one_indicator_is_no_word_of_another(printed: str) -> None:
    with pytest.raises(UnreadableValue):
        read_value(printed, {})


def test_the_icelandic_letter_is_read_as_the_vietnamese_one() -> None:
    assert plain_form("Ðiện Biên") == plain_form("Điện Biên") == "điện biên"

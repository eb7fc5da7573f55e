"""Numbers, changes and dates as readers of each language write them; values as the screens show them."""

from datetime import date, datetime
from typing import Any

import pytest

from healthplan.text import Lang, say
from healthplan.text.figures import kind_word, value_text, with_unit
from healthplan.text.numbers import amount, day, moment, number_text, period

VI, EN = Lang.VI, Lang.EN
NUMBERS = (  # value, decimals, Vietnamese, English
    (98.4, 2, "98,4", "98.4"),
    (98.0, 2, "98", "98"),
    (100, 2, "100", "100"),
    (0, 2, "0", "0"),
    (1000, 2, "1.000", "1,000"),
    (1234567.891, 2, "1.234.567,89", "1,234,567.89"),
    (99.6, 0, "100", "100"),
    (99.6, 1, "99,6", "99.6"),
    (0.5, 0, "1", "1"),
    (1.5, 0, "2", "2"),
    (2.5, 0, "3", "3"),
    (0.125, 2, "0,13", "0.13"),
    (1.005, 2, "1,01", "1.01"),
    (2.675, 2, "2,68", "2.68"),
    (0.6499999999999999, 2, "0,65", "0.65"),
    (-0.574, 2, "-0,57", "-0.57"),
    (10, 2, "10", "10"),
    (120, 0, "120", "120"),
    (0.004, 2, "0", "0"),
)
CHANGES = (
    (0.4, "%", "+0,4\u00a0%", "+0.4\u00a0%"),
    (-0.574, "%", "−0,57\u00a0%", "−0.57\u00a0%"),
    (0, "%", "0\u00a0%", "0\u00a0%"),
    (1.5, "cm", "+1,5 cm", "+1.5 cm"),
    (2, "", "+2", "+2"),
)
DAYS = (
    (date(2026, 3, 23), "23/3/2026", "23 March 2026"),
    (date(2025, 9, 9), "09/9/2025", "9 September 2025"),
    (date(2026, 12, 1), "01/12/2026", "1 December 2026"),
    (date(2026, 1, 31), "31/01/2026", "31 January 2026"),
)
PERIODS = (
    ("2025", "2025", "2025"),
    ("2025-09", "tháng 9/2025", "September 2025"),
    ("2026-Q3", "quý III/2026", "Q3 2026"),
    ("2026-12", "tháng 12/2026", "December 2026"),
)
SHOWN = (  # kind, low, high, printed, unknown reason, Vietnamese, English
    ("exact", 98.4, 98.4, "98,4%", None, "98,4", "98.4"),
    ("range", 4, 5, "từ 04 - 05 bác sĩ", None, "4-5", "4-5"),
    ("at_least", 95, None, "từ 95% trở lên", None, "≥ 95", "≥ 95"),
    ("more_than", 1000, None, ">1000 lượt", None, "> 1.000", "> 1,000"),
    ("at_most", None, 15.5, "không quá 15,5", None, "≤ 15,5", "≤ 15.5"),
    ("less_than", None, 21, "dưới 21%", None, "< 21", "< 21"),
    ("grade", None, None, "Hạng I, đạt cấp chuyên sâu", None, "Hạng I", "Rank I"),
)
UNKNOWN = ("not_surveyed", "blank", "page_missing", "not_stated")


def row(kind: str, low: float | None, high: float | None, printed: str, reason: str | None) -> dict[str, Any]:
    return {
        "kind": kind,
        "low": low,
        "high": high,
        "about": False,
        "printed": printed,
        "unknown_reason": reason,
        "step_vi": "Hạng I",
        "step_en": "Rank I",
    }


@pytest.mark.parametrize(("value", "decimals", "vietnamese", "english"), NUMBERS)
def test_a_number_is_rounded_half_up_and_grouped(value: float, decimals: int, vietnamese: str, english: str) -> None:
    assert (number_text(value, VI, decimals), number_text(value, EN, decimals)) == (vietnamese, english)


@pytest.mark.parametrize(("change", "unit", "vietnamese", "english"), CHANGES)
def test_a_change_has_its_sign_and_shares_change_in_points(
    change: float, unit: str, vietnamese: str, english: str
) -> None:
    assert (amount(change, unit, VI), amount(change, unit, EN)) == (vietnamese, english)


@pytest.mark.parametrize(("when", "vietnamese", "english"), DAYS)
def test_a_day_is_written_as_in_each_language(when: date, vietnamese: str, english: str) -> None:
    assert (day(when, VI), day(when, EN)) == (vietnamese, english)


@pytest.mark.parametrize(("lang", "written"), [("vi", "30/11/2026, 00:38"), ("en", "30 November 2026, 00:38")])
def test_a_moment_is_told_by_the_clock_of_viet_nam(lang: str, written: str) -> None:
    assert moment(datetime.fromisoformat("2026-11-29T17:38:12+00:00"), Lang(lang)) == written


@pytest.mark.parametrize(("code", "vietnamese", "english"), PERIODS)
def test_a_period_is_a_year_a_month_or_a_quarter_in_words(code: str, vietnamese: str, english: str) -> None:
    assert (period(code, VI), period(code, EN)) == (vietnamese, english)


@pytest.mark.parametrize(("kind", "low", "high", "printed", "reason", "vietnamese", "english"), SHOWN)
def test_a_value_is_shown_with_its_sign(
    kind: str, low: float | None, high: float | None, printed: str, reason: str | None, vietnamese: str, english: str
) -> None:
    value = row(kind, low, high, printed, reason)
    assert (value_text(value, VI), value_text(value, EN)) == (vietnamese, english)


@pytest.mark.parametrize(
    ("kind", "low", "high", "vietnamese", "english"),
    [
        ("exact", 70, 70, "khoảng 70", "about 70"),
        ("range", 90, 95, "khoảng 90-95", "about 90-95"),
        ("more_than", 1000, None, "khoảng > 1.000", "about > 1,000"),
        ("at_most", None, 15.5, "khoảng ≤ 15,5", "about ≤ 15.5"),
    ],
)
def test_an_approximate_value_says_so_and_is_never_called_exact(
    kind: str, low: float | None, high: float | None, vietnamese: str, english: str
) -> None:
    value = row(kind, low, high, "", None) | {"about": True}
    assert (value_text(value, VI), value_text(value, EN)) == (vietnamese, english)
    assert with_unit(value_text(value, VI), "%", kind) == f"{vietnamese}%"
    assert "xấp xỉ" in kind_word(value, VI)
    assert "approximate" in kind_word(value, EN)
    assert kind_word(value | {"about": False}, VI) == say(VI, f"kind_{kind}")


@pytest.mark.parametrize("lang", list(Lang))
def test_every_kind_of_nothing_has_words_of_its_own_and_never_a_figure(lang: Lang) -> None:
    words = [value_text(row("unknown", None, None, "", reason), lang) for reason in UNKNOWN]
    assert len(set(words)) == 4
    assert not any(letter.isdigit() for word in words for letter in word)
    assert value_text({"kind": None, "low": None, "high": None}, lang) == words[UNKNOWN.index("not_stated")]


@pytest.mark.parametrize("lang", list(Lang))
def test_a_word_for_everybody_is_not_shown_as_a_number(lang: Lang) -> None:
    assert not any(letter.isdigit() for letter in value_text(row("universal", None, None, "toàn dân", None), lang))


@pytest.mark.parametrize(
    ("value", "unit", "kind", "expected"),
    [
        ("98,4", "%", "exact", "98,4%"),
        ("4-5", "bác sĩ", "range", "4-5 bác sĩ"),
        ("> 95", "%", "more_than", "> 95%"),
        ("toàn dân", "%", "universal", "toàn dân"),
        ("ô trống", "%", "unknown", "ô trống"),
        ("Hạng I", "", "grade", "Hạng I"),
        ("12", "", "exact", "12"),
        ("chưa nêu", "%", None, "chưa nêu"),
    ],
)
def test_only_numbers_have_units(value: str, unit: str, kind: str | None, expected: str) -> None:
    assert with_unit(value, unit, kind) == expected

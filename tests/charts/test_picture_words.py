"""Words on a picture: large enough for a hall, never on top of each other, in the reader's way of writing."""

import pytest

from healthplan.charts.canvas import Canvas
from healthplan.charts.figure_drawing import FigureDrawing
from healthplan.charts.picture import SHEETS, Picture, SheetSize, picture_svg
from healthplan.charts.setting import Setting
from healthplan.charts.text_layout import text_lines, width_of, wrapped_lines
from healthplan.charts.trajectory import trajectory_figure
from healthplan.text import Lang
from healthplan.theme import LIGHT
from tests.charts.test_picture import LABELS, SHEET, figure, picture
from tests.charts.test_trajectory import statement


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float, float]]:
    """Every line that is written: its words, its baseline, the size of its smallest letters."""
    seen: list[tuple[str, float, float]] = []
    words = Canvas.words

    def write(canvas, x, y, line, anchor="left"):
        seen.append(("".join(run.text for run in line), y, min(run.size for run in line) * canvas.zoom))
        words(canvas, x, y, line, anchor)

    monkeypatch.setattr(Canvas, "words", write)
    return seen


def test_no_letter_on_a_slide_is_smaller_than_24_pixels(written) -> None:
    law = statement("exact", 2027, series="benchmark")
    picture_svg(picture(figure(statement("exact"), nation=[law])), SHEETS["slide"])
    assert "exact · 72-NQ/TW" in {text for text, _, _ in written}
    assert min(size for _, _, size in written) >= 24


def test_names_at_the_ends_do_not_cover_each_other(written) -> None:
    rows = {place: [statement("exact", row=place)] for place in ("11", "12")}
    setting = Setting(theme=LIGHT, lang="vi", labels=LABELS, years=(2025, 2030))
    picture_svg(picture(trajectory_figure(rows, [], setting), alt="", notes=()), SHEET)
    names = ("Điện Biên 98", "Lai Châu 100")
    one, other = (next(y for text, y, _ in written if name in text) for name in names)
    assert abs(one - other) >= 13


@pytest.mark.parametrize(("lang", "tick"), [(Lang.VI, "9,4"), (Lang.EN, "9.4")])
def test_ticks_have_the_decimal_sign_of_the_language(lang: Lang, tick: str, written) -> None:
    rows = (statement("exact", year, low=value, high=value) for year, value in ((2026, 9.0), (2030, 9.5)))
    drawn = figure(*rows, lang=lang.value)
    picture_svg(Picture("T", "S", FigureDrawing(drawn)), SHEET)
    assert tick in {text for text, _, _ in written}


def test_steps_of_a_scale_are_named_on_its_axis(written) -> None:
    grades = {2: "Hạng II, cấp cơ bản", 3: "Cấp chuyên sâu"}
    picture_svg(picture(figure(statement("grade"), grades=grades)), SHEET)
    assert {"Hạng II,", "cấp cơ bản", "Cấp chuyên sâu"} <= {text for text, _, _ in written}


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_vietnamese_is_written_in_our_letters_and_only_shapes_in_others(weight: str) -> None:
    (line,) = text_lines("Lộ trình ưỡẵự ● →", 13, LIGHT.ink, weight)
    assert [(run.text, run.weight) for run in line] == [
        ("Lộ trình ưỡẵự ", weight), ("●", "shapes"), (" ", weight), ("→", "shapes"),
    ]  # fmt: skip


def test_a_long_line_is_broken_between_words_and_nothing_is_lost() -> None:
    (line,) = text_lines("Nguồn: KH Điện Biên 2026, <b>KH Lai Châu 2026</b>, NQ 72-NQ/TW", 13, LIGHT.ink)
    parts = wrapped_lines(line, 120)
    assert len(parts) > 2
    assert "".join(run.text for part in parts for run in part) == "".join(run.text for run in line)
    assert all(width_of(part) <= 125 for part in parts)


def test_a_word_of_several_looks_and_a_space_that_holds_are_never_broken() -> None:
    (line,) = text_lines("ô trống <i>→</i>&nbsp;<b>100</b>", 13, LIGHT.ink)
    parts = ["".join(run.text for run in part) for part in wrapped_lines(line, 60)]
    assert parts == ["ô trống ", "→\xa0100"]


def test_years_that_have_no_room_are_left_out_but_never_the_last(written) -> None:
    wide, narrow = (picture(figure(statement("exact"), years=(2022, 2030))) for _ in (1, 2))
    picture_svg(wide, SheetSize(900, 400, framed=False))
    every = [text for text, _, _ in written if text.startswith("20")]
    written.clear()
    picture_svg(narrow, SheetSize(330, 160, framed=False))
    some = [text for text, _, _ in written if text.startswith("20")]
    assert len(every) == 9 and 1 < len(some) < 9 and "2030" in some

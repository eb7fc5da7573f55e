"""Drawings that are no plots: strips, runs, tables, months; where their marks stand, and what is never
drawn."""

from datetime import date

import pytest

from healthplan.charts.canvas import Box, Canvas
from healthplan.charts.drawing import BarDrawing, Panel, TableDrawing, TableLine, WordDrawing, grid
from healthplan.charts.months import Month
from healthplan.charts.strip import End, Other, Strip
from healthplan.charts.text_layout import balanced_lines, text_lines
from healthplan.charts.time_bars import TimeBar
from healthplan.print.picture_words import drawing_heading, word_drawing
from healthplan.theme import LIGHT

BOX: Box = (100, 0, 300, 22)
COLOUR = LIGHT.places["11"]


class Seen(Canvas):
    """A sheet that remembers marks, shapes and words with where they stand."""

    def __init__(self) -> None:
        super().__init__(400, 400, LIGHT.surface)
        self.marks, self.areas, self.lines, self.said = [], [], [], []

    def mark(self, x, y, shape, size, fill, edge="none", width=0):
        self.marks.append((x, shape, fill, edge))

    def area(self, xs, ys, colour, within=None):
        self.areas.append((min(xs), max(xs), colour))

    def box(self, box, colour, radius=0):
        self.areas.append((box[0], box[2], colour))

    def frame(self, box, colour, width, radius=0, dash="solid"):
        self.lines.append(([box[0], box[2]], dash, None))

    def line(self, xs, ys, colour, width, dash="solid", within=None):
        self.lines.append((xs, dash, within))

    def words(self, x, y, line, anchor="left"):
        self.said.append((x, y, "".join(run.text for run in line)))


@pytest.fixture
def seen() -> Seen:
    return Seen()


def test_a_strip_has_its_marks_at_their_share_of_its_width(seen: Seen) -> None:
    others = (Other(10, "Lai Châu: 95"),)
    Strip("11", (End(25, "base"), End(75, "goal")), ticks=(50,), others=others, bar=(25, 50)).draw(seen, BOX)
    assert seen.marks == [(120, "circle", LIGHT.strong_line, "none"), (150, "circle", LIGHT.surface, COLOUR),
                          (250, "circle", COLOUR, COLOUR)]  # fmt: skip
    assert [xs for xs, dash, _ in seen.lines if dash == "tick"] == [[200, 200]]
    assert [150, 250] in [xs for xs, _, _ in seen.lines]


def test_a_range_is_a_bar_and_an_open_sign_is_hollow(seen: Seen) -> None:
    Strip("11", (End(20, "goal range", 40), End(90, "goal open"))).draw(seen, BOX)
    assert seen.marks == [(280, "circle", LIGHT.surface, COLOUR)]
    (span,) = seen.areas
    assert span == (pytest.approx(140), pytest.approx(220), COLOUR)


def test_what_is_not_stated_has_no_mark(seen: Seen) -> None:
    Strip("11").draw(seen, BOX)
    assert (seen.marks, seen.areas, len(seen.lines)) == ([], [], 1)


def test_a_task_without_a_time_has_the_word_and_no_bar(seen: Seen) -> None:
    TimeBar("none", words="không nêu thời gian").draw(seen, BOX)
    assert seen.areas == [] and [text for _, _, text in seen.said] == ["không nêu thời gian"]


def test_a_yearly_task_has_a_dot_in_each_of_its_years_and_no_day_in_one_year(seen: Seen) -> None:
    TimeBar("yearly", 50, 50, years=3).draw(seen, BOX)
    assert [round(x) for x, *_ in seen.marks] == [217, 250, 283]
    TimeBar("yearly", 0, 100, years=1, cells=4).draw(seen, BOX)
    assert len(seen.marks) == 3 and [dash for _, dash, _ in seen.lines].count("dot") == 1


def test_a_run_without_an_end_fades_and_one_with_an_end_does_not(seen: Seen) -> None:
    TimeBar("period", 0, 50).draw(seen, BOX)
    assert [(left, right) for left, right, _ in seen.areas] == [(pytest.approx(100), pytest.approx(200))]
    seen.areas.clear()
    TimeBar("from", 0, 50, open=True).draw(seen, BOX)
    assert len({colour for *_, colour in seen.areas}) > 10
    assert max(right for _, right, _ in seen.areas) == pytest.approx(200)


def test_an_ongoing_task_stays_within_its_time(seen: Seen) -> None:
    TimeBar("ongoing", 25, 25).draw(seen, BOX)
    (within,) = [within for *_, within in seen.lines if within]
    assert (within[0], within[2]) == (150, 200)


def test_a_bar_starts_at_zero_and_is_as_long_as_its_share(seen: Seen) -> None:
    for share in (1.0, 0.5):
        BarDrawing(share, word_drawing("7"), room=0).draw(seen, BOX)
    assert [(left, right) for left, right, _ in seen.areas] == [(100, pytest.approx(300)),
                                                                (100, pytest.approx(200))]  # fmt: skip


def test_a_row_is_as_high_as_its_highest_cell_and_a_lone_cell_takes_the_whole_width(seen: Seen) -> None:
    tall, low = word_drawing("nhiều chữ " * 30), word_drawing("ít")
    pair = TableDrawing((1, 1), [TableLine((tall, low))], gap=0)
    alone = TableDrawing((1, 1), [TableLine((tall,))], gap=0)
    assert pair.height(400) == tall.height(200) + 12 > alone.height(400) == tall.height(400) + 12
    TableDrawing((1, 3), [TableLine((low, low))], gap=20).draw(seen, (0, 0, 420, 40))
    assert [x for x, _, _ in seen.said] == [0, 120]


def test_a_grid_gives_every_drawing_of_a_row_the_same_top(seen: Seen) -> None:
    panels = [Panel(word_drawing(text), (drawing_heading(f"<b>{text}</b>"),)) for text in ("một", "hai", "ba")]
    grid(panels, 2).draw(seen, (0, 0, 400, 400))
    tops = {text: y for _, y, text in reversed(seen.said)}
    assert tops["một"] == tops["hai"] < tops["ba"]


def test_words_of_no_blocks_take_no_room() -> None:
    assert WordDrawing(()).height(100) == 0


def test_a_month_has_a_disc_for_a_day_that_is_due_and_pale_days_beside_the_ninety(seen: Seen) -> None:
    week = [date(2026, 12, day) for day in range(7, 13)] + [None]
    Month("2345678", [week], {date(2026, 12, 9)}, date(2026, 12, 8), date(2026, 12, 11)).draw(seen, BOX)
    assert [(shape, fill) for _, shape, fill, _ in seen.marks] == [("circle", LIGHT.accent)]
    assert [text for *_, text in seen.said[7:]] == ["7", "8", "9", "10", "11", "12"]


def test_a_broken_name_has_parts_of_about_one_width() -> None:
    (line,) = text_lines("Quần đảo Hoàng Sa", 12.5, LIGHT.ink, "bold")
    parts = ["".join(run.text for run in part) for part in balanced_lines(line, 110)]
    assert parts == ["Quần đảo", "Hoàng Sa"]

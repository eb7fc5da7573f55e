"""What the screen of tasks tells: the time as printed, the bodies, the work that papers share."""

import re
from datetime import date
from html import escape
from pathlib import Path

import duckdb
import pytest

from etl.run import run
from healthplan.charts.time_bars import task_bar, with_strips
from healthplan.parameters.parameter import parse
from healthplan.release.view import View
from healthplan.subjects.deadlines import agenda
from healthplan.subjects.tasks import filters
from healthplan.subjects.tasks.queries import tasks
from healthplan.subjects.tasks.time import Span, runs_in
from healthplan.text import Lang
from healthplan.theme import THEMES
from pages.blocks import Markup, ReaderContext
from pages.markup import markup
from pages.tasks.content import PARAMETERS, content
from tests.browser.server import built_copy


def task(kind: str, starts: date | None, ends: date | None) -> dict:
    return {"time_kind": kind, "starts": starts, "ends": ends, "issued": date(2026, 2, 1)}


def test_a_period_lies_over_its_own_years() -> None:
    drawn = task_bar(task("period", date(2026, 1, 1), date(2027, 12, 31)), Span())
    assert drawn.left == pytest.approx(100 / 6, abs=0.1)
    assert drawn.width == pytest.approx(200 / 6, abs=0.2) and not drawn.open


def test_no_end_is_told_where_none_is_printed() -> None:
    assert task_bar(task("from", date(2026, 1, 1), None), Span()).open
    assert task_bar(task("ongoing", None, None), Span()).open


@pytest.mark.parametrize("kind", ["conditional", ""])
def test_a_task_without_a_time_has_no_place_on_the_strip(kind: str) -> None:
    assert task_bar(task(kind, None, None), Span()).width == 0


def test_a_task_runs_in_the_years_its_paper_names() -> None:
    period = task("period", date(2026, 1, 1), date(2027, 12, 31))
    assert [year for year in range(2025, 2031) if runs_in(period, year)] == [2026, 2027]
    assert runs_in(task("ongoing", None, None), 2029)


def test_a_task_without_a_printed_start_begins_with_its_paper() -> None:
    ongoing, yearly = (task_bar(task(kind, None, None), Span()) for kind in ("ongoing", "yearly"))
    assert ongoing.left > yearly.left > 16 and yearly.years == 5
    assert not runs_in(task("ongoing", None, None), 2025)


def test_a_year_is_drawn_in_its_quarters() -> None:
    year = Span(2026, 2026)
    assert year.cells == ["I/2026", "II/2026", "III/2026", "IV/2026"]
    drawn = task_bar(task("quarter", date(2026, 4, 1), date(2026, 6, 30)), year)
    assert (drawn.left, drawn.width) == (pytest.approx(25, abs=0.5), pytest.approx(25, abs=0.5))


@pytest.fixture
def view(small_data: Path) -> View:
    return View(Lang.VI, THEMES["light"], run())


def test_what_was_reported_is_told_with_who_when_and_why(view: View) -> None:
    found = {one["number"]: one for one in filters.filtered_tasks(view, filters.TaskFilter(place="11"))}
    assert [found[number]["status"] for number in ("1", "1.1", "2")] == ["ongoing", "no_report", "with_difficulties"]
    (report,) = found["2"]["reports"]
    assert (report["reason_vi"], report["said_by_vi"], report["said_on"]) == (
        "Thiếu kinh phí",
        "Sở Tài chính",
        date(2026, 10, 6),
    )
    chosen = with_strips(list(found.values()), Span())
    shown = markup("tasks_tree.html", view, places=filters.task_tree(chosen), cells=["2026"], kinds=[], now=None,
                   mark="", folded=False, said=False,
                   statuses=filters.status_counts(chosen), files={"11": {"csv": "rows"}})  # fmt: skip
    assert "chưa có báo cáo" in shown and "đang thực hiện, có khó khăn" in shown and "đạt 60%" in shown


def test_without_a_report_nothing_is_said_to_be_done(release: duckdb.DuckDBPyConnection) -> None:
    assert release.execute("select count(*) from task_status").fetchall() == [(0,)]


def test_a_newer_report_takes_the_place_of_an_older_one(small_data: Path) -> None:
    old = small_data / "reports" / "2026-Q3" / "dien-bien-2026" / "task_status.csv"
    new = small_data / "reports" / "2026-Q4" / "dien-bien-2026" / "task_status.csv"
    new.parent.mkdir(parents=True)
    new.write_text(old.read_text(encoding="utf-8").replace("with_difficulties", "done")
                   .replace("2026-10-06", "2027-01-06"), encoding="utf-8")  # fmt: skip
    view = View(Lang.VI, THEMES["light"], run())
    (second,) = [one for one in filters.filtered_tasks(view, filters.TaskFilter(place="11")) if one["number"] == "2"]
    assert second["status"] == "done" and len(second["reports"]) == 2
    assert filters.filtered_tasks(view, filters.TaskFilter(status="done")) == [second]


def test_a_theme_takes_the_tasks_that_move_one_of_its_indicators(view: View) -> None:
    themed = filters.filtered_tasks(view, filters.TaskFilter(theme=view.indicators["stunting_under5"]["theme"]))
    assert themed and all(one["joins"] for one in themed)


def on_screen(view: View, today: date = date(2026, 11, 28), **address: str) -> list[str]:
    """The blocks of the screen as HTML, in their order."""
    choices = parse(view, PARAMETERS, {"date": str(today)} | address, strict=True).choices
    blocks = content(view, choices, ReaderContext("https://roadmap.example/", today))
    return [markup(one.template, view, **one.facts) for one in blocks if isinstance(one, Markup)]


@pytest.fixture(scope="module")
def real_view(built: Path) -> View:
    return View(Lang.VI, THEMES["light"], next((built / "published").glob("release-*.duckdb")))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_copy(tmp_path_factory.mktemp("tasks") / "data")


def test_the_screen_begins_with_what_is_due_and_the_calendar_tells_the_same(real_view: View) -> None:
    first, *others = on_screen(real_view)
    assert "<h1>2 việc đến hạn trong 12 tháng tới, sớm nhất 31/12/2026</h1>" in first and "132 nhiệm vụ" in first
    picked = agenda.DeadlineFilter(date(2026, 11, 28))
    once = [duty for duty in agenda.agenda(real_view, picked)["once"] if duty["what"] != "task_start"]
    assert [duty["due_on"] for duty in once] == [date(2026, 12, 31)] * 2
    due = next(one for one in others if "Đến hạn trong 12 tháng tới" in one)
    assert all(escape(duty["title_vi"]) in due for duty in once)
    days = [[int(part) for part in reversed(day)] for day in re.findall(r"<b>(\d+)/(\d+)/(\d{4})</b>", due)]
    assert days == sorted(days) and len(days) == 7
    assert due.index("30/6/2026") < due.index("Hôm nay, 28/11/2026") < due.index("31/12/2026")


def test_the_answer_follows_the_readers_day_and_choice(real_view: View) -> None:
    assert "<h1>Không nhiệm vụ nào ghi hạn" in on_screen(real_view, place="12")[0]
    assert "<h1>4 việc đến hạn trong 12 tháng tới, sớm nhất 31/3/2026</h1>" in on_screen(
        real_view, date(2026, 3, 31), place="12"
    )[0]  # fmt: skip


@pytest.mark.parametrize(("place", "plan"), [("20", "KH Lạng Sơn 2026"), ("40", "KH Nghệ An 2026")])
def test_a_plan_whose_tasks_are_not_held_says_so_by_its_name_and_no_other_place_stands_in(
    real_view: View, place: str, plan: str
) -> None:
    alone, every = " ".join(on_screen(real_view, place=place)), " ".join(on_screen(real_view))
    for shown in (alone, every):
        assert f"{plan}</a>: Phụ lục nhiệm vụ của kế hoạch này không có" in shown
    assert "Điện Biên" not in re.split("Cùng một việc", alone)[0] and "task-tree" not in alone


def test_today_and_the_lead_stand_in_the_list(real_view: View) -> None:
    tree = next(one for one in on_screen(real_view, place="12") if "task-tree" in one)
    at = Span().at(date(2026, 11, 28))
    assert f'<i class="now" style="left:{at}%"></i>' in tree and "Hôm nay, 28/11/2026" in tree
    lead = real_view.ask(tasks)[0]["lead_printed"]
    assert f"<small>{lead}</small>" in next(one for one in on_screen(real_view, place="11") if "task-tree" in one)
    past = next(one for one in on_screen(real_view, place="12", year="2027") if "task-tree" in one)
    assert 'class="now"' not in past

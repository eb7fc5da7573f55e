"""The rows behind the charts of the screens, what their addresses refuse, and older releases."""

import pytest

from healthplan.parameters.address import brief_of, files_of, report_of
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from tests.api.charts import EVERYBODY, one, picture, rows
from tests.api.client import ask
from tests.release.older import older_release

SIGN = "Beside the national target"

pytestmark = pytest.mark.usefixtures("real")


def test_rows_of_the_map_are_the_cells_of_the_release(release) -> None:
    held = release.execute("""
        select place, printed from cells join places p using (place)
        where indicator = 'stunting_under5' and year = 2025 and p.tile_row is not null order by place""")
    told = rows("map", "indicator=stunting_under5&year=2025")
    printed = sorted((row["Place code"], row["As printed"].lstrip("'")) for row in told)
    assert printed == held.fetchall() != []


def test_rows_of_the_rug_are_the_goals_baselines_and_silences_of_every_place(release) -> None:
    told = rows("rug", EVERYBODY)
    goals = one(release, "select count(row) + count(base_row) from spans")
    silent = one(release, "select count(*) from spans where row is null")
    asks = one(release, "select count(*) from benchmarks where place = 'VN' and year <= 2030 and compare")
    assert len(told) == goals + silent + asks
    # A row without a goal, of a place: it has the word for that, or the short form of what it leaves out.
    without = [row for row in told if row["Place code"] != "VN" and not row["As printed"] and not row["Year"]]
    assert len(without) == silent and all("not stated" in row[SIGN] for row in without)
    forms = [row[SIGN] for row in told if row[SIGN]]
    known = [form for (form,) in release.execute(
        "select coalesce(short_en, case when row is null then 'not stated' else 'no national target' end)"
        " from spans").fetchall()]  # fmt: skip
    assert sorted(forms) == sorted(known)
    weaker = one(release, "select count(*) from spans where row is not null and verdict = 'weaker'")
    fell = [row for row in told if ": short" in row[SIGN] and row["As printed"]]
    assert len(fell) >= weaker > 0 and all(row["Why"] for row in fell)


def test_rows_of_the_tasks_are_those_of_the_paper(release) -> None:
    held = release.execute("select number, time_printed from tasks where place = '12' order by line")
    told = [(row["Number"], row["Time, as printed"]) for row in rows("tasks", "place=12")]
    assert [(number.lstrip("'"), time) for number, time in told] == [
        (number, time or "") for number, time in held.fetchall()]  # fmt: skip


def test_rows_of_the_load_count_who_leads(release) -> None:
    told = {(row["Place code"], row["Code of the body"]): row["Tasks it leads"] for row in rows("load")}
    held = release.execute("""
        select place, body, count(*) from (select place, unnest(leads) as body from tasks) group by all
        """).fetchall()
    assert {(place, body): str(count) for place, body, count in held}.items() <= told.items()


@pytest.mark.parametrize(
    ("name", "query", "words"),
    [("map.svg", "indicator=beds", ("beds", "hospital_beds_per_10k")),
     ("map.svg", "indicator=stunting_under5&year=2099", ("2099", "2030")),
     ("map.png", "places=11", ("places", "indicator, year")),
     ("rug.svg", "places=99", ("99", "11, 12, 20, 40, 03808")),
     ("spine.svg", "place=01", ("01", "11, 12, 20, 40, 03808")),
     ("tasks.csv", "kind=soon", ("soon", "ongoing, yearly")),
     ("tasks.svg", "place=99", ("99", "11, 12, 20, 40, 03808")),
     ("load.svg", "agency=nobody", ("nobody", "health_department")),
     ("calendar.svg", "date=2031-02-30", ("2031-02-30", "a day from 2025-01-01")),
     ("headlines.svg", "colour=red", ("colour", "lang, download, release, places")),
     ("rug.svg", "release=release-2020-01-01-000000000000", ("release-2020",))],
)  # fmt: skip
def test_what_is_not_known_is_refused_and_what_is_allowed_is_named(
    name: str, query: str, words: tuple[str, ...]
) -> None:
    refused = ask(f"/charts/{name}", f"{query}&lang=en")
    told = refused["body"].decode()
    assert refused["status"] in (400, 404) and [word for word in words if word not in told] == []


def test_a_choice_of_which_nothing_is_found_has_rows_without_a_row_and_no_picture() -> None:
    assert ask("/charts/tasks.svg", "words=zzzz")["status"] == 404
    assert rows("tasks", "words=zzzz") == []


def test_a_held_plan_without_tasks_has_no_rows_of_others() -> None:
    assert ask("/charts/tasks.svg", "place=20")["status"] == 404
    assert rows("tasks", "place=20") == []


def test_a_picture_of_an_older_release_is_of_that_release_and_links_of_its_screens_ask_for_it() -> None:
    current = publication.current_path()
    with older_release() as older:
        told = picture("map", f"release={older.stem}").decode()
        dated = {row["Release"] for row in rows("rug", f"release={older.stem}")}
    assert "2026-01-02-0123456789ab" in told and dated == {"2026-01-02-0123456789ab"}
    pinned, newest = (View(Lang.VI, THEMES["light"], current, pinned=kept) for kept in (True, False))
    for link in (
        lambda view: files_of(view, "rug")["svg"],
        lambda view: brief_of(view, "11"),
        lambda view: report_of(view, "11", "2026-10"),
    ):
        assert f"release={current.stem}" in link(pinned) and "release=" not in link(newest)


def test_a_file_of_several_places_is_named_after_them() -> None:
    named = ask("/charts/headlines.csv", "download=1&places=12,11")["headers"]["content-disposition"]
    assert "roadmap72-headlines-11-12-vi-" in named

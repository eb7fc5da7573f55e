"""What the nation sets for localities: as the laws have it, typed by hand from the page, and beside it the
tasks of the plans."""

import duckdb
import pytest

TASKS = (  # law, number, whom it names, words of time, from, until, line
    ("72-nq-tw", "III.1.1a", "Các cấp ủy, tổ chức đảng", None, None, None, 21),
    ("72-nq-tw", "III.1.6", "các cấp, các ngành, các địa phương", None, None, None, 31),
    ("72-nq-tw", "III.2.2b", "cấp tỉnh", None, None, None, 37),
    ("72-nq-tw", "III.2.4c", "các địa phương", "Trong giai đoạn 2025 - 2030, mỗi năm", 2025, 2030, 41),
    ("72-nq-tw", "III.2.4d", "trạm y tế cấp xã", "đến năm 2030", None, 2030, 41),
    ("72-nq-tw", "III.2.4e", "Mỗi trạm y tế cấp xã", None, None, None, 41),
    ("72-nq-tw", "III.2.5a", "Mỗi tỉnh, thành phố trực thuộc Trung ương", None, None, None, 43),
    ("72-nq-tw", "III.2.5b", "Mỗi tỉnh, thành phố trực thuộc Trung ương", None, None, None, 43),
    ("72-nq-tw", "III.4.3", None, "Từ năm 2026", 2026, None, 65),
    ("72-nq-tw", "III.4.4b", None, "Từ năm 2026", 2026, None, 67),
    ("72-nq-tw", "III.5.3", None, "vào năm 2030", None, 2030, 79),
    ("282-nq-cp", "II.4.1", None, "hằng năm", None, None, 3),
    ("282-nq-cp", "II.4.2", None, "Từ năm 2026", 2026, None, 5),
    ("282-nq-cp", "II.5.2", None, None, None, None, 19),
)
BESIDE = (  # national task, place, a task of the place, whether it is the same point
    ("III.2.4c", "11", "14", True),
    ("III.2.4c", "12", "7", True),
    ("III.2.4d", "11", "14", False),
    ("III.2.5a", "11", "15", True),
    ("III.2.5b", "11", "15", False),
    ("III.6.2b", "11", "41", True),
    ("III.6.2b", "12", "2", True),
    ("II.5.2", "03808", "2", True),
    ("III.2.7b", "03808", "7", True),
)
APART = (  # national task, place: nothing is joined
    ("III.2.2b", "11"),
    ("III.2.4g", "11"),
    ("III.3.3", "11"),
    ("III.2.7b", "11"),
    ("III.2.5b", "12"),
)


@pytest.mark.parametrize(("law", "number", "whom", "time", "since", "until", "line"), TASKS)
def test_a_national_task_says_what_the_text_says(
    law: str,
    number: str,
    whom: str | None,
    time: str | None,
    since: int | None,
    until: int | None,
    line: int,
    release: duckdb.DuckDBPyConnection,
) -> None:
    found = release.execute(
        "select whom_printed, time_printed, from_year, year, line from national_tasks"
        " where document = $law and number = $number",
        {"law": law, "number": number},
    ).fetchall()
    assert found == [(whom, time, since, until, line)]


def test_a_task_that_names_nobody_is_work_that_a_plan_takes_up(release: duckdb.DuckDBPyConnection) -> None:
    found = release.execute(
        "select number from national_tasks where whom_printed is null"
        " and (point is null or point not in (select point from tasks where point is not null))"
    ).fetchall()
    assert found == []


def test_a_task_stands_where_its_number_says(release: duckdb.DuckDBPyConnection) -> None:
    found = release.execute(
        "select number, locator from national_tasks where locator <> case document when '72-nq-tw'"
        " then 'Phần III, nhiệm vụ (' || split_part(number, '.', 2) || '), đoạn '"
        " else 'Mục II.' || split_part(number, '.', 2) || ', gạch đầu dòng ' end"
        " || rtrim(split_part(number, '.', 3), 'abcdefgh')"
    ).fetchall()
    assert found == []
    lines = release.execute(
        "select document, locator from national_tasks group by all having count(distinct line) > 1"
    ).fetchall()
    assert lines == []


@pytest.mark.parametrize(("number", "place", "task", "same_point"), BESIDE)
def test_a_task_of_a_place_stands_beside_the_nations(
    number: str, place: str, task: str, same_point: bool, release: duckdb.DuckDBPyConnection
) -> None:
    assert (task, same_point) in beside(release, number, place)


@pytest.mark.parametrize(("number", "place"), APART)
def test_nothing_is_joined_that_has_neither_point_nor_indicator_in_common(
    number: str, place: str, release: duckdb.DuckDBPyConnection
) -> None:
    assert beside(release, number, place) == []


def beside(release: duckdb.DuckDBPyConnection, number: str, place: str) -> list[tuple[str, bool]]:
    return release.execute(
        "select t.number, m.same_point from task_matches m join national_tasks n on n.row = m.national_task"
        " join tasks t on t.row = m.task where n.number = $number and m.place = $place",
        {"number": number, "place": place},
    ).fetchall()

"""Answers are remembered within a bound of bytes: what several rows share takes its room once."""

import pytest

from healthplan.release import publication
from healthplan.release.query_cache import CELL, ROOM, bytes_of, query_result
from healthplan.subjects.tasks.records import task_records

SHARED = {"title": "t" * 1000}
SIZES = (  # a result, the least and the most that it may be taken for
    ([], CELL, CELL), ("a" * 1000, 1000, 1200), ([{"a": "x" * 500}] * 1, 500, 900),
    ([{"alike": [SHARED]} for _ in range(100)], 100 * CELL, 30_000), ({"n": 3, "m": None}, 3 * CELL, 3 * CELL),
)  # fmt: skip


@pytest.mark.parametrize(("result", "least", "most"), SIZES)
def test_a_result_is_weighed_by_what_it_holds(result: object, least: int, most: int) -> None:
    assert least <= bytes_of(result) <= most


def test_the_largest_answer_of_the_release_is_kept(real) -> None:
    path = publication.current_path()
    assert bytes_of(query_result(path, task_records, ())) < ROOM / 4
    assert query_result(path, task_records, ()) is query_result(path, task_records, ())

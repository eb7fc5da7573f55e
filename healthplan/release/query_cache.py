"""Answers of the release, remembered for as long as there is room: bounded by bytes, as readers may ask in
words of their own."""

from collections.abc import Callable
from pathlib import Path
from threading import Condition
from typing import Any

from cachetools import LRUCache, cached

from healthplan.release import publication
from healthplan.release.query import Row

Question = Callable[..., Any]  # takes a cursor and what is asked
ROOM = 48 * 2**20  # bytes, all answers together
CELL = 56  # bytes of a value and of its place in a row, at least


def bytes_of(result: object) -> int:
    """About how many bytes a result takes. Rows and lists that stand in several places are there once."""
    size, seen, left = 0, set[int](), [result]
    while left:
        one = left.pop()
        size += CELL
        if isinstance(one, str):
            size += len(one)
        elif isinstance(one, dict | list | tuple) and id(one) not in seen:
            seen.add(id(one))
            left.extend(one.values() if isinstance(one, dict) else one)
    return size


@cached(LRUCache(ROOM, bytes_of), condition=Condition())  # who asks what is being asked already waits for its answer
def query_result(path: Path, question: Question, asked: tuple[tuple[str, Any], ...]) -> Any:
    """What the release at `path` answers to a question; nobody changes it. Raises ReleaseDamaged,
    ReleaseTooOld and duckdb.Error."""
    with publication.release_cursor(path) as cursor:
        return question(cursor, **dict(asked))


def by_name(cursor: Any, of: Question, column: str) -> dict[str, Row]:
    """A question about the answer to another one: its rows by their name."""
    return {row[column]: row for row in of(cursor)}


def rows_by_key(path: Path, question: Question, column: str) -> dict[str, Row]:
    """The rows of a list by their name; a template asks for it at every link."""
    known: dict[str, Row] = query_result(path, by_name, (("column", column), ("of", question)))
    return known

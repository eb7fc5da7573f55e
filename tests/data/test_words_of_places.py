"""Every place in a paper reads as English to a reader of English."""

import re

import duckdb
import pytest

from healthplan.model.locator import english


@pytest.mark.parametrize("table", ["goals", "observations", "tasks", "duties", "remarks"])
def test_every_locator_is_translated_to_its_last_word(table: str, release: duckdb.DuckDBPyConnection) -> None:
    locators = {row[0] for row in release.table(table).select("locator").fetchall()}
    left = {locator: english(locator) for locator in locators if re.search(r"[^\x00-\x7f]", english(locator))}
    assert locators and left == {}

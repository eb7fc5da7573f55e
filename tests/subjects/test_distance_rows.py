"""The dataset of distances: what follows from the reader's day is the arithmetic of the model, row by row."""

from datetime import date

import pytest

from healthplan.model.distance import a_year, months_left
from healthplan.model.value import Interval
from healthplan.subjects.datasets.queries import dataset_answer, question_of

DAYS = (date(2025, 1, 1), date(2026, 12, 16), date(2027, 4, 7), date(2028, 2, 29), date(2030, 12, 31), date(2045, 1, 1))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_months_and_yearly_share_are_those_of_the_model(release, day: date) -> None:
    rows = dataset_answer(release, question_of("distances", day=day, limit=100_000)).table.to_pylist()
    assert len(rows) > 500
    for row in rows:
        months = months_left(day, row["year"]) if row["year"] else None
        assert (row["on_day"], row["months_left"]) == (day, months), row["row"]
        ends = (row["missing_low"], row["missing_high"])
        shares = (row["a_year_low"], row["a_year_high"])
        if not months or months <= 0 or ends == (None, None):
            assert shares == (None, None), row["row"]
            continue
        share = a_year(Interval(*ends, row["missing_low_open"], row["missing_high_open"]), months)
        assert shares == (share.low, share.high), row["row"]


def test_the_dataset_holds_every_distance_once(release) -> None:
    rows = dataset_answer(release, question_of("distances", limit=100_000)).table.to_pylist()
    stored = release.execute("select count(*) from distances").fetchone()[0]
    assert len({row["row"] for row in rows}) == len(rows) == stored
    assert {row["on_day"] for row in rows} == {date.today()}

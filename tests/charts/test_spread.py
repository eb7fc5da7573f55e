"""Labels pushed apart: in order, never closer than the gap, and no further from their places than needed."""

from itertools import pairwise

import pytest

from healthplan.charts.labels import spread

CASES = (  # wanted, gap, low, high, placed
    ([], 10, 0, 100, []),
    ([50], 10, 0, 100, [50]),
    ([10, 50, 90], 10, 0, 100, [10, 50, 90]),
    ([50, 50], 10, 0, 100, [45, 55]),
    ([50, 50, 50], 10, 0, 100, [40, 50, 60]),
    ([48, 52], 10, 0, 100, [45, 55]),
    ([52, 48], 10, 0, 100, [55, 45]),
    ([0, 0], 10, 0, 100, [0, 10]),
    ([100, 100], 10, 0, 100, [90, 100]),
    ([-20, 120], 10, 0, 100, [0, 100]),
    ([20, 21, 80], 10, 0, 100, [15.5, 25.5, 80]),
)
CROWDS = ([5, 5, 5, 5, 5, 5], [99, 98, 97, 3, 50, 50.5], [0, 100, 0, 100, 50], [7.5, 7.4, 7.6, 7.3, 7.7, 7.2])


@pytest.mark.parametrize(("wanted", "gap", "low", "high", "placed"), CASES)
def test_labels_are_moved_as_little_as_can_be(
    wanted: list[float], gap: float, low: float, high: float, placed: list[float]
) -> None:
    assert spread(wanted, gap, low, high) == pytest.approx(placed)


@pytest.mark.parametrize("wanted", CROWDS)
def test_no_label_covers_another_or_leaves_the_frame(wanted: list[float]) -> None:
    placed = sorted(spread(wanted, 15, 0, 100))
    assert all(after - before >= 15 - 1e-9 for before, after in pairwise(placed))
    assert placed[0] >= 0 and placed[-1] <= 100


@pytest.mark.parametrize("wanted", CROWDS)
def test_the_order_of_the_labels_is_kept(wanted: list[float]) -> None:
    placed = spread(wanted, 15, 0, 100)
    ordered = sorted(range(len(wanted)), key=wanted.__getitem__)
    assert [placed[at] for at in ordered] == sorted(placed)


def test_labels_that_cannot_fit_keep_their_gap_and_start_at_the_low_end() -> None:
    assert spread([50, 50, 50], 60, 0, 100) == pytest.approx([0, 60, 120])

"""How a plan spreads its change: made-up paths, and the two that the papers' insurance tables print."""

from itertools import pairwise

import pytest

from healthplan.model.shape import Shape, Spread, shape

LAI_CHAU = (95, 95.2, 95.4, 95.6, 95.8, 100)
CASES = {  # name: the path, back-loading index, share of the last two years, largest step, word
    "straight": ((95, 96, 97, 98, 99, 100), 0.00, 0.40, 1.0, "even"),
    "straight, towards less": ((-24, -23, -22, -21), 0.00, 2 / 3, 1.0, "even"),
    "Lai Châu's insurance": (LAI_CHAU, 0.64, 0.88, 4.2, "back_loaded"),
    "all in the last year": ((95, 95, 95, 95, 95, 100), 0.80, 1.0, 5.0, "back_loaded"),
    "all in the last of ten years": ((0,) * 10 + (7,), 0.90, 1.0, 10.0, "back_loaded"),
    "all in the first year": ((95, 100, 100, 100, 100, 100), -0.80, 0.0, 5.0, "front_loaded"),
    "less every year": ((0, 40, 70, 90, 100), -0.25, 0.30, 1.6, "front_loaded"),
    "a year of standing still": ((0, 10, 10, 20), 0.00, 0.50, 1.5, "even"),
    "a year that falls back": ((0, 6, 4, 10), 0.00, 0.40, 1.8, "even"),
    "below its start on the way": ((10, 5, 5, 20), 4 / 3, 1.5, 4.5, "back_loaded"),
    "beyond its end on the way": ((0, 20, 20, 10), -2.0, -1.0, 6.0, "front_loaded"),
}
THRESHOLDS = (  # the middle of a path from 0 to 20
    (5, "back_loaded"),
    (6, "back_loaded"),
    (7, "even"),
    (10, "even"),
    (13, "even"),
    (14, "front_loaded"),
)
NO_BETTER = ((95, 95, 95), (95, 96, 95), (100, 99, 98, 97), (95, 97, 96, 94.9))


@pytest.mark.parametrize("name", CASES)
def test_a_path_is_even_or_leaves_its_change_to_one_side(name: str) -> None:
    path, index, last_two, step, word = CASES[name]
    found = shape(path)
    assert found == Shape(pytest.approx(index, abs=1e-9), pytest.approx(last_two), pytest.approx(step))
    assert found.spread.value == word


@pytest.mark.parametrize(("middle", "word"), THRESHOLDS)
def test_a_fifth_of_the_index_is_where_a_path_stops_being_even(middle: int, word: str) -> None:
    found = shape((0, middle, 20))
    assert found and found.back_loading == pytest.approx((10 - middle) / 20)
    assert found.spread.value == word


@pytest.mark.parametrize(
    ("index", "word"),
    [(0.2, Spread.BACK_LOADED), (0.1999, Spread.EVEN), (-0.1999, Spread.EVEN), (-0.2, Spread.FRONT_LOADED)],
)
def test_the_words_change_exactly_at_a_fifth(index: float, word: Spread) -> None:
    assert Shape(index, None, 1).spread is word


@pytest.mark.parametrize("path", NO_BETTER)
def test_a_path_that_ends_no_better_has_no_shape(path: tuple[float, ...]) -> None:
    assert shape(path) is None


@pytest.mark.parametrize("path", [(), (95,), (95, 100)])
def test_two_years_are_no_path(path: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="three years"):
        shape(path)


@pytest.mark.parametrize(("path", "last_two"), [((0, 1, 4), None), ((0, 1, 2, 4), 0.75)])
def test_two_changes_are_always_the_last_two_and_say_nothing(path: tuple[int, ...], last_two: float | None) -> None:
    found = shape(path)
    assert found and found.last_two == last_two


def test_a_shape_does_not_depend_on_the_unit_or_the_level() -> None:
    moved = shape([1000 + 3 * level for level in LAI_CHAU])
    plain = shape(LAI_CHAU)
    assert moved and plain
    assert [moved.back_loading, moved.last_two, moved.largest_step] == pytest.approx(
        [plain.back_loading, plain.last_two, plain.largest_step]
    )


def test_a_path_told_backwards_is_loaded_to_the_other_side() -> None:
    steps = [later - earlier for earlier, later in pairwise(LAI_CHAU)]
    mirrored = [0.0]
    for step in reversed(steps):
        mirrored.append(mirrored[-1] + step)
    found = shape(mirrored)
    assert found and found.back_loading == pytest.approx(-0.64)
    assert found.spread is Spread.FRONT_LOADED

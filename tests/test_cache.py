"""The one cache: bounded by bytes, whatever readers type."""

from random import Random

import pytest

from healthplan.cache import Cache, Key, key_of


def test_however_it_is_used_it_never_holds_more_than_its_room() -> None:
    random, cache = Random(72), Cache(room=5000, largest=1250)
    for _ in range(3000):
        size, name = random.randint(0, 2000), str(random.randint(0, 60))
        free = [random.choice(["", "a", "b"])]
        cache.put(key_of(name, free=free), size, size)
        assert cache.size <= 5000
        assert (cache.get(key_of(name, free=free)) == size) or size > 1250
        cache.get(key_of(str(random.randint(0, 60))))
    assert cache.size > 3000


@pytest.mark.parametrize("free", [
    ["localhost"], ["evil.example"], ["a" * 8000], ["ế"], ["\0"], ["", "x"], ["x", ""], [" "], ["[::1]"],
    ["0"],
])  # fmt: skip
def test_what_readers_type_takes_one_place_and_serves_only_itself(free: list[str]) -> None:
    cache = Cache()
    cache.put(key_of("brief", "11"), "plain", 5)
    cache.put(key_of("brief", "11", free=["http://here/"]), "here", 4)
    cache.put(key_of("brief", "11", free=free), "typed", 5)
    assert len(cache) == 2 and cache.get(key_of("brief", "11")) == "plain"
    assert cache.get(key_of("brief", "11", free=free)) == "typed"
    assert cache.get(key_of("brief", "11", free=["http://here/"])) is None


def test_neighbouring_words_are_not_taken_for_each_other() -> None:
    keys = {key_of("a", "bc"), key_of("ab", "c"), key_of("abc"), key_of("a", free=["bc"]), key_of("", "abc")}
    assert len(keys) == 5


def test_a_key_holds_no_word_that_was_typed() -> None:
    key = key_of("chart", free=["evil.example"])
    assert isinstance(key, Key) and "evil" not in repr(key)

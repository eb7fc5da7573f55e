"""Choices in the order of what the reader sees, as the reader's language sorts names."""

from collections.abc import Callable, Iterable

from healthplan.release.collation import collated_words
from healthplan.release.view import View


def sorted_by_name(view: View, options: Iterable[str], shown: Callable[[str], str]) -> list[str]:
    """The options in the order of their names."""
    named = {one: shown(one) for one in options}
    words = tuple(sorted(set(named.values())))
    ranks = {row["word"]: rank for rank, row in enumerate(view.ask(collated_words, words=words, lang=view.lang))}
    return sorted(named, key=lambda one: ranks[named[one]])


def places_by_name(view: View, places: Iterable[str]) -> list[str]:
    """Places by name: those with a plan first, provinces before communes."""

    def turn(place: str) -> tuple[bool, bool]:
        return place not in view.planned, view.places[place]["kind"] == "commune"

    return sorted(sorted_by_name(view, places, view.place_name), key=turn)

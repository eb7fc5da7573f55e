"""Codes that a place had before its official one was known: what names them still leads to the place."""

from collections.abc import Mapping, Sequence

NAMES = ("place", "places")  # the parameters of addresses that hold codes of places


def current_codes(places: Sequence[str], old_codes: Mapping[str, str]) -> list[str]:
    """The places with today's codes, each once. `old_codes` leads from an old code to today's."""
    return list(dict.fromkeys(old_codes.get(place, place) for place in places))


def current_value(value: str, old_codes: Mapping[str, str]) -> str:
    """The same for codes with commas between; a value without an old code stays as it is."""
    codes = value.split(",")
    return ",".join(current_codes(codes, old_codes)) if old_codes.keys() & set(codes) else value

"""The address is the state: the relative address of a screen in a state."""

from urllib.parse import urlencode

from healthplan.text import Lang

FRONT = "overview"  # the screen at the root


def path_of(screen: str) -> str:
    """The relative path of a screen."""
    return "." if screen == FRONT else screen


def link(screen: str, lang: Lang, **state: str) -> str:
    """The relative address of a screen in a state; Vietnamese needs no mention."""
    language = {"lang": lang.value} if lang is not Lang.VI else {}
    return path_of(screen) + query({name: value for name, value in state.items() if value} | language)


def query(state: dict[str, str]) -> str:
    """The query string of a state, with its question mark; nothing for the usual state."""
    return f"?{urlencode(state, safe=',')}" if state else ""

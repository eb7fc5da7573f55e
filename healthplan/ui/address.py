"""The address is the state: what a screen shows is read from the query string, and every choice is written
back to it."""

from collections.abc import Sequence
from urllib.parse import urlencode, urljoin

import streamlit as st

from healthplan.text import Lang, say
from healthplan.web import settings

SCREEN_PATHS = {
    "overview": ".",
    "trajectories": "trajectories",
    "compare": "compare",
    "place": "place",
    "review": "review",
    "tasks": "tasks",
    "calendar": "calendar",
    "data": "data",
    "present": "present",
    "sources": "sources",
}


def link(screen: str, lang: Lang, **state: str) -> str:
    """The relative address of a screen in a state; Vietnamese needs no mention."""
    language = {"lang": lang.value} if lang is not Lang.VI else {}
    return SCREEN_PATHS[screen] + query({name: value for name, value in state.items() if value} | language)


def base() -> str:
    """The address of this product that is printed and cited: the one that the steward names, else the
    reader's."""
    return settings.address() or here()


def here() -> str:
    """The address of this product as the reader's browser knows it; it may stand under a path."""
    return urljoin(st.context.url or "http://localhost:8501/", ".")


def query(state: dict[str, str]) -> str:
    """The query string of a state, with its question mark; nothing for the usual state."""
    return f"?{urlencode(state, safe=',')}" if state else ""


def read_one(name: str, allowed: Sequence[str], default: str, lang: Lang) -> str:
    """One value of the address. What is not allowed is answered with a sentence and the default."""
    asked = st.query_params.get(name) or default
    if asked in allowed:
        return asked
    say_unknown([asked], lang)
    return default


def read_many(
    name: str, allowed: Sequence[str], default: Sequence[str], lang: Lang, most: int = 99
) -> list[str]:
    """Several values of the address, comma-separated, in the order of `allowed`; at most so many, of the
    default too."""
    values = [value for value in (st.query_params.get(name) or "").split(",") if value]
    unknown = [value for value in values if value not in allowed]
    if unknown:
        say_unknown(unknown, lang)
    known = [value for value in allowed if value in values]
    if len(known) > most:
        st.info(say(lang, "address_kept", count=str(most)))
    return known[:most] or list(default[:most])


def write(name: str, value: str, default: str) -> None:
    """Puts a choice into the address; a default needs no mention."""
    if value == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value


def say_unknown(values: Sequence[str], lang: Lang) -> None:
    """Says that the address asks for something that is not here. Only letters, digits and dashes are
    repeated,
    so that nobody can plant a link."""
    named = [
        "".join(letter for letter in value[:40] if letter.isalnum() or letter in " -") for value in values[:5]
    ]
    st.info(say(lang, "address_unknown", value=", ".join(named)))

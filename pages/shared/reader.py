"""The reader of this run: the view that the address and the browser ask for, and what is told back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urljoin

import streamlit as st

from healthplan.parameters.parameter import ReadAddress, day_of, unknown_words
from healthplan.parameters.shared import known_place
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang, say
from healthplan.theme import THEMES
from healthplan.web import settings


def current_view() -> View:
    """The view of a screen; the frame has seen that there is a release. Raises ReleaseDamaged when it has
    gone since."""
    view = view_or_none()
    if view is None:
        raise publication.ReleaseDamaged(publication.folder())
    return view


def view_or_none() -> View | None:
    """The view of this run, of the release that the address names or of the one that readers get; None when
    none is whole."""
    asked, served = st.query_params.get("release", ""), publication.served_release()
    if served is None:
        return None
    named = publication.release_file(asked)
    if asked and named is None:
        _say_missing(asked, reader_language())
    path, pinned = named or served.path, named is not None
    theme = THEMES.get(st.context.theme.type or "light", THEMES["light"])
    phone = st.context.cookies.get("room") == "phone"
    view = View(reader_language(), theme, path, phone=phone, pinned=pinned)
    return replace(view, mine=_mine(view))


def reader_language() -> Lang:
    """The language of the address; Vietnamese when it names none that we speak."""
    asked = st.query_params.get("lang", Lang.VI)
    return Lang(asked) if asked in list(Lang) else Lang.VI


def unknown_language() -> str:
    """The language that the address asks for and that we do not speak; empty when there is none."""
    asked = st.query_params.get("lang", "")
    return "" if asked in list(Lang) else asked


def kept_place(view: View) -> str:
    """The place that this browser remembers; empty when there is none that is here."""
    return known_place(view, str(st.context.cookies.get("place", "")))


def _mine(view: View) -> str:
    """The place that the address names, else the one that this browser remembers."""
    return known_place(view, st.query_params.get("place", "")) or kept_place(view)


def today() -> date:
    """The day on the reader's clock, which the page tells when it loads; else the server's."""
    return day_of(str(st.context.cookies.get("today", ""))) or date.today()


def base() -> str:
    """The address of this product that is printed and cited: the one that the steward names, else the
    reader's."""
    return settings.address() or here()


def here() -> str:
    """The address of this product as the reader's browser knows it; it may stand under a path."""
    return urljoin(st.context.url or "http://localhost:8501/", ".")


def write_choice(name: str, value: str, default: str) -> None:
    """Puts a choice into the address; a default needs no mention."""
    if value == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value


def say_read(read: ReadAddress, lang: Lang) -> None:
    """Says what of the address was not taken."""
    if read.unknown:
        say_unknown(read.unknown, lang)
    if read.kept:
        st.info(say(lang, "address_kept", count=str(read.kept)))


def say_unknown(values: Sequence[str], lang: Lang) -> None:
    """Says that the address asks for something that is not here."""
    st.info(unknown_words(lang, values))


def _say_missing(release: str, lang: Lang) -> None:
    if release in publication.release_names():
        st.info(say(lang, "release_damaged", value=release))
    else:
        say_unknown([release], lang)

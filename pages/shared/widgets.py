"""Widgets that show what the address says and hand on what the reader changes, in an old session or a new
one.

A session may be younger than the page: the server was restarted, or the line was cut for longer than
sessions are kept. The page then sends what its widgets hold with the reader's next choice, and Streamlit,
which has not shown them in this session, calls no callback. So in the first run of a session the address is
only where a widget starts; one that holds something else holds the reader's choice."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

OLD = "session-is-old"  # set once a run has come to its end, or a choice was taken


def show(
    widget: Callable[..., Any], label: str, key: str, value: Any, changed: Callable[[], None], **more: Any
) -> None:
    """A widget that shows `value`. `changed` takes what the widget holds from the session and puts it into
    the address."""

    def take() -> None:
        grow_old()
        changed()

    if OLD in st.session_state:
        st.session_state[key] = value
        widget(label, key=key, on_change=take, **more)
    elif widget(label, key=key, on_change=take, **_start(value, **more), **more) != value:
        take()
        st.rerun()


def _start(value: Any, options: Sequence[Any] | None = None, **_more: Any) -> dict[str, Any]:
    """The value in the words of a widget that takes anything, some of the options or one of them."""
    if options is None:
        return {"value": value}
    return {"default": value} if isinstance(value, list) else {"index": list(options).index(value)}


def button(label: str, key: str, act: Callable[[], None], **more: Any) -> None:
    """A button that does `act`."""

    def take() -> None:
        grow_old()
        act()

    if st.button(label, key=key, on_click=take, **more) and OLD not in st.session_state:
        take()
        st.rerun()


def grow_old() -> None:
    """From now on the address says what the widgets show."""
    st.session_state[OLD] = True

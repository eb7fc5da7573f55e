"""An act of the desk from a button: done, or the sentence that says why not, and the way to the next step."""

from collections.abc import Callable

import streamlit as st

from etl.run import NotPublished
from healthplan.desk.bring import complaint_sentence
from healthplan.desk.folder import ActRefused
from healthplan.model.complaint import SHOWN, InputRefused
from healthplan.release.view import View

SAID = "desk-said"


def act(view: View, what: Callable[[], object], step: str = "", **state: str) -> bool:
    """Does it and goes on to a step; what stops it is said on the next run. True when it was done."""
    try:
        with st.spinner(view.say("update_working")):
            what()
    except (ActRefused, NotPublished) as stopped:
        st.session_state[SAID] = view.say(stopped.sentence, **stopped.facts)
        return False
    except InputRefused as refused:
        told = [f"{one.place}: {complaint_sentence(view.lang, one)}" for one in refused.complaints[:SHOWN]]
        st.session_state[SAID] = "\n\n".join(told)
        return False
    if step:
        go(view, step, **state)
    return True


def go(view: View, step: str, **state: str) -> None:
    """Puts a step into the address."""
    lang = {"lang": view.lang.value} if view.lang is not view.lang.VI else {}
    st.query_params.from_dict({"step": step} | {name: value for name, value in state.items() if value} | lang)

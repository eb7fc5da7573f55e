"""The screen when no release can be built: why, in which file and row, in both languages."""

import streamlit as st

from healthplan import published
from healthplan.model.complaint import SHOWN
from healthplan.text import Lang, say


def show_refusal(lang: Lang) -> None:
    """Plain words first in the reader's language, then in the other one, and every complaint with its
    place."""
    complaints, stop = published.refusal(), published.stop()
    total, shown = str(len(complaints)), str(SHOWN)
    for speaking in (lang, *(other for other in Lang if other is not lang)):
        st.title(say(speaking, "no_release_title"), anchor=False)
        if stop:
            st.text(say(speaking, stop))
        if complaints or not stop:
            st.text(say(speaking, "no_release_why" if complaints else "no_release_unknown"))
        for complaint in complaints[:SHOWN]:
            sentence = say(speaking, complaint.fault, value=complaint.value, **complaint.facts)
            st.text(f"{complaint.place}: {sentence}")
        if len(complaints) > SHOWN:
            st.text(say(speaking, "build_refused", count=total, shown=shown))

"""What a screen says when a release cannot be built or read: why, in which file and row."""

import streamlit as st

from healthplan.model.complaint import SHOWN
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang, say


def show_refusal(lang: Lang) -> None:
    """Plain words first in the reader's language, then in the other one, and every complaint with its
    place."""
    complaints, fault = publication.last_refusal(), publication.health()[1]
    stop, facts = publication.last_stop()
    total, shown = str(len(complaints)), str(SHOWN)
    for speaking in (lang, *(other for other in Lang if other is not lang)):
        st.title(say(speaking, "no_release_title"), anchor=False)
        if stop:
            st.text(say(speaking, stop, **facts))
        if fault == "no_release_damaged":
            st.text(say(speaking, fault))
        elif complaints or not stop:
            st.text(say(speaking, "no_release_why" if complaints else "no_release_unknown"))
        for complaint in complaints[:SHOWN]:
            sentence = say(speaking, complaint.fault, value=complaint.value, **complaint.facts)
            st.text(f"{complaint.place}: {sentence}")
        if len(complaints) > SHOWN:
            st.text(say(speaking, "build_refused", count=total, shown=shown))


def show_instead(view: View) -> None:
    """That this is not the current release, which is damaged; nothing on other days, and nothing to a reader
    who named a release."""
    served = publication.served_release()
    if served and served.instead_of and not view.pinned:
        st.info(view.say("release_instead", edition=view.edition))


def show_busy(lang: Lang) -> None:
    """That the computer is too busy just now, with the way to try again."""
    st.info(say(lang, "screen_busy"))
    st.button(say(lang, "screen_again"))  # any click runs the screen once more


def show_too_old(lang: Lang) -> None:
    """That a screen cannot show a release of an older program, and where its data are."""
    st.info(say(lang, "release_too_old"))
    asked = st.query_params.get("release", "")
    link = "api/v1/release.duckdb" + (f"?release={asked}" if asked else "")
    st.link_button(say(lang, "release_download"), link)

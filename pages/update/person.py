"""Who sits at the desk: somebody who has signed in, or, where no sign-in is set up, whoever sits at this computer."""

from contextlib import suppress

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from healthplan.desk.folder import is_open
from healthplan.desk.people import Person, local_person, person_of
from healthplan.release.view import View

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "Via")


def show_person(view: View) -> Person | None:
    """Says who works here, with the way in or out; None where nobody may."""
    if not is_open():
        st.info(view.say("update_off"))
        return None
    if not _has_provider():
        if not _is_local():
            st.info(view.say("update_local_only"))
            return None
        st.caption(view.say("update_local"))
        return local_person(view.say("update_local_name"))
    if not st.user.is_logged_in:
        st.info(view.say("update_sign_in_why"))
        st.button(view.say("update_sign_in"), key="sign-in", type="primary", on_click=st.login)
        return None
    told = st.user.to_dict()
    email = str(told.get("email", "")) if told.get("email_verified") else ""
    person = person_of(str(told["sub"]), str(told.get("name") or told.get("email") or ""), email)
    with st.container(horizontal=True, vertical_alignment="center"):
        roles = ", ".join(f"{view.say(f'role_{role}')} ({view.place_name(place)})" for role, place in person.roles)
        st.text(view.say("update_signed_in", name=person.name, roles=roles or view.say("update_no_role")))
        st.button(view.say("update_sign_out"), key="sign-out", on_click=st.logout)
    if not person.roles:
        st.info(view.say("update_ask_role", subject=person.subject))
        return None
    return person


def _has_provider() -> bool:
    """Whether .streamlit/secrets.toml names a provider of sign-ins."""
    with suppress(StreamlitSecretNotFoundError):
        return "auth" in st.secrets
    return False


def _is_local() -> bool:
    """Whether the browser runs on this computer and reached us without a proxy in between."""
    headers = st.context.headers
    host = str(headers.get("Host", "")).rpartition(":")[0] or str(headers.get("Host", ""))
    near = st.context.ip_address is None and host in LOOPBACK
    return near and not any(name in headers for name in FORWARDED)

"""The desk: bring, compare, approve, publish, take back."""

import streamlit as st

from healthplan.desk.folder import ActRefused
from healthplan.parameters.parameter import parse
from pages.blocks import ReaderContext
from pages.shared.reader import base, current_view, today
from pages.shared.show import show_blocks
from pages.update import bring, compare, journal, plan
from pages.update.acts import SAID
from pages.update.content import PARAMETERS, content
from pages.update.person import show_person

view = current_view()
choices = parse(view, PARAMETERS, st.query_params.to_dict(), strict=False).choices
show_blocks(view, content(view, choices, ReaderContext(base(), today())), choices)
if told := st.session_state.pop(SAID, ""):
    st.warning(told)
steps = {
    "bring": bring.show_bring,
    "plan": plan.show_plan,
    "difference": compare.show_difference,
    "log": journal.show_log,
}
if choices["step"] in steps and (person := show_person(view)):
    try:
        steps[choices["step"]](view, person, choices)
    except ActRefused as refused:
        st.warning(view.say(refused.sentence, **refused.facts))

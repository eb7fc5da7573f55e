"""Who does what by when: the tasks of every plan, their time, the bodies that lead them."""

import streamlit as st

from healthplan.subjects.tasks.filters import (
    PARAMETERS,
    TaskFilter,
    filtered_tasks,
    printed_body,
    shared_work,
)
from healthplan.subjects.tasks.national import national_comparison
from pages.shared.pickers import pick, screen_choices
from pages.shared.reader import current_view
from pages.shared.render import render
from pages.tasks.content import heading, load_facts, tree_facts

view = current_view()
choices = screen_choices(view, "tasks")
for slot, parameter in zip((*st.columns([5, 3, 4, 3]), *st.columns([5, 5, 2, 3])), PARAMETERS, strict=True):
    with slot:
        pick(view, parameter, choices)
picked = TaskFilter(**choices)
chosen = filtered_tasks(view, picked)
render("heading.html", view, title=heading(view, choices), lead=view.say("tasks_screen_lead"))
render("tasks_paper.html", view, **printed_body(view, picked, chosen))
render("tasks_tree.html", view, **tree_facts(view, picked, chosen))
render("tasks_national.html", view, **national_comparison(view, picked.place))
render("tasks_load.html", view, **load_facts(view, picked, chosen))
render("tasks_shared.html", view, **shared_work(view))

"""Who does what by when: the tasks of every plan, their time, the bodies that lead them."""

import streamlit as st

from healthplan.subjects.tasks.filters import PARAMETERS, TaskFilter, found, paper, shared
from healthplan.subjects.tasks.national import beside
from pages.shared.pickers import pick, read
from pages.shared.reader import current_view
from pages.shared.render import render
from pages.tasks.content import heading, load_facts, tree_facts

view = current_view()
choices = read(view, "tasks")
for slot, parameter in zip((*st.columns([5, 3, 4, 3]), *st.columns([5, 5, 2, 3])), PARAMETERS, strict=True):
    with slot:
        pick(view, parameter, choices)
picked = TaskFilter(**choices)
chosen = found(view, picked)
render("heading.html", view, title=heading(view, choices), lead=view.say("tasks_screen_lead"))
render("tasks_paper.html", view, **paper(view, picked, chosen))
render("tasks_tree.html", view, **tree_facts(view, picked, chosen))
render("tasks_national.html", view, **beside(view, picked.place))
render("tasks_load.html", view, **load_facts(view, picked, chosen))
render("tasks_shared.html", view, **shared(view))

"""Any rows of the data: find, look, take away, cite."""

import streamlit as st

from pages.data.content import exploration, heading, table_facts
from pages.data.files import files
from pages.data.pickers import pick_rows
from pages.shared.pickers import screen_choices
from pages.shared.reader import current_view
from pages.shared.render import render

view = current_view()
choices = screen_choices(view, "data")
pick_rows(view, choices)
picked = exploration(choices)
told = table_facts(view, picked)
address = {name: value for name, value in st.query_params.to_dict().items() if name not in ("page", "lang")}
dataset = picked.dataset.name
render("heading.html", view, title=heading(view, choices), lead=view.say(f"dataset_{dataset}_about"))
render("data_take.html", view, files=files(view, picked, told["count"]))
render("data_table.html", view, dataset=dataset, state=address, **told)

"""Any rows of the data: find, look, take away, cite."""

from healthplan.ui import data
from healthplan.ui.data_files import files
from healthplan.ui.data_words import title
from healthplan.ui.render import render
from healthplan.ui.view import current_view

view = current_view()
picked = data.pick(view)
told = data.table(view, picked)
name = picked.dataset.name
render("heading.html", view, title=title(view, picked.question), lead=view.say(f"dataset_{name}_about"))
render("data_take.html", view, files=files(view, picked, told["count"]))
render("data_table.html", view, dataset=name, state=data.state(), **told)

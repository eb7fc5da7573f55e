"""Who does what by when: the tasks of every plan, their time, the bodies that lead them."""

from healthplan.ui import tasks
from healthplan.ui.render import render
from healthplan.ui.time_strip import YEARS
from healthplan.ui.view import current_view

view = current_view()
picked = tasks.pick(view)
found = tasks.found(view, picked)
render(
    "heading.html",
    view,
    title=view.say("tasks_screen_title", count=str(len(found))),
    lead=view.say("tasks_screen_lead"),
)
render("tasks_tree.html", view, places=tasks.tree(found), years=list(YEARS), kinds=tasks.kinds(found))
render("tasks_load.html", view, loads=tasks.loads(view, found))
render("tasks_shared.html", view, **tasks.shared(view))

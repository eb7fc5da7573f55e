"""Who does what by when: the tasks of every plan, their time, the bodies that lead them."""

from healthplan.ui import task_choice, task_loads, tasks
from healthplan.ui.files import files_of
from healthplan.ui.render import render
from healthplan.ui.view import current_view

view = current_view()
picked = tasks.pick(view)
found = tasks.found(view, picked)
render(
    "heading.html",
    view,
    title=tasks.title(view, len(found)),
    lead=view.say("tasks_screen_lead"),
)
render("tasks_paper.html", view, **tasks.paper(view, picked, found))
render("tasks_tree.html", view, places=tasks.tree(found), cells=task_choice.named_cells(view, picked),
       kinds=tasks.kinds(found), statuses=tasks.counted(found),
       files=task_choice.files(view, picked, found))  # fmt: skip
render("tasks_load.html", view, loads=task_loads.loads(view, found),
       files=files_of(view, "load", **picked.state()))  # fmt: skip
render("tasks_shared.html", view, **tasks.shared(view))

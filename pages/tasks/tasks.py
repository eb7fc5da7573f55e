"""Who does what by when: the tasks of every plan, their time, the bodies that lead them."""

from healthplan.ui import national_tasks, task_choice, tasks
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
render("tasks_tree.html", view, **task_choice.tree_facts(view, picked, found))
render("tasks_national.html", view, **national_tasks.beside(view, picked.place))
render("tasks_load.html", view, **task_choice.load_facts(view, picked, found))
render("tasks_shared.html", view, **tasks.shared(view))

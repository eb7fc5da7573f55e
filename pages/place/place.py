"""One place: plain words, its indicators on a spine, its tasks and its paper."""

from healthplan.queries.place import duties
from healthplan.ui import place
from healthplan.ui.by_name import places_by_name
from healthplan.ui.files import brief_of, files_of
from healthplan.ui.pickers import pick_one
from healthplan.ui.render import render
from healthplan.ui.view import current_view

view = current_view()
options = place.choices(view)
chosen = pick_one(view, "place", view.say("pick_place"), places_by_name(view, options), options[0],
                  view.place_name, width=420)  # fmt: skip
render(
    "place_head.html",
    view,
    place=chosen,
    title=view.place_name(chosen),
    sentences=place.summary(view, chosen),
    brief=brief_of(view, chosen),
)
paper = place.paper(view, chosen)
if paper is None:
    render("observed.html", view, place=chosen, rows=place.reported(view, chosen),
           former=place.reported_before(view, chosen))  # fmt: skip
else:
    render(
        "place_first.html", view, findings=place.first_findings(view, chosen),
        demands=place.demands(view, chosen), place=chosen,
    )
    render("spine.html", view, themes=place.spine(view, chosen), place=chosen,
           files=files_of(view, "spine", place=chosen))  # fmt: skip
    groups = place.task_groups(view, chosen)
    render("tasks.html", view, groups=groups, total=str(sum(len(group["tasks"]) for group in groups)),
           absent=place.no_tasks(view, chosen))  # fmt: skip
    render("duties.html", view, duties=view.ask(duties, place=chosen), place=chosen)
    render("paper.html", view, paper=paper)

"""One place: plain words, its indicators on a spine, its tasks and its paper."""

from healthplan.charts.spine import spine
from healthplan.parameters.files import brief_of, files_of
from healthplan.subjects.places import profile
from healthplan.subjects.places.queries import duties
from pages.place.content import first_findings, heading
from pages.shared.pickers import pick, read
from pages.shared.reader import current_view
from pages.shared.render import render

view = current_view()
choices = read(view, "place")
pick(view, profile.PLACE, choices, width=420)
place = choices["place"]
render("place_head.html", view, place=place, title=heading(view, choices),
       sentences=profile.summary(view, place), brief=brief_of(view, place))
paper = profile.paper(view, place)
if paper is None:
    render("observed.html", view, place=place, rows=profile.reported(view, place),
           former=profile.reported_before(view, place))
else:
    render("place_first.html", view, findings=first_findings(view, place),
           demands=profile.demands(view, place), place=place)
    render("spine.html", view, themes=spine(view, place), place=place,
           files=files_of(view, "spine", place=place))
    groups = profile.task_groups(view, place)
    render("tasks.html", view, groups=groups, total=str(sum(len(group["tasks"]) for group in groups)),
           absent=profile.no_tasks(view, place))
    render("duties.html", view, duties=view.ask(duties, place=place), place=place)
    render("paper.html", view, paper=paper)

"""What falls due in ninety days, and the file for the reader's own calendar."""

from healthplan.ui import calendar
from healthplan.ui.files import files_of
from healthplan.ui.render import render
from healthplan.ui.view import current_view

view = current_view()
picked = calendar.pick(view)
found = calendar.agenda(view, picked)
title = calendar.title(view, picked, found["count"])
render("heading.html", view, title=title, lead=view.say("calendar_lead"))
render("calendar_months.html", view, months=found["months"], picked=picked, step=calendar.WINDOW)
taken = {name: value for name, value in picked.state(date=str(picked.first)).items() if value}
render("chart_files.html", view, files=files_of(view, "calendar", **taken))
render("calendar_agenda.html", view, **found)
render("calendar_file.html", view, **calendar.file_addresses(view, picked))

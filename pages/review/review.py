"""What must be known before plans are compared: every contradiction and gap, with its evidence."""

import streamlit as st

from healthplan.ui import evidence_of_finding, review
from healthplan.ui.render import render
from healthplan.ui.view import current_view

view = current_view()
evidence_of_finding.show(view)
picked = review.pick(view)
found = review.found(view, picked)
render(
    "heading.html",
    view,
    title=review.title(view, found),
    lead=view.say("review_lead"),
)
render("review_matrix.html", view, **review.matrix(view, picked))
render("review_groups.html", view, groups=review.groups(view, found), **review.state(picked))
st.download_button(
    view.say("review_download"),
    review.table(view, found),
    file_name=f"{view.say('review_file')}-{view.path.stem}.csv",
    mime="text/csv",
    disabled=not found,
)
render("review_gaps.html", view, gaps=review.mapping_gaps(view, picked))
render("review_remarks.html", view, remarks=review.other_remarks(view, picked))

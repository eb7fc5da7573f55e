"""What must be known before plans are compared: every contradiction and gap, with its evidence."""

import streamlit as st

from healthplan.charts.finding import opened
from healthplan.formats.finding_rows import finding_rows
from healthplan.formats.row_citation import of_row
from healthplan.parameters.files import files_of
from healthplan.release.view import View
from healthplan.subjects.findings.review import (
    PARAMETERS,
    filter_of,
    found,
    groups,
    mapping_gaps,
    matrix,
    other_remarks,
    state,
    title,
)
from pages.shared.figures import show_figure
from pages.shared.pickers import pick, read
from pages.shared.reader import base, current_view
from pages.shared.render import render


def show_finding(view: View, name: str, filters: dict[str, str]) -> None:
    """The finding that the address opens, with its chart."""
    evidence = opened(view, name)
    if evidence is None:
        return
    row = evidence.row
    render("finding.html", view, row=row, rule=evidence.rule, sides=evidence.sides, state=filters,
           cite=of_row(view, name, base()))
    if evidence.chart and evidence.chart.figure:
        show_figure(evidence.chart.figure, alt=row["sentence"], key="evidence")
        render("chart_files.html", view, files=files_of(view, "finding", finding=name))


view = current_view()
choices = read(view, "review")
picked = filter_of(choices)
show_finding(view, choices["finding"], state(picked)["state"])
for slot, parameter in zip(st.columns([3, 5, 6]), PARAMETERS, strict=False):  # a rule is picked in the matrix
    with slot:
        pick(view, parameter, choices)
chosen = found(view, picked)
render("heading.html", view, title=title(view, chosen), lead=view.say("review_lead"))
render("review_matrix.html", view, **matrix(view, picked))
render("review_groups.html", view, groups=groups(view, chosen), **state(picked))
st.download_button(
    view.say("review_download"),
    finding_rows(view, chosen),
    file_name=f"{view.say('review_file')}-{view.path.stem}.csv",
    mime="text/csv",
    disabled=not chosen,
)
render("review_gaps.html", view, gaps=mapping_gaps(view, picked))
render("review_remarks.html", view, remarks=other_remarks(view, picked))

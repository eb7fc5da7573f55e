"""What must be known before plans are compared: every contradiction and gap, with its evidence."""

import streamlit as st

from healthplan.charts.finding import finding_evidence
from healthplan.formats.finding_rows import finding_rows
from healthplan.formats.row_citation import row_citation
from healthplan.parameters.files import files_of
from healthplan.release.view import View
from healthplan.subjects.findings.review import (
    FILTERS,
    filter_state,
    filtered_findings,
    finding_filter,
    finding_groups,
    finding_matrix,
    mapping_gaps,
    other_remarks,
    review_title,
)
from pages.shared.figures import show_figure
from pages.shared.pickers import pick, screen_choices
from pages.shared.reader import base, current_view
from pages.shared.render import render


def show_finding(view: View, name: str, filters: dict[str, str]) -> None:
    """The finding that the address opens, with its chart."""
    evidence = finding_evidence(view, name)
    if evidence is None:
        return
    row = evidence.row
    render("finding.html", view, row=row, rule=evidence.rule, sides=evidence.sides, state=filters,
           cite=row_citation(view, name, base()))  # fmt: skip
    if evidence.chart and evidence.chart.figure:
        show_figure(evidence.chart.figure, alt=row["sentence"], key="evidence")
        render("chart_files.html", view, files=files_of(view, "finding", finding=name))


view = current_view()
choices = screen_choices(view, "review")
picked = finding_filter(choices)
show_finding(view, choices["finding"], filter_state(picked)["state"])
for slot, parameter in zip(st.columns([3, 5, 6]), FILTERS, strict=False):  # a rule is picked in the matrix
    with slot:
        pick(view, parameter, choices)
chosen = filtered_findings(view, picked)
render("heading.html", view, title=review_title(view, chosen), lead=view.say("review_lead"))
render("review_matrix.html", view, **finding_matrix(view, picked))
render("review_groups.html", view, groups=finding_groups(view, chosen), **filter_state(picked))
st.download_button(
    view.say("review_download"),
    finding_rows(view, chosen),
    file_name=f"{view.say('review_file')}-{view.path.stem}.csv",
    mime="text/csv",
    disabled=not chosen,
)
render("review_gaps.html", view, gaps=mapping_gaps(view, picked))
render("review_remarks.html", view, remarks=other_remarks(view, picked))

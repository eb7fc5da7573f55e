"""Two to six places, all the indicators that they share."""

import streamlit as st

from healthplan.charts.comparison import COLUMNS, COMPARED, dumbbells, shared, small_chart
from healthplan.charts.indicator import late_paths
from healthplan.parameters.files import files_of
from healthplan.release.query import Row
from healthplan.release.view import View
from pages.compare.content import heading
from pages.shared.figures import show_figure
from pages.shared.pickers import pick, read
from pages.shared.reader import current_view
from pages.shared.render import render


def show_multiples(view: View, indicators: list[Row], places: list[str]) -> None:
    """One small chart an indicator, the places on one scale in each."""
    for start in range(0, len(indicators), COLUMNS):
        for slot, indicator in zip(
            st.columns(COLUMNS, gap="large"), indicators[start : start + COLUMNS], strict=False
        ):
            with slot:
                render("multiple.html", view, indicator=indicator)
                show_small(view, indicator, places)
    whole = files_of(view, "compare", places=",".join(places))
    render("chart_files.html", view, files=whole, label="files_whole")


def show_small(view: View, indicator: Row, places: list[str]) -> None:
    """One small chart with its files."""
    names = ", ".join(view.place_name(place) for place in places)
    alt = view.say("multiple_alt", indicator=view.name(indicator), places=names)
    show_figure(small_chart(view, indicator, places), alt=alt, key=f"small-{indicator['indicator']}")
    render("late.html", view, shapes=late_paths(view, indicator, places))
    taken = {"indicator": indicator["indicator"], "places": ",".join(places)}
    render("small_files.html", view, files=files_of(view, "trajectory", **taken), of=view.name(indicator))


def show_dumbbells(view: View, indicators: list[Row], places: list[str]) -> None:
    """The cards of each unit, and their files."""
    for unit, ends, cards in dumbbells(view, indicators, places):
        render("unit.html", view, unit=unit, low=ends[0], high=ends[1])
        render("cards.html", view, cards=cards, wide=True)
    render("chart_files.html", view, files=files_of(view, "dumbbells", places=",".join(places)))


view = current_view()
choices = read(view, "compare")
pick(view, COMPARED, choices)
places = choices["places"].split(",")
indicators = shared(view, places)
render("heading.html", view, title=heading(view, choices),
       lead=view.say("compare_lead", count=str(len(indicators))))
if len(places) < 2:
    st.info(view.say("compare_few"))
elif not indicators:
    st.info(view.say("compare_nothing"))
else:
    communes = [place for place in places if view.planned[place]["kind"] == "commune"]
    render("place_legend.html", view, places=places, commune=bool(communes))
    show_multiples(view, indicators, places)
    render("heading2.html", view, title=view.say("dumbbell_title"), lead=view.say("dumbbell_lead"))
    show_dumbbells(view, indicators, places)

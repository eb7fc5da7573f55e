"""The sheet that a place fills in for a period: its indicators, what the plan asks of the year and what was known last
in grey, and cells to type into that keep what is typed."""

import csv
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from healthplan.desk.entries import REASONS, STATUSES, spoken_choices
from healthplan.formats.office import xml_text
from healthplan.model.reporting import Counts, Rollup
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.distances.records import IndicatorDistances, distances_of_place
from healthplan.subjects.places.queries import observed_values
from healthplan.subjects.targets.queries import spans
from healthplan.subjects.trajectories.series import series_of
from healthplan.text import Lang, numbers, say
from healthplan.text.figures import value_text

GUIDE = 7  # sentences template_guide_1 ...
WIDTHS = {
    "indicator": 19, "name": 32, "unit": 10, "milestone": 10, "last": 14, "numerator_counts": 24, "numerator": 11,
    "denominator_counts": 20, "denominator": 11, "printed": 11, "unknown_reason": 17, "status": 14, "note": 20,
}  # fmt: skip
LINE = 15  # points
ENTRY = ("numerator", "denominator", "printed", "unknown_reason", "status", "note")
HEAD = ("place", "period", "release", "said_by", "said_on", "paper")
HEAD_ENTRY = HEAD[3:]
HEADER_ROW = len(HEAD) + 2  # below the title, the head and the hint
GREY, FRAME = "#595959", "#404040"


@dataclass(frozen=True, slots=True)
class TemplateSheet:
    """What a template shows: its title, its head by name, its columns, its rows by column; `takes` are the columns
    that each row can be filled in."""

    title: str
    head: dict[str, str]
    columns: list[str]
    rows: list[dict[str, str]]
    takes: list[set[str]]


def template_sheet(view: View, place: str, period: str, today: date) -> TemplateSheet:
    """The rows of a place and a period (2026, 2026-Q3, 2026-10)."""
    row = view.places[place]
    of_commune, year = row["kind"] == "commune", int(period[:4])
    stated = {span["indicator"] for span in view.ask(spans) if span["place"] in (place, row["parent"]) and span["row"]}
    asked = [one for one in view.indicators.values() if _is_asked(one, of_commune, period)]
    asked.sort(key=lambda one: one["indicator"] not in stated)
    known = {one.indicator["indicator"]: one for one in distances_of_place(view, place, today)}
    reported = {one["indicator"]: one for one in view.ask(observed_values, place=place) if one["kind"] != "unknown"}
    columns = [name for name in WIDTHS if not (of_commune and name == "printed")]
    fillable = [_takes(one, of_commune) for one in asked]
    rows = [
        {
            "indicator": one["indicator"],
            "name": view.name(one),
            "unit": view.name(one, "unit"),
            "milestone": _milestone(view, one, place, year),
            "last": _last(view, known.get(one["indicator"]), reported.get(one["indicator"])),
            **{f"{part}_counts": view.name(one, part) for part in ("numerator", "denominator") if part in takes},
        }
        for one, takes in zip(asked, fillable, strict=True)
    ]
    head = {
        "place": f"{place} · {view.name(row)}",
        "period": period,
        "release": view.edition,
        "said_by": f"{row['type_vi']} {row['name_vi']}".strip(),
        "said_on": "",
        "paper": "",
    }
    title = view.say("template_title", period=numbers.period(period, view.lang), place=view.place_name(place))
    return TemplateSheet(title, head, columns, rows, fillable)


def _is_asked(indicator: Row, of_commune: bool, period: str) -> bool:
    """A commune is asked for what is counted there, a province for every figure; neither for words, nor in a month for
    what is known once a year."""
    if indicator["counts"] == Counts.YEARLY and len(period) > len("2026"):
        return False
    if of_commune:
        return bool(indicator["rollup"] != Rollup.NONE)
    return bool(indicator["counts"])


def _takes(indicator: Row, of_commune: bool) -> set[str]:
    parts = {Rollup.RATIO: {"numerator", "denominator"}, Rollup.SUM: {"numerator"}}.get(indicator["rollup"], set())
    if indicator["rollup"] == Rollup.SHARE_OF_UNITS and of_commune:  # one unit, which meets or does not
        parts = {"numerator"}
    return parts | ({*ENTRY} - {"numerator", "denominator"})


def _milestone(view: View, indicator: Row, place: str, year: int) -> str:
    """What the place's own plan states for the year."""
    rows = series_of(view, indicator, [place]).by_place[place]
    told = [value_text(row, view.lang) for row in rows if row["series"] == "plan" and row["year"] == year]
    return " · ".join(dict.fromkeys(told))


def _last(view: View, known: IndicatorDistances | None, reported: Row | None) -> str:
    """The newest known value with its period."""
    distance = known.told if known else None
    if distance and distance.row["now_kind"] not in (None, "unknown"):
        return f"{value_text(distance.row, view.lang, 'now_')} ({distance.now_when})"
    return f"{value_text(reported, view.lang)} ({numbers.period(reported['period'], view.lang)})" if reported else ""


def template_csv(view: View, place: str, period: str, today: date) -> bytes:
    """The template as CSV, with the mark that tells Excel it is UTF-8."""
    sheet = template_sheet(view, place, period, today)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([sheet.title])
    writer.writerows([view.say(f"template_{name}"), value] for name, value in sheet.head.items())
    writer.writerow([view.say(f"template_column_{name}") for name in sheet.columns])
    writer.writerows([row.get(name, "") for name in sheet.columns] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def template_xlsx(view: View, place: str, period: str, today: date) -> bytes:
    """The template as a workbook. The same release, place, period and day give the same bytes."""
    sheet, out = template_sheet(view, place, period, today), BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": sheet.title, "comments": view.edition, "created": datetime.combine(today, time())})
    looks = _looks(book)
    page = book.add_worksheet(view.say("template_sheet"))
    _write_head(view, page, sheet, looks)
    for at, (row, takes) in enumerate(zip(sheet.rows, sheet.takes, strict=True), HEADER_ROW + 1):
        for column, name in enumerate(sheet.columns):
            own = {"indicator": "code", "name": "name"}.get(name, "grey")
            look = "entry" if name in takes else "shut" if name in ENTRY else own
            page.write_string(at, column, xml_text(row.get(name, "")), looks[look])
        page.set_row(at, LINE * max(ceil(len(cell) / (WIDTHS[name] - 2)) for name, cell in row.items() if cell))
    _limit(view, page, sheet)
    _guide(book, looks)
    book.close()
    return out.getvalue()


def _looks(book: Workbook) -> dict[str, Format]:
    shared = {"font_name": "Times New Roman", "font_size": 11, "valign": "top", "text_wrap": True, "num_format": "@"}
    framed = shared | {"border": 1, "border_color": FRAME}
    own = {
        "title": shared | {"bold": True, "font_size": 14, "text_wrap": False},
        "label": shared | {"bold": True, "text_wrap": False},
        "plain": shared | {"text_wrap": False},
        "hint": shared | {"italic": True, "text_wrap": False},
        "header": framed | {"bold": True, "bg_color": "#D9E2EC", "align": "center", "valign": "vcenter"},
        "name": framed,
        "grey": framed | {"font_color": GREY, "bg_color": "#F2F2F2"},
        "code": framed | {"font_color": GREY, "bg_color": "#F2F2F2", "font_size": 8},
        "shut": framed | {"bg_color": "#D9D9D9"},
        "entry": framed | {"locked": False},
        "guide": shared,
    }
    return {name: book.add_format(look) for name, look in own.items()}


def _write_head(view: View, page: Worksheet, sheet: TemplateSheet, looks: dict[str, Format]) -> None:
    page.write_string(0, 0, xml_text(sheet.title), looks["title"])
    for at, (name, value) in enumerate(sheet.head.items(), 1):
        page.write_string(at, 0, view.say(f"template_{name}"), looks["label"])
        page.write_string(at, 1, xml_text(value), looks["entry" if name in HEAD_ENTRY else "plain"])
    page.write_string(HEADER_ROW - 1, 0, view.say("template_hint"), looks["hint"])
    for column, name in enumerate(sheet.columns):
        page.set_column(column, column, WIDTHS[name])
        page.write_string(HEADER_ROW, column, view.say(f"template_column_{name}"), looks["header"])
    page.set_row(HEADER_ROW, 32)


def _limit(view: View, page: Worksheet, sheet: TemplateSheet) -> None:
    """Lists, the lock against slips, and how the sheet prints."""
    last = HEADER_ROW + max(len(sheet.rows), 1)
    for name, words, codes in (("unknown_reason", "reason", REASONS), ("status", "bring_status", STATUSES)):
        column = sheet.columns.index(name)
        choices = {"validate": "list", "source": list(spoken_choices(words, codes))}
        page.data_validation(HEADER_ROW + 1, column, last, column, choices)
    page.freeze_panes(HEADER_ROW + 1, 2)
    page.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
    page.set_landscape()
    page.set_paper(9)
    page.set_margins(left=0.5, right=0.4, top=0.6, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEADER_ROW)
    page.print_area(0, 0, last, len(sheet.columns) - 1)
    page.set_footer("&L" + view.edition + "&R&P/&N")


def _guide(book: Workbook, looks: dict[str, Format]) -> None:
    """How to fill in the sheet, in both languages."""
    page = book.add_worksheet(" - ".join(say(lang, "template_guide_sheet") for lang in Lang))
    page.set_column(0, 0, 100)
    row = 0
    for lang in Lang:
        page.write_string(row, 0, say(lang, "template_guide_sheet"), looks["title"])
        for number in range(1, GUIDE + 1):
            page.write_string(row + number, 0, f"{number}. {say(lang, f'template_guide_{number}')}", looks["guide"])
        row += GUIDE + 2
    page.protect("")
    page.set_paper(9)
    page.fit_to_pages(1, 0)

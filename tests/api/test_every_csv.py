"""Every CSV that an address gives, read again as a program reads it: days are days, numbers are numbers,
texts come back as they are in the release, and nothing is run."""

import csv
import re
from datetime import date
from io import StringIO

import pytest

from healthplan.api.charts import CHARTS
from healthplan.api.releases import connection, requested_release
from healthplan.model.dataset import DATASETS, ColumnContent, column_content
from healthplan.subjects.datasets.queries import MOST, page_table, question_of
from healthplan.text import Lang, say
from tests.api.client import ask
from tests.reported import UNREPORTED

pytestmark = pytest.mark.usefixtures("real")
DAYS = ("day", "starts", "ends")  # columns of the rows behind charts
NUMBERS = ("low", "high")
WHOLE = ("line", "year", "leads", "partners", "total")
RUN = re.compile(r"[=+@\t\r]|-(?!\d+([.,]\d+)?$)")


def table(path: str, query: str = "") -> list[dict[str, str]]:
    answer = ask(path, query)
    assert answer["status"] == 200, answer["body"]
    return list(csv.DictReader(StringIO(answer["body"].decode("utf-8-sig"), newline="")))


def bare(cell: str) -> str:
    """A text as printed: without the one apostrophe that keeps spreadsheets from it."""
    return cell.removeprefix("'")


@pytest.mark.parametrize("name", DATASETS)
def test_every_cell_of_a_dataset_comes_back_as_what_it_is(name: str) -> None:
    with connection(requested_release().path).cursor() as db:
        held = page_table(db, question_of(name, limit=MOST))
    rows = table(f"/{name}.csv")
    assert len(rows) == held.num_rows and bool(rows) is (name not in UNREPORTED)
    for column in held.column_names:
        for row, cell in zip(rows, held[column].to_pylist(), strict=True):
            assert read_back(row[column], column, cell), (column, row[column], cell)


def read_back(told: str, column: str, cell: object) -> bool:
    if cell is None:
        return told == ""
    match column_content(column):
        case ColumnContent.DATE:
            return date.fromisoformat(told) == cell
        case ColumnContent.INTEGER:
            return int(told) == cell
        case ColumnContent.NUMBER:
            return float(told) == cell
        case ColumnContent.BOOLEAN:
            return told == str(cell).lower()
        case ColumnContent.LIST:
            return bare(told).split("|") == (cell or [""])
        case ColumnContent.TIME:
            return told.startswith(str(cell)[:16])
    return bare(told) == cell and not RUN.match(told)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("chart", [name for name in CHARTS if CHARTS[name].ready])
def test_the_rows_behind_every_chart_have_days_and_numbers(chart: str, lang: Lang) -> None:
    """Their texts are checked against the release in the tests of each chart."""
    rows = table(f"/charts/{chart}.csv", f"lang={lang}" + ("&date=2026-11-24" if chart == "calendar" else ""))
    assert rows
    names = {say(lang, f"file_{name}"): name for name in (*DAYS, *NUMBERS, *WHOLE)}
    seen = set()
    for row in rows:
        for header, cell in row.items():
            kind = names.get(header, "")
            if not cell:
                continue
            seen.add(kind)
            if kind in DAYS:
                assert date.fromisoformat(cell)
            elif kind in NUMBERS:
                assert re.fullmatch(r"-?\d+(,\d+)?" if lang is Lang.VI else r"-?\d+(\.\d+)?", cell)
            elif kind in WHOLE:
                assert cell.isascii() and cell.isdigit(), (header, cell)
            else:
                assert not RUN.match(cell), (header, cell)
    assert seen & {*DAYS, *NUMBERS, *WHOLE}


def test_days_of_the_calendar_and_of_the_tasks_are_those_of_the_release(release) -> None:
    rows = table("/charts/tasks.csv", "place=12&lang=en")
    told = [(row["Number"], row["First day"], row["Last day"]) for row in rows]
    held = release.execute("select number, starts, ends from tasks where place = '12' order by line")
    assert [(bare(number), start, end) for number, start, end in told] == [
        (number, str(start or ""), str(end or "")) for number, start, end in held.fetchall()]  # fmt: skip
    assert any(start for _, start, _ in told)

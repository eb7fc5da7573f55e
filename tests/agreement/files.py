"""The verdicts of the files: rows and words of charts, and the datasets of the API."""

import csv
from collections import Counter
from io import StringIO

from healthplan.api.charts import CHARTS, choices_of
from healthplan.api.requests import view_for
from healthplan.charts.captions import plain_words
from healthplan.charts.drawing import Panel, TableDrawing, WordDrawing
from healthplan.charts.picture import Picture
from healthplan.model.dataset import DATASETS
from tests.agreement.statements import About, Statement, Verdict, Words
from tests.api.client import ask


def table(path: str, query: str = "") -> list[dict[str, str]]:
    """The rows of a CSV file of the API."""
    answer = ask(path, query)
    assert answer["status"] == 200, (path, query, answer["body"])
    return list(csv.DictReader(StringIO(answer["body"].decode("utf-8-sig"))))


def chart_statements(words: Words, chart: str, query: str) -> tuple[list[Statement], Counter[str]]:
    """The verdicts of the rows of a chart, and its short forms, each as often as a row has it."""
    where = f"{words.lang}-{chart}.csv?{query}"
    column = {name: words.view.say(f"file_{name}") for name in ("place", "indicator", "sign")}
    statements, forms = [], Counter()
    for row in table(f"/charts/{chart}.csv", f"lang={words.lang}&{query}"):
        about = About(row[column["place"]], row[column["indicator"]])
        forms.update(words.forms(row.get(column["sign"], "")))
        statements += [
            Statement(about, verdict, where) for text in row.values() for verdict in words.verdicts(text or "")
        ]
    return statements, forms


def picture(words: Words, chart: str, **query: str) -> Picture:
    """What a picture shows, before it is drawn."""
    view = view_for(words.view.lang)
    return CHARTS[chart].picture(view, choices_of(view, chart, "svg", query))


def drawn(drawing: object) -> list[str]:
    """The words that are drawn on a picture without a plot."""
    match drawing:
        case Panel(inner, heading):
            return [*map(plain_words, heading), *drawn(inner)]
        case TableDrawing():
            return [text for line in drawing.lines for cell in line.cells for text in drawn(cell)]
        case WordDrawing(blocks):
            return list(map(plain_words, blocks))
    return []


def dataset_statements(words: Words, name: str) -> list[Statement]:
    """The verdicts of a dataset: those of its columns, and those that its sentences in one language tell."""
    where, found = f"{words.lang}-{name}.csv", []
    for row in table(f"/{name}.csv"):
        about = About(row.get("place", ""), row.get("indicator", ""))
        if row.get("sign") == "ambition":
            verdict = Verdict(row["law"], int(row["year"]), row["verdict"])
            found.append(Statement(about, verdict, where))
        found += [Statement(about, verdict, where) for text in row.values() for verdict in words.verdicts(text or "")]
    return found


ROWS = [name for name, dataset in DATASETS.items() if name != "release" and "place" in dataset.columns]

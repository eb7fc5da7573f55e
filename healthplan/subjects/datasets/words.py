"""What the columns, filters and cells of datasets are called on the screen."""

from datetime import date
from typing import Any

import duckdb

from healthplan.model.dataset import ColumnContent, Dataset, column_content
from healthplan.release.query import query_rows
from healthplan.release.view import View
from healthplan.subjects.datasets.queries import NONE, Question, row_total
from healthplan.text import SENTENCES, Lang
from healthplan.text.numbers import day, number_text, period

SPOKEN = "~"  # after the name of a text that is there in both languages
# Filters and columns that hold the codes of another list.
LISTS = {
    "region": "place",
    "parent": "place",
    "lead": "agency",
    "partner": "agency",
    "leads": "agency",
    "partners": "agency",
    "agencies": "agency",
    "indicators": "indicator",
    "themes": "theme",
}
# Filters whose words are already spoken on other screens.
PREFIXES = {
    "kind": "kind",
    "role": "role",
    "status": "role",
    "unknown_reason": "reason",
    "sign": "data_sign",
    "verdict": "data_verdict",
    "severity": "severity",
    "family": "family",
    "cadence": "cadence",
    "time_kind": "time_kind",
    "series": "data_series",
    "stated_in": "data_stated",
    "limits": "limit",
    "reading": "reading",
    "dated_by": "data_dated",
    "direction": "data_direction",
    "scale": "data_scale",
    "held": "held",
    "confidence": "data_confidence",
    "rule": "data_rule",
    "aim": "data_aim",
    "state": "distance",
    "pace": "data_pace",
}

# Where the first words do not know a value: kinds of places and papers, signs of ambition.
ALSO = {"kind": ("data_kind",), "verdict": ("sign",)}


def dataset_title(view: View, question: Question) -> str:
    """How many rows of which dataset."""
    count, dataset = view.ask(row_total, question=question), question.dataset
    return view.say("data_title", count=view.number(count), dataset=view.say(f"dataset_{dataset}"))


def columns_of(dataset: Dataset) -> list[str]:
    """The columns that a reader can choose: a text in both languages is one choice."""
    spoken = [
        column.removesuffix("_vi") + SPOKEN if column.endswith("_vi") else column
        for column in dataset.columns
        if not column.endswith("_en")
    ]
    return list(dict.fromkeys(spoken))


def column_in(choice: str, lang: Lang) -> str:
    """The column of a choice in the reader's language."""
    return choice.replace(SPOKEN, f"_{lang}")


def column_name(view: View, choice: str) -> str:
    """What a column is called; the code of something that also has a name is called a code."""
    bare = choice.removesuffix(SPOKEN)
    label = view.say(f"data_column_{bare}")
    coded = bare in ("indicator", "place", "document", "rule", "held") and not choice.endswith(SPOKEN)
    return view.say("data_column_code", name=label) if coded else label


def value_word(view: View, name: str, value: str) -> str:
    """What a value of a filter or a cell of codes is called; itself when it is not a code."""
    if value == NONE:
        return view.say("data_none")
    if value in ("true", "false"):
        return view.say(f"data_{value}")
    if name == "period":
        return period(value, view.lang)
    known = _names(view).get((LISTS.get(name, name), value))
    if known:
        return known
    keys = (f"{prefix}_{value}" for prefix in (PREFIXES.get(name, name), *ALSO.get(name, ())))
    return next((view.say(key) for key in keys if key in SENTENCES), value)


def cell_text(view: View, choice: str, value: Any) -> str:
    """A cell as it is read: numbers and dates as the language writes them, codes of closed sets in words."""
    if value is None or value == "" or value == []:
        return ""
    match column_content(choice):
        case ColumnContent.LIST:
            return ", ".join(value_word(view, choice, str(one)) for one in value)
        case ColumnContent.NUMBER:
            return number_text(value, view.lang, 4)
        case ColumnContent.BOOLEAN:
            return value_word(view, choice, str(value).lower())
        case ColumnContent.DATE if isinstance(value, date):
            return day(value, view.lang)
    if "locator" in choice:
        return view.where(value)
    return value_word(view, choice, str(value)) if choice in (*PREFIXES, "period") else str(value)


def _names(view: View) -> dict[tuple[str, str], str]:
    return view.ask(_by_code, lang=view.lang)


def _by_code(db: duckdb.DuckDBPyConnection, *, lang: Lang) -> dict[tuple[str, str], str]:
    rows = query_rows(
        db,
        """
        select 'theme' as filter, theme as code, name_vi, name_en from themes
        union all select 'document', document, short_vi, short_en from documents
        union all select 'agency', agency, name_vi, name_en from agencies
        union all select 'rule', rule, name_vi, name_en from rules
        union all select 'point', point, name_vi, name_en from task_points
        union all select 'definition', definition, name_vi, name_en from definitions
        union all select 'indicator', indicator, name_vi, name_en from indicators
        union all select 'place', place, name_vi, name_en from places""",
    )
    return {(row["filter"], row["code"]): row[f"name_{lang}"] for row in rows}

"""The data dictionary: every dataset and every column of it in words, from text/columns.toml."""

from dataclasses import dataclass

from healthplan.model.dataset import DATASETS, ColumnContent, Dataset, column_content
from healthplan.text import SENTENCES, Lang, say


@dataclass(frozen=True, slots=True)
class ColumnDescription:
    """One column: what its cells are, what they mean, and whether one can filter by it."""

    name: str
    holds: ColumnContent
    meaning: str
    filtered_by: str


@dataclass(frozen=True, slots=True)
class DatasetDescription:
    """One dataset with its columns in order."""

    name: str
    title: str
    about: str
    columns: tuple[ColumnDescription, ...]


def dictionary(lang: Lang) -> list[DatasetDescription]:
    """Every dataset in the reader's language, in their order."""
    return [dataset_description(dataset, lang) for dataset in DATASETS.values()]


def dataset_description(dataset: Dataset, lang: Lang) -> DatasetDescription:
    """One dataset in words."""
    asked_by = {column: name for name, column in dataset.filters.items()}
    columns = (
        ColumnDescription(column, column_content(column), meaning(dataset.name, column, lang), asked_by.get(column, ""))
        for column in dataset.columns
    )
    about = say(lang, f"dataset_{dataset.name}_about")
    return DatasetDescription(dataset.name, say(lang, f"dataset_{dataset.name}"), about, tuple(columns))


def meaning(dataset: str, column: str, lang: Lang) -> str:
    """What a column means; a dataset may have a meaning of its own for it. KeyError for a column untold."""
    own = f"meaning_{dataset}_{column}"
    return say(lang, own if own in SENTENCES else f"meaning_{column}")

"""What a reader of the explorer asks for, and the files that hold it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from healthplan.formats import xlsx_file
from healthplan.model.dataset import DATASETS, Dataset
from healthplan.release.view import View
from healthplan.subjects.datasets.queries import MOST, USUAL, Question


@dataclass(frozen=True, slots=True)
class Exploration:
    """What the reader chose: the question without its page, the columns, and the page, from 1."""

    question: Question
    columns: tuple[str, ...]
    number: int

    @property
    def dataset(self) -> Dataset:
        """The dataset."""
        return DATASETS[self.question.dataset]

    def query(self, **more: str) -> str:
        """The question as the parameters that programs use."""
        state = {name: ",".join(values) for name, values in self.question.filters}
        state |= {"q": " ".join(self.question.words), "date": str(self.question.day or "")} | more
        return urlencode({name: value for name, value in state.items() if value}, safe=",")


HOLDS = {"csv": MOST, "xlsx": xlsx_file.MOST, "parquet": MOST, "json": MOST}


def files(view: View, picked: Exploration, count: int) -> list[dict[str, str]]:
    """Each file by name with its address; with how many rows it can hold instead, where there are more."""
    return [
        {"name": view.say(f"take_{ending}"), "most": view.number(most), "address": ""}
        if count > most
        else {"name": view.say(f"take_{ending}"), "most": "", "address": _address(view, picked, ending, count)}
        for ending, most in HOLDS.items()
    ]


def _address(view: View, picked: Exploration, ending: str, count: int) -> str:
    """JSON comes in pages unless a program says how many rows it wants."""
    whole = {"limit": str(count)} if ending == "json" and count > USUAL else {}
    query = picked.query(**view.pin, **whole)
    return f"api/v1/{picked.dataset.name}.{ending}" + (f"?{query}" if query else "")

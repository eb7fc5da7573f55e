"""What a reader of the explorer asks for."""

from dataclasses import dataclass
from urllib.parse import urlencode

from healthplan.model.dataset import DATASETS, Dataset
from healthplan.subjects.datasets.queries import Question


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
        state |= {"q": " ".join(self.question.words)} | more
        return urlencode({name: value for name, value in state.items() if value}, safe=",")

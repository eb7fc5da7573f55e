"""What a question may not ask, and the one exception that says so and names what may be asked."""

from healthplan.model.dataset import DATASETS, Dataset

NUMBER_MOST = 2**31 - 1
SHOWN = 40  # values named in a sentence
LONGEST = 60  # letters of a reader's word that are repeated


class QuestionRefused(Exception):
    """A question that cannot be asked. `fault` names its sentence, `facts` fill it; `allowed` are the words
    that may be asked for instead."""

    def __init__(self, fault: str, facts: dict[str, str], allowed: tuple[str, ...] = ()) -> None:
        told = [repr(one) if not one or " " in one else one for one in allowed[:SHOWN]]
        more = f" … ({len(allowed)})" if len(allowed) > SHOWN else ""
        self.fault, self.allowed = fault, allowed
        short = {name: _short(fact) for name, fact in facts.items()}
        self.facts = short | {"allowed": ", ".join(told) + more}
        super().__init__(fault, self.facts)


def known_dataset(name: str) -> Dataset:
    """The dataset of a name. Raises QuestionRefused."""
    if name not in DATASETS:
        raise QuestionRefused("asked_dataset", {"value": name}, tuple(DATASETS))
    return DATASETS[name]


def known_filter(dataset: Dataset, name: str) -> None:
    """Raises QuestionRefused for a filter that the dataset does not have."""
    if name not in dataset.filters:
        facts = {"value": name, "dataset": dataset.name}
        raise QuestionRefused("asked_filter", facts, tuple(dataset.filters))


def known_column(dataset: Dataset, name: str) -> None:
    """Raises QuestionRefused for a column that the dataset does not have."""
    if name not in dataset.columns:
        raise QuestionRefused("asked_column", {"value": name, "dataset": dataset.name}, dataset.columns)


def check_number(name: str, value: int, least: int, most: int) -> None:
    """Raises QuestionRefused for a number out of its range."""
    if not least <= value <= most:
        raise QuestionRefused("asked_number", {"name": name, "value": str(value)}, (f"{least}..{most}",))


def _short(fact: str) -> str:
    return fact if len(fact) <= LONGEST else fact[:LONGEST] + "…"

"""What a request asks for: release, dataset, question and format, read once from the address."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from healthplan.api.formats import FORMATS, Format
from healthplan.api.releases import Release, filter_values, requested_release
from healthplan.model.dataset import DATASETS, Dataset
from healthplan.parameters.parameter import day_of, harmless_text
from healthplan.parameters.refusal import NUMBER_MOST, QuestionRefused, known_dataset
from healthplan.subjects.datasets.queries import MOST, USUAL, Question, check_values, question_of

DAY = "date"  # of datasets that follow the reader's day
WORDS = ("q", "columns", "order", "limit", "offset", "format", "release")  # parameters of every dataset
SINGLE = ("q", DAY, "limit", "offset", "format", "release")  # of which there is one value
LONGEST_NUMBER = 10  # digits


@dataclass(frozen=True, slots=True)
class DatasetRequest:
    """`whole`: no limit was named and the format is a file, so that half of the rows would mislead."""

    release: Release
    question: Question
    format: Format
    whole: bool

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """What was asked, in one written form: filters, then words, columns, order, limit and offset."""
        question, pairs = self.question, [(name, ",".join(kept)) for name, kept in self.question.filters]
        pairs += [
            ("q", " ".join(question.words)),
            ("columns", ",".join(question.columns)),
            ("order", ",".join(question.order)),
        ]
        pairs += [(DAY, question.day.isoformat() if question.day else "")]
        pairs += [("limit", "" if self.whole else str(question.limit))]
        pairs += [("offset", str(question.offset or ""))]
        return tuple((name, value) for name, value in pairs if value)

    def next_page(self, total: int) -> str:
        """The query string of the next page, from the same release, so that pages fit together; "" after the
        last."""
        start = self.question.offset + self.question.limit
        if start >= total or not self.question.limit:
            return ""
        more = {"offset": str(start), "release": self.release.name}
        return "?" + urlencode(dict(self.pairs) | more, safe=",")


def parse_request(name: str, parameters: QueryParams) -> DatasetRequest:
    """`name` is a dataset, with or without the ending of a format. Raises QuestionRefused."""
    bare, dot, ending = name.rpartition(".")
    dataset = known_dataset(bare if dot else name)
    known = (*dataset.filters, *words_of(dataset))
    for one in parameters:
        if one not in known:
            raise QuestionRefused("asked_parameter", {"value": one, "dataset": dataset.name}, known)
        if one in SINGLE and len(set(parameters.getlist(one))) > 1:
            raise QuestionRefused("asked_twice", {"name": one})
    release, form = (requested_release(parameters.get("release", "")), _format(ending if dot else "", parameters))
    filters = {name: _values(release, dataset.name, name, parameters) for name in dataset.filters}
    whole = form.whole and "limit" not in parameters
    question = question_of(
        dataset.name,
        filters,
        q=parameters.get("q", ""),
        columns=_several("columns", parameters),
        order=_several("order", parameters),
        offset=_number("offset", parameters, 0, NUMBER_MOST),
        day=_day(parameters),
        limit=_number("limit", parameters, form.most if whole else USUAL, form.most),
    )
    return DatasetRequest(release, question, form, whole)


def words_of(dataset: Dataset) -> tuple[str, ...]:
    """What the address of a dataset takes beside its filters."""
    return (*WORDS, DAY) if dataset.is_daily else WORDS


def _day(parameters: QueryParams) -> date | None:
    told = parameters.get(DAY, "")
    if told and day_of(told) is None:
        raise QuestionRefused("asked_value", {"name": DAY, "value": harmless_text(told)}, ("2025-01-01..2045-12-31",))
    return day_of(told)


def _format(ending: str, parameters: QueryParams) -> Format:
    named = parameters.get("format", ending or "json")
    if named not in FORMATS or (ending and ending != named):
        facts = {"name": "format", "value": f"{ending} {named}" if named in FORMATS else named}
        raise QuestionRefused("asked_value", facts, tuple(FORMATS))
    return FORMATS[named]


def _several(name: str, parameters: QueryParams) -> list[str]:
    """A parameter that may be repeated and hold several words between commas."""
    return [word for told in parameters.getlist(name) for word in told.split(",")]


def _values(release: Release, dataset: str, name: str, parameters: QueryParams) -> list[str]:
    """The values of a filter, all of them known. A value may itself hold a comma."""
    told = parameters.getlist(name)
    if not told:
        return []
    known = filter_values(release.path, dataset, name)
    chosen = [word for one in told for word in ([one] if one in known else one.split(","))]
    check_values(question_of(DATASETS[dataset].name, {name: chosen}), name, known)
    return chosen


def _number(name: str, parameters: QueryParams, usual: int, most: int = MOST) -> int:
    told = parameters.get(name, str(usual))
    if not (told.isascii() and told.isdecimal() and len(told) <= LONGEST_NUMBER and int(told) <= most):
        raise QuestionRefused("asked_number", {"name": name, "value": told}, (f"0..{most}",))
    return int(told)

"""Which agencies a printed cell names. Longest spelling first, so that commas inside names split nothing."""

import re
from collections.abc import Mapping

from healthplan.model.measure import plain_form

BETWEEN = re.compile(r"^(?:[\s,;/.]|và\s|cùng\s)+")


class UnknownAgency(ValueError):
    """The cell names a body that data/agencies.csv does not know. `rest` starts with the unknown words."""

    def __init__(self, rest: str) -> None:
        super().__init__(rest)
        self.rest = rest


def resolve(printed: str, spellings: Mapping[str, str]) -> list[str]:
    """Agency ids in the order printed. `spellings` maps plain spellings to ids. Raises UnknownAgency."""
    rest, found = plain_form(printed), []
    longest_first = sorted(filter(None, spellings), key=len, reverse=True)  # an empty spelling would match for ever
    while rest := BETWEEN.sub("", rest).strip():
        spelling = next((known for known in longest_first if rest.startswith(known)), None)
        if spelling is None:
            raise UnknownAgency(rest)
        found.append(spellings[spelling])
        rest = rest[len(spelling) :]
    return list(dict.fromkeys(found))

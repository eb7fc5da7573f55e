"""Where the words of a benchmark were read."""

from enum import StrEnum


class Provenance(StrEnum):
    """Official words stand in the text of the law, at a line of its paper. Press words are our reading of a
    news page that was not yet checked against the text: they are never quoted as the law's."""

    OFFICIAL = "official"
    PRESS = "press"

"""How much of a paper we hold."""

from enum import StrEnum


class Holding(StrEnum):
    """`whole`: the body and every annex; `part`: pages or annexes are missing; `excerpt`: only sentences that
    others quote, so that nothing can be said of what the paper leaves out."""

    WHOLE = "whole"
    PART = "part"
    EXCERPT = "excerpt"

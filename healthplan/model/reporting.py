"""What a reported value counts, and how the values of communes become one of their province."""

from enum import StrEnum


class Counts(StrEnum):
    """`stock`: the state at a date. `year_to_date`: adds up from January on. `yearly`: known once a year."""

    STOCK = "stock"
    YEAR_TO_DATE = "year_to_date"
    YEARLY = "yearly"


class Rollup(StrEnum):
    """`ratio`: sum of numerators over sum of denominators. `sum`: sum of numerators. `share_of_units`: communes whose
    numerator is 1 over communes that report. `none`: not made from communes. Never an average of shares."""

    RATIO = "ratio"
    SUM = "sum"
    SHARE_OF_UNITS = "share_of_units"
    NONE = "none"

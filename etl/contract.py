"""The contract of data/: for each kind of file its columns, what a cell may hold, and its key."""

from dataclasses import dataclass, replace
from enum import StrEnum

from healthplan.model.value import Reason


class CellContent(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    CHOICE = "choice"
    REFERENCE = "reference"
    YEAR = "year"
    COUNT = "count"
    DATE = "date"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `among` are the allowed words of a choice, or the table a reference points to; a count is
    from `least` to `most`; a `spare` column may be left out of a file."""

    name: str
    holds: CellContent = CellContent.TEXT
    required: bool = False
    among: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    spare: bool = False


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One kind of file. `pattern` is the path below data/; `key` are the columns no two rows of a file
    share; an `optional` one may have no file yet; one that `may_be_empty` may have its header only."""

    name: str
    pattern: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    optional: bool = False
    may_be_empty: bool = False

    @property
    def names(self) -> list[str]:
        """The column names in their order."""
        return [column.name for column in self.columns]

    @property
    def spare(self) -> list[str]:
        """The columns that a file may leave out."""
        return [column.name for column in self.columns if column.spare]


def text(*names: str, required: bool = False) -> tuple[Column, ...]:
    """Columns of free text."""
    return tuple(Column(name, required=required) for name in names)


def choice(name: str, *among: str, required: bool = True) -> Column:
    """A column with a closed set of words."""
    return Column(name, CellContent.CHOICE, required, among)


def reference(name: str, table: str, required: bool = True) -> Column:
    """A column that names a row of another table."""
    return Column(name, CellContent.REFERENCE, required, (table,))


def year(name: str) -> Column:
    """A column with a year from 2000 to 2100, or nothing."""
    return Column(name, CellContent.YEAR)


def whole_number(name: str, least: int, most: int, required: bool = False) -> Column:
    """A column with a whole number from `least` to `most`."""
    return Column(name, CellContent.COUNT, required, least=least, most=most)


def date(name: str) -> Column:
    """A column with an ISO date, or nothing."""
    return Column(name, CellContent.DATE)


def both(name: str, required: bool = False) -> tuple[Column, ...]:
    """A text in both languages: `<name>_vi` and `<name>_en`."""
    return text(f"{name}_vi", f"{name}_en", required=required)


def spare(*columns: Column) -> tuple[Column, ...]:
    """The same columns, that a file may leave out."""
    return tuple(replace(column, spare=True) for column in columns)


LINES_MAX = 999_999  # of a paper
YES_NO = ("yes", "no")
# A report can say that nobody reported; a paper cannot.
REPORT_REASON = choice("unknown_reason", *Reason, required=False)
UNKNOWN_REASON = choice("unknown_reason", *(one for one in Reason if one is not Reason.NOT_REPORTED), required=False)
# checks/line_missing.sql says who needs a line
SOURCE = (*text("locator", required=True), whole_number("line", 0, LINES_MAX))
ADDRESS = Column("address", spare=True)  # where a paper's words were read, when its file is not held
VALID_TO = Column("valid_to", CellContent.DATE, spare=True)  # the last day of a place that is no more
INDICATOR = reference("indicator", "indicators")
PLACE = reference("place", "places")
DEFINITION = reference("definition", "definitions", required=False)
PERIOD = Column("period", CellContent.PERIOD, required=True)
STATUS = choice("status", "baseline", "reported", "estimated")
REPORT_STATUS = choice("status", "reported", "estimated", "revised")
ROLE = choice("role", "target", "milestone", "vision")
EACH_YEAR = replace(choice("each_year", "yes", required=False), spare=True)
DATED_BY = choice("dated_by", "heading", "annex_end", "time_column", "before", "other_paper", required=False)
LIMITS = choice("limits", "priority_groups", "priority_roadmap", "roadmap", "aim", "encouraged", required=False)

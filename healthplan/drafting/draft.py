"""What the drafter hands on: rows of data/plans with their place in the paper, and what it could not place."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One row of a file of data/plans. `words` are the paper's own, beginning in `line`; `rule` is the name of
    the rule that made the row; `sure` is from 0 to 1; `doubts` name sentences of drafting.toml. A goal whose
    name no synonym knows has an empty `indicator`, and `name` as the paper prints it."""

    table: str
    cells: Mapping[str, str]
    line: int
    words: str
    rule: str
    sure: float
    doubts: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Words with a figure that fit no row, or a row that was refused, and why (a sentence of drafting.toml)."""

    line: int
    words: str
    why: str


@dataclass(slots=True)
class Draft:
    """A paper as rows. `paper` are the cells of its row of documents.csv as far as it prints them, `paper_lines` the
    lines that they rest on; `notes` are sentences of drafting.toml about the whole paper, with what fills them."""

    rows: list[DraftRow] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    paper: dict[str, str] = field(default_factory=dict)
    paper_lines: dict[str, int] = field(default_factory=dict)
    notes: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def of(self, table: str) -> list[DraftRow]:
        """The rows of one table."""
        return [row for row in self.rows if row.table == table]

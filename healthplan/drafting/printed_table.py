"""The rows of a paper's tables as they are printed: which row a line belongs to, under which heads."""

from dataclasses import dataclass
from functools import lru_cache

from healthplan.drafting.broken_table import TableRow
from healthplan.drafting.columns import table_columns
from healthplan.drafting.layout import Table, folded_words, lay_out
from healthplan.text.paper_words import comma_decimals, spaced_text

KEPT = 24  # papers whose tables are remembered


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table: the words of its heads, alone (`own`) and with those that span them, and its rows."""

    heads: tuple[str, ...]
    own: tuple[str, ...]
    rows: tuple[TableRow, ...]

    def row_of(self, line: int) -> int | None:
        """The row that a line belongs to, from 0; None for a line outside."""
        for at, row in enumerate(self.rows):
            if any(line == number for cell in row.cells for _, number in cell.starts):
                return at
        return None

    def cell_of(self, at: int, words: str, column: str) -> int | None:
        """The cell of a row in which words stand, best under the head of that name; an empty one where nothing is
        printed. None where no cell has them."""
        wanted = set(folded_words(column).split())
        spaced, told = comma_decimals(spaced_text(words)), []
        for index, cell in enumerate(self.rows[at].cells):
            text = comma_decimals(spaced_text(cell.text))
            if (spaced and spaced not in text) or (not spaced and text) or index >= len(self.heads):
                continue
            head = set(folded_words(self.heads[index]).split())
            named = bool(column) and folded_words(self.own[index]) == folded_words(column)
            told.append((named, len(wanted & head), text == spaced, -index))
        best = max(told, default=None)
        return -best[3] if best and (spaced or best[1]) else None


@lru_cache(maxsize=KEPT)
def printed_tables(lines: tuple[str, ...]) -> tuple[PrintedTable, ...]:
    """The tables of a paper whose lines count from 1."""
    return tuple(_printed(table) for table in lay_out(list(lines)).tables)


def _printed(table: Table) -> PrintedTable:
    columns = table_columns(table)
    return PrintedTable(
        tuple(column.words for column in columns), tuple(column.own for column in columns), tuple(table.rows)
    )

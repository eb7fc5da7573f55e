"""How long the build takes to judge and to find: on the facts we ship, on many plans, and as plans double.

Only judge_all and find_all are timed, on a draft whose typed tables and views are filled.
"""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import duckdb

from etl.build import check_between_files, content_rows, load_raw, make_tables, store_papers
from etl.findings.find import find_all
from etl.read import Facts, read_facts
from etl.rolled_up import store_rolled_up
from etl.snapshot import take_snapshot
from etl.values import read_values
from etl.verdicts.judge import judge_all
from tests.bench.figures import Line
from tests.bench.made_up import made_up, provinces

ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Input:
    """A data folder, read once; every round makes its draft anew."""

    facts: Facts
    values: dict[str, list[dict[str, Any]]]

    def judged(self, draft: Path) -> tuple[float, int]:
        """Milliseconds of both deeds, and the rows of facts they worked on."""
        with duckdb.connect(draft) as db:
            load_raw(db, self.facts, self.values)
            refused = check_between_files(db)
            if refused:
                raise RuntimeError(f"the facts are refused: {refused[0]}")
            store_rolled_up(db, [])
            store_papers(db, self.facts.papers)
            make_tables(db)
            rows = content_rows(db)
            start = perf_counter()
            judge_all(db)
            find_all(db)
            took = (perf_counter() - start) * 1000
        draft.unlink()
        return took, rows


def read(data: Path) -> Input:
    """Raises RuntimeError when the build would refuse the facts."""
    facts = read_facts(take_snapshot(data))
    values, complaints = read_values(facts)
    if refused := facts.complaints + complaints:
        raise RuntimeError(f"the facts are refused: {refused[0]}")
    return Input(facts, values)


def lines(data: Path) -> list[Line]:
    """The three inputs by turns, so that the noise of the machine meets all."""
    with TemporaryDirectory() as name:
        folder, every = Path(name), provinces(data)
        whole = made_up(data, folder / "whole", places=every)
        half = made_up(data, folder / "half", places=every[::2])
        inputs = [read(one) for one in (data, whole, half)]
        rounds = [[one.judged(folder / "draft.duckdb") for one in inputs] for _ in range(ROUNDS)]
    ours, many, fewer = ([took for took, _ in found] for found in zip(*rounds, strict=True))
    (_, many_rows), (_, fewer_rows) = rounds[0][1:]
    a_row = [took / many_rows * 1000 for took in many], [took / fewer_rows * 1000 for took in fewer]
    return [
        Line("Judging and finding, the facts we ship", "ms", ours, [], 1000, absolute=True),
        Line(f"{len(every)} made-up plans, {many_rows} rows", "ms", many, [], 5000, absolute=True),
        Line(f"A thousand rows of {len(every)} plans; bare: of {len(every[::2])}", "ms", *a_row, bound=1.2),
    ]

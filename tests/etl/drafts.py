"""A data folder with its verdicts and findings, before it becomes a release: what a test needs that asks for these."""

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from etl.build import fill_judged
from etl.read import read_facts
from etl.run import load_checked, release_name
from etl.snapshot import take_snapshot
from healthplan.release import publication


@contextmanager
def judged_facts() -> Iterator[duckdb.DuckDBPyConnection]:
    """The draft of what lies in data/, checked and judged as every build does it. Raises InputRefused."""
    taken = take_snapshot(publication.data_folder())
    facts = read_facts(taken)
    facts.root = publication.data_folder()  # the communes' files are read where they lie
    with duckdb.connect() as db:
        load_checked(db, facts, release_name(taken)[1])
        fill_judged(db)
        yield db

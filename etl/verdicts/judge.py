"""Fills the tables `verdicts` and `distances`: every judgement on a plan and how far a place has to go, computed
once by the build; screens only read."""

import duckdb

from etl.draft_rows import insert_rows
from etl.verdicts.ambitions import ambition_verdicts
from etl.verdicts.distances import store_distances
from etl.verdicts.paces import pace_verdicts
from etl.verdicts.path import plans
from etl.verdicts.progress import progress_verdicts
from etl.verdicts.shapes import shape_verdicts
from etl.verdicts.summaries import store_summaries


def judge_all(db: duckdb.DuckDBPyConnection) -> None:
    """Computes and stores every verdict of a draft whose typed tables are filled."""
    found = plans(db)
    verdicts = [*ambition_verdicts(db), *pace_verdicts(found), *shape_verdicts(found), *progress_verdicts(db, found)]
    insert_rows(db, "verdicts", verdicts)
    store_summaries(db)
    store_distances(db, found)

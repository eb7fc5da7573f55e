"""Which agencies the cells of tasks and duties name, by the spellings of agencies.csv."""

import pyarrow as pa

from etl.read import Facts, Record
from healthplan.model.agency import UnknownAgency, resolve
from healthplan.model.complaint import Complaint
from healthplan.model.measure import plain_form


def spellings(facts: Facts) -> dict[str, str]:
    """Each printed spelling of an agency, in plain form, and the agency it names."""
    return {
        plain_form(spelling): record.cells["agency"]
        for record in facts.records["agencies"]
        for spelling in record.cells["spellings"].split("|")
    }


# Table: for each list of agencies the column with the printed words that name them.
NAMED = {
    "tasks": {"leads": "lead_printed", "partners": "partners_printed"},
    "duties": {"agencies": "who_vi", "recipients": "to_whom_vi"},
}


def resolved_agencies(facts: Facts, table: str) -> dict[str, pa.Array]:
    """The columns of NAMED for each row of a table: the agencies that its cells name."""
    known = spellings(facts)
    return {
        name: pa.array(
            [_agency_ids(record, column, known)[0] for record in facts.records[table]], pa.list_(pa.string())
        )
        for name, column in NAMED[table].items()
    }


def _agency_ids(record: Record, column: str, known: dict[str, str]) -> tuple[list[str], list[Complaint]]:
    try:
        return resolve(record.cells[column], known), []
    except UnknownAgency as unknown:
        return [], [record.complain(column, "unknown_agency", rest=unknown.rest[:60])]


def check_agencies(facts: Facts) -> list[Complaint]:
    """Printed agencies that agencies.csv does not know; none while that file itself is refused."""
    if "agencies" in facts.unread:
        return []
    known = spellings(facts)
    return [
        complaint
        for table, columns in NAMED.items()
        for record in facts.records[table]
        for column in columns.values()
        for complaint in _agency_ids(record, column, known)[1]
    ]

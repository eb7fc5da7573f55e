"""Which agencies the cells of tasks name, by the spellings of agencies.csv."""

import pyarrow as pa

from etl.read import Facts, Record
from healthplan.model.agency import UnknownAgency, resolve
from healthplan.model.complaint import Complaint
from healthplan.model.grammar import plain


def spellings(facts: Facts) -> dict[str, str]:
    """Each printed spelling of an agency, in plain form, and the agency it names."""
    return {
        plain(spelling): record.cells["agency"]
        for record in facts.records["agencies"]
        for spelling in record.cells["spellings"].split("|")
    }


def resolved_agencies(facts: Facts) -> dict[str, pa.Array]:
    """The columns `leads` and `partners`: for each task the agencies that its cells name."""
    known = spellings(facts)
    pairs = (("leads", "lead_printed"), ("partners", "partners_printed"))
    return {
        name: pa.array(
            [_resolved(record, column, known)[0] for record in facts.records["tasks"]], pa.list_(pa.string())
        )
        for name, column in pairs
    }


def _resolved(record: Record, column: str, known: dict[str, str]) -> tuple[list[str], list[Complaint]]:
    try:
        return resolve(record.cells[column], known), []
    except UnknownAgency as unknown:
        return [], [record.complain(column, "unknown_agency", rest=unknown.rest[:60])]


def check_agencies(facts: Facts) -> list[Complaint]:
    """Printed agencies that agencies.csv does not know; none while that file itself is refused."""
    known = spellings(facts)
    if not known:
        return []
    return [
        complaint
        for record in facts.records["tasks"]
        for column in ("lead_printed", "partners_printed")
        for complaint in _resolved(record, column, known)[1]
    ]

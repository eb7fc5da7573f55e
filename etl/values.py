"""Turns the printed text of goals, observations and benchmarks into values, once; complains about what it
cannot read."""

import re
from dataclasses import asdict
from typing import Any

from etl.read import Facts, Record
from healthplan.model.complaint import Complaint
from healthplan.model.grammar import NOT_SURVEYED, UnreadableValue, read_value
from healthplan.model.measure import ANYTHING, Measure, plain_form
from healthplan.model.value import Reason, Unknown, Value

VALUE_TABLES = ("goals", "observations", "benchmarks", "national_observations", "reported_values")
READINGS = ("universal", "marker")
RANK = re.compile("[1-9][0-9]?")
OTHER_SCALES = ("level", "increase", "count", "word")  # than `grade`, which alone has steps
# Faults that an indicator's own words would mend.
OF_INDICATOR = ("value_no_figure", "value_word", "value_number_in_words", "value_unit", "value_footnote")


def wordings(record: Record) -> dict[str, str]:
    """An indicator's own words in plain form, and how to read them."""
    pairs = [pair.partition("=") for pair in record.cells["wordings"].split("|") if pair]
    return {plain_form(words): reading.strip() for reading, _, words in pairs}


def check_wordings(facts: Facts) -> list[Complaint]:
    """Readings that are neither a known word nor a rank."""
    return [
        record.complain("wordings", "wording_reading", reading=reading)
        for record in facts.records["indicators"]
        for reading in wordings(record).values()
        if not _is_reading(reading)
    ]


def check_steps(facts: Facts) -> list[Complaint]:
    """Steps that have no name in one of the languages, and steps of an indicator that has none."""
    complaints = []
    for record in facts.records["indicators"]:
        ranks = [int(reading) for reading in wordings(record).values() if RANK.fullmatch(reading)]
        named = {column: _parts(record.cells[column]) for column in ("steps_vi", "steps_en")}
        if record.cells["scale"] in OTHER_SCALES:
            told = {"wordings": ranks} | named
            complaints += [
                record.complain(column, "steps_without_grade", scale=record.cells["scale"])
                for column, steps in told.items()
                if steps
            ]
            continue
        most = max([*ranks, *map(len, named.values())], default=0)
        for column, names in named.items():
            unnamed = [rank for rank, name in enumerate([*names, *[""] * (most - len(names))], 1) if not name]
            if unnamed:
                complaints.append(record.complain(column, "step_without_name", rank=str(unnamed[0])))
    return complaints


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|")] if cell else []


def measure_of(record: Record) -> Measure:
    """What an indicator's figures can be; limits that are told as faults are not used, nor missing units."""
    lowest, highest = _limits(record)
    if lowest is not None and highest is not None and lowest >= highest:
        lowest = highest = None
    units = tuple(word.strip() for word in record.cells["unit_words"].split("|") if word.strip())
    return Measure(units or None, lowest, highest, record.cells["scale"])


def _limits(record: Record) -> tuple[float | None, float | None]:
    cells = (record.cells["lowest"], record.cells["highest"])
    lowest, highest = (float(cell) if cell.isascii() and cell.isdecimal() else None for cell in cells)
    return lowest, highest


def check_limits(facts: Facts) -> list[Complaint]:
    """Indicators with figures but without limits, or with limits that no figure can keep."""
    complaints = []
    for record in facts.records["indicators"]:
        lowest, highest = _limits(record)
        if lowest is not None and highest is not None and lowest >= highest:
            complaints.append(record.complain("lowest", "limits_swapped", highest=record.cells["highest"]))
        if not measure_of(record).in_words:
            complaints += [
                record.complain(name, "cell_missing")
                for name in ("unit_words", "lowest", "highest")
                if not record.cells[name]
            ]
    return complaints


def _is_reading(reading: str) -> bool:
    return reading in READINGS or RANK.fullmatch(reading) is not None


def read_values(facts: Facts) -> tuple[dict[str, list[dict[str, Any]]], list[Complaint]]:
    """For each value table the columns kind, low, high, low_open, high_open, about, rank, unknown_reason,
    row by row."""
    known = {
        record.cells["indicator"]: (
            {text: reading for text, reading in wordings(record).items() if _is_reading(reading)},
            measure_of(record),
        )
        for record in facts.records["indicators"]
    }
    columns: dict[str, list[dict[str, Any]]] = {}
    complaints: list[Complaint] = []
    for table in VALUE_TABLES:
        columns[table] = []
        for record in facts.records[table]:
            words, measure = known.get(record.cells["indicator"], ({}, ANYTHING))
            value = _read(record, words, measure, complaints)
            columns[table].append(flat(value))
    if not facts.records["indicators"]:  # refused as a file: its words would seem unreadable everywhere else
        complaints = [complaint for complaint in complaints if complaint.fault not in OF_INDICATOR]
    return columns, complaints


def _read(record: Record, words: dict[str, str], measure: Measure, complaints: list[Complaint]) -> Value:
    printed = record.cells["printed"]
    reason = record.cells.get("unknown_reason") or None
    if reason and printed and plain_form(printed) != NOT_SURVEYED:
        complaints.append(record.complain("unknown_reason", "reason_beside_value", printed=printed))
    if reason and reason not in list(Reason):
        return Unknown(Reason.BLANK)  # told already, as a word that is not among those allowed
    try:
        return read_value(printed, words, Reason(reason) if reason else None, measure)
    except UnreadableValue as unreadable:
        complaints.append(record.complain("printed", unreadable.fault, **unreadable.facts))
        return Unknown(Reason.BLANK)


def flat(value: Value) -> dict[str, Any]:
    """A value as the columns of the database; what it has not is left out."""
    named = {"unknown_reason": value.reason.value} if isinstance(value, Unknown) else asdict(value)
    return {"kind": value.kind.value} | named

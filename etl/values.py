"""Turns the printed text of goals, observations and benchmarks into values, once; complains about what it
cannot read."""

import re
from typing import Any

from etl.read import Facts, Record
from healthplan.model.complaint import Complaint
from healthplan.model.grammar import NOT_SURVEYED, UnreadableValue, plain, read_value
from healthplan.model.value import Grade, Interval, Reason, Unknown, Value

VALUE_TABLES = ("goals", "observations", "benchmarks", "national_observations")
READINGS = ("universal", "marker")


def wordings(record: Record) -> dict[str, str]:
    """An indicator's own words in plain form, and how to read them."""
    pairs = [pair.partition("=") for pair in record.cells["wordings"].split("|") if pair]
    return {plain(words): reading.strip() for reading, _, words in pairs}


def check_wordings(facts: Facts) -> list[Complaint]:
    """Readings that are neither a known word nor a rank."""
    return [
        record.complain("wordings", "wording_reading", reading=reading)
        for record in facts.records["indicators"]
        for reading in wordings(record).values()
        if not _is_reading(reading)
    ]


def _is_reading(reading: str) -> bool:
    return reading in READINGS or re.fullmatch("[1-9][0-9]?", reading) is not None


def read_values(facts: Facts) -> tuple[dict[str, list[dict[str, Any]]], list[Complaint]]:
    """For each value table the columns kind, low, high, low_open, high_open, rank, unknown_reason, row by
    row."""
    words = {
        record.cells["indicator"]: {
            text: reading for text, reading in wordings(record).items() if _is_reading(reading)
        }
        for record in facts.records["indicators"]
    }
    columns: dict[str, list[dict[str, Any]]] = {}
    complaints: list[Complaint] = []
    for table in VALUE_TABLES:
        columns[table] = []
        for record in facts.records[table]:
            value = _read(record, words.get(record.cells["indicator"], {}), complaints)
            columns[table].append(flat(value))
    if not facts.records["indicators"]:  # refused as a file: its words would seem unreadable everywhere else
        complaints = [complaint for complaint in complaints if complaint.fault != "value_unreadable"]
    return columns, complaints


def _read(record: Record, words: dict[str, str], complaints: list[Complaint]) -> Value:
    printed = record.cells["printed"]
    reason = record.cells.get("unknown_reason") or None
    if reason and printed and plain(printed) != NOT_SURVEYED:
        complaints.append(record.complain("unknown_reason", "reason_beside_value", printed=printed))
    if reason and reason not in list(Reason):
        return Unknown(Reason.BLANK)  # told already, as a word that is not among those allowed
    try:
        return read_value(printed, words, Reason(reason) if reason else None)
    except UnreadableValue as unreadable:
        complaints.append(record.complain("printed", unreadable.fault))
        return Unknown(Reason.BLANK)


def flat(value: Value) -> dict[str, Any]:
    """A value as the columns of the database."""
    row: dict[str, Any] = {
        "kind": value.kind.value,
        "low": None,
        "high": None,
        "low_open": None,
        "high_open": None,
        "rank": None,
        "unknown_reason": None,
    }
    match value:
        case Interval(low, high, low_open, high_open):
            row |= {"low": low, "high": high, "low_open": low_open, "high_open": high_open}
        case Grade(rank):
            row["rank"] = rank
        case Unknown(reason):
            row["unknown_reason"] = reason.value
    return row

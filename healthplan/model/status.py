"""How far a task has come, as somebody reported it. Without a report nothing is known, and nothing is said to
be done."""

from enum import StrEnum


class Status(StrEnum):
    """What a report can say of a task."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    WITH_DIFFICULTIES = "with_difficulties"
    DONE = "done"
    DONE_DIFFERENTLY = "done_differently"
    STOPPED = "stopped"
    ONGOING = "ongoing"


NO_REPORT = "no_report"

"""What the files of a change say, with the reasons given so far."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from healthplan.desk.acts import answers_of
from healthplan.desk.bring import Brought, read_files
from healthplan.desk.changes import Change, received_path
from healthplan.desk.workbook import ReceivedFile


def received_files(change: Change) -> list[ReceivedFile]:
    """The files that came last, as they came."""
    return [
        ReceivedFile(change.received[digest], received_path(change, digest).read_bytes()) for digest in change.reads
    ]


def read_received(files: Mapping[str, bytes], place: str, period: str, release: Path, today: date) -> Brought:
    """What files (name -> bytes) say that are not kept. Raises as read_files does."""
    return read_files([ReceivedFile(name, raw) for name, raw in files.items()], place, period, release, today)


def read_change(change: Change, release: Path, today: date) -> Brought:
    """What the files of a change say. Raises as read_files does."""
    brought = read_files(received_files(change), change.place, change.period, release, today)
    return brought.answered(answers_of(change))

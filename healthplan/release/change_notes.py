"""What the steward wrote of each change of the facts: the sections of data/CHANGES.md by their day. The file is no part
of a release: the same facts are the same release, whatever is written of them."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from healthplan.release.files import read_small
from healthplan.release.publication import data_folder

NAME = "CHANGES.md"
BYTES_MOST = 10_000_000
SECTION = re.compile(r"^## +(\S{10})")
PART = re.compile(r"^### +(Added|Corrected|Withdrawn)\b", re.I)
# What the desk's own entries changed is told by the comparison.
DESK = re.compile(r"; change [0-9]{8}-[0-9]{6}-[0-9a-f]{8}\.$")


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """One note, in English. `part` is added, corrected or withdrawn, "" outside of these."""

    day: str
    part: str
    words: str


def section_date(line: str) -> str:
    """The date of the section that a line begins, as written; "" for another line."""
    found = SECTION.match(line)
    return found[1] if found and _is_day(found[1]) else ""


def change_notes() -> list[ChangeNote]:
    """The notes as they lie in data/ now; none where the file cannot be read."""
    with suppress(OSError, ValueError):
        return notes_in(re.split("\r\n|\r|\n", read_small(data_folder() / NAME, BYTES_MOST).decode("utf-8-sig")))
    return []


def notes_in(lines: Iterable[str]) -> list[ChangeNote]:
    """The notes of a text, in its order. One that goes on in further lines, or in points below it, is one."""
    notes: list[ChangeNote] = []
    day = part = ""
    for line in lines:
        told = line.strip().removeprefix("- ").replace("`", "")
        if line.startswith("## "):
            day, part = section_date(line), ""
        elif found := PART.match(line):
            part = found[1].lower()
        elif day and line.startswith("- "):
            notes.append(ChangeNote(day, part, told))
        elif notes and line.startswith("  ") and told:
            notes[-1] = ChangeNote(notes[-1].day, notes[-1].part, f"{notes[-1].words} {told}")
    return [note for note in notes if not DESK.search(note.words)]


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return re.fullmatch("20[0-9]{2}-[0-9]{2}-[0-9]{2}", text) is not None

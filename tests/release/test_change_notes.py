"""The notes of CHANGES.md by day and part; who brought and approved a change stays in the desk's log."""

from healthplan.release.change_notes import change_notes, notes_in

TEXT = """# Changes

## 2026-11-28

### Added
- `reports/2026-10/11/values.csv`: report of 11 for 2026-10; change 20261128-220514-6ef24681.
- `abbreviations.csv`: how offices shorten.
  - With a line below.

### Corrected
- One figure.

## 2026-11-24
Nothing.
"""


def test_notes_stand_below_their_day_and_part_without_the_names_of_people() -> None:
    assert [(note.day, note.part, note.words) for note in notes_in(TEXT.splitlines())] == [
        ("2026-11-28", "added", "abbreviations.csv: how offices shorten. With a line below."),
        ("2026-11-28", "corrected", "One figure."),
    ]
    assert notes_in(["- a note of no day"]) == []


def test_the_notes_of_the_real_file_are_found(real) -> None:
    assert {"2026-11-28", "2026-11-24"} <= {note.day for note in change_notes()}

"""The notes of CHANGES.md as a release holds them."""

from datetime import date

from etl.changes import notes_of_changes

TEXT = """# Changes

## 2026-11-28

### Added
- `abbreviations.csv`: how offices shorten.
  - With a line below.

### Corrected
- One figure.

## 2026-11-24
Nothing.
"""


def test_notes_stand_below_their_day_and_part() -> None:
    told = [tuple(row.values()) for row in notes_of_changes(TEXT)]
    day = date(2026, 11, 28)
    assert told == [
        (day, "added", 1, "abbreviations.csv: how offices shorten. With a line below."),
        (day, "corrected", 2, "One figure."),
    ]


def test_a_text_without_sections_has_no_notes() -> None:
    assert notes_of_changes("") == notes_of_changes("- a note of no day") == []


def test_a_release_holds_the_notes_of_the_real_file(release) -> None:
    days = {day for (day,) in release.execute("select distinct day from changes").fetchall()}
    assert max(days) == release.execute("select data_date from release").fetchone()[0]

"""An office of made-up people, and the one change that most tests bring: an abbreviation."""

from pathlib import Path

from healthplan.desk.acts import approve_change, begin_change, put_files, submit_change
from healthplan.desk.changes import Change, Kind
from healthplan.desk.people import Person, Role
from healthplan.desk.publish import check_change, publish_change
from healthplan.release import publication

AUTHOR = Person("an", "An", ((Role.STEWARD, "VN"),))
APPROVER = Person("binh", "Bình", ((Role.APPROVER, "VN"),))
KEEPER = Person("ky", "Kỳ", ((Role.KEEPER, "VN"),))
FILE = "abbreviations.csv"


def brought(words: str) -> Change:
    """A draft that gives the abbreviation XMOI a meaning."""
    change = begin_change(AUTHOR, Kind.CORRECTION, place="VN", source="12/BC", received={"tệp.csv": words.encode()})
    return put_files(
        AUTHOR, change.id, lambda: {FILE: f"abbreviation,meaning_vi,meaning_en\nXMOI,{words},new\n".encode()}
    )


def approved(words: str) -> Change:
    """The same, checked, submitted and approved."""
    change = brought(words)
    assert check_change(AUTHOR, change.id).complaints == ()
    submit_change(AUTHOR, change.id)
    return approve_change(APPROVER, change.id)


def published(words: str) -> Change:
    """The same, published."""
    return publish_change(APPROVER, approved(words).id)


def meaning(release: Path | None) -> list[str]:
    """What the abbreviation means in a release; nothing where there is none."""
    with publication.open_release(release) as db:
        found = db.execute("select meaning_vi from abbreviations where abbreviation = 'XMOI'").fetchall()
    return [words for (words,) in found]

"""Each synonym stands in the paper that it was taken from, and every indicator of a paper has one."""

import pytest

from healthplan.drafting.vocabulary import read_vocabulary, rows_of
from tests.conftest import ROOT

DATA = ROOT / "data"
ROWS = rows_of(DATA / "synonyms.csv")
HELD = {row["document"]: row["file"] for row in rows_of(DATA / "documents.csv") if row["file"]}


@pytest.mark.parametrize("document", sorted({row["document"] for row in ROWS} & set(HELD)))
def test_a_synonym_stands_in_its_paper(document: str) -> None:
    known = read_vocabulary(DATA)
    text = " ".join((DATA / "papers" / HELD[document]).read_text(encoding="utf-8").split())
    found = {(mention.indicator, mention.alias) for mention in known.every_mention(text)}
    told = {(row["indicator"], row["alias"]) for row in ROWS if row["document"] == document}
    assert told - found == set()


def test_what_only_the_left_out_paper_says_is_not_known() -> None:
    seen, unseen = read_vocabulary(DATA), read_vocabulary(DATA, without="lai-chau-2026")
    assert "workforce_postgrad" in {one.indicator for one in seen.synonyms}
    assert "workforce_postgrad" not in {one.indicator for one in unseen.synonyms}
    grade = unseen.indicators["provincial_general_hospital_grade"].wordings
    assert "hạng i, đạt cấp chuyên sâu" not in grade


def test_every_indicator_of_a_plan_has_a_synonym_from_it() -> None:
    for folder in sorted((DATA / "plans").iterdir()):
        stated = {row["indicator"] for row in rows_of(folder / "goals.csv") if row["printed"]}
        named = {row["indicator"] for row in ROWS if row["document"] == folder.name}
        assert stated - named == set(), folder.name

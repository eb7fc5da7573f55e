"""Find anything: what a reader types leads to what the reader means, and to nothing else."""

import re
from urllib.parse import quote_plus

import duckdb
import pytest

from healthplan.api.requests import view_for
from healthplan.release.view import View
from healthplan.subjects.search.queries import MOST
from healthplan.subjects.search.records import SearchAnswer, search_answer
from healthplan.text import Lang
from tests.api.client import APP
from tests.release.older import older_release
from tests.web.asgi import answer

FIRST = (  # what is typed, the first group, words of its first card
    ("dien bien", "place", "Điện Biên"),
    ("Tỉnh Lai Châu", "place", "Lai Châu"),
    ("muong la", "place", "Mường La"),
    ("thap coi", "indicator", "Tỷ lệ suy dinh dưỡng thể thấp còi"),
    ("SDD", "indicator", "Tỷ lệ suy dinh dưỡng thể thấp còi"),
    ("BHYT", "indicator", "Tỷ lệ bao phủ bảo hiểm y tế"),
    ("bao hiem y te", "indicator", "Tỷ lệ bao phủ bảo hiểm y tế"),
    ("life expectancy", "indicator", "Tuổi thọ trung bình"),
    ("bac sy", "indicator", "Số bác sĩ mỗi trạm"),
    ("tiem chung", "indicator", "Tỷ lệ tiêm chủng"),
    ("thap coi dien bien", "value", "Trẻ thấp còi · Điện Biên"),
    ("stunting Dien Bien 2030", "value", "Trẻ thấp còi · Điện Biên"),
    ("BHYT ca nuoc 2026", "value", "Bao phủ BHYT · Cả nước"),
    ("BHYT Mường La", "value", "Bao phủ BHYT · Mường La"),
    ("95%", "value", "Sổ sức khỏe điện tử · Điện Biên"),
    ("98,4", "value", "Bao phủ BHYT · Điện Biên"),
    ("SYT", "agency", "Sở Y tế"),
    ("so tai chinh", "agency", "Sở Tài chính"),
    ("72-NQ/TW", "document", "NQ 72-NQ/TW"),
    ("262/2025/QH15", "document", "NQ 262/2025/QH15"),
    ("quan triet nghi quyet", "task", "Quán triệt Nghị quyết"),
)
HOSTILE = (
    "x" * 10_000, "a " * 5_000, "1" * 10_000, "1.000.000.000.000.000.000", "?!.,;:<>{}[]",
    "' or 1=1; drop table goals; --",
    "<script>alert(1)</script>", "%00", "\x00", "\u202e", "|", "%", "_", "*", "\\",
    "🏥", "ﷺ", "(((", "null", "nan", "inf", "1e999",
)  # fmt: skip


@pytest.fixture
def view(real: object) -> View:
    return view_for(Lang.VI)


def titles(found: SearchAnswer, kind: str) -> list[str]:
    return [card.title for group in found.groups if group.kind == kind for card in group.cards]


@pytest.mark.parametrize(("typed", "kind", "title"), FIRST)
def test_the_obvious_answer_comes_first(typed: str, kind: str, title: str, view: View) -> None:
    best = search_answer(view, typed).groups[0]
    assert (best.kind, best.cards[0].title[: len(title)]) == (kind, title)


def test_a_figure_leads_to_its_chart_and_its_source(view: View) -> None:
    card = search_answer(view, "thap coi dien bien").groups[0].cards[0]
    assert (card.value, card.facts[0], card.source) == ("21%", "2030", "KH Điện Biên 2026, Phụ lục I, dòng 7, cột 2030")
    assert card.address == "trajectories?indicator=stunting_under5&places=11"
    assert re.fullmatch("sources\\?row=g[0-9a-f]{10}", card.evidence)


def test_a_number_finds_what_prints_it_and_nothing_that_only_means_it(view: View) -> None:
    printed = search_answer(view, "100%")
    assert titles(printed, "value") and "toàn dân" not in {
        card.value for group in printed.groups for card in group.cards
    }
    assert titles(search_answer(view, "95"), "value") == titles(search_answer(view, "95%"), "value")


def test_a_number_is_not_found_within_another(view: View) -> None:
    assert titles(search_answer(view, "95,2"), "document") == ["VNS: BHYT 2025"]
    assert titles(search_answer(view, "95%"), "document") == []


def test_every_card_leads_to_a_screen_that_has_what_it_names(view: View) -> None:
    for words in ("a", "y te", "2030", "BHYT"):
        for group in search_answer(view, words).groups:
            assert 0 < len(group.cards) <= min(MOST, group.total)
            assert {card.address.partition("?")[0] for card in group.cards} <= {
                "place", "trajectories", "sources", "review", "tasks"}  # fmt: skip


def test_a_pinned_release_stays_in_every_link(real: object) -> None:
    name = view_for(Lang.EN).path.stem
    found = search_answer(view_for(Lang.EN, name), "stunting")
    cards = [card for group in found.groups for card in group.cards]
    assert cards and all(f"release={name}" in card.address and "lang=en" in card.address for card in cards)


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_words(typed: str, view: View) -> None:
    told = answer(APP, "/find", "GET", f"q={quote_plus(typed)}", host="localhost")
    page = told["body"].decode()
    assert told["status"] == 200 and told["headers"]["content-type"].startswith("text/html")
    assert "<script>" not in page and len(page) < 100_000
    assert re.search('<p class="answers-sentence" role="status">[^<]+</p>', page)


def test_what_finds_nothing_says_so_and_what_can_be_found(view: View) -> None:
    for typed in ("xin chào thế giới", "?!"):
        found = search_answer(view, typed)
        assert not found.groups and found.sentence
    assert "xin chào" in search_answer(view, "xin chào thế giới").sentence
    assert "địa phương" in search_answer(view, "").sentence


def test_an_older_release_says_that_it_cannot_be_searched(real: object) -> None:
    with older_release() as older:
        with duckdb.connect(older) as db:
            db.execute("drop schema search cascade")
        found = search_answer(view_for(Lang.VI, older.stem), "BHYT")
    assert not found.groups and "trước khi có chức năng tìm kiếm" in found.sentence


def test_the_page_speaks_both_languages_and_needs_no_script(real: object) -> None:
    for lang, title in (("vi", "Trẻ thấp còi · Điện Biên"), ("en", "Stunting under 5 · Dien Bien")):
        page = answer(APP, "/find", "GET", f"q=thap+coi+dien+bien&lang={lang}", host="localhost")["body"].decode()
        assert f'<html lang="{lang}">' in page and title in page
        assert 'value="thap coi dien bien"' in page and '<form class="find-form" action="find"' in page

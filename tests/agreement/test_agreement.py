"""One verdict everywhere: whatever a reader opens, of one place, indicator, benchmark and year he is told one
thing, and he is told law and year."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from healthplan.deck.ready import PLACE, READY, ready_deck
from healthplan.print.brief import brief_pdf
from healthplan.release.view import View
from healthplan.subjects.targets.queries import spans
from healthplan.text import Lang, say
from healthplan.text.verdicts import LAWS_APART
from tests.agreement import files
from tests.agreement.screens import Screen
from tests.agreement.slides import read_brief, read_deck
from tests.agreement.statements import JUDGED, Statement, Verdict, Words, disagreements
from tests.deck.decks import known, release_view, written_pages
from tests.deck.forms import FORMS
from tests.deck.paper import bare, words_of_pdf

# Charts of every place or of one, by what their addresses take.
CHARTS = ("rug", "headlines", "dumbbells")
OPENED = ("weaker_than_nation", "later_than_nation", "left_out", "text_table_differ")  # findings, one each
SCREENS = ("overview", "compare", "review", "present", "sources", "tasks", "calendar")


@dataclass
class Walk:
    """What one reader of one language is told, wherever he goes."""

    words: Words
    statements: list[Statement] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    screens: list[Screen] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)

    def screen(self, name: str, **address: str) -> None:
        told = Screen(self.words, name, **address)
        self.screens.append(told)
        self.statements += told.statements
        self.loose += told.loose + [f"of whom or of what? {text}" for text in told.homeless]


@pytest.fixture(scope="module")
def view(real_folder) -> Iterator[View]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(real_folder))
        yield release_view()


@pytest.fixture(scope="module")
def benchmarks(opened_release) -> list[dict]:
    found = opened_release.execute("from benchmarks order by row")
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@pytest.fixture(scope="module", params=Lang, ids=lambda lang: lang.value)
def walk(request, view, benchmarks) -> Walk:
    """Everything is opened once; the tests below ask what was told."""
    spoken = replace(view, lang=request.param)
    found = Walk(Words(spoken, benchmarks))
    _screens(found, benchmarks)
    _papers(found)
    _files(found)
    return found


def _screens(walk: Walk, benchmarks: list[dict]) -> None:
    for name in SCREENS:
        walk.screen(name)
    for place in walk.words.view.planned:
        walk.screen("place", place=place)
    for indicator in dict.fromkeys(row["indicator"] for row in benchmarks if row["compare"]):
        walk.screen("trajectories", indicator=indicator, until="2045", places=",".join(walk.words.view.planned))
    for dataset in ("verdicts", "findings"):
        for page in ("1", "2", "3", "4"):
            walk.screen("data", dataset=dataset, page=page)
    found = {row["rule"]: row["finding"] for row in files.table("/findings.csv")}
    for rule in OPENED:
        walk.screen("review", finding=found[rule])


def _papers(walk: Walk) -> None:
    view = walk.words.view
    of_places = [ready_deck(PLACE, known(view), lang=view.lang.value, places=(place,)) for place in view.planned]
    of_all = [ready_deck(ready, known(view), lang=view.lang.value) for ready in READY if ready != PLACE]
    for deck in (*of_all, *of_places):
        told = read_deck(walk.words, deck, written_pages(view, deck).pages)
        walk.statements += told.statements
        walk.loose += told.loose
    for place in view.planned:
        told, _ = read_brief(walk.words, place)
        walk.statements += told.statements
        walk.loose += told.loose


def _files(walk: Walk) -> None:
    """The words of a picture say what its rows say, as often as they do."""
    asked = [
        *((chart, "", {}) for chart in CHARTS),
        *(("spine", f"place={place}", {"place": place}) for place in walk.words.view.planned),
    ]
    for chart, query, facts in asked:
        statements, forms = files.chart_statements(walk.words, chart, query)
        picture = files.picture(walk.words, chart, **facts)
        heard = [
            Statement(about, verdict, f"{walk.words.lang}-{chart}.svg")
            for about, verdict in walk.words.in_turn(picture.alt)
        ]
        seen = Counter(form for text in files.drawn(picture.drawing) for form in walk.words.forms(text))
        walk.statements += statements + heard
        if seen and seen != forms:
            walk.differing.append(f"{chart} {query}: {seen - forms} {forms - seen}")
    for name in files.ROWS:
        walk.statements += files.dataset_statements(walk.words, name)


def test_no_two_disagree_about_one_fact(walk) -> None:
    assert disagreements(walk.statements) == []


def test_no_verdict_stands_without_law_and_year_place_and_indicator(walk) -> None:
    assert walk.loose == []


def test_what_is_drawn_says_what_its_rows_say(walk) -> None:
    assert walk.differing == []


def test_every_verdict_of_the_release_is_met_on_screens_slides_and_in_files(walk, release) -> None:
    """The walk sees what is there: who meets nothing finds no disagreement."""
    known_facts = set(
        release.execute("select place, indicator, law, year, verdict from verdicts where sign = 'ambition'").fetchall()
    )
    met = {(*one.fact, one.verdict.word) for one in walk.statements}
    assert met == known_facts
    judged = {(place, indicator, law, year) for place, indicator, law, year, word in known_facts if word in JUDGED}
    for where in ("overview", "place", "trajectories", "review", "deck", "brief", "rug.csv", "verdicts.csv"):
        seen = {one.fact for one in walk.statements if where in one.where}
        assert len(seen & judged) > 5, where


@pytest.mark.parametrize(
    "where", ["overview", "place", "trajectories", "review", "deck", "brief", "rug.svg", "findings.csv"]
)
def test_one_spoilt_statement_is_seen(walk, where: str) -> None:
    spoilt = next(one for one in walk.statements if where in one.where and one.verdict.word in JUDGED)
    other = next(word for word in JUDGED if word != spoilt.verdict.word)
    wrong = replace(spoilt, verdict=replace(spoilt.verdict, word=other))
    (complaint,) = disagreements([*(one for one in walk.statements if one is not spoilt), wrong])
    assert where in complaint and spoilt.about.place in complaint


SPOILT = [
    ("72-NQ/TW · 2026: bằng · 2030: muộn hơn", ["equal", "later"]),
    ("72-NQ/TW · 2030: nêu hai mức", ["two_levels"]),
    ("201/QĐ-TTg · 2030: vượt; KH KT-XH 2026 · 2026: không nêu", ["stronger", "not_stated"]),
    (
        "Kế hoạch nêu 95 (năm 2030); 72-NQ/TW yêu cầu trên 95% (năm 2030 theo đề mục): cùng con số, dấu kém chặt hơn.",
        ["weaker"],
    ),
    (
        "Kế hoạch nêu 33,23 cho năm 2026, còn kém 1,47 giường, đến năm 2029 mới nêu 35,4; KH KT-XH 2026 (theo"
        " báo chí) yêu cầu 34,7 (năm 2026): muộn hơn.",
        ["later"],
    ),
    (
        "72-NQ/TW yêu cầu tối thiểu 68 năm (năm 2030); kế hoạch không đặt mục tiêu riêng cho chỉ tiêu này.",
        ["not_stated"],
    ),
    ("Kế hoạch ghi “33,23” (năm 2026) rồi “35,4” (năm 2029); KH KT-XH 2026 yêu cầu 34,7 (năm 2026).", ["later"]),
    ("bằng nhau", []),
    ("từ 2026: bằng", []),
    ("72-NQ/TW", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "told"), SPOILT)
def test_the_words_of_a_verdict_are_read(view, benchmarks, text: str, told: list[str]) -> None:
    words = Words(replace(view, lang=Lang.VI), benchmarks)
    assert [verdict.word for verdict in words.verdicts(text)] == told
    assert all(isinstance(verdict, Verdict) and verdict.year > 2000 for verdict in words.verdicts(text))


@pytest.mark.parametrize(
    "text", ["chưa bằng yêu cầu", "muộn hơn", "2030: bằng", "Nghệ An: vượt yêu cầu", "văn bản nêu hai mức"]
)
def test_a_verdict_without_law_or_year_is_seen(view, benchmarks, text: str) -> None:
    assert Words(replace(view, lang=Lang.VI), benchmarks).loose(text)


@pytest.mark.parametrize("lang", Lang)
def test_the_sign_before_a_short_form_is_of_the_law_beside_it(view, lang) -> None:
    several = 0
    for span in view.ask(spans):
        if span["verdict"]:
            first, *others = span[f"short_{lang}"].split(LAWS_APART)
            several += bool(others)
            words = [one.partition(": ")[2] for one in first.split(" · ")[1:]]
            assert say(lang, f"short_{span['verdict']}") in words, span
    assert several


def test_the_forms_of_a_deck_tell_the_verdicts_of_its_pages(view, benchmarks) -> None:
    """The page for a hall, PowerPoint and PDF, each read again, against what was written."""
    words = Words(replace(view, lang=Lang.VI), benchmarks)
    deck = ready_deck(PLACE, known(view), lang="vi")
    pages = written_pages(words.view, deck)
    for name, form in FORMS.items():
        for page, told in zip(pages.pages, form.read(form.made(pages)), strict=True):
            cells = [cell.small for row in page.table.rows for cell in row] if page.table else []
            wanted = [form for text in (page.title, *cells) for form in words.forms(text)]
            assert [form for form in wanted if bare(form) not in bare(told.text)] == [], (name, page.title)


def test_a_printed_brief_tells_the_verdicts_of_its_pages(view, benchmarks) -> None:
    words = Words(replace(view, lang=Lang.VI), benchmarks)
    _, facts = read_brief(words, "11")
    printed = words_of_pdf(PdfReader(BytesIO(brief_pdf(facts))))
    wanted = [form for row in facts["goals"]["rows"] for form in words.forms(row["word"])]
    assert len(wanted) > 5 and [form for form in wanted if bare(form) not in printed] == []

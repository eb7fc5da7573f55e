"""The citation at a screen's foot: the page's own heading, both languages, the release, nothing invented."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from healthplan.release import publication
from tests.pages.screen_run import screen_run
from tests.pages.test_screens import ADDRESSES

HEADING = re.compile(r"<h1>(.*?)</h1>", re.S)
CITED = re.compile(r'<dd lang="(vi|en)">(.*?)</dd>', re.S)
BOTH = pytest.mark.parametrize("lang", ["vi", "en"])


def plain(markup: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", markup)).strip()


def body(app: AppTest, word: str) -> str:
    return next(one.proto.body for one in app.get("html") if word in one.proto.body)


def texts(app: AppTest, word: str = "<footer") -> dict[str, str]:
    return {lang: unescape(text) for lang, text in CITED.findall(body(app, word))}


@BOTH
@pytest.mark.parametrize(("screen", "address"), ADDRESSES, ids=lambda case: str(case)[:60])
def test_the_foot_cites_the_screen_by_its_own_heading(real, screen, address, lang) -> None:
    app = screen_run(screen, **address, lang=lang)
    heading, cited = plain(HEADING.search(body(app, "<h1>"))[1]), texts(app)
    assert set(cited) == {"vi", "en"} and f"). {heading}." in cited[lang]
    assert all(f"release={publication.current_path().stem}" in text for text in cited.values())


def test_what_is_not_here_is_not_cited(real) -> None:
    cited = texts(screen_run("review", place="nowhere", finding="no-such-finding", utm_source="elsewhere"))["vi"]
    assert not [word for word in ("nowhere", "no-such", "elsewhere") if word in cited]


@BOTH
def test_the_source_of_a_figure_offers_the_citation_of_that_row(real, release, lang) -> None:
    (row,) = release.execute("""select row from goals where place = '12' and year = 2030 and printed <> ''
                                and stated_in = 'annex' order by line limit 1""").fetchone()
    app = screen_run("sources", row=row, lang=lang)
    cited = texts(app, "evidence")
    facts = release.execute(
        """select number, issuer_vi, issuer_en, printed, locator, line
                               from datasets.citable where row = $row""",
        {"row": row},
    ).fetchone()
    number, issuer_vi, issuer_en, printed, locator, line = facts
    for word in (number or "", issuer_vi, f"“{printed}”", locator, str(line), f"sources?row={row}&release="):
        assert word in cited["vi"]
    assert issuer_en in cited["en"] and f"“{printed}”" in cited["en"]
    assert f"api/v1/cite?row={row}&amp;release=" in body(app, "evidence")


def test_an_opened_finding_offers_its_citation(real, release) -> None:
    name, sentence = release.execute("select finding, sentence_vi from findings order by finding").fetchone()
    assert sentence in texts(screen_run("review", finding=name), "finding-opened")["vi"]


def test_programs_get_the_same_view_of_the_same_release(real) -> None:
    told = body(screen_run("tasks", place="12", lang="en"), "<footer")
    for form in ("bibtex", "csl"):
        assert "api/v1/cite?view=tasks&amp;place=12&amp;date=" in told
        assert f"&amp;release={publication.current_path().stem}" in told
        assert f"&amp;lang=en&amp;format={form}" in told

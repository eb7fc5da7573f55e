"""The screen in the first page: words, chart, pickers and files before any script; kept packed."""

import gzip
import re
from pathlib import Path
from typing import Any

import brotli
import pytest

from healthplan.cache import CACHE
from healthplan.text import Lang, say
from healthplan.web.first_page import PATHS, FirstPage
from tests.web.asgi import answer, streamlit_instead

APP = FirstPage(streamlit_instead)
BOUND = 120_000  # bytes before the first chart
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36"
pytestmark = pytest.mark.usefixtures("real")
EVERY_PATH = pytest.mark.parametrize("path", list(PATHS))


def got(path: str, query: str = "", **headers: str) -> dict[str, Any]:
    return answer(APP, path, query=query, host="localhost:8501", **headers)


def page(path: str, query: str = "", **headers: str) -> str:
    body = got(path, query, **headers)["body"].decode()
    assert 'id="drawn"' in body
    return body


@EVERY_PATH
@pytest.mark.parametrize("lang", Lang)
def test_every_screen_is_in_its_first_page(path: str, lang: Lang) -> None:
    told = page(path, f"lang={lang}")
    assert told.count("<h1") == 1 and 'class="footer"' in told
    assert f">{say(lang, 'menu_tasks')}<" in told and say(lang, "no_script") not in told
    assert told.index('id="drawn"') < told.index('id="root"') < told.index("<script")


@EVERY_PATH
@pytest.mark.parametrize("agent", ["", PHONE])
def test_no_first_page_is_heavy(path: str, agent: str) -> None:
    assert len(got(path, accept_encoding="br", user_agent=agent)["body"]) < BOUND / 2


@EVERY_PATH
def test_nothing_that_the_page_fetches_comes_before_the_screen(path: str) -> None:
    head, _, rest = page(path).partition("<body")
    assert "<script" not in head and "preload" not in head and 'rel="stylesheet"' not in head
    assert re.findall(r"<script (?!defer)", rest) == []
    assert "modulepreload" not in rest and "static/js/index." in rest.partition('id="root"')[2]


def test_the_chart_is_there_as_a_picture_whose_marks_lead_to_their_rows() -> None:
    told = page("/trajectories", "places=12")
    (chart,) = re.findall(r'<div class="stElementContainer drawn-chart".*?</svg>', told, re.S)
    assert re.search(r'<svg viewBox="[^"]+" role="group" aria-label="[^"]{20,}"', chart)
    assert re.search(r'<a href="sources\?row=[^"]+" tabindex="-1"><title>', chart)
    assert "var(--place-12)" in chart and "<text" in chart


def test_a_picker_is_a_form_that_keeps_the_rest_of_the_address() -> None:
    told = page("/trajectories", "indicator=stunting_under5&places=11,12&lang=en")
    form = next(one for one in re.findall(r"<form.*?</form>", told, re.S) if 'data-pick="indicator"' in one)
    assert '<option value="stunting_under5" selected>' in form and "<noscript><button>Show" in form
    hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form))
    assert hidden == {"places": "11,12", "lang": "en"}


def test_what_depends_on_a_choice_is_left_out_when_it_changes() -> None:
    told = page("/overview", "indicator=stunting_under5&year=2027&communes=yes")
    form = next(one for one in re.findall(r"<form.*?</form>", told, re.S) if 'data-pick="indicator"' in one)
    assert 'name="communes"' in form and 'name="year"' not in form


def test_ticked_boxes_become_one_value() -> None:
    told = got("/trajectories", "lang=en&places=11&places=12")
    assert (told["status"], told["headers"]["location"]) == (307, "?lang=en&places=11,12")


def test_a_phone_gets_the_page_of_a_phone_and_a_remembered_place_its_own() -> None:
    desk, phone = page("/trajectories"), page("/trajectories", user_agent=PHONE)
    assert 'viewBox="0 0 1392' in desk and 'viewBox="0 0 358' in phone
    assert 'viewBox="0 0 1392' in page("/trajectories", user_agent=PHONE, cookie="room=desk")
    assert "<h1>Điện Biên</h1>" in re.sub(r"\s*(<[^>]+>)\s*", r"\1", page("/", cookie="place=11"))


def test_what_is_not_here_is_told_and_left_out_of_the_links() -> None:
    told = page("/trajectories", "indicator=nothing-of-ours")
    assert "nothing-of-ours" in told.partition('data-testid="stAlert"')[2]
    assert told.count("nothing-of-ours") == 1


def test_hostile_words_stay_words() -> None:
    told = page("/data", "words=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in told and "&lt;script&gt;" in told


def test_a_page_is_kept_packed_and_told_from_its_next() -> None:
    CACHE.forget()
    first = got("/place", accept_encoding="br")
    assert len(CACHE) == 1 and CACHE.size < len(brotli.decompress(first["body"])) / 3
    again = got("/place", accept_encoding="br")
    assert (again["body"], again["headers"]["etag"], len(CACHE)) == (first["body"], first["headers"]["etag"], 1)
    assert first["headers"]["content-encoding"] == "br"
    packed = got("/place", accept_encoding="gzip")
    assert gzip.decompress(packed["body"]) == brotli.decompress(first["body"]) == got("/place")["body"]
    assert packed["headers"]["etag"] != first["headers"]["etag"]


def test_a_reader_who_has_the_page_is_told_so() -> None:
    first = got("/overview", accept_encoding="br")
    tag = first["headers"]["etag"]
    for told in (tag, f"W/{tag}", f'"other", {tag}'):
        known = got("/overview", accept_encoding="br", if_none_match=told)
        assert (known["status"], known["body"], known["headers"]["etag"]) == (304, b"", tag)
    for query, headers in (("lang=en", {}), ("communes=yes", {}), ("", {"cookie": "place=12"}),
                           ("", {"cookie": "room=phone"}), ("", {"cookie": "letters=here"})):  # fmt: skip
        assert got("/overview", query, accept_encoding="br", if_none_match=tag, **headers)["status"] == 200


def test_words_that_readers_type_do_not_fill_the_cache() -> None:
    CACHE.forget()
    for word in ("một", "hai", "ba", "bốn"):
        got("/data", f"words={word}", accept_encoding="br")
        got("/trajectories", f"indicator={word}", accept_encoding="br")
    assert len(CACHE) == 2


def test_the_link_to_an_older_release_leads_on_within_it(real: Path) -> None:
    (path,) = (real / "published").glob("release-*.duckdb")
    told, usual = page("/place", f"release={path.stem}"), page("/place")
    assert told.count(f"release={path.stem}") > 100
    assert say(Lang.VI, "footer_pinned") in told and say(Lang.VI, "footer_pinned") not in usual


def test_without_a_release_the_page_opens_undrawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROADMAP72_DATA", str(tmp_path))
    told = got("/place")["body"].decode()
    assert 'id="drawn"' not in told and say(Lang.VI, "no_script") in told and 'action="find"' in told


def test_another_paper_is_not_asked_for_at_the_line_of_the_last_one() -> None:
    told = page("/sources", "document=lang-son-2026&line=34&lang=en")
    (form,) = [one for one in re.findall(r"<form.*?</form>", told, re.S) if 'name="document"' in one]
    assert 'name="lang"' in form and 'name="line"' not in form and 'name="row"' not in form
